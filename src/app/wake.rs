//! When the console next has something to do by itself, and whether the passing of time shows.

use super::Model;
use crate::domain::{Span, Stamp};

/// A part of the screen that changes by itself: equal clocks draw equal frames.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ClockFace {
    minute: i64,
    countdown: i64,
    toast: bool,
}

impl Model {
    /// What of the screen depends on the time, rounded as it is shown.
    #[must_use]
    pub fn clock_face(&self) -> ClockFace {
        ClockFace {
            minute: self.now.as_millis() / 60_000,
            countdown: self.countdown().map_or(-1, |left| left.as_millis() / 1_000),
            toast: self.toast.is_some(),
        }
    }

    /// Something besides the draft may look different now.
    pub(super) const fn panes_changed(&mut self) {
        self.beyond_draft += 1;
        self.panes_at = self.now;
    }

    /// When `update` wants the time again at the latest, besides the look at the file each second.
    #[must_use]
    pub fn wake_at(&self) -> Option<Stamp> {
        let cases = self.open.iter().chain(self.parked.values());
        let draft = cases.filter_map(|open| open.unsaved.first()).min();
        let draft = draft.map(|edited| edited.plus(super::update::DRAFT_PAUSE));
        let toast = self.toast.as_ref().map(|toast| toast.until);
        let countdown = self.countdown().map(|left| {
            let part = left.as_millis().rem_euclid(1_000) + 1;
            self.now.plus(Span::millis(part))
        });
        [draft, toast, countdown].into_iter().flatten().min()
    }

    /// How long the last reply can still be taken back.
    fn countdown(&self) -> Option<Span> {
        let sent = self.open.as_ref()?.state.retractable(self.now)?;
        Some(sent.undo_until.since(self.now))
    }
}
