//! The clocks that run against the shop on the open case: which they are, how pressing each is, and
//! which of them are hints only.

use super::words::rule;
use super::{Model, OpenCase};
use crate::domain::{CaseState, Lang, Level, Stamp, TimerId};
use crate::i18n::fill;
use crate::playbook::Playbook;
use crate::standard::Citation;

/// How many days ahead the holidays have to be known.
const SOON_DAYS: i64 = 45;

/// How many days ahead the next day off is looked for.
const LOOK_AHEAD: usize = 60;

/// What a clock is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClockName {
    /// The answer a waiting buyer is owed.
    Answer,
    /// The step of that title.
    Step(String),
    /// The whole case; the clock's title.
    Case(String),
    /// What that person or office has to decide.
    Escalation(String),
    /// A clock the playbook does not know any more.
    Other(String),
}

/// A clock of the case that has not stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunningClock {
    /// What it is about.
    pub name: ClockName,
    /// When it runs out.
    pub due: Stamp,
    /// How pressing it is.
    pub level: Level,
    /// Whether it stands still.
    pub paused: bool,
    /// Whether what it rests on is a hint, and not the rule.
    pub hint: bool,
    /// What it rests on, each with what keeps it from being put forward as the rule.
    pub basis: Vec<String>,
}

impl Model {
    /// The clocks of the open case, the one that runs out first on top; those that stand still
    /// last.
    #[must_use]
    pub fn clocks(&self) -> Vec<RunningClock> {
        let Some(open) = self.open.as_ref().filter(|open| open.state.is_open()) else {
            return Vec::new();
        };
        let mut clocks: Vec<RunningClock> = open
            .state
            .running_timers()
            .map(|timer| {
                let basis = self.basis(open, &timer.id);
                RunningClock {
                    name: ClockName::of(&timer.id, open.playbook.as_deref(), self.lang),
                    due: timer.due,
                    level: timer.level(self.now),
                    paused: timer.paused.is_some(),
                    hint: basis.iter().any(|citation| !citation.speaks_as_rule()),
                    basis: basis
                        .iter()
                        .map(|citation| rule(citation, self.strings, self.lang))
                        .collect(),
                }
            })
            .collect();
        clocks.sort_by_key(|clock| (clock.paused, clock.due));
        clocks
    }

    /// What the clocks count by: the hours and days the shop works, its next day off, and how far its
    /// holidays are known.
    #[must_use]
    pub fn working_hours(&self) -> String {
        let (texts, calendar) = (&self.strings.clocks, &self.policy.calendar);
        let names: Vec<&str> = self.strings.time.weekdays.split(' ').collect();
        let days: Vec<&str> = names
            .iter()
            .zip(calendar.week)
            .filter(|(_, works)| *works)
            .map(|(name, _)| *name)
            .collect();
        let days =
            if days.len() == names.len() { texts.every_day.to_owned() } else { days.join(" ") };
        let (from, to) = (calendar.opens.format("%H:%M"), calendar.closes.format("%H:%M"));
        let values: [(&str, &dyn std::fmt::Display); 3] =
            [("days", &days), ("from", &from), ("to", &to)];
        let mut told = vec![fill(texts.hours, &values)];
        let today = calendar.day_of(self.now);
        if !calendar.works_on(today) {
            told.push(texts.rests_today.to_owned());
        }
        let ahead = today.iter_days().skip(1).take(LOOK_AHEAD);
        if let Some(day) = ahead.into_iter().find(|day| !calendar.works_on(*day)) {
            told.push(fill(texts.next_rest, &[("day", &day)]));
        }
        // Where they run out soon, a line of its own says so.
        let known = calendar.known_through.filter(|_| !self.holidays_run_out());
        if let Some(day) = known {
            told.push(fill(texts.through, &[("day", &day)]));
        }
        told.join(self.strings.refusal.list_mark)
    }

    /// Whether the holidays the shop keeps are not known for the weeks ahead.
    #[must_use]
    pub fn holidays_run_out(&self) -> bool {
        self.policy.calendar.runs_out_within(SOON_DAYS, self.now)
    }

    /// The rules a clock of the case rests on, as they may be cited today.
    fn basis(&self, open: &OpenCase, timer: &TimerId) -> Vec<Citation> {
        let declared = open.playbook.as_ref().and_then(|playbook| playbook.timer(timer));
        let Some((declared, standards)) = declared.zip(self.standards.as_ref()) else {
            return Vec::new();
        };
        let today = self.policy.calendar.day_of(self.now);
        declared.basis.iter().filter_map(|id| standards.cite(id, today)).collect()
    }
}

impl ClockName {
    /// What a clock of a case is about, by its playbook.
    #[must_use]
    pub fn of(timer: &TimerId, playbook: Option<&Playbook>, lang: Lang) -> Self {
        if timer.as_str() == CaseState::ANSWER_TIMER {
            return Self::Answer;
        }
        let known = playbook.and_then(|playbook| declared(playbook, timer, lang));
        known.unwrap_or_else(|| Self::Other(timer.to_string()))
    }
}

/// What a playbook says of a clock of that name.
pub(super) fn declared(playbook: &Playbook, timer: &TimerId, lang: Lang) -> Option<ClockName> {
    if let Some(declared) = playbook.timer(timer) {
        return Some(ClockName::Case(declared.title.get(lang).to_owned()));
    }
    let overlays = playbook.overlays.iter().flat_map(|overlay| &overlay.steps);
    let over = overlays.filter(|over| over.timer.as_ref().is_some_and(|own| own.id == *timer));
    let over: Vec<_> = over.map(|over| &over.id).collect();
    for step in &playbook.steps {
        if let Some(up) = step.escalate.as_ref().filter(|up| up.timer == *timer) {
            return Some(ClockName::Escalation(up.to.get(lang).to_owned()));
        }
        let own = step.timer.as_ref().is_some_and(|own| own.id == *timer);
        if own || over.contains(&&step.id) {
            return Some(ClockName::Step(step.title.get(lang).to_owned()));
        }
    }
    None
}
