//! Clocks that run against the shop: the answer a waiting buyer is owed, and those a playbook step
//! declares.

use super::{Span, Stamp, TimerId};
use serde::{Deserialize, Serialize};

/// Why a timer stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TimerEnd {
    /// What it waited for was done.
    Done,
    /// It no longer matters: the step was left, the case closed, the reply taken back.
    Dropped,
}

/// A running or stopped timer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timer {
    /// Its name within the case.
    pub id: TimerId,
    /// When it started.
    pub started: Stamp,
    /// When it runs out.
    pub due: Stamp,
    /// Why it stopped; `None` while it runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<TimerEnd>,
}

impl Timer {
    /// How much of the time is used, in percent; over 100 when overdue.
    #[must_use]
    pub fn used_percent(&self, now: Stamp) -> i64 {
        let whole = self.due.since(self.started).max(Span::millis(1));
        let used = now.since(self.started).max(Span::ZERO);
        used.as_millis().saturating_mul(100) / whole.as_millis()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_timer_tells_how_much_is_used() {
        let started = Stamp::from_millis(0);
        let timer = Timer {
            id: "answer".into(),
            started,
            due: started.plus(Span::minutes(4)),
            ended: None,
        };
        assert_eq!(timer.used_percent(started.plus(Span::minutes(3))), 75);
        assert_eq!(timer.used_percent(started.plus(Span::minutes(8))), 200);
        assert_eq!(timer.used_percent(started.plus(Span::minutes(-8))), 0);
    }
}
