//! Until when JD wants further proof: four hours that only run between nine and six.

use super::function::{Argument, Function, Kind, Parameter};
use chrono::{Days, NaiveDateTime, NaiveTime, TimeDelta};

/// The window in which the clock runs, every day of the year.
const OPENS: u32 = 9;
const CLOSES: u32 = 18;

pub(super) const FUNCTION: Function = Function {
    name: "jd_evidence_due",
    parameters: &[Parameter::new("asked_on", Kind::Date), Parameter::new("asked_at", Kind::Text)],
    result: Kind::Text,
    basis: &["jd.disp.9"],
    call: |arguments| {
        let [Argument::Date(day), Argument::Text(clock)] = arguments else { return None };
        let asked = day.and_time(NaiveTime::parse_from_str(clock.trim(), "%H:%M").ok()?);
        let due = jd_evidence_due(asked)?;
        Some(Argument::Text(due.format("%Y-%m-%d %H:%M").to_string()))
    },
};

/// The moment four hours of the window have passed; what does not fit before six runs on at nine the
/// next day. Nothing at the end of the calendar.
#[must_use]
pub fn jd_evidence_due(asked: NaiveDateTime) -> Option<NaiveDateTime> {
    let on = |date: chrono::NaiveDate, hour| date.and_hms_opt(hour, 0, 0);
    let mut day = asked.date();
    let mut from = asked.max(on(day, OPENS)?);
    let mut left = TimeDelta::hours(4);
    // Four hours fit into nine, so the third day is never reached.
    for _day in 0..3 {
        let room = on(day, CLOSES)?.signed_duration_since(from);
        if left <= room {
            return from.checked_add_signed(left);
        }
        left -= room.max(TimeDelta::zero());
        day = day.checked_add_days(Days::new(1))?;
        from = on(day, OPENS)?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_two_examples_of_the_rule_and_its_edges() {
        for (asked, due) in [
            ("2026-11-23T10:00:00", "2026-11-23T14:00:00"),
            ("2026-11-23T14:01:00", "2026-11-24T09:01:00"),
            ("2026-11-23T14:00:00", "2026-11-23T18:00:00"),
            ("2026-11-23T17:59:00", "2026-11-24T12:59:00"),
            ("2026-11-23T18:00:00", "2026-11-24T13:00:00"),
            ("2026-11-23T23:59:00", "2026-11-24T13:00:00"),
            ("2026-11-23T00:00:00", "2026-11-23T13:00:00"),
            ("2026-11-23T08:59:59", "2026-11-23T13:00:00"),
            ("2026-11-23T09:00:00", "2026-11-23T13:00:00"),
            ("2026-12-31T16:30:00", "2027-01-01T11:30:00"),
        ] {
            assert_eq!(jd_evidence_due(asked.parse().unwrap()), due.parse().ok(), "{asked}");
        }
        assert_eq!(jd_evidence_due(NaiveDateTime::MAX), None);
    }

    #[test]
    fn a_clock_that_is_none_gives_nothing() {
        let day = Argument::Date("2026-11-23".parse().unwrap());
        for clock in ["", "25:00", "14", "noon", "14:61"] {
            let arguments = [day.clone(), Argument::Text(clock.to_owned())];
            assert_eq!((FUNCTION.call)(&arguments), None, "{clock:?}");
        }
    }

    proptest! {
        #[test]
        fn asked_later_is_never_due_earlier(minute in 0i64..100_000, later in 0i64..3_000) {
            let zero: NaiveDateTime = "2026-01-01T00:00:00".parse().unwrap();
            let at = |minutes| jd_evidence_due(zero + TimeDelta::minutes(minutes)).unwrap();
            prop_assert!(at(minute) <= at(minute + later));
        }
    }
}
