//! A closed case is taken up again where it stood.

use super::{Desk, Refusal, clocks};
use crate::domain::{CaseState, Event};

/// Decides the events of reopening.
pub(super) fn reopen(
    case: &CaseState,
    reason: String,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    if case.is_open() {
        return Err(Refusal::CaseOpen);
    }
    let mut events = vec![Event::CaseReopened { reason }];
    events.extend(clocks::start_step(desk, case, &case.step));
    events.extend(case.tally.waiting_since.map(|since| clocks::start_answer(since, desk)));
    Ok(events)
}
