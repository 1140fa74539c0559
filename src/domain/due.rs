//! What is due next on a case: the nearest of all that runs against the shop.

use super::{CaseState, Fen, PromiseStatus, Stamp, Timer, TimerScope};
use serde::Serialize;

/// What is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DueKind {
    /// The buyer waits for an answer.
    Answer,
    /// A promise.
    Promise,
    /// What a platform or the law allows.
    Platform,
    /// The buyer is to be told that a promise was broken.
    Breach,
    /// A clock of the shop's own work.
    Step,
    /// Somebody else has to be done with a task.
    Task,
    /// The buyer is to be asked again.
    FollowUp,
    /// A case laid aside is to be taken up.
    Snooze,
}

impl DueKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Answer,
        Self::Promise,
        Self::Platform,
        Self::Breach,
        Self::Step,
        Self::Task,
        Self::FollowUp,
        Self::Snooze,
    ];

    /// The name in the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Promise => "promise",
            Self::Platform => "platform",
            Self::Breach => "breach",
            Self::Step => "step",
            Self::Task => "task",
            Self::FollowUp => "follow-up",
            Self::Snooze => "snooze",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether a case laid aside sleeps through it: what the shop owes itself waits, what it owes
    /// others does not.
    const fn sleeps(self) -> bool {
        match self {
            Self::Answer | Self::Step | Self::Breach => true,
            Self::Promise | Self::Platform | Self::Task | Self::FollowUp | Self::Snooze => false,
        }
    }
}

/// A due date and what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Due {
    /// When.
    pub at: Stamp,
    /// What for.
    pub kind: DueKind,
}

/// A due date, and since when its time runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Running {
    /// The date.
    pub due: Due,
    /// Since when.
    pub since: Stamp,
}

impl CaseState {
    /// What is due next; of a closed case only asking again.
    #[must_use]
    pub fn next_due(&self) -> Option<Due> {
        self.next_running().map(|running| running.due)
    }

    /// The same, with since when its time runs.
    #[must_use]
    pub fn next_running(&self) -> Option<Running> {
        if let Some(snooze) = self.snooze.filter(|_| self.is_open()) {
            let wakes = snooze.until.map(|at| running(at, DueKind::Snooze, snooze.since));
            let awake = self.dues().into_iter().filter(|one| !one.due.kind.sleeps());
            return awake.chain(wakes).min();
        }
        self.dues().into_iter().min()
    }

    /// Everything that is due, whether or not the case is laid aside.
    #[must_use]
    pub fn dues(&self) -> Vec<Running> {
        let again = self.sheet.follow_up_due();
        let again = again.map(|(due, since)| running(due, DueKind::FollowUp, since));
        if !self.is_open() {
            return again.into_iter().collect();
        }
        let mut dues: Vec<Running> = again.into_iter().collect();
        let ticking = self.timers.values().filter(|timer| timer.ticks());
        dues.extend(ticking.map(|timer| running(timer.due, kind_of(timer), timer.started)));
        for promise in &self.promises {
            if promise.status == PromiseStatus::Open {
                dues.push(running(promise.due, DueKind::Promise, promise.made_at));
            }
            if let Some(broken) = promise.broken_at
                && !self.told_since(broken)
            {
                dues.push(running(broken, DueKind::Breach, broken));
            }
        }
        let tasks = self.tasks.iter().filter(|task| task.is_open());
        dues.extend(tasks.map(|task| running(task.due, DueKind::Task, task.opened_at)));
        dues
    }

    /// The money at stake: the most that could be lost, as the desk reckoned it last. Where nobody has
    /// reckoned it yet, what the order cost; [`Self::is_reckoned`] tells which.
    #[must_use]
    pub fn exposure(&self) -> Fen {
        let cost = || self.order.as_ref()?.amount;
        self.settling.exposure.or_else(cost).unwrap_or(Fen(0))
    }

    /// Whether the money at stake was reckoned from the standards, and is not merely the order's amount.
    #[must_use]
    pub const fn is_reckoned(&self) -> bool {
        self.settling.exposure.is_some()
    }

    /// Whether the queue shows it: it is open, or the buyer is to be asked again.
    #[must_use]
    pub const fn is_queued(&self) -> bool {
        self.is_open() || self.sheet.follow_up_due().is_some()
    }
}

const fn running(at: Stamp, kind: DueKind, since: Stamp) -> Running {
    Running { due: Due { at, kind }, since }
}

fn kind_of(timer: &Timer) -> DueKind {
    match (timer.id.as_str(), timer.scope) {
        (CaseState::ANSWER_TIMER, _) => DueKind::Answer,
        (_, TimerScope::Platform) => DueKind::Platform,
        (_, TimerScope::Shop) => DueKind::Step,
    }
}
