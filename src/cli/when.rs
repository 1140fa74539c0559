//! Times for people: how long is left, and points in time. As short as a list wants them.

use crate::domain::{Span, Stamp};
use crate::i18n::{Strings, fill};
use chrono::FixedOffset;

/// The moment and the zone times are told from.
#[derive(Debug, Clone, Copy)]
pub(super) struct When<'a> {
    pub(super) now: Stamp,
    pub(super) offset: FixedOffset,
    pub(super) strings: &'a Strings,
}

impl When<'_> {
    /// Time left, or over: `18分`, `3时`, `超5分`.
    pub(super) fn left(&self, due: Stamp) -> String {
        let left = due.since(self.now);
        if left > Span::ZERO {
            return self.span(left);
        }
        fill(&self.strings.time.over, &[("time", &self.span(self.now.since(due)))])
    }

    /// A length of time in its largest unit.
    pub(super) fn span(&self, span: Span) -> String {
        let words = &self.strings.time;
        let seconds = span.as_millis().max(0) / 1_000;
        let (n, unit) = match seconds {
            0 => return words.moment.clone(),
            1..60 => (seconds, &words.seconds),
            60..3_600 => (seconds / 60, &words.minutes),
            3_600..86_400 => (seconds / 3_600, &words.hours),
            _days => (seconds / 86_400, &words.days),
        };
        fill(unit, &[("n", &n)])
    }

    /// A point in time in the local zone: `2026-11-22 10:02`.
    pub(super) fn point(&self, at: Stamp) -> String {
        at.at_offset(self.offset).format("%Y-%m-%d %H:%M").to_string()
    }
}
