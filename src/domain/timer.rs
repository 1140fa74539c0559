//! Clocks that run against the shop: the answer a waiting buyer is owed, and those a playbook
//! declares. A clock stands still while somebody else is to act.

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

/// What a timer counts for.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum TimerScope {
    /// The shop's own work.
    #[default]
    Shop,
    /// What a platform or the law allows.
    Platform,
}

impl TimerScope {
    /// Whether it is the shop's own: what is not written down.
    #[must_use]
    pub const fn is_shop(&self) -> bool {
        matches!(self, Self::Shop)
    }
}

/// How pressing a timer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// There is time.
    Early,
    /// The first warning: half of the time is used, unless the timer says otherwise.
    Half,
    /// A later warning: three quarters of the time are used.
    ThreeQuarters,
    /// The time is over.
    Out,
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
    /// When it stopped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped: Option<Stamp>,
    /// Since when it stands still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paused: Option<Stamp>,
    /// How long it stood still before.
    #[serde(default, skip_serializing_if = "Span::is_zero")]
    pub stood: Span,
    /// At which percentages it warns; empty is the usual 50, 75 and 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warn: Vec<u8>,
    /// What it counts for.
    #[serde(default, skip_serializing_if = "TimerScope::is_shop")]
    pub scope: TimerScope,
}

impl Timer {
    /// At which percentages a timer warns that does not say.
    pub const WARN: [u8; 3] = [50, 75, 100];

    /// A timer that runs from `started`.
    #[must_use]
    pub const fn running(id: TimerId, started: Stamp, due: Stamp) -> Self {
        let (ended, stopped, paused, stood) = (None, None, None, Span::ZERO);
        let scope = TimerScope::Shop;
        Self { id, started, due, ended, stopped, paused, stood, warn: Vec::new(), scope }
    }

    /// How pressing a time is that runs from one moment to another, and warns as is usual.
    #[must_use]
    pub fn level_of(since: Stamp, due: Stamp, now: Stamp) -> Level {
        Self::running(TimerId::from(""), since, due).level(now)
    }

    /// Whether its time goes by: it neither stopped nor stands still.
    #[must_use]
    pub const fn ticks(&self) -> bool {
        self.ended.is_none() && self.paused.is_none()
    }

    /// How much of the time is used, in percent; over 100 when overdue. While it stands still, as
    /// much as when it came to stand.
    #[must_use]
    pub fn used_percent(&self, now: Stamp) -> i64 {
        let now = self.paused.unwrap_or(now);
        let stood = self.stood.as_millis();
        let whole = self.due.since(self.started).as_millis().saturating_sub(stood).max(1);
        let used = now.since(self.started).as_millis().saturating_sub(stood).max(0);
        used.saturating_mul(100) / whole
    }

    /// How pressing it is, by the percentages at which it warns.
    #[must_use]
    pub fn level(&self, now: Stamp) -> Level {
        let used = self.used_percent(now);
        if used >= 100 {
            return Level::Out;
        }
        let warn: &[u8] = if self.warn.is_empty() { &Self::WARN } else { &self.warn };
        match warn.iter().copied().filter(|at| i64::from(*at) <= used).max() {
            None => Level::Early,
            Some(..75) => Level::Half,
            Some(75..) => Level::ThreeQuarters,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Level::{Early, Half, Out, ThreeQuarters};
    use super::*;

    fn four_minutes() -> Timer {
        let started = Stamp::from_millis(0);
        Timer::running("answer".into(), started, started.plus(Span::minutes(4)))
    }

    #[test]
    fn a_timer_tells_how_much_is_used() {
        let timer = four_minutes();
        let after = |minutes| timer.started.plus(Span::minutes(minutes));
        assert_eq!(timer.used_percent(after(3)), 75);
        assert_eq!(timer.used_percent(after(8)), 200);
        assert_eq!(timer.used_percent(after(-8)), 0);
    }

    #[test]
    fn a_timer_that_stands_still_uses_nothing() {
        let mut timer = four_minutes();
        let after = |minutes| timer.started.plus(Span::minutes(minutes));
        let (one, nine, ten) = (after(1), after(9), after(10));
        timer.paused = Some(one);
        assert_eq!(timer.used_percent(nine), 25);
        assert_eq!(timer.level(nine), Early);
        timer.paused = None;
        timer.stood = Span::minutes(8);
        timer.due = timer.due.plus(Span::minutes(8));
        assert_eq!(timer.used_percent(nine), 25);
        assert_eq!(timer.used_percent(ten), 50);
    }

    #[test]
    fn a_timer_warns_when_it_says() {
        let mut timer = four_minutes();
        let level =
            |timer: &Timer, seconds| timer.level(timer.started.plus(Span::seconds(seconds)));
        let levels = [0, 119, 120, 180, 239, 240].map(|seconds| level(&timer, seconds));
        assert_eq!(levels, [Early, Early, Half, ThreeQuarters, ThreeQuarters, Out]);
        timer.warn = vec![90, 100];
        assert_eq!(level(&timer, 200), Early);
        assert_eq!(level(&timer, 220), ThreeQuarters);
        timer.warn = vec![100];
        assert_eq!(level(&timer, 239), Early);
        assert_eq!(level(&timer, 240), Out, "what is over is over");
    }
}
