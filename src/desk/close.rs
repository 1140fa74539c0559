//! The end of a case: settled at the playbook's end, or otherwise with a word on why. Never with a
//! promise left open, and not without what the shop wants to know first, unless for a reason.

use super::{Desk, Refusal, aftercare, clocks};
use crate::domain::{CaseState, CloseResult, EndingId, Event, ReplyId};
use crate::playbook::Next;

/// The name of this gate in the ledger.
const GATE: &str = "close";

/// Decides the events of closing the case.
pub(super) fn close(
    case: &CaseState,
    result: CloseResult,
    words: String,
    despite: Option<String>,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    let open: Vec<_> =
        case.open_promises().map(|promise| (promise.no, promise.what.clone())).collect();
    if !open.is_empty() {
        return Err(Refusal::OpenPromises(open));
    }
    let ending = match ending(case, result, &words, desk)? {
        Some(ending) => Some(ending),
        None if result == CloseResult::Settled => {
            at_end(case, desk)?;
            None
        }
        None if words.trim().is_empty() => return Err(Refusal::WordsWanted),
        None => None,
    };
    let wants = aftercare::wanting(case, result, desk);
    let mut events = Vec::new();
    if !wants.is_empty() {
        let Some(reason) = despite else { return Err(Refusal::NotClosable(wants)) };
        if reason.trim().is_empty() {
            return Err(Refusal::WordsWanted);
        }
        let missing = wants.iter().map(|want| want.name().to_owned()).collect();
        events.push(Event::GateOverridden { gate: GATE.to_owned(), missing, reason });
    }
    events.extend(clocks::stop_all(case));
    events.push(Event::CaseClosed { result, words, ending });
    Ok(events)
}

/// The ending the way leads to, if the case is closed there: what it wants must have been said.
fn ending(
    case: &CaseState,
    result: CloseResult,
    words: &str,
    desk: &Desk<'_>,
) -> Result<Option<EndingId>, Refusal> {
    let Ok(Next::Ending(id)) = desk.course(case).map(|course| course.next) else {
        return Ok(None);
    };
    let Some(ending) = desk.playbook.ending(&id).filter(|ending| ending.result == result) else {
        return Ok(None);
    };
    let missing = desk.survey(case)?.missing;
    if !missing.is_empty() {
        // Other results than the good one may be given anywhere, with a word on why.
        let anywhere = result != CloseResult::Settled && !words.trim().is_empty();
        return if anywhere { Ok(None) } else { Err(Refusal::Missing(missing)) };
    }
    // Words that would not be true here are not wanted here either: else nothing could be closed.
    let wanted = |reply: &&ReplyId| {
        !case.was_sent(reply) && desk.playbook.unfit(reply, &desk.situation(case)).is_none()
    };
    match ending.reply.as_ref().filter(wanted) {
        Some(reply) => Err(Refusal::ReplyWanted(reply.to_string())),
        None => Ok(Some(id)),
    }
}

/// Whether the playbook is walked to its plain end.
fn at_end(case: &CaseState, desk: &Desk<'_>) -> Result<(), Refusal> {
    let view = desk.survey(case)?;
    match desk.course(case)?.next {
        Next::End if view.missing.is_empty() => Ok(()),
        Next::End => Err(Refusal::Missing(view.missing)),
        Next::Ending(id) => {
            let other = desk.playbook.ending(&id).map(|ending| ending.result);
            Err(other.map_or(Refusal::NotAtEnd, Refusal::EndsOtherwise))
        }
        Next::Step(_) | Next::Playbook(_) => Err(Refusal::NotAtEnd),
    }
}
