//! A case is laid aside: until a time, until the buyer writes, or until whichever comes first. Not while
//! the buyer waits for an answer.

use super::{Desk, Refusal};
use crate::domain::{CaseState, Event, Stamp};

/// Decides the event of laying the case aside.
pub(super) fn snooze(
    case: &CaseState,
    until: Option<Stamp>,
    on_reply: bool,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    if case.tally.waiting_since.is_some() {
        return Err(Refusal::BuyerWaits);
    }
    if until.is_none() && !on_reply {
        return Err(Refusal::WhenWanted);
    }
    if let Some(until) = until.filter(|until| *until <= desk.now) {
        return Err(Refusal::PastDue(until));
    }
    let same = case.snooze.is_some_and(|now| now.until == until && now.on_reply == on_reply);
    if same { Err(Refusal::NothingNew) } else { Ok(vec![Event::Snoozed { until, on_reply }]) }
}

/// Decides the event of taking it up again.
pub(super) fn wake(case: &CaseState) -> Result<Vec<Event>, Refusal> {
    if case.snooze.is_none() { Err(Refusal::NothingNew) } else { Ok(vec![Event::Woken {}]) }
}
