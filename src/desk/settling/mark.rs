//! Places in the conversation one comes back to.

use super::{done, known};
use crate::desk::Refusal;
use crate::domain::{CaseState, Event, Mark, MessageNo, SettlingDeed};

/// Decides the event of marking a message, or of taking the mark away.
pub(super) fn mark(
    case: &CaseState,
    mark: Mark,
    no: MessageNo,
    on: bool,
) -> Result<Vec<Event>, Refusal> {
    known(case, Some(no))?;
    if case.settling.marks.contains(&(mark, no)) == on {
        return Err(Refusal::NothingNew);
    }
    Ok(done(SettlingDeed::MessageMarked { mark, no, on }))
}
