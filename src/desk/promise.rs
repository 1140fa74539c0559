//! Promises outside scripted replies: made, kept, broken, or given another date.

use super::{Desk, Refusal, dates};
use crate::domain::{After, CaseState, Event, PromiseNo, PromiseStatus, Stamp};

/// Decides the event of promising something.
pub(super) fn make(
    case: &CaseState,
    what: String,
    due: Stamp,
    after: Option<After>,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    if what.trim().is_empty() {
        return Err(Refusal::Blank);
    }
    if due <= desk.now {
        return Err(Refusal::PastDue(due));
    }
    if let Some(after) = &after {
        dates::is_date(&after.fact, desk.playbook)?;
    }
    let before = u32::try_from(case.promises.len()).unwrap_or(u32::MAX);
    let no = PromiseNo(before.saturating_add(1));
    Ok(vec![Event::PromiseMade { no, what, due, message: None, after }])
}

/// Decides the event of keeping a promise.
pub(super) fn keep(case: &CaseState, no: PromiseNo) -> Result<Vec<Event>, Refusal> {
    open(case, no)?;
    Ok(vec![Event::PromiseKept { no }])
}

/// Decides the event of breaking a promise.
pub(super) fn break_(case: &CaseState, no: PromiseNo) -> Result<Vec<Event>, Refusal> {
    open(case, no)?;
    Ok(vec![Event::PromiseBroken { no, owed: true }])
}

/// Decides the event of another date.
pub(super) fn change_date(
    case: &CaseState,
    no: PromiseNo,
    due: Stamp,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    open(case, no)?;
    if due <= desk.now {
        return Err(Refusal::PastDue(due));
    }
    Ok(vec![Event::PromiseMoved { no, due, message: None }])
}

/// Refuses a promise that is not to be kept any more.
pub(super) fn open(case: &CaseState, no: PromiseNo) -> Result<(), Refusal> {
    case.promise(no).filter(|promise| promise.status == PromiseStatus::Open).map(drop).ok_or_else(
        || Refusal::NoSuchPromise {
            no,
            open: case.open_promises().map(|promise| promise.no).collect(),
        },
    )
}
