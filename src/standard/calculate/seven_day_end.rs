//! Until when goods can be returned without a reason.

use super::function::{Argument, Function, Kind, Parameter};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use serde::Serialize;

pub(super) const FUNCTION: Function = Function {
    name: "seven_day_end",
    parameters: &[Parameter::new("sign_date", Kind::Date)],
    result: Kind::Date,
    basis: &SevenDays::BASIS,
    call: |arguments| {
        let [Argument::Date(signed)] = arguments else { return None };
        seven_day_end(*signed).map(|days| Argument::Date(days.last))
    },
};

/// The seven days after goods were signed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct SevenDays {
    /// The first of them: the day after signing.
    pub first: NaiveDate,
    /// The last day on which a return can be asked for.
    pub last: NaiveDate,
    /// The moment it is over: 168 hours after the first day began.
    pub over: NaiveDateTime,
}

impl SevenDays {
    /// The rules they follow from.
    pub const BASIS: [&'static str; 2] = ["cn.7d.10", "tb.7d"];
}

/// Counted from midnight after the day of signing, 168 hours; nothing at the end of the calendar.
#[must_use]
pub fn seven_day_end(signed: NaiveDate) -> Option<SevenDays> {
    Some(SevenDays {
        first: signed.checked_add_days(Days::new(1))?,
        last: signed.checked_add_days(Days::new(7))?,
        over: signed.checked_add_days(Days::new(8))?.and_time(NaiveTime::MIN),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_whole_days_over_month_and_leap_day() {
        for (signed, first, last, over) in [
            ("2026-11-01", "2026-11-02", "2026-11-08", "2026-11-09T00:00:00"),
            ("2026-11-27", "2026-11-28", "2026-12-04", "2026-12-05T00:00:00"),
            ("2026-12-31", "2027-01-01", "2027-01-07", "2027-01-08T00:00:00"),
            ("2028-02-22", "2028-02-23", "2028-02-29", "2028-03-01T00:00:00"),
        ] {
            let days = SevenDays {
                first: first.parse().unwrap(),
                last: last.parse().unwrap(),
                over: over.parse().unwrap(),
            };
            assert_eq!(seven_day_end(signed.parse().unwrap()), Some(days), "{signed}");
            let began = days.first.and_time(NaiveTime::MIN);
            assert_eq!(days.over.signed_duration_since(began).num_hours(), 168);
        }
        assert_eq!(seven_day_end(NaiveDate::MAX), None);
    }
}
