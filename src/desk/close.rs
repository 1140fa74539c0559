//! The end of a case: settled at the playbook's end, or otherwise with a word on why. Never with a
//! promise left open.

use super::{Desk, Refusal, clocks};
use crate::domain::{CaseState, CloseResult, Event};
use crate::playbook::Next;

/// Decides the events of closing the case.
pub(super) fn close(
    case: &CaseState,
    result: CloseResult,
    words: String,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    let open: Vec<_> =
        case.open_promises().map(|promise| (promise.no, promise.what.clone())).collect();
    if !open.is_empty() {
        return Err(Refusal::OpenPromises(open));
    }
    match result {
        CloseResult::Settled => at_end(case, desk)?,
        CloseResult::Unanswered | CloseResult::Ruled | CloseResult::Refused | CloseResult::Void => {
            if words.trim().is_empty() {
                return Err(Refusal::WordsWanted);
            }
        }
    }
    let mut events = clocks::stop_all(case);
    events.push(Event::CaseClosed { result, words, ending: None });
    Ok(events)
}

/// Whether the playbook is walked to its end.
fn at_end(case: &CaseState, desk: &Desk<'_>) -> Result<(), Refusal> {
    let view = desk.survey(case)?;
    match desk.route(case)? {
        Next::End | Next::Ending(_) if view.missing.is_empty() => Ok(()),
        Next::End | Next::Ending(_) => Err(Refusal::Missing(view.missing)),
        Next::Step(_) | Next::Playbook(_) => Err(Refusal::NotAtEnd),
    }
}
