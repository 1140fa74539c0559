//! Clocks of the whole case, from one condition to another.

use super::{holds, pause_or_resume, running, warnings};
use crate::desk::Desk;
use crate::desk::settle::Kind;
use crate::domain::{CaseState, Event, FactValue, Stamp, Timer, TimerEnd, TimerScope};
use crate::playbook::CaseTimer;

/// Starts, stops, pauses and resumes the clocks a playbook declares for the case.
pub(super) fn settle(
    before: Option<&CaseState>,
    after: &CaseState,
    kind: Kind,
    desk: &Desk<'_>,
) -> Vec<Event> {
    let turn = Turn { before, after, kind, desk };
    desk.playbook.timers.iter().flat_map(|timer| turn.events(timer)).collect()
}

/// One act, as the clocks see it.
struct Turn<'a> {
    before: Option<&'a CaseState>,
    after: &'a CaseState,
    kind: Kind,
    desk: &'a Desk<'a>,
}

impl Turn<'_> {
    fn events(&self, timer: &CaseTimer) -> Vec<Event> {
        match running(self.after, timer.id.as_str()) {
            Some(running) => self.goes_on(timer, running).into_iter().collect(),
            None => self.starts(timer),
        }
    }

    fn goes_on(&self, timer: &CaseTimer, running: &Timer) -> Option<Event> {
        if self.stops(timer, self.after) {
            return Some(stopped(timer, TimerEnd::Done));
        }
        let taken_back = matches!(self.kind, Kind::TakesBack(_));
        let begun = |case: &CaseState| self.begins(timer, case);
        if taken_back && self.before.is_some_and(begun) && !begun(self.after) {
            return Some(stopped(timer, TimerEnd::Dropped));
        }
        // The date it counts from was corrected; a clock that stood still goes by what it has left.
        if timer.from.is_some() && running.ticks() && running.stood.is_zero() {
            let due = self.due(timer).filter(|due| *due != running.due);
            if let Some(due) = due {
                return Some(started(timer, due));
            }
        }
        let about = (self.after, self.kind, self.desk);
        pause_or_resume(running, timer.pause.as_ref(), timer.due, about)
    }

    fn starts(&self, timer: &CaseTimer) -> Vec<Event> {
        let earlier = self.after.timers.get(timer.id.as_str());
        let goes_on = earlier.filter(|earlier| self.goes_on_after_all(earlier));
        let due = match (goes_on, earlier) {
            (Some(earlier), _) => Some(earlier.due).filter(|_| !self.stops(timer, self.after)),
            (None, _) if !self.begins(timer, self.after) || self.stops(timer, self.after) => None,
            (None, None) => self.due(timer),
            (None, Some(_)) => {
                let fell = |before| !self.begins(timer, before);
                self.due(timer).filter(|_| self.before.is_some_and(fell))
            }
        };
        let Some(due) = due else { return Vec::new() };
        let mut events = vec![started(timer, due)];
        if timer.pause.as_ref().is_some_and(|pause| holds(self.desk, self.after, pause)) {
            events.push(Event::TimerPaused { timer: timer.id.clone() });
        }
        events
    }

    /// Whether a clock that had stopped goes on to the same end: the reply that stopped it was taken
    /// back, or the case it stopped with was taken up again.
    fn goes_on_after_all(&self, earlier: &Timer) -> bool {
        match self.kind {
            Kind::TakesBack(sent) => {
                earlier.ended == Some(TimerEnd::Done) && earlier.stopped == Some(sent)
            }
            Kind::Sends(_) | Kind::Moves | Kind::Other => {
                let taken_up = self.before.is_some_and(|before| !before.is_open());
                taken_up && earlier.ended == Some(TimerEnd::Dropped)
            }
        }
    }

    /// When it runs out if it starts now; nothing while the date it counts from is not known.
    fn due(&self, timer: &CaseTimer) -> Option<Stamp> {
        let calendar = &self.desk.policy.calendar;
        let from = match &timer.from {
            None => self.desk.now,
            Some(fact) => {
                let situation = self.desk.situation(self.after);
                match self.desk.playbook.value(fact, &situation)? {
                    FactValue::Date(day) => calendar.start_of(day),
                    _no_date => return None,
                }
            }
        };
        Some(timer.due.from(from, calendar))
    }

    fn begins(&self, timer: &CaseTimer, case: &CaseState) -> bool {
        let dated = timer.from.as_ref().is_none_or(|fact| {
            self.desk.playbook.value(fact, &self.desk.situation(case)).is_some()
        });
        dated && timer.start.as_ref().is_none_or(|start| holds(self.desk, case, start))
    }

    fn stops(&self, timer: &CaseTimer, case: &CaseState) -> bool {
        timer.stop.as_ref().is_some_and(|stop| holds(self.desk, case, stop))
    }
}

fn started(timer: &CaseTimer, due: Stamp) -> Event {
    let scope = if timer.basis.is_empty() { TimerScope::Shop } else { TimerScope::Platform };
    Event::TimerStarted { timer: timer.id.clone(), due, warn: warnings(&timer.warn), scope }
}

fn stopped(timer: &CaseTimer, end: TimerEnd) -> Event {
    Event::TimerStopped { timer: timer.id.clone(), end }
}
