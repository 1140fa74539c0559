//! When the shop is open: counting working time for timers and promises.

use super::{Span, Stamp};
use chrono::{Datelike, FixedOffset, NaiveDate, NaiveTime, Offset, TimeDelta, TimeZone};
use std::collections::BTreeSet;

/// A shop's working time in one time zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The shop's time zone.
    pub offset: FixedOffset,
    /// When work starts on a working day.
    pub opens: NaiveTime,
    /// When work ends; after `opens`.
    pub closes: NaiveTime,
    /// Working days of the week, Monday first.
    pub week: [bool; 7],
    /// Days off on which the week alone would have the shop open.
    pub days_off: BTreeSet<NaiveDate>,
    /// Working days on which the week alone would have the shop closed.
    pub days_on: BTreeSet<NaiveDate>,
    /// The last day up to which the holidays it keeps are known; `None` when it keeps none.
    pub known_through: Option<NaiveDate>,
}

/// No calendar is searched further than this, however it is set.
const HORIZON_DAYS: i64 = 3_660;

impl Calendar {
    /// Open every day from `opens` to `closes`.
    #[must_use]
    pub const fn every_day(offset: FixedOffset, opens: NaiveTime, closes: NaiveTime) -> Self {
        Self {
            offset,
            opens,
            closes,
            week: [true; 7],
            days_off: BTreeSet::new(),
            days_on: BTreeSet::new(),
            known_through: None,
        }
    }

    /// Whether the shop works on that day.
    #[must_use]
    pub fn works_on(&self, day: NaiveDate) -> bool {
        if self.days_on.contains(&day) {
            return true;
        }
        let weekday = day.weekday().num_days_from_monday() as usize;
        !self.days_off.contains(&day) && self.week.get(weekday).copied().unwrap_or(false)
    }

    /// Whether the shop is open at that moment.
    #[must_use]
    pub fn is_open_at(&self, at: Stamp) -> bool {
        let local = at.at_offset(self.offset);
        self.works_on(local.date_naive()) && (self.opens..self.closes).contains(&local.time())
    }

    /// The day it is in the shop at that moment.
    #[must_use]
    pub fn day_of(&self, at: Stamp) -> NaiveDate {
        at.at_offset(self.offset).date_naive()
    }

    /// Whether the days up to so many from a moment on are not all known: the holidays it keeps have
    /// not been published, or not been entered.
    #[must_use]
    pub fn runs_out_within(&self, days: i64, now: Stamp) -> bool {
        let last = self.day_of(now).checked_add_signed(TimeDelta::days(days));
        self.known_through.zip(last).is_some_and(|(known, last)| known < last)
    }

    /// The moment `span` of working time after `from`.
    ///
    /// A calendar that never opens within ten years counts every hour instead of looping.
    #[must_use]
    pub fn after_working(&self, from: Stamp, span: Span) -> Stamp {
        let mut left = span.max(Span::ZERO);
        let first = self.day_of(from);
        for ahead in 0..HORIZON_DAYS {
            let Some(day) = first.checked_add_signed(TimeDelta::days(ahead)) else { break };
            if !self.works_on(day) {
                continue;
            }
            let start = self.on(day, self.opens).max(from);
            let room = self.on(day, self.closes).since(start);
            if room <= Span::ZERO {
                continue;
            }
            if left <= room {
                return start.plus(left);
            }
            left = Span::millis(left.as_millis() - room.as_millis());
        }
        from.plus(span)
    }

    /// The close of business on the `days`-th working day counted from `from`; 0 is today, or the
    /// next working day when today's work is over.
    #[must_use]
    pub fn close_of_day(&self, from: Stamp, days: u32) -> Stamp {
        let first = self.day_of(from);
        let mut left = days;
        for ahead in 0..HORIZON_DAYS {
            let Some(day) = first.checked_add_signed(TimeDelta::days(ahead)) else { break };
            let closes = self.on(day, self.closes);
            if !self.works_on(day) || (ahead == 0 && closes <= from) {
                continue;
            }
            if left == 0 {
                return closes;
            }
            // The day work is over already is no working day "from now", yet tomorrow is day 1.
            left -= 1;
        }
        from.plus(Span::days(i64::from(days)))
    }

    /// When that day begins in the shop.
    #[must_use]
    pub fn start_of(&self, day: NaiveDate) -> Stamp {
        self.on(day, NaiveTime::MIN)
    }

    /// How much working time lies between two moments; none when the second is not the later one.
    #[must_use]
    pub fn working_between(&self, from: Stamp, to: Stamp) -> Span {
        let first = self.day_of(from);
        let mut sum = Span::ZERO;
        for ahead in 0..HORIZON_DAYS {
            let Some(day) = first.checked_add_signed(TimeDelta::days(ahead)) else { break };
            let opens = self.on(day, self.opens).max(from);
            if opens >= to {
                break;
            }
            let room = self.on(day, self.closes).min(to).since(opens);
            if self.works_on(day) && room > Span::ZERO {
                sum = sum.and(room);
            }
        }
        sum
    }

    /// How many working days begin after one moment's day and not after the other's.
    #[must_use]
    pub fn working_days_between(&self, from: Stamp, to: Stamp) -> u32 {
        let (first, last) = (self.day_of(from), self.day_of(to));
        let days = (1..HORIZON_DAYS)
            .filter_map(|ahead| first.checked_add_signed(TimeDelta::days(ahead)))
            .take_while(|day| *day <= last);
        u32::try_from(days.filter(|day| self.works_on(*day)).count()).unwrap_or(u32::MAX)
    }

    fn on(&self, day: NaiveDate, time: NaiveTime) -> Stamp {
        self.offset
            .from_local_datetime(&day.and_time(time))
            .single()
            .map_or_else(Stamp::default, Stamp::from)
    }
}

/// The usual online shop: nine in the morning to ten at night, every day, in China's time zone.
impl Default for Calendar {
    fn default() -> Self {
        let offset = FixedOffset::east_opt(8 * 3_600).unwrap_or_else(|| chrono::Utc.fix());
        Self::every_day(
            offset,
            NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default(),
            NaiveTime::from_hms_opt(22, 0, 0).unwrap_or_default(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> Stamp {
        Stamp::parse(text).unwrap()
    }

    #[test]
    fn the_night_does_not_count() {
        let shop = Calendar::default();
        let late = at("2026-11-22T23:10:00+08:00");
        assert_eq!(shop.after_working(late, Span::minutes(3)), at("2026-11-23T09:03:00+08:00"));
        let evening = at("2026-11-22T21:59:00+08:00");
        assert_eq!(shop.after_working(evening, Span::minutes(3)), at("2026-11-23T09:02:00+08:00"));
    }

    #[test]
    fn same_day_after_closing_is_the_next_day() {
        let shop = Calendar::default();
        assert_eq!(
            shop.close_of_day(at("2026-11-22T23:10:00+08:00"), 0),
            at("2026-11-23T22:00:00+08:00")
        );
        assert_eq!(
            shop.close_of_day(at("2026-11-22T10:00:00+08:00"), 3),
            at("2026-11-25T22:00:00+08:00")
        );
    }

    #[test]
    fn days_off_and_make_up_days_are_known() {
        let mut shop =
            Calendar { week: [true, true, true, true, true, false, false], ..Calendar::default() };
        shop.days_off.insert(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
        shop.days_on.insert(NaiveDate::from_ymd_opt(2026, 11, 28).unwrap());
        let friday = at("2026-11-20T12:00:00+08:00");
        assert_eq!(shop.close_of_day(friday, 1), at("2026-11-24T22:00:00+08:00"));
        assert!(shop.works_on(NaiveDate::from_ymd_opt(2026, 11, 28).unwrap()));
    }

    #[test]
    fn a_shop_that_never_opens_does_not_hang() {
        let shop = Calendar { week: [false; 7], ..Calendar::default() };
        let now = at("2026-11-22T10:00:00+08:00");
        assert_eq!(shop.after_working(now, Span::hours(1)), now.plus(Span::hours(1)));
    }

    proptest! {
        #[test]
        fn closing_a_day_never_brings_a_due_date_forward(
            start in 0i64..31_536_000, minutes in 0i64..5_000, off in 0i64..20,
        ) {
            let open = Calendar::default();
            let mut closed = open.clone();
            let from = at("2026-01-01T00:00:00+08:00").plus(Span::seconds(start));
            let day = open.day_of(from).checked_add_signed(TimeDelta::days(off)).unwrap();
            closed.days_off.insert(day);
            let span = Span::minutes(minutes);
            prop_assert!(closed.after_working(from, span) >= open.after_working(from, span));
        }

        #[test]
        fn closing_hours_of_a_day_never_brings_a_due_date_forward(
            start in 0i64..31_536_000, minutes in 0i64..5_000, late in 0u32..6, early in 0u32..6,
            days in prop::collection::btree_set(0i64..30, 0..12),
        ) {
            let open = Calendar::default();
            let mut closed = open.clone();
            closed.opens = NaiveTime::from_hms_opt(9 + late, 0, 0).unwrap();
            closed.closes = NaiveTime::from_hms_opt(22 - early, 0, 0).unwrap();
            let from = at("2026-01-01T00:00:00+08:00").plus(Span::seconds(start));
            for off in days {
                let day = open.day_of(from).checked_add_signed(TimeDelta::days(off)).unwrap();
                closed.days_off.insert(day);
            }
            let span = Span::minutes(minutes);
            prop_assert!(closed.after_working(from, span) >= open.after_working(from, span));
        }

        #[test]
        fn days_off_never_bring_the_close_of_a_day_forward(
            start in 0i64..31_536_000, wanted in 0u32..30,
            days in prop::collection::btree_set(0i64..60, 0..20),
        ) {
            let open = Calendar::default();
            let mut closed = open.clone();
            let from = at("2026-01-01T00:00:00+08:00").plus(Span::seconds(start));
            for off in days {
                let day = open.day_of(from).checked_add_signed(TimeDelta::days(off)).unwrap();
                closed.days_off.insert(day);
            }
            prop_assert!(closed.close_of_day(from, wanted) >= open.close_of_day(from, wanted));
        }

        #[test]
        fn working_time_adds_up(start in 0i64..31_536_000, a in 0i64..2_000, b in 0i64..2_000) {
            let shop = Calendar::default();
            let from = at("2026-01-01T00:00:00+08:00").plus(Span::seconds(start));
            let twice = shop.after_working(
                shop.after_working(from, Span::minutes(a)), Span::minutes(b));
            let once = shop.after_working(from, Span::minutes(a + b));
            prop_assert_eq!(
                shop.after_working(twice, Span::millis(1)), shop.after_working(once, Span::millis(1)));
        }
    }
}
