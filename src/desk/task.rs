//! Work handed to others. Without an owner and an agreed time it is not handed over, and not before the
//! agent has said what they tried themselves.

use super::{Desk, Handover, Refusal};
use crate::domain::{CaseState, Event, Stamp, TaskNo};

/// Decides the event of handing work over.
pub(super) fn open(
    case: &CaseState,
    handover: Handover,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    let Handover { department, owner, what, tried, due } = handover;
    let [owner, what, tried] = [owner, what, tried].map(|text| text.trim().to_owned());
    if owner.is_empty() || what.is_empty() {
        return Err(Refusal::OwnerWanted);
    }
    if tried.is_empty() {
        return Err(Refusal::TriedWanted);
    }
    if due <= desk.now {
        return Err(Refusal::PastDue(due));
    }
    let before = u32::try_from(case.tasks.len()).unwrap_or(u32::MAX);
    let no = TaskNo(before.saturating_add(1));
    Ok(vec![Event::TaskOpened { no, department, owner, what, tried, due }])
}

/// Decides the event of another time.
pub(super) fn change_time(
    case: &CaseState,
    no: TaskNo,
    due: Stamp,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    known(case, no)?;
    if due <= desk.now {
        return Err(Refusal::PastDue(due));
    }
    Ok(vec![Event::TaskMoved { no, due }])
}

/// Decides the event of a task that is done.
pub(super) fn finish(case: &CaseState, no: TaskNo, result: String) -> Result<Vec<Event>, Refusal> {
    known(case, no)?;
    Ok(vec![Event::TaskDone { no, result }])
}

/// Decides the event of a task that is no longer wanted.
pub(super) fn drop(case: &CaseState, no: TaskNo, reason: String) -> Result<Vec<Event>, Refusal> {
    known(case, no)?;
    if reason.trim().is_empty() {
        return Err(Refusal::WordsWanted);
    }
    Ok(vec![Event::TaskDropped { no, reason }])
}

/// Refuses a task that is not to be done any more.
pub(super) fn known(case: &CaseState, no: TaskNo) -> Result<(), Refusal> {
    if case.task(no).is_some_and(crate::domain::Task::is_open) {
        return Ok(());
    }
    let open = case.open_tasks().into_iter().map(|task| task.no).collect();
    Err(Refusal::NoSuchTask { no, open })
}
