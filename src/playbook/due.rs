//! Due rules: `30m`, `2h working`, `today`, `3wd`.

use crate::domain::{Calendar, Lang, Span, Stamp};
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use std::fmt;

/// When something is due, counted from now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DueRule {
    /// So many minutes, night or day.
    Wall(u32),
    /// So many minutes of the shop's working time.
    Working(u32),
    /// Close of business on the n-th working day from now; 0 is today or, after closing, the next.
    CloseOf(u32),
    /// So many minutes, counted each day between two full hours only.
    Between {
        /// The minutes.
        minutes: u32,
        /// The hour counting begins at, 0 to 23.
        opens: u32,
        /// The hour it ends at, later and at most 24.
        closes: u32,
    },
}

/// Nothing may be promised for longer than a year ahead.
const LONGEST_MINUTES: u32 = 366 * 24 * 60;

impl DueRule {
    /// Reads a rule as a playbook writes it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace();
        let (first, second) = (words.next()?, words.next());
        if words.next().is_some() {
            return None;
        }
        if first == "today" {
            return second.is_none().then_some(Self::CloseOf(0));
        }
        if let Some(days) = first.strip_suffix("wd") {
            let days: u32 = whole(days)?;
            return (second.is_none() && (1..=366).contains(&days)).then_some(Self::CloseOf(days));
        }
        let (count, each) = [('m', 1), ('h', 60), ('d', 24 * 60)]
            .into_iter()
            .find_map(|(unit, each)| first.strip_suffix(unit).map(|count| (count, each)))?;
        let minutes =
            whole(count)?.checked_mul(each).filter(|n| (1..=LONGEST_MINUTES).contains(n))?;
        match second {
            None => Some(Self::Wall(minutes)),
            // A working day is no 24 hours: `3wd` says that.
            Some("working") if each < 24 * 60 => Some(Self::Working(minutes)),
            Some(hours) if each < 24 * 60 => {
                let (opens, closes) = hours.split_once('-')?;
                let (opens, closes): (u32, u32) = (whole(opens)?, whole(closes)?);
                (opens < closes && closes <= 24).then_some(Self::Between { minutes, opens, closes })
            }
            Some(_) => None,
        }
    }

    /// When it is due, counted from `now`.
    #[must_use]
    pub fn from(self, now: Stamp, calendar: &Calendar) -> Stamp {
        match self {
            Self::Wall(minutes) => now.plus(Span::minutes(minutes.into())),
            Self::Working(minutes) => calendar.after_working(now, Span::minutes(minutes.into())),
            Self::CloseOf(days) => calendar.close_of_day(now, days),
            Self::Between { minutes, opens, closes } => {
                let span = Span::minutes(minutes.into());
                daily(calendar, opens, closes).after_working(now, span)
            }
        }
    }

    /// When it is due that stood still from `paused` to `now`: what was left then is left now. What
    /// was over then is over.
    #[must_use]
    pub fn resumed(self, due: Stamp, paused: Stamp, now: Stamp, calendar: &Calendar) -> Stamp {
        if due <= paused || now <= paused {
            return due;
        }
        let counted = |calendar: &Calendar| {
            calendar.after_working(now, calendar.working_between(paused, due)).max(due)
        };
        match self {
            Self::Wall(_) => due.plus(now.since(paused)),
            Self::Working(_) => counted(calendar),
            Self::Between { opens, closes, .. } => counted(&daily(calendar, opens, closes)),
            Self::CloseOf(_) => {
                let days = calendar.working_days_between(paused, due);
                calendar.close_of_day(now, days).max(due)
            }
        }
    }
}

/// Every day between two hours, in the shop's time zone.
fn daily(calendar: &Calendar, opens: u32, closes: u32) -> Calendar {
    let hour = |hour: u32| NaiveTime::from_hms_opt(hour, 0, 0);
    let closes = hour(closes).or_else(|| NaiveTime::from_hms_milli_opt(23, 59, 59, 999));
    Calendar::every_day(
        calendar.offset,
        hour(opens).unwrap_or_default(),
        closes.unwrap_or_default(),
    )
}

/// The form that `parse` reads.
impl fmt::Display for DueRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let length = |minutes: u32| match minutes {
            n if n % (24 * 60) == 0 => format!("{}d", n / (24 * 60)),
            n if n % 60 == 0 => format!("{}h", n / 60),
            n => format!("{n}m"),
        };
        match self {
            Self::Wall(minutes) => f.write_str(&length(*minutes)),
            Self::Working(n) if n % 60 == 0 => write!(f, "{}h working", n / 60),
            Self::Working(n) => write!(f, "{n}m working"),
            Self::CloseOf(0) => f.write_str("today"),
            Self::CloseOf(days) => write!(f, "{days}wd"),
            Self::Between { minutes, opens, closes } => {
                write!(f, "{} {opens}-{closes}", length(*minutes))
            }
        }
    }
}

fn whole(text: &str) -> Option<u32> {
    (!text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

/// A due date as it is written to a buyer: `今天 18:00`, `12:00 tomorrow`, `11月25日 22:00`.
#[must_use]
pub fn spoken(due: Stamp, now: Stamp, calendar: &Calendar, lang: Lang) -> String {
    let local = due.at_offset(calendar.offset);
    let (day, today) = (calendar.day_of(due), calendar.day_of(now));
    let time = format!("{:02}:{:02}", local.hour(), local.minute());
    let ahead = (day - today).num_days();
    match (lang, ahead) {
        (Lang::Zh, 0) => format!("今天 {time}"),
        (Lang::Zh, 1) => format!("明天 {time}"),
        (Lang::En, 0) => format!("{time} today"),
        (Lang::En, 1) => format!("{time} tomorrow"),
        (Lang::Zh, _) if day.year() != today.year() => {
            format!("{}年{}月{}日 {time}", day.year(), day.month(), day.day())
        }
        (Lang::Zh, _) => format!("{}月{}日 {time}", day.month(), day.day()),
        (Lang::En, _) if day.year() != today.year() => {
            format!("{time} on {}", day.format("%-d %b %Y"))
        }
        (Lang::En, _) => format!("{time} on {}", day.format("%-d %b")),
    }
}

/// A day as a person says it: `11月25日`, `25 Nov`.
pub(crate) fn day(day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}月{}日", day.month(), day.day()),
        Lang::En => day.format("%-d %b").to_string(),
    }
}

/// A date that waits for another, named by the label of its fact: `收到退货后 3 个工作日内`, `within 3
/// working days after the goods came back`.
#[must_use]
pub fn dependent(rule: DueRule, label: &str, lang: Lang) -> String {
    let zh_label = ["日期", "时间", "日"].iter().find_map(|end| label.strip_suffix(end));
    let zh = zh_label.filter(|rest| !rest.is_empty()).unwrap_or(label);
    let en = after_what(label);
    let (count, zh_unit, en_unit) = match rule {
        DueRule::CloseOf(0) => {
            return match lang {
                Lang::Zh => format!("{zh}当天"),
                Lang::En => format!("on the day of {en}"),
            };
        }
        DueRule::CloseOf(days) => (days, "个工作日", "working day"),
        DueRule::Wall(n) if n % (24 * 60) == 0 => (n / (24 * 60), "天", "day"),
        DueRule::Wall(n) | DueRule::Between { minutes: n, .. } if n % 60 == 0 => {
            (n / 60, "小时", "hour")
        }
        DueRule::Wall(n) | DueRule::Between { minutes: n, .. } => (n, "分钟", "minute"),
        DueRule::Working(n) if n % 60 == 0 => (n / 60, "个工作小时", "working hour"),
        DueRule::Working(n) => (n, "个工作分钟", "working minute"),
    };
    match lang {
        Lang::Zh => format!("{zh}后 {count} {zh_unit}内"),
        Lang::En => {
            let plural = if count == 1 { "" } else { "s" };
            format!("within {count} {en_unit}{plural} after {en}")
        }
    }
}

/// `Date of return` becomes `return`, `The goods came back` begins small.
fn after_what(label: &str) -> String {
    let name = label.strip_prefix("Date of ").unwrap_or(label);
    let name = name.strip_suffix(" date").unwrap_or(name);
    let mut letters = name.chars();
    let first = letters.next();
    // An abbreviation keeps its capitals.
    let small = letters.clone().next().is_none_or(char::is_lowercase);
    match first.filter(|_| small) {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => name.to_owned(),
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
    fn rules_are_read() {
        for (text, rule) in [
            ("30m", DueRule::Wall(30)),
            ("2h", DueRule::Wall(120)),
            ("3d", DueRule::Wall(3 * 24 * 60)),
            ("30m working", DueRule::Working(30)),
            ("2h working", DueRule::Working(120)),
            ("today", DueRule::CloseOf(0)),
            ("1wd", DueRule::CloseOf(1)),
            ("3wd", DueRule::CloseOf(3)),
            ("4h 9-18", DueRule::Between { minutes: 240, opens: 9, closes: 18 }),
        ] {
            assert_eq!(DueRule::parse(text), Some(rule), "{text}");
            assert_eq!(DueRule::parse(&rule.to_string()), Some(rule), "{text}");
        }
        for text in [
            "",
            "soon",
            "2",
            "h",
            "-1h",
            "2 h",
            "1h now",
            "3d working",
            "0wd",
            "0m",
            "today working",
            "99999999999h",
            "4294967295d",
            "1h working working",
            "4h 18-9",
            "4h 9-25",
            "4h 9",
            "2d 9-18",
        ] {
            assert_eq!(DueRule::parse(text), None, "{text}");
        }
    }

    #[test]
    fn rules_count_from_now() {
        let shop = Calendar::default();
        let late = at("2026-11-22T21:00:00+08:00");
        let due = |text: &str| DueRule::parse(text).unwrap().from(late, &shop);
        assert_eq!(due("2h"), at("2026-11-22T23:00:00+08:00"));
        assert_eq!(due("2h working"), at("2026-11-23T10:00:00+08:00"));
        assert_eq!(due("today"), at("2026-11-22T22:00:00+08:00"));
        assert_eq!(due("1wd"), at("2026-11-23T22:00:00+08:00"));
    }

    #[test]
    fn dates_are_spoken_as_people_say_them() {
        let shop = Calendar::default();
        let now = at("2026-11-22T10:00:00+08:00");
        for (due, zh, en) in [
            ("2026-11-22T18:00:00+08:00", "今天 18:00", "18:00 today"),
            ("2026-11-23T12:00:00+08:00", "明天 12:00", "12:00 tomorrow"),
            ("2026-11-25T22:00:00+08:00", "11月25日 22:00", "22:00 on 25 Nov"),
            ("2027-01-03T09:05:00+08:00", "2027年1月3日 09:05", "09:05 on 3 Jan 2027"),
        ] {
            assert_eq!(spoken(at(due), now, &shop, Lang::Zh), zh);
            assert_eq!(spoken(at(due), now, &shop, Lang::En), en);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in ".{0,12}") {
            if let Some(rule) = DueRule::parse(&text) {
                prop_assert_eq!(DueRule::parse(&rule.to_string()), Some(rule));
            }
        }
    }

    /// A rule of any sort.
    fn rule() -> impl Strategy<Value = DueRule> {
        prop_oneof![
            (1u32..5_000).prop_map(DueRule::Wall),
            (1u32..5_000).prop_map(DueRule::Working),
            (0u32..20).prop_map(DueRule::CloseOf),
            (1u32..3_000, 0u32..20, 1u32..5).prop_map(|(minutes, opens, long)| {
                DueRule::Between { minutes, opens, closes: (opens + long).min(24) }
            }),
        ]
    }

    proptest! {
        #[test]
        fn closed_hours_and_days_never_bring_a_due_date_nearer(
            rule in rule(), start in 0i64..31_536_000,
            late in 0u32..6, early in 0u32..6, weekend in any::<bool>(),
            days in prop::collection::btree_set(0i64..40, 0..12),
        ) {
            let open = Calendar::default();
            let mut closed = open.clone();
            closed.opens = NaiveTime::from_hms_opt(9 + late, 0, 0).unwrap();
            // Where the shop is open at all: the close of a day is named by its hour, which may be
            // an earlier one when the shop closes earlier.
            if !matches!(rule, DueRule::CloseOf(_)) {
                closed.closes = NaiveTime::from_hms_opt(22 - early, 0, 0).unwrap();
            }
            if weekend {
                closed.week = [true, true, true, true, true, false, false];
            }
            let from = at("2026-01-01T00:00:00+08:00").plus(Span::seconds(start));
            for off in days {
                let day = open.day_of(from) + chrono::TimeDelta::days(off);
                closed.days_off.insert(day);
            }
            prop_assert!(rule.from(from, &closed) >= rule.from(from, &open));
        }

        #[test]
        fn pauses_sum_exactly(
            rule in rule(), start in 0i64..31_536_000,
            pauses in prop::collection::vec((0i64..600, 1i64..4_000), 0..6),
        ) {
            let shop = Calendar::default();
            let from = at("2026-01-01T00:00:00+08:00").plus(Span::seconds(start));
            let first = rule.from(from, &shop);
            let counting = match rule {
                DueRule::Between { opens, closes, .. } => daily(&shop, opens, closes),
                DueRule::Wall(_) | DueRule::Working(_) | DueRule::CloseOf(_) => shop.clone(),
            };
            let (mut now, mut due) = (from, first);
            let (mut stood, mut worked) = (Span::ZERO, Span::ZERO);
            for (runs, stands) in pauses {
                let paused = now.plus(Span::minutes(runs));
                let resumed = paused.plus(Span::minutes(stands));
                if paused >= due {
                    // What was over stays over, however long it stands still then.
                    prop_assert_eq!(rule.resumed(due, paused, resumed, &shop), due);
                    break;
                }
                worked = worked.and(counting.working_between(now, paused));
                stood = stood.and(resumed.since(paused));
                due = rule.resumed(due, paused, resumed, &shop);
                now = resumed;
            }
            match rule {
                DueRule::Wall(_) => prop_assert_eq!(due, first.plus(stood)),
                DueRule::Working(_) | DueRule::Between { .. } => {
                    let all = worked.and(counting.working_between(now, due));
                    prop_assert_eq!(all, counting.working_between(from, first));
                }
                DueRule::CloseOf(_) => prop_assert!(due >= first),
            }
        }
    }

    #[test]
    fn hours_are_counted_between_two_of_them() {
        let shop = Calendar::default();
        let rule = DueRule::parse("4h 9-18").unwrap();
        let afternoon = at("2026-11-23T16:30:00+08:00");
        assert_eq!(rule.from(afternoon, &shop), at("2026-11-24T11:30:00+08:00"));
        assert_eq!(
            rule.from(at("2026-11-23T03:00:00+08:00"), &shop),
            at("2026-11-23T13:00:00+08:00")
        );
    }

    #[test]
    fn what_stood_still_has_as_much_left_as_before() {
        let shop = Calendar::default();
        let monday = at("2026-11-23T10:00:00+08:00");
        let resumed = |rule: &str, after: Span, still: Span| {
            let rule = DueRule::parse(rule).unwrap();
            let (due, paused) = (rule.from(monday, &shop), monday.plus(after));
            rule.resumed(due, paused, paused.plus(still), &shop)
        };
        let hours = Span::hours;
        assert_eq!(resumed("2h", hours(1), hours(5)), at("2026-11-23T17:00:00+08:00"));
        assert_eq!(resumed("2h", hours(3), hours(5)), at("2026-11-23T12:00:00+08:00"), "over");
        assert_eq!(resumed("13h working", hours(1), hours(24)), at("2026-11-25T10:00:00+08:00"));
        assert_eq!(resumed("2wd", hours(1), Span::days(3)), at("2026-11-28T22:00:00+08:00"));
        assert_eq!(resumed("today", hours(1), Span::days(3)), at("2026-11-26T22:00:00+08:00"));
        assert_eq!(resumed("4h 9-18", hours(1), hours(24)), at("2026-11-24T14:00:00+08:00"));
    }

    #[test]
    fn a_date_that_waits_for_another_is_said_so() {
        let said = |rule: &str, label, lang| dependent(DueRule::parse(rule).unwrap(), label, lang);
        assert_eq!(said("3wd", "收到退货", Lang::Zh), "收到退货后 3 个工作日内");
        assert_eq!(said("48h", "签收日期", Lang::Zh), "签收后 2 天内");
        assert_eq!(said("today", "签收日期", Lang::Zh), "签收当天");
        let en = said("1wd", "The goods came back", Lang::En);
        assert_eq!(en, "within 1 working day after the goods came back");
        assert_eq!(said("36h", "POD date", Lang::En), "within 36 hours after POD");
    }
}
