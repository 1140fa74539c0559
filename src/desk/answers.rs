//! What an act answers besides: a playbook asks as facts for some of what the desk's tools note. Who has
//! noted it once is not asked again.
//!
//! Owns which act answers which question. Every playbook may declare these facts; one that has another
//! meaning for the name has another kind or other values, and is left alone.

use super::Desk;
use crate::domain::{
    CaseState, Event, FactId, FactStatus, FactValue, FollowUpResult, SettlingDeed,
};

/// Decides the events of recording what these events answer.
pub(super) fn answers(case: &CaseState, events: &[Event], desk: &Desk<'_>) -> Vec<Event> {
    let mut told: Vec<Event> = Vec::new();
    for (name, value, anew) in events.iter().filter_map(of).chain(events.iter().flat_map(ruled)) {
        let fact = FactId::from(name);
        let declared = desk.playbook.fact(&fact).is_some_and(|declared| {
            let named = match &value {
                FactValue::Enum(id) => declared.choice(id).is_some(),
                FactValue::Text(text) => !text.trim().is_empty(),
                _another => true,
            };
            declared.kind == value.kind() && declared.compute.is_none() && named
        });
        let known = case.facts.get(&fact);
        let wanted =
            if anew { known.is_none_or(|known| known.value != value) } else { known.is_none() };
        if declared && wanted {
            let (status, source) = (FactStatus::Confirmed, None);
            told.push(Event::FactRecorded { fact, value, status, source });
        }
    }
    told
}

/// What a decision of somebody above answers.
fn ruled(event: &Event) -> Vec<(&'static str, FactValue, bool)> {
    let Event::Settling { deed: SettlingDeed::ApprovalDecided { ruling, .. } } = event else {
        return Vec::new();
    };
    let granted = ("approved", FactValue::Bool(ruling.granted.is_some()), true);
    let more = match ruling.granted {
        Some(sum) => ("approved_sum", FactValue::Money(sum), true),
        None => ("refusal_reason", FactValue::Text(ruling.words.clone()), true),
    };
    vec![granted, more]
}

/// The fact an event answers, its value, and whether it replaces what was said before.
fn of(event: &Event) -> Option<(&'static str, FactValue, bool)> {
    let text = |text: &str| FactValue::Text(text.to_owned());
    let name = |name: &str| FactValue::Enum(name.to_owned());
    match event {
        Event::Settling { deed: SettlingDeed::PaymentNoted { payment } } => {
            Some(("proof", text(&payment.proof), false))
        }
        Event::Settling { deed: SettlingDeed::ApprovalAsked { .. } } => {
            Some(("over_limit", FactValue::Bool(true), true))
        }
        Event::DeedDone { proof, .. } => Some(("proof", text(proof), false)),
        Event::BuyerConfirmed { satisfied, .. } => {
            Some(("satisfied", name(if *satisfied { "yes" } else { "no" }), true))
        }
        Event::LessonSet { words, skipped: false } => Some(("lesson", text(words), true)),
        Event::FollowUpDone { result, .. } => {
            let said = match result {
                FollowUpResult::Satisfied => "well",
                FollowUpResult::Unsatisfied => "again",
                FollowUpResult::NoAnswer => "silent",
            };
            Some(("follow_result", name(said), true))
        }
        _answers_nothing => None,
    }
}
