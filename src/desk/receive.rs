//! Messages come in. What the file has already is sorted out before, by [`super::fresh()`].

use super::{Desk, Refusal, clocks};
use crate::domain::{CaseState, Event, NewMessage, Stretch};

/// Decides the events of messages coming in: the clock a waiting buyer starts, and a closed case
/// taken up again.
pub(super) fn receive(
    case: &CaseState,
    messages: Vec<NewMessage>,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    let stretch = Stretch::new(case.tally.last_no.next(), messages).ok_or(Refusal::NothingNew)?;
    let answered = stretch.agent > 0;
    let from_buyer = stretch.buyer > 0;
    let waiting = if answered {
        stretch.waiting_since
    } else {
        case.tally.waiting_since.or(stretch.waiting_since)
    };
    let mut events = vec![Event::MessagesReceived { stretch }];
    if !case.is_open() {
        // The buyer writes again: the case is not over, whatever was said.
        if !from_buyer || case.asked_again() {
            // Asked again, they answer that: what comes of it is the agent's to say.
            return Ok(events);
        }
        events.push(Event::CaseReopened { reason: String::new() });
        events.extend(clocks::start_step(desk, case, &case.step));
    }
    if answered {
        events.extend(clocks::stop_answer(case));
    }
    if let Some(since) = waiting
        && (answered || !clocks::answer_runs(case))
    {
        events.push(clocks::start_answer(since, desk));
    }
    Ok(events)
}
