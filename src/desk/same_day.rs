//! The answer in substance a buyer is owed on the day they complain, whatever was said first.

use super::{Desk, clocks};
use crate::domain::{CaseState, Event, Sent, Stamp, TimerEnd, TimerId, TimerScope};
use crate::playbook::ReplyKind;

/// Closing time of the day the buyer wrote, or of the next working day when the shop had closed.
pub(super) fn due(since: Stamp, desk: &Desk<'_>) -> Stamp {
    desk.policy.calendar.close_of_day(since, 0)
}

/// Starts the clock of a complaint that begins, or begins again.
pub(super) fn start(since: Stamp, desk: &Desk<'_>) -> Option<Event> {
    desk.policy.same_day.then(|| started(due(since, desk)))
}

/// Stops it when a reply answers in substance.
pub(super) fn stop(case: &CaseState, kinds: &[ReplyKind], desk: &Desk<'_>) -> Option<Event> {
    if !is_substance(case, kinds, desk) {
        return None;
    }
    clocks::stop(case, CaseState::SAME_DAY_TIMER, TimerEnd::Done)
}

/// The reply that stopped it is taken back: it goes on to the same end.
pub(super) fn again(case: &CaseState, sent: &Sent) -> Option<Event> {
    let timer = case.timers.get(CaseState::SAME_DAY_TIMER)?;
    let by_it = timer.ended == Some(TimerEnd::Done) && timer.stopped == Some(sent.at);
    by_it.then(|| started(timer.due))
}

/// Whether a reply says what is the matter or what will be done: an explanation, a finding, an offer;
/// or, in free words, anything once the case is past calming.
fn is_substance(case: &CaseState, kinds: &[ReplyKind], desk: &Desk<'_>) -> bool {
    if kinds.is_empty() {
        return !desk.playbook.step(&case.step).is_some_and(|step| step.calming);
    }
    kinds.iter().any(|kind| match kind {
        ReplyKind::Inform | ReplyKind::Explain | ReplyKind::Offer => true,
        ReplyKind::Calm
        | ReplyKind::Listen
        | ReplyKind::Restate
        | ReplyKind::Ask
        | ReplyKind::Promise
        | ReplyKind::Thank
        | ReplyKind::Statement => false,
    })
}

fn started(due: Stamp) -> Event {
    let (timer, scope) = (TimerId::from(CaseState::SAME_DAY_TIMER), TimerScope::Shop);
    Event::TimerStarted { timer, due, warn: Vec::new(), scope }
}
