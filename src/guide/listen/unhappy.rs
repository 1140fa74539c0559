//! How unhappy a buyer is with a conversation: what was said, and what was not.

use super::{Burst, Ears, Reason, Repeated, Told};
use crate::domain::Mood;
use crate::guide::{Side, Sign, Tells};
use std::collections::BTreeMap;

/// Where nothing is known.
const START: f32 = -1.9;
/// What the same signal adds when it is heard once more.
const AGAIN: f32 = 0.4;
/// The most one signal adds, as a multiple.
const MOST: f32 = 2.2;
/// What a conversation adds in which the buyer says much and thanks for nothing.
const NO_THANKS: f32 = 0.3;
/// What a last burst adds that is uneasy; an angry one twice as much.
const LAST: f32 = 0.25;
/// From so many bursts on, a conversation is long.
const LONG: usize = 5;
/// What a long conversation adds for each further burst, and the most.
const LENGTH: (f32, f32) = (0.06, 0.6);
/// An answer that takes longer was waited for, in minutes.
const SOON: i64 = 10;

/// Reasons that are no words: repeated, unanswered, waited, curt.
pub(super) fn beyond_words<'s>(ears: &Ears<'s, '_>, repeated: &[Repeated]) -> Vec<Reason<'s>> {
    let mut reasons: Vec<Reason<'s>> =
        repeated.iter().take(4).map(|one| reason(ears, one.message, Told::Repeated, 0.6)).collect();
    for burst in &ears.bursts {
        if burst.len() >= 4
            && let Some(last) = burst.clone().next_back()
        {
            reasons.push(reason(ears, last, Told::Unanswered, 0.3));
        }
    }
    for (message, pair) in ears.said.windows(2).enumerate() {
        if let [asked, answered] = pair
            && asked.from == Some(Side::Buyer)
            && answered.from == Some(Side::Agent)
            && let (Some(from), Some(to)) = (asked.at, answered.at)
            && to.as_millis() - from.as_millis() > SOON * 60_000
        {
            reasons.push(reason(ears, message, Told::Waited, 0.3));
        }
    }
    let curt = |message: usize| {
        let chars = ears.folded.get(message).map(super::Folded::chars).unwrap_or_default();
        let marks = chars.iter().filter(|c| matches!(c, '?' | '!')).count();
        let letters = chars.iter().filter(|c| c.is_alphanumeric()).count();
        marks >= 2 && letters <= 8 || (marks > 0 && letters == 0)
    };
    let curt = ears.bursts.iter().flat_map(Clone::clone).filter(|message| curt(*message));
    reasons.extend(curt.take(3).map(|message| reason(ears, message, Told::Curt, 0.5)));
    reasons.retain(|reason| !reason.span.is_empty());
    reasons
}

fn reason<'s>(ears: &Ears<'s, '_>, message: usize, told: Told<'s>, unhappy: f32) -> Reason<'s> {
    Reason { message, span: ears.whole(message), told, unhappy }
}

/// The unhappiness, from 0 to 1.
pub(super) fn of(ears: &Ears<'_, '_>, moods: &[Burst], extra: &[Reason<'_>]) -> f32 {
    let mut told: BTreeMap<&str, (f32, f32)> = BTreeMap::new();
    for (_, hint) in &ears.heard {
        if hint.signal.unhappy != 0.0 {
            let (unhappy, times) = told.entry(&hint.signal.id).or_insert((0.0, 0.0));
            *unhappy = hint.signal.unhappy;
            *times = if *times == 0.0 { 1.0 } else { (*times + AGAIN).min(MOST) };
        }
    }
    let mut sum = START + told.values().map(|(unhappy, times)| unhappy * times).sum::<f32>();
    sum += extra.iter().map(|reason| reason.unhappy).sum::<f32>();
    let bursts = ears.bursts.len();
    if bursts >= 2 {
        let closing = ears.bursts.len().saturating_sub(2);
        let thanked = ears.bursts.iter().skip(closing).any(|burst| {
            ears.within(burst)
                .any(|hint| matches!(hint.signal.tells, Tells::Sign(Sign::Thanks | Sign::Content)))
        });
        sum += if thanked { -NO_THANKS } else { NO_THANKS };
        // What is said last is what stays.
        sum += match moods.last().map_or(Mood::Calm, |burst| burst.mood) {
            Mood::Calm => 0.0,
            Mood::Uneasy => LAST,
            Mood::Disappointed | Mood::Angry | Mood::Abusive => 2.0 * LAST,
        };
    }
    #[expect(clippy::cast_precision_loss, reason = "a few thousand messages at most")]
    let longer = bursts.saturating_sub(LONG) as f32;
    sum += (longer * LENGTH.0).min(LENGTH.1);
    1.0 / (1.0 + (-sum).exp())
}
