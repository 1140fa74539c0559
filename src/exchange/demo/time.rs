//! Times relative to the demo's start: `-90m`, `-2h`, `-3d 14:05`, `+1d 18:00`.

use crate::domain::{Span, Stamp};
use chrono::{FixedOffset, NaiveTime, TimeDelta, TimeZone};
use serde::Deserialize;

/// A moment relative to the demo's start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum DemoTime {
    /// That long after the start; before it when negative.
    Span(Span),
    /// A time of day, that many days after the day of the start.
    Day(i64, NaiveTime),
}

impl DemoTime {
    /// Reads `-90s`, `-90m`, `-2h`, `-3d`, `-3d 14:05`, `+1d 18:00`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (days, clock) = match text.split_once(' ') {
            Some((days, clock)) => (days, Some(NaiveTime::parse_from_str(clock.trim(), "%H:%M"))),
            None => (text, None),
        };
        let (sign, rest) = match (days.strip_prefix('-'), days.strip_prefix('+')) {
            (Some(rest), _) => (-1, rest),
            (None, Some(rest)) => (1, rest),
            (None, None) => return None,
        };
        let unit = rest.chars().next_back()?;
        let digits = rest.strip_suffix(unit)?;
        // Five digits: no demo reaches further, and no length overflows.
        if digits.is_empty() || digits.len() > 5 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let number = sign * digits.parse::<i64>().ok()?;
        match (unit, clock) {
            ('d', Some(Ok(clock))) => Some(Self::Day(number, clock)),
            ('s', None) => Some(Self::Span(Span::seconds(number))),
            ('m', None) => Some(Self::Span(Span::minutes(number))),
            ('h', None) => Some(Self::Span(Span::hours(number))),
            ('d', None) => Some(Self::Span(Span::days(number))),
            _no_such_time => None,
        }
    }

    /// The moment itself.
    #[must_use]
    pub fn resolve(self, now: Stamp, offset: FixedOffset) -> Stamp {
        match self {
            Self::Span(span) => now.plus(span),
            Self::Day(days, clock) => {
                let today = now.at_offset(offset).date_naive();
                today
                    .checked_add_signed(TimeDelta::days(days))
                    .and_then(|day| offset.from_local_datetime(&day.and_time(clock)).single())
                    .map_or_else(|| now.plus(Span::days(days)), Stamp::from)
            }
        }
    }
}

impl TryFrom<String> for DemoTime {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
            .ok_or_else(|| format!("'{text}' is no relative time such as -2h or -3d 14:05"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn relative_times_are_read() {
        let zone = FixedOffset::east_opt(8 * 3_600).unwrap();
        let now = Stamp::parse("2026-11-22T15:00:00+08:00").unwrap();
        for (text, at) in [
            ("-90s", "2026-11-22T14:58:30+08:00"),
            ("-90m", "2026-11-22T13:30:00+08:00"),
            ("-2h", "2026-11-22T13:00:00+08:00"),
            ("-3d", "2026-11-19T15:00:00+08:00"),
            ("-3d 14:05", "2026-11-19T14:05:00+08:00"),
            ("+1d 18:00", "2026-11-23T18:00:00+08:00"),
        ] {
            let time = DemoTime::parse(text).unwrap();
            assert_eq!(time.resolve(now, zone), Stamp::parse(at).unwrap(), "{text}");
        }
        for text in ["", "2h", "-h", "-2x", "-2h 14:05", "-3d 25:00", "--2h", "-999999d"] {
            assert_eq!(DemoTime::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_time_or_none(text in "[-+]?\\PC{0,12}", digits in "[-+][0-9]{0,8}[smhd]( [0-9]{0,2}:[0-9]{0,2})?") {
            let now = Stamp::from_millis(0);
            let zone = FixedOffset::east_opt(0).unwrap();
            for text in [text, digits] {
                let _at = DemoTime::parse(&text).map(|time| time.resolve(now, zone));
            }
        }
    }
}
