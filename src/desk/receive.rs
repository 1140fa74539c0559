//! Messages come in. What the file has already is sorted out before, by [`super::fresh`].

use super::{Desk, Refusal, clocks};
use crate::domain::{CaseState, Event, NewMessage, Stretch};

/// The messages, the clock a waiting buyer starts, and a closed case taken up again.
pub(super) fn receive(
    case: &CaseState,
    messages: Vec<NewMessage>,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    let stretch = Stretch::new(case.tally.last_no.next(), messages).ok_or(Refusal::NothingNew)?;
    let mut events = Vec::new();
    let answered = stretch.agent > 0;
    let waiting = if answered {
        stretch.waiting_since
    } else {
        case.tally.waiting_since.or(stretch.waiting_since)
    };
    let from_buyer = stretch.buyer > 0;
    events.push(Event::MessagesReceived { stretch });
    if !case.is_open() {
        // The buyer writes again: the case is not over, whatever was said.
        if !from_buyer {
            return Ok(events);
        }
        events.push(Event::CaseReopened { reason: String::new() });
    }
    if answered {
        events.extend(clocks::stop_answer(case));
    }
    if let Some(since) = waiting {
        let running = case.running_timers().any(|t| t.id.as_str() == CaseState::ANSWER_TIMER);
        if answered || !running {
            events.extend(restart(case, since, desk, answered));
        }
    }
    Ok(events)
}

/// Starts the answer clock even where the one before is being stopped by the same act.
fn restart(
    case: &CaseState,
    since: crate::domain::Stamp,
    desk: &Desk<'_>,
    answered: bool,
) -> Option<Event> {
    if answered {
        let due = desk.policy.calendar.after_working(since, desk.policy.first_answer);
        return Some(Event::TimerStarted { timer: CaseState::ANSWER_TIMER.into(), due });
    }
    clocks::start_answer(case, since, desk)
}
