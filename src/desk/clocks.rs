//! Which clocks an act starts and stops.

use super::Desk;
use crate::domain::{CaseState, Event, Stamp, StepId, StepReason, TimerEnd, TimerId};

/// When a buyer who waits since then is owed an answer.
pub(super) fn answer_due(waiting_since: Stamp, desk: &Desk<'_>) -> Stamp {
    desk.policy.calendar.after_working(waiting_since, desk.policy.first_answer)
}

/// The answer a waiting buyer is owed: starts the clock, whether or not it ran before.
pub(super) fn start_answer(waiting_since: Stamp, desk: &Desk<'_>) -> Event {
    let due = answer_due(waiting_since, desk);
    Event::TimerStarted { timer: TimerId::from(CaseState::ANSWER_TIMER), due, warn: Vec::new() }
}

/// Whether the answer clock runs.
pub(super) fn answer_runs(case: &CaseState) -> bool {
    case.running_timers().any(|timer| timer.id.as_str() == CaseState::ANSWER_TIMER)
}

/// The buyer has an answer: stops the timer if it runs.
pub(super) fn stop_answer(case: &CaseState) -> Option<Event> {
    stop(case, CaseState::ANSWER_TIMER, TimerEnd::Done)
}

/// Stops a timer if it runs.
pub(super) fn stop(case: &CaseState, timer: &str, end: TimerEnd) -> Option<Event> {
    case.running_timers()
        .find(|running| running.id.as_str() == timer)
        .map(|running| Event::TimerStopped { timer: running.id.clone(), end })
}

/// Stops every running timer.
pub(super) fn stop_all(case: &CaseState) -> Vec<Event> {
    case.running_timers()
        .map(|running| Event::TimerStopped { timer: running.id.clone(), end: TimerEnd::Dropped })
        .collect()
}

/// Another step: the old one's timer stops, the new one's starts.
pub(super) fn change_step(
    desk: &Desk<'_>,
    case: &CaseState,
    step: &StepId,
    reason: StepReason,
) -> Vec<Event> {
    let mut events = Vec::new();
    let old = desk.playbook.step(&case.step).and_then(|old| old.timer.as_ref());
    if let Some(timer) = old {
        let end = match reason {
            StepReason::Forward => TimerEnd::Done,
            StepReason::Skipped
            | StepReason::Back
            | StepReason::Calming
            | StepReason::Moved
            | StepReason::Again
            | StepReason::Entered
            | StepReason::Reopened => TimerEnd::Dropped,
        };
        events.extend(stop(case, timer.id.as_str(), end));
    }
    let (from, step_) = (case.step.clone(), step.clone());
    events.push(Event::StepEntered { from, step: step_, reason, passed: Vec::new() });
    events.extend(start_step(desk, step));
    events
}

/// The clock a step declares.
pub(super) fn start_step(desk: &Desk<'_>, step: &StepId) -> Option<Event> {
    let timer = desk.playbook.step(step)?.timer.as_ref()?;
    let due = timer.due.from(desk.now, &desk.policy.calendar);
    Some(Event::TimerStarted { timer: timer.id.clone(), due, warn: Vec::new() })
}
