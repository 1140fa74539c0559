//! Promises counted from a date that was not known when they were made.

use super::refusal::{Named, nearest};
use super::{Desk, Refusal};
use crate::domain::{
    After, CaseState, Event, FactId, FactKind, FactValue, Lang, Promise, Span, Stamp,
};
use crate::guide::Awaited;
use crate::playbook::{DueRule, FactDecl, Playbook, dependent_words};

/// Until when a promise whose date is not known any more is looked at again.
const LOOK_AGAIN: Span = Span::days(15);

/// When a promise is looked after whose date is not known yet.
#[must_use]
pub const fn look_again(now: Stamp) -> Stamp {
    now.plus(LOOK_AGAIN)
}

/// The dates a playbook knows of, for a promise to be counted from.
fn dates(playbook: &Playbook) -> impl Iterator<Item = &FactDecl> {
    playbook.facts.iter().filter(|fact| fact.kind == FactKind::Date)
}

/// Reads what a promise is counted from: `3wd after goods_back_on`, the date by its name or by what it
/// is called. Nothing when the text does not say so.
///
/// # Errors
/// [`Refusal::Unknown`] when the playbook knows no such date.
#[must_use]
pub fn counted_from(text: &str, playbook: &Playbook) -> Option<Result<After, Refusal>> {
    let (rule, event) = text.split_once(" after ")?;
    let rule = DueRule::parse(rule.trim())?.to_string();
    let event = event.trim();
    let called = |fact: &&FactDecl| {
        let label = |lang| fact.label.get(lang).eq_ignore_ascii_case(event);
        fact.id.as_str() == event || label(Lang::Zh) || label(Lang::En)
    };
    Some(match dates(playbook).find(called) {
        Some(fact) => Ok(After { fact: fact.id.clone(), rule }),
        None => Err(unknown(event, playbook)),
    })
}

/// A date counted from something, as a buyer reads it: `within 3 working days after the goods are back`.
pub(super) fn words(after: &After, playbook: &Playbook, lang: Lang) -> String {
    let label = playbook.fact(&after.fact).map_or(after.fact.as_str(), |fact| fact.label.get(lang));
    let rule = DueRule::parse(&after.rule);
    rule.map_or_else(|| after.rule.clone(), |rule| dependent_words(rule, label, lang))
}

/// The same for what is typed as a date; nothing when it is counted from nothing.
#[must_use]
pub fn counted_words(typed: &str, playbook: &Playbook, lang: Lang) -> Option<String> {
    Some(words(&counted_from(typed, playbook)?.ok()?, playbook, lang))
}

/// Refuses a date the playbook does not know of.
pub(super) fn is_date(fact: &FactId, playbook: &Playbook) -> Result<(), Refusal> {
    let known = dates(playbook).any(|date| date.id == *fact);
    if known { Ok(()) } else { Err(unknown(fact.as_str(), playbook)) }
}

fn unknown(name: &str, playbook: &Playbook) -> Refusal {
    let known = dates(playbook).map(|fact| fact.id.as_str());
    Refusal::Unknown { what: Named::Fact, name: name.to_owned(), nearest: nearest(name, known) }
}

/// The date of the playbook that is meant by words such as "once we have it back"; nothing when it
/// knows none of that.
pub(super) fn awaited(event: Awaited, playbook: &Playbook) -> Option<FactId> {
    let names: &[&str] = match event {
        Awaited::GoodsBack => &["goods_back_on"],
        Awaited::Delivered => &["arrival", "signed_on"],
    };
    let known = |name: &&&str| dates(playbook).any(|date| date.id.as_str() == **name);
    names.iter().find(known).map(|name| FactId::from(*name))
}

/// Dates open promises whose date became known, and undates those whose date is gone. One whose
/// date was agreed anew with the buyer stays as agreed.
pub(super) fn settle(case: &CaseState, desk: &Desk<'_>) -> Vec<Event> {
    let waiting = case.open_promises().filter(|promise| promise.moved == 0);
    waiting.filter_map(|promise| dated(promise, case, desk)).collect()
}

fn dated(promise: &Promise, case: &CaseState, desk: &Desk<'_>) -> Option<Event> {
    let after = promise.after.as_ref()?;
    let known = match desk.playbook.value(&after.fact, &desk.situation(case)) {
        Some(FactValue::Date(day)) => Some(day),
        _not_known => None,
    };
    let no = promise.no;
    match known.zip(DueRule::parse(&after.rule)) {
        Some((day, rule)) => {
            let due = rule.from(desk.policy.calendar.start_of(day), &desk.policy.calendar);
            let told = !promise.pending && promise.due == due;
            (!told).then_some(Event::PromiseDated { no, due, pending: false })
        }
        None => (!promise.pending).then(|| {
            let due = desk.now.plus(LOOK_AGAIN);
            Event::PromiseDated { no, due, pending: true }
        }),
    }
}
