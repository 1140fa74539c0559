//! Which clocks an act starts, stops, or has stand still.

mod case;
mod step;

pub(super) use step::{change_step, start_step, stop_step};

use super::Desk;
use super::settle::Kind;
use crate::domain::{CaseState, Event, Stamp, Timer, TimerEnd, TimerId, TimerScope};
use crate::playbook::{Condition, DueRule};

/// When a buyer who waits since then is owed an answer.
pub(super) fn answer_due(waiting_since: Stamp, desk: &Desk<'_>) -> Stamp {
    desk.policy.calendar.after_working(waiting_since, desk.policy.first_answer)
}

/// The answer a waiting buyer is owed: starts the clock, whether or not it ran before.
pub(super) fn start_answer(waiting_since: Stamp, desk: &Desk<'_>) -> Event {
    let due = answer_due(waiting_since, desk);
    let (timer, scope) = (TimerId::from(CaseState::ANSWER_TIMER), TimerScope::Shop);
    Event::TimerStarted { timer, due, warn: Vec::new(), scope }
}

/// Whether the answer clock runs.
pub(super) fn answer_runs(case: &CaseState) -> bool {
    running(case, CaseState::ANSWER_TIMER).is_some()
}

/// The buyer has an answer: stops the timer if it runs.
pub(super) fn stop_answer(case: &CaseState) -> Option<Event> {
    stop(case, CaseState::ANSWER_TIMER, TimerEnd::Done)
}

/// Stops a timer if it runs.
pub(super) fn stop(case: &CaseState, timer: &str, end: TimerEnd) -> Option<Event> {
    running(case, timer).map(|running| Event::TimerStopped { timer: running.id.clone(), end })
}

/// Stops every running timer.
pub(super) fn stop_all(case: &CaseState) -> Vec<Event> {
    case.running_timers()
        .map(|running| Event::TimerStopped { timer: running.id.clone(), end: TimerEnd::Dropped })
        .collect()
}

/// What an act means for the clocks of the case and of the step it stands at, besides what the act
/// itself has done to them. `before` is nothing for a new case.
pub(super) fn settle(
    before: Option<&CaseState>,
    after: &CaseState,
    kind: Kind,
    desk: &Desk<'_>,
) -> Vec<Event> {
    let mut events = step::settle(before, after, kind, desk);
    events.extend(case::settle(before, after, kind, desk));
    events
}

fn running<'c>(case: &'c CaseState, timer: &str) -> Option<&'c Timer> {
    case.timers.get(timer).filter(|timer| timer.ended.is_none())
}

/// Only what a playbook says otherwise is written down.
fn warnings(warn: &[u8]) -> Vec<u8> {
    if warn == Timer::WARN { Vec::new() } else { warn.to_vec() }
}

/// Has a running clock stand still, or go on, as its condition says now.
fn pause_or_resume(
    timer: &Timer,
    pause: Option<&Condition>,
    due: DueRule,
    (after, kind, desk): (&CaseState, Kind, &Desk<'_>),
) -> Option<Event> {
    let stands = pause.is_some_and(|pause| holds(desk, after, pause));
    let timer_id = timer.id.clone();
    match (timer.paused, stands) {
        (None, true) => Some(Event::TimerPaused { timer: timer_id }),
        (Some(since), false) => {
            // A pause that went with the reply taken back has never been.
            let never = kind == Kind::TakesBack(since);
            let calendar = &desk.policy.calendar;
            let due =
                if never { timer.due } else { due.resumed(timer.due, since, desk.now, calendar) };
            Some(Event::TimerResumed { timer: timer_id, due })
        }
        (None, false) | (Some(_), true) => None,
    }
}

/// Whether a condition holds at a case's step; one that cannot be decided does not.
fn holds(desk: &Desk<'_>, case: &CaseState, condition: &Condition) -> bool {
    desk.playbook.holds_now(condition, &desk.situation(case))
}
