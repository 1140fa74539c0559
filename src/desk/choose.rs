//! The case goes on with another playbook. Facts, ticks and promises stay; the step of the same
//! name is kept if the new playbook has one.

use super::{Desk, Refusal, clocks};
use crate::domain::{CaseState, Event, StepReason, TimerEnd};
use crate::playbook::Playbook;

/// Decides the events of another playbook.
pub(super) fn choose(
    case: &CaseState,
    playbook: &Playbook,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    if case.playbook == playbook.reference {
        return Err(Refusal::NothingNew);
    }
    let step = playbook.step(&case.step).map_or_else(|| playbook.first_step(), |step| &step.id);
    let mut events = clocks::stop_step(desk, case, TimerEnd::Dropped);
    for timer in &desk.playbook.timers {
        if playbook.timer(&timer.id).is_none() {
            events.extend(clocks::stop(case, timer.id.as_str(), TimerEnd::Dropped));
        }
    }
    events.push(Event::PlaybookChosen { playbook: playbook.reference.clone() });
    events.push(Event::StepEntered {
        from: case.step.clone(),
        step: step.clone(),
        reason: StepReason::Moved,
        passed: Vec::new(),
    });
    let moved = Desk { playbook, ..*desk };
    events.extend(clocks::start_step(&moved, case, step));
    Ok(events)
}
