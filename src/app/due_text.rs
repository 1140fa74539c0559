//! A date as a person types it.

use crate::domain::{Calendar, Stamp};
use crate::playbook::DueRule;
use chrono::{FixedOffset, NaiveDateTime, NaiveTime, TimeZone as _};

/// Reads `2026-11-23 18:00`, `11-23 18:00` of this year, `18:00` of today, an RFC 3339 time, or a rule
/// of the playbooks such as `2h working`, `today`, `3wd`.
#[must_use]
pub fn read_due(text: &str, now: Stamp, offset: FixedOffset, calendar: &Calendar) -> Option<Stamp> {
    let text = text.trim();
    let today = now.at_offset(offset).date_naive();
    let local = |at: NaiveDateTime| offset.from_local_datetime(&at).single().map(Stamp::from);
    let dated = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").ok();
    let this_year = || dated(&format!("{}-{text}", today.format("%Y")));
    let hour = || NaiveTime::parse_from_str(text, "%H:%M").ok().map(|hour| today.and_time(hour));
    let written = dated(text).or_else(this_year).or_else(hour).and_then(local);
    written
        .or_else(|| Stamp::parse(text).ok())
        .or_else(|| Some(DueRule::parse(text)?.from(now, calendar)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let now = Stamp::parse("2026-11-23T10:00:00+08:00").unwrap();
        let china = FixedOffset::east_opt(8 * 3_600).unwrap();
        let calendar = Calendar { offset: china, ..Calendar::default() };
        let read = |text: &str| read_due(text, now, china, &calendar);
        let at = |text: &str| Some(Stamp::parse(text).unwrap());
        assert_eq!(read("2026-11-25 18:00"), at("2026-11-25T18:00:00+08:00"));
        assert_eq!(read("11-25 18:00"), at("2026-11-25T18:00:00+08:00"));
        assert_eq!(read(" 18:00 "), at("2026-11-23T18:00:00+08:00"));
        assert_eq!(read("2h"), at("2026-11-23T12:00:00+08:00"));
        assert_eq!(read("2026-11-25T18:00:00Z"), at("2026-11-25T18:00:00Z"));
        for nothing in ["", "soon", "25:00", "13-45 10:00"] {
            assert_eq!(read(nothing), None, "{nothing}");
        }
    }
}
