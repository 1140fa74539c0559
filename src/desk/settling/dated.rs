//! By when an option is done: counted from now, or from the day on which something happens.

use super::SettlingRefusal;
use crate::desk::{Desk, Refusal, counted_from, dates, look_again};
use crate::domain::{After, CaseState, FactId, FactKind, FactValue, Proposal, Remedy, Stamp};
use crate::playbook::{DueRule, due_words};

/// The day on which goods are back.
const GOODS_BACK: &str = "goods_back_on";

/// When an option is done.
#[derive(Debug)]
pub(super) struct Dated {
    /// By when; while the day it is counted from is not known, when to look after it.
    pub(super) due: Stamp,
    /// What it is counted from, if it is counted from something.
    pub(super) after: Option<After>,
    /// As the buyer reads it.
    pub(super) words: String,
    /// Whether the day is not known yet.
    pub(super) pending: bool,
}

/// By when an option is done, told now.
pub(super) fn dated(
    option: &Proposal,
    case: &CaseState,
    desk: &Desk<'_>,
) -> Result<Dated, Refusal> {
    let (calendar, now) = (&desk.policy.calendar, desk.now);
    let bad = || SettlingRefusal::BadDue(option.due.clone());
    let Some(after) = counted_from(&option.due, desk.playbook).transpose()? else {
        let due = DueRule::parse(&option.due).ok_or_else(bad)?.from(now, calendar);
        let words = due_words(due, now, calendar, desk.lang);
        return Ok(Dated { due, after: None, words, pending: false });
    };
    let rule = DueRule::parse(&after.rule).ok_or_else(bad)?;
    match desk.playbook.value(&after.fact, &desk.situation(case)) {
        Some(FactValue::Date(day)) => {
            let due = rule.from(calendar.start_of(day), calendar);
            let words = due_words(due, now, calendar, desk.lang);
            Ok(Dated { due, after: Some(after), words, pending: false })
        }
        _not_known => {
            let words = dates::words(&after, desk.playbook, desk.lang);
            Ok(Dated { due: look_again(now), after: Some(after), words, pending: true })
        }
    }
}

/// How the date of an option is kept: money for goods that come back is counted from the day they are
/// back, where the playbook knows that day and nobody named another.
pub(super) fn kept(option: &Proposal, case: &CaseState, desk: &Desk<'_>) -> Option<String> {
    let back = FactId::from(GOODS_BACK);
    let known = desk.playbook.fact(&back).is_some_and(|fact| fact.kind == FactKind::Date);
    let waits = known && option.remedy == Remedy::Return && !case.facts.contains_key(GOODS_BACK);
    let rule = DueRule::parse(&option.due).filter(|_| waits)?;
    Some(format!("{rule} after {back}"))
}
