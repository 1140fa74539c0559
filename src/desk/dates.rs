//! Promises counted from a date that was not known when they were made.

use super::Desk;
use crate::domain::{CaseState, Event, FactValue, Promise, Span};
use crate::playbook::DueRule;

/// Until when a promise whose date is not known any more is looked at again.
const LOOK_AGAIN: Span = Span::days(15);

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
