//! Times as a person reads them: how long is left, which day, what hour.

use crate::app::Model;
use crate::domain::{Span, Stamp};
use crate::i18n::{Strings, fill};
use chrono::{Datelike, FixedOffset, NaiveDate, Timelike};

/// How pressing a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Its time has passed.
    Overdue,
    /// Within five minutes.
    Now,
    /// Within the hour.
    Soon,
    /// Later.
    Later,
}

/// The moment and place a screen is drawn for.
#[derive(Debug, Clone, Copy)]
pub struct Clock<'a> {
    now: Stamp,
    offset: FixedOffset,
    strings: &'a Strings,
}

impl<'a> Clock<'a> {
    /// A moment and a place.
    #[must_use]
    pub const fn new(now: Stamp, offset: FixedOffset, strings: &'a Strings) -> Self {
        Self { now, offset, strings }
    }

    /// The moment and place of a model.
    #[must_use]
    pub fn of(model: &'a Model) -> Self {
        Self::new(model.now, model.offset, model.strings)
    }

    /// The same as of when the panes were changed last: what they say of time must not differ
    /// between two frames of which one is kept.
    #[must_use]
    pub fn of_panes(model: &'a Model) -> Self {
        Self::new(model.panes_at, model.offset, model.strings)
    }

    /// The moment itself.
    #[must_use]
    pub const fn now(&self) -> Stamp {
        self.now
    }

    /// How pressing a date is.
    #[must_use]
    pub fn urgency(&self, due: Stamp) -> Urgency {
        let left = due.since(self.now);
        if left <= Span::ZERO {
            Urgency::Overdue
        } else if left <= Span::minutes(5) {
            Urgency::Now
        } else if left <= Span::hours(1) {
            Urgency::Soon
        } else {
            Urgency::Later
        }
    }

    /// Time left or over, as short as it goes: `18分`, `2小时`, `今天`, `明天`, `12/3`, `超5分`.
    #[must_use]
    pub fn left(&self, due: Stamp) -> String {
        let words = &self.strings.time;
        let left = due.since(self.now);
        if left <= Span::ZERO {
            return fill(words.over, &[("time", &self.late(due))]);
        }
        if left < Span::hours(4) {
            return self.span(left);
        }
        let (today, day) = (self.date(self.now), self.date(due));
        match day.signed_duration_since(today).num_days() {
            0 => words.today.to_owned(),
            1 => words.tomorrow.to_owned(),
            _days => fill(words.short_day, &[("m", &day.month()), ("d", &day.day())]),
        }
    }

    /// How long it is over: `5分`. Never "now": the first second over is a second over.
    #[must_use]
    pub fn late(&self, due: Stamp) -> String {
        self.span(self.now.since(due).max(Span::seconds(1)))
    }

    /// A length of time: `40秒`, `18分`, `2小时`, `3天`.
    #[must_use]
    pub fn span(&self, span: Span) -> String {
        let words = &self.strings.time;
        let seconds = span.as_millis().max(0) / 1_000;
        let (n, unit) = match seconds {
            0 => return words.moment.to_owned(),
            1..60 => (seconds, &words.seconds),
            60..3_600 => (seconds / 60, &words.minutes),
            3_600..86_400 => (seconds / 3_600, &words.hours),
            _days => (seconds / 86_400, &words.days),
        };
        fill(unit, &[("n", &n)])
    }

    /// The hour: `10:02`.
    #[must_use]
    pub fn hour(&self, at: Stamp) -> String {
        let at = at.at_offset(self.offset);
        format!("{:02}:{:02}", at.hour(), at.minute())
    }

    /// The day in full, with today and yesterday by name: `11月22日 周日 今天`.
    #[must_use]
    pub fn day(&self, at: Stamp) -> String {
        let words = &self.strings.time;
        let (today, day) = (self.date(self.now), self.date(at));
        let weekday = nth(words.weekdays, day.weekday().num_days_from_monday());
        let mut out = format!("{} {weekday}", self.month_day(day));
        if day.year() != today.year() {
            out = fill(words.other_year, &[("day", &out), ("y", &day.year())]);
        }
        let name = match day.signed_duration_since(today).num_days() {
            0 => Some(&words.today),
            -1 => Some(&words.yesterday),
            _other => None,
        };
        if let Some(name) = name {
            out.push(' ');
            out.push_str(name);
        }
        out
    }

    /// A point in time: `今天 18:00`, `11月25日 22:00`.
    #[must_use]
    pub fn point(&self, at: Stamp) -> String {
        let words = &self.strings.time;
        let (today, day) = (self.date(self.now), self.date(at));
        let hour = self.hour(at);
        match day.signed_duration_since(today).num_days() {
            0 => fill(words.today_at, &[("time", &hour)]),
            1 => fill(words.tomorrow_at, &[("time", &hour)]),
            _other => format!("{} {hour}", self.month_day(day)),
        }
    }

    /// A point in time in full: `2026-11-22 10:02`.
    #[must_use]
    pub fn in_full(&self, at: Stamp) -> String {
        at.at_offset(self.offset).format("%Y-%m-%d %H:%M").to_string()
    }

    /// Whether two moments are of the same day.
    #[must_use]
    pub fn same_day(&self, a: Stamp, b: Stamp) -> bool {
        self.date(a) == self.date(b)
    }

    fn month_day(&self, day: NaiveDate) -> String {
        let words = &self.strings.time;
        let month = nth(words.months, day.month0());
        fill(words.day, &[("m", &day.month()), ("d", &day.day()), ("month", &month)])
    }

    fn date(&self, at: Stamp) -> NaiveDate {
        at.at_offset(self.offset).date_naive()
    }
}

/// The n-th word of a list parted by blanks.
fn nth(list: &str, n: u32) -> &str {
    usize::try_from(n).ok().and_then(|n| list.split(' ').nth(n)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;

    fn left(lang: Lang, due: &str) -> String {
        let strings = Strings::of(lang);
        let now = Stamp::parse("2026-11-22T10:00:00+08:00").unwrap();
        let clock = Clock::new(now, FixedOffset::east_opt(8 * 3_600).unwrap(), strings);
        clock.left(Stamp::parse(due).unwrap())
    }

    #[test]
    fn time_left_gets_coarser_with_distance() {
        for (due, zh, en) in [
            ("2026-11-22T10:00:30+08:00", "30秒", "30s"),
            ("2026-11-22T10:18:00+08:00", "18分", "18m"),
            ("2026-11-22T12:30:00+08:00", "2小时", "2h"),
            ("2026-11-22T18:00:00+08:00", "今天", "today"),
            ("2026-11-23T09:00:00+08:00", "明天", "tmrw"),
            ("2026-12-03T09:00:00+08:00", "12/3", "12/3"),
            ("2026-11-22T09:55:00+08:00", "超5分", "-5m"),
        ] {
            assert_eq!(left(Lang::Zh, due), zh);
            assert_eq!(left(Lang::En, due), en);
        }
    }
}
