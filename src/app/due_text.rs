//! A date as a person types it.

use crate::domain::{Calendar, Lang, Stamp};
use crate::guide::said_time;
use crate::playbook::DueRule;
use chrono::{FixedOffset, NaiveDateTime, NaiveTime, TimeZone as _};

/// The units of a length of time as they are said, the longer name first, with the letters a playbook
/// writes for them.
const UNITS: [(&str, &str); 17] = [
    ("个工作日", "wd"),
    ("工作日", "wd"),
    ("working days", "wd"),
    ("working day", "wd"),
    ("business days", "wd"),
    ("business day", "wd"),
    ("个小时", "h"),
    ("小时", "h"),
    ("hours", "h"),
    ("hour", "h"),
    ("分钟", "m"),
    ("分", "m"),
    ("minutes", "m"),
    ("minute", "m"),
    ("天", "d"),
    ("days", "d"),
    ("day", "d"),
];

/// Reads `2026-11-23 18:00`, `11-23 18:00` of this year, `18:00` of today, an RFC 3339 time, a rule of
/// the playbooks such as `2h working`, `today`, `3wd`, or how it is said: `明天下午三点`, `3个工作日`,
/// `friday`.
#[must_use]
pub fn read_due(text: &str, now: Stamp, offset: FixedOffset, calendar: &Calendar) -> Option<Stamp> {
    let text = text.trim();
    let today = now.at_offset(offset).date_naive();
    let local = |at: NaiveDateTime| offset.from_local_datetime(&at).single().map(Stamp::from);
    let dated = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").ok();
    let this_year = || dated(&format!("{}-{text}", today.format("%Y")));
    let hour = || NaiveTime::parse_from_str(text, "%H:%M").ok().map(|hour| today.and_time(hour));
    let written = dated(text).or_else(this_year).or_else(hour).and_then(local);
    // Figures alone are written wrongly, not said.
    let said = || text.chars().any(char::is_alphabetic).then(|| said_time(text, now, calendar));
    written
        .or_else(|| Stamp::parse(text).ok())
        .or_else(|| Some(DueRule::parse(&as_rule(text))?.from(now, calendar)))
        .or_else(|| said()?)
}

/// A length of time as it is said, in the words of a playbook: `3个工作日` is `3wd`, `今天` is `today`.
/// Anything else as it stands.
#[must_use]
pub fn as_rule(text: &str) -> String {
    let text = text.trim();
    let bare = ["之内", "以内", "内"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
    if matches!(bare, "今天" | "当天") {
        return "today".to_owned();
    }
    let read = UNITS.iter().find_map(|(said, unit)| {
        let n = bare.strip_suffix(said)?.trim();
        Some(format!("{}{unit}", count(n)?))
    });
    read.unwrap_or_else(|| text.to_owned())
}

/// The other way round: a rule as the person at the desk would say it.
#[must_use]
pub fn said_rule(rule: &str, lang: Lang) -> String {
    if rule == "today" {
        return if lang == Lang::Zh { "今天" } else { "today" }.to_owned();
    }
    let unit = rule.trim_start_matches(|c: char| c.is_ascii_digit());
    let n = rule.strip_suffix(unit).filter(|n| !n.is_empty());
    let words = match unit {
        "wd" => ("个工作日", "working day"),
        "d" => ("天", "day"),
        "h" => ("小时", "hour"),
        "m" => ("分钟", "minute"),
        _other => return rule.to_owned(),
    };
    match (n, lang) {
        (None, _) => rule.to_owned(),
        (Some(n), Lang::Zh) => format!("{n}{}", words.0),
        (Some("1"), Lang::En) => format!("1 {}", words.1),
        (Some(n), Lang::En) => format!("{n} {}s", words.1),
    }
}

/// What a promise typed as `收到退货后3天` waits for, as a playbook writes it: `3d after 收到退货`.
#[must_use]
pub fn as_counted(text: &str) -> Option<String> {
    let (event, length) = text.trim().rsplit_once('后')?;
    let rule = as_rule(length);
    DueRule::parse(&rule)?;
    let event = event.trim_end_matches('之').trim();
    (!event.is_empty()).then(|| format!("{rule} after {event}"))
}

/// A number in figures, or in Chinese up to ten.
fn count(text: &str) -> Option<u32> {
    const SAID: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    if text == "两" {
        return Some(2);
    }
    text.parse().ok().or_else(|| {
        let place = SAID.iter().position(|said| *said == text)?;
        u32::try_from(place + 1).ok()
    })
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
        for nothing in ["", "soon", "25:00", "13-45 10:00", "尽快", "3", "天"] {
            assert_eq!(read(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn dates_are_read_as_people_say_them() {
        let now = Stamp::parse("2026-11-23T10:00:00+08:00").unwrap();
        let china = FixedOffset::east_opt(8 * 3_600).unwrap();
        let calendar = Calendar { offset: china, ..Calendar::default() };
        let read = |text: &str| read_due(text, now, china, &calendar);
        let at = |text: &str| Some(Stamp::parse(text).unwrap());
        assert_eq!(read("2小时"), at("2026-11-23T12:00:00+08:00"));
        assert_eq!(read("两个小时内"), at("2026-11-23T12:00:00+08:00"));
        assert_eq!(read("30 minutes"), at("2026-11-23T10:30:00+08:00"));
        assert_eq!(read("今天"), read("today"));
        assert_eq!(read("3个工作日"), read("3wd"));
        assert_eq!(read("3 working days"), read("3wd"));
        assert_eq!(read("三天"), read("3d"));
        assert_eq!(read("明天 18:00"), at("2026-11-24T18:00:00+08:00"));
        assert_eq!(read("明天下午三点"), at("2026-11-24T15:00:00+08:00"));
        assert_eq!(read("tomorrow 5 pm"), at("2026-11-24T17:00:00+08:00"));
        assert!(read("周五").is_some() && read("friday") == read("周五"));
    }

    #[test]
    fn a_rule_said_is_the_rule_again() {
        for rule in ["today", "1wd", "3wd", "2d", "2h", "30m"] {
            for lang in [Lang::Zh, Lang::En] {
                let said = said_rule(rule, lang);
                assert_eq!(as_rule(&said), rule, "{said}");
                assert!(DueRule::parse(&as_rule(&said)).is_some());
            }
        }
        assert_eq!(said_rule("1wd", Lang::Zh), "1个工作日");
        // What has no saying of its own stays as it is written.
        assert_eq!(said_rule("2h working", Lang::Zh), "2h working");
        assert_eq!(as_rule("2h working"), "2h working");
        assert_eq!(as_counted("收到退货后3天").as_deref(), Some("3d after 收到退货"));
        assert_eq!(as_counted("收到退货之后三个工作日内").as_deref(), Some("3wd after 收到退货"));
        assert_eq!(as_counted("今天"), None);
    }
}
