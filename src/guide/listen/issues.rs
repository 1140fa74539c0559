//! What a conversation is about.

use super::{Ears, Likely};
use crate::guide::{Side, Sign, Signals, Tells, Topic};

/// Below this nothing is told.
const TOLD: f32 = 1.3;
/// What a second signal of the same issue adds.
const MORE: f32 = 0.35;
/// Issues that are not named for lack of weight beside the first.
const BESIDE: f32 = 0.5;

pub(super) fn of<'s>(signals: &'s Signals, ears: &Ears<'s, '_>) -> Vec<Likely<'s>> {
    let topics = signals.topics();
    let mut weights: Vec<Vec<(&str, f32)>> = vec![Vec::new(); topics.len()];
    for (_, hint) in &ears.heard {
        if let Tells::Issue(topic) = hint.signal.tells
            && hint.signal.from == Side::Buyer
            && let Some(told) = weights.get_mut(topic)
            && !told.iter().any(|(id, _)| *id == hint.signal.id)
        {
            told.push((&hint.signal.id, hint.signal.weight));
        }
    }
    let before = is_hypothetical(ears);
    let mut found: Vec<(&Topic, f32)> = topics
        .iter()
        .zip(&weights)
        .map(|(topic, told)| (topic, total(told)))
        .filter(|(topic, weight)| *weight >= TOLD || topic.id == Topic::OTHER)
        // What might go wrong has not.
        .filter(|(topic, _)| !before || !Topic::is_wrong(&topic.id))
        .collect();
    found.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let most = found.first().map_or(0.0, |(_, weight)| *weight);
    found.retain(|(topic, weight)| {
        *weight >= BESIDE * most && *weight > 0.0 || topic.id == Topic::OTHER && most < TOLD
    });
    found.into_iter().map(|(topic, weight)| Likely { topic, score: score(weight) }).collect()
}

/// The strongest signal counts whole, the others in part: they mostly say the same again.
fn total(told: &[(&str, f32)]) -> f32 {
    let most = told.iter().map(|(_, weight)| *weight).fold(0.0, f32::max);
    let rest: f32 = told.iter().map(|(_, weight)| *weight).sum::<f32>() - most;
    most + MORE * rest
}

/// A weight as a score between 0 and 1; half where it begins to tell.
fn score(weight: f32) -> f32 {
    if weight <= 0.0 { 0.5 } else { (weight / (weight + TOLD)).clamp(0.0, 1.0) }
}

/// Whether all of it is about what might happen.
pub(super) fn is_hypothetical(ears: &Ears<'_, '_>) -> bool {
    let weight = |wanted: Sign| {
        let heard = ears.heard.iter().filter(|(_, hint)| hint.signal.tells == Tells::Sign(wanted));
        heard.map(|(_, hint)| hint.signal.weight).fold(0.0, f32::max)
    };
    weight(Sign::Hypothetical) > weight(Sign::Real)
}
