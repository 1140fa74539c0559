//! Clocks of the step the case stands at: its own, and the one that runs while the matter is handed
//! up.

use super::{pause_or_resume, running, stop, warnings};
use crate::desk::Desk;
use crate::desk::settle::Kind;
use crate::domain::{CaseState, Event, Stamp, StepId, StepReason, TimerEnd, TimerId, TimerScope};
use crate::playbook::{Again, DueRule, StepTimer};

/// Another step: the old one's clocks stop, its own start, and it begins afresh if it says so.
pub(in crate::desk) fn change_step(
    desk: &Desk<'_>,
    case: &CaseState,
    step: &StepId,
    reason: StepReason,
    passed: Vec<StepId>,
) -> Vec<Event> {
    let mut events = Vec::new();
    let (from, to) = (case.step.clone(), step.clone());
    if reason == StepReason::Again {
        // The same stay goes on: so do its clocks.
        events.push(Event::StepEntered { from, step: to, reason, passed });
        events.extend(unticked(case, step));
        return events;
    }
    let end = match reason {
        StepReason::Forward | StepReason::Again => TimerEnd::Done,
        StepReason::Skipped
        | StepReason::Back
        | StepReason::Calming
        | StepReason::Moved
        | StepReason::Entered
        | StepReason::Reopened
        | StepReason::Undone => TimerEnd::Dropped,
    };
    events.extend(stop_step(desk, case, end));
    events.push(Event::StepEntered { from, step: to, reason, passed });
    if begins_afresh(desk, case, step, reason) {
        events.extend(unticked(case, step));
    }
    events.extend(start_step(desk, case, step));
    events
}

/// Stops the clocks of the step a case stands at.
pub(in crate::desk) fn stop_step(desk: &Desk<'_>, case: &CaseState, end: TimerEnd) -> Vec<Event> {
    let clocks = clocks_of(desk, case, &case.step);
    clocks.iter().filter_map(|(id, ..)| stop(case, id.as_str(), end)).collect()
}

/// The clocks a step declares.
pub(in crate::desk) fn start_step(desk: &Desk<'_>, case: &CaseState, step: &StepId) -> Vec<Event> {
    let start = |(timer, due, warn): (TimerId, DueRule, Vec<u8>)| {
        let due = due.from(desk.now, &desk.policy.calendar);
        Event::TimerStarted { timer, due, warn, scope: TimerScope::Shop }
    };
    clocks_of(desk, case, step).into_iter().map(start).collect()
}

/// An overlay that comes or goes may change the step's clock: the one that applies now has run since
/// the step was entered. A clock stands still as its condition says.
pub(super) fn settle(
    before: Option<&CaseState>,
    after: &CaseState,
    kind: Kind,
    desk: &Desk<'_>,
) -> Vec<Event> {
    let mut events = Vec::new();
    let timer_of = |case: &CaseState| {
        let present = desk.playbook.present(&case.step, &desk.situation(case));
        present.and_then(|present| present.timer())
    };
    let now = timer_of(after);
    let stayed = before.filter(|before| {
        before.is_open() && before.visits.len() == after.visits.len() && kind != Kind::Moves
    });
    if let Some(was) = stayed.map(timer_of)
        && was.map(|was| (&was.id, was.due)) != now.map(|now| (&now.id, now.due))
    {
        if let Some(was) = was.filter(|was| now.is_none_or(|now| now.id != was.id)) {
            events.extend(stop(after, was.id.as_str(), TimerEnd::Dropped));
        }
        let since = after.stay().map_or(desk.now, |visit| visit.at);
        events.extend(now.map(|now| started(now, since, desk)));
        return events;
    }
    if let Some(timer) = now {
        let running = running(after, timer.id.as_str());
        let pause = timer.pause.as_ref();
        events.extend(
            running.and_then(|running| {
                pause_or_resume(running, pause, timer.due, (after, kind, desk))
            }),
        );
    }
    events
}

fn started(timer: &StepTimer, since: Stamp, desk: &Desk<'_>) -> Event {
    let due = timer.due.from(since, &desk.policy.calendar);
    let (timer, warn) = (timer.id.clone(), warnings(&timer.warn));
    Event::TimerStarted { timer, due, warn, scope: TimerScope::Shop }
}

fn clocks_of(desk: &Desk<'_>, case: &CaseState, step: &StepId) -> Vec<(TimerId, DueRule, Vec<u8>)> {
    let Some(present) = desk.playbook.present(step, &desk.situation(case)) else {
        return Vec::new();
    };
    let own = present.timer().map(|timer| (timer.id.clone(), timer.due, warnings(&timer.warn)));
    let up = present.step.escalate.as_ref();
    own.into_iter().chain(up.map(|up| (up.timer.clone(), up.due, Vec::new()))).collect()
}

/// Whether a step begins without its old ticks. Going back, or coming back from calming, keeps them.
fn begins_afresh(desk: &Desk<'_>, case: &CaseState, step: &StepId, reason: StepReason) -> bool {
    let anew = match reason {
        StepReason::Forward => case.left_for_calming() != Some(step),
        StepReason::Skipped | StepReason::Reopened | StepReason::Again => true,
        StepReason::Back
        | StepReason::Calming
        | StepReason::Moved
        | StepReason::Entered
        | StepReason::Undone => false,
    };
    let fresh = desk.playbook.step(step).is_some_and(|step| step.again == Again::Fresh);
    anew && fresh && case.visits.iter().any(|visit| visit.step == *step)
}

fn unticked<'c>(case: &'c CaseState, step: &'c StepId) -> impl Iterator<Item = Event> + 'c {
    let ticked = case.checks.iter().filter(move |(of, _)| of == step);
    ticked.map(|(step, check)| Event::CheckSet {
        step: step.clone(),
        check: check.clone(),
        done: false,
    })
}
