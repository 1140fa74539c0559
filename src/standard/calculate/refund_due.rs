//! Until when a refund is due once the goods are back.

use super::function::{Argument, Function, Kind, Parameter};
use chrono::{Days, NaiveDate};
use serde::Serialize;

pub(super) const FUNCTION: Function = Function {
    name: "refund_due",
    parameters: &[Parameter::new("returned_date", Kind::Date)],
    result: Kind::Date,
    basis: &RefundClock::BASIS,
    call: |arguments| {
        let [Argument::Date(back)] = arguments else { return None };
        refund_due(*back).map(|clock| Argument::Date(clock.due))
    },
};

/// The days that count after goods came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct RefundClock {
    /// The last day to refund in time.
    pub due: NaiveDate,
    /// The last day before the delay counts as deliberate.
    pub penalty_line: NaiveDate,
}

/// Where a refund stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RefundState {
    /// In time, with so many days left; 0 is the last day.
    InTime(i64),
    /// Late by so many days.
    Late(i64),
    /// Late by so many days, and past the penalty line.
    PastPenalty(i64),
}

impl RefundClock {
    /// The rules it follows from: the due day, and the penalty line.
    pub const BASIS: [&'static str; 2] = ["cn.7d.13", "cn.7d.31"];

    /// Where the refund stands on `today`.
    #[must_use]
    pub fn state(&self, today: NaiveDate) -> RefundState {
        let left = self.due.signed_duration_since(today).num_days();
        if left >= 0 {
            RefundState::InTime(left)
        } else if today <= self.penalty_line {
            RefundState::Late(-left)
        } else {
            RefundState::PastPenalty(-left)
        }
    }
}

/// Seven and fifteen days, the day after the goods came back being the first; nothing at the end of
/// the calendar.
#[must_use]
pub fn refund_due(goods_back: NaiveDate) -> Option<RefundClock> {
    Some(RefundClock {
        due: goods_back.checked_add_days(Days::new(7))?,
        penalty_line: goods_back.checked_add_days(Days::new(15))?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn seven_and_fifteen_days_over_month_and_leap_day() {
        for (back, due, line) in [
            ("2026-11-22", "2026-11-29", "2026-12-07"),
            ("2026-12-28", "2027-01-04", "2027-01-12"),
            ("2028-02-23", "2028-03-01", "2028-03-09"),
            ("2027-02-23", "2027-03-02", "2027-03-10"),
        ] {
            let clock = RefundClock { due: day(due), penalty_line: day(line) };
            assert_eq!(refund_due(day(back)), Some(clock), "{back}");
        }
        assert_eq!(refund_due(NaiveDate::MAX), None);
    }

    #[test]
    fn the_last_day_is_still_in_time() {
        let clock = refund_due(day("2026-11-01")).unwrap();
        for (today, state) in [
            ("2026-11-01", RefundState::InTime(7)),
            ("2026-11-08", RefundState::InTime(0)),
            ("2026-11-09", RefundState::Late(1)),
            ("2026-11-16", RefundState::Late(8)),
            ("2026-11-17", RefundState::PastPenalty(9)),
        ] {
            assert_eq!(clock.state(day(today)), state, "{today}");
        }
    }
}
