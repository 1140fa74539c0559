//! What an act answers besides: a playbook asks as facts for some of what the desk's tools note. Who has
//! noted it once is not asked again.
//!
//! Owns which act answers which question. Every playbook may declare these facts; one that has another
//! meaning for the name has another kind or other values, and is left alone.

use super::Desk;
use crate::domain::{
    CaseState, Event, FactId, FactStatus, FactValue, FollowUpResult, ReturnCheck, SettlingDeed,
};

/// Decides the events of recording what these events answer.
pub(super) fn answers(case: &CaseState, events: &[Event], desk: &Desk<'_>) -> Vec<Event> {
    let mut told: Vec<Event> = Vec::new();
    let goods = |event| looked_at(case.settling.returning, event);
    let more = events.iter().flat_map(ruled).chain(events.iter().flat_map(goods));
    for (name, value, anew) in events.iter().filter_map(of).chain(more) {
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

/// What a look at the goods of a return answers: each piece that is known now and was not, or otherwise.
fn looked_at(before: ReturnCheck, event: &Event) -> Vec<(&'static str, FactValue, bool)> {
    let Event::Settling { deed: SettlingDeed::ReturnChecked { check } } = event else {
        return Vec::new();
    };
    let new = ReturnCheck::PIECES.into_iter().filter_map(|piece| {
        let value = check.piece(piece).filter(|value| before.piece(piece) != Some(*value))?;
        of_goods(piece, value)
    });
    new.map(|(fact, value)| (fact, value, true)).collect()
}

/// The fact that is the same as a piece of the return check, and its value.
fn of_goods(piece: &str, value: &str) -> Option<(&'static str, FactValue)> {
    let name = |name: &str| FactValue::Enum(name.to_owned());
    Some(match (piece, value) {
        ("tags", tags) => ("tag", name(tags)),
        ("worn", worn) => ("worn", FactValue::Bool(worn == "used")),
        ("accessories", "missing") => ("parts", name("short")),
        ("accessories", _) => ("parts", name("all")),
        ("gift", "kept") => ("gift_back", name("lost")),
        ("gift", "back") => ("gift_back", name("with_it")),
        ("gift", gift) => ("gift_back", name(gift)),
        _another => return None,
    })
}

/// What is known of a piece of the return check from a fact that says the same; for the form, so that
/// nobody is asked twice.
#[must_use]
pub fn goods_known(case: &CaseState, piece: &str) -> Option<&'static str> {
    let known = |fact: &str| case.facts.get(&FactId::from(fact)).map(|fact| &fact.value);
    ReturnCheck::names(piece).into_iter().find(|value| {
        let said = of_goods(piece, value);
        // Not worn is opened or not: which, the fact does not say.
        let open = piece == "worn" && *value != "used";
        said.is_some_and(|(fact, value)| !open && known(fact) == Some(&value))
    })
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
