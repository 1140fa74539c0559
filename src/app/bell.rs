//! When the terminal's bell rings: a clock on screen has reached a warning since it was last listened to.

use super::Model;
use crate::config::BellSetting;
use crate::domain::{Level, Stamp, Timer};

impl Model {
    /// Whether a clock has reached a warning the person wants to hear, since the last time this was
    /// asked. Reads what is on screen and no more.
    pub(super) fn rings(&mut self) -> bool {
        let now = self.now;
        let Some(before) = self.heard_at.replace(now).filter(|before| *before < now) else {
            return false;
        };
        let least = match self.bell {
            BellSetting::Off => return false,
            BellSetting::Late => Level::Out,
            BellSetting::All => Level::Half,
        };
        let reached = |level: &dyn Fn(Stamp) -> Level| {
            let is = level(now);
            is >= least && level(before) < is
        };
        let open = self.open.as_ref().filter(|open| open.state.is_open());
        let timers = open.iter().flat_map(|open| open.state.running_timers());
        let mut timers = timers.filter(|timer| timer.ticks());
        let mut promises = open.iter().flat_map(|open| open.state.open_promises());
        let mut queue =
            self.queue.entries.iter().filter_map(|entry| Some((entry.due_since?, entry.due?.at)));
        timers.any(|timer| reached(&|at| timer.level(at)))
            || promises.any(|one| reached(&|at| Timer::level_of(one.made_at, one.due, at)))
            || queue.any(|(since, due)| reached(&|at| Timer::level_of(since, due, at)))
    }
}
