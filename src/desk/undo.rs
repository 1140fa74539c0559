//! The newest act is taken back, or done again: what it changed is put back as it stood, exactly.

use super::{Desk, Refusal};
use crate::domain::{CaseState, Event, Version};

/// Decides the event of taking the newest act back, or of doing the one taken back again. `to` is the
/// case as it stood before the act, or after it.
pub(super) fn undo(
    case: &CaseState,
    to: &CaseState,
    redo: bool,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    let mark = if redo { case.acts.to_redo() } else { case.acts.to_undo() };
    let mark = mark.filter(|mark| mark.first > Version(1)).ok_or(Refusal::NothingToUndo)?;
    if !mark.restorable {
        return Err(Refusal::CannotUndo);
    }
    let until = mark.at.plus(desk.policy.undo_acts);
    if !redo && desk.now > until {
        return Err(Refusal::ActTooOld(until));
    }
    let wanted = if redo { mark.last } else { Version(mark.first.0.saturating_sub(1)) };
    if to.version != wanted || to.id != case.id {
        return Err(Refusal::NothingToUndo);
    }
    let change = case.difference(to).map_err(|broken| Refusal::BrokenStep(broken.to_string()))?;
    let (first, last, notes) = (mark.first, mark.last, mark.notes.clone());
    Ok(vec![Event::ActUndone { first, last, redo, notes, change }])
}
