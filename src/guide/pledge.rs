//! Promises that stand in typed words: "今天发", "三个工作日内退", "by Friday". Found before a reply is
//! sent, so that each can become a promise with its date, or be said not to be one.
//!
//! A small reader, not a clever one: a sentence counts when it names a time and something the shop
//! does, and neither asks the buyer nor speaks of them.

use crate::domain::{Calendar, Span, Stamp};
use chrono::{Datelike, NaiveTime, TimeDelta};
use std::ops::Range;

/// A promise in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PledgeFound {
    /// The sentence it stands in.
    pub range: Range<usize>,
    /// The words of that sentence.
    pub what: String,
    /// By when, as the words say it, counted from now.
    pub due: Stamp,
    /// What the words count from instead, and how, as a playbook writes it: `3d`.
    pub after: Option<(Awaited, String)>,
}

/// Something the words of a promise wait for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awaited {
    /// The goods are with us again: "收到退件后三天内", "within 3 days of receiving it".
    GoodsBack,
    /// The parcel is with the buyer: "您签收后三天内", "within 3 days of delivery".
    Delivered,
}

/// Words that hang a promise on the parcel at the buyer's; they go before those for the goods with us.
const DELIVERED: [&str; 9] = [
    "您签收",
    "您收到",
    "买家签收",
    "送达后",
    "of delivery",
    "after delivery",
    "you receive",
    "you have it",
    "it reaches you",
];

/// Words that hang it on the goods with us again.
const GOODS_BACK: [&str; 28] = [
    "收到退件",
    "收到退货",
    "收到您",
    "收到货",
    "收到旧",
    "收到后",
    "收到之后",
    "退件到",
    "退货到",
    "退回来",
    "退回后",
    "寄回后",
    "寄回来",
    "到仓",
    "入库",
    "签收退",
    "of receiving",
    "of receipt",
    "we receive",
    "we have received",
    "we've received",
    "we get it",
    "once it is back",
    "once it's back",
    "are back",
    "is back with us",
    "it arrives back",
    "reaches us",
];

/// What the shop does; one of these stands in a promise.
const DEEDS: [&str; 46] = [
    "发货",
    "补发",
    "重发",
    "发出",
    "发给",
    "寄出",
    "寄给",
    "寄回",
    "退款",
    "退给",
    "退回",
    "退运费",
    "打款",
    "到账",
    "转给您",
    "返现",
    "赔付",
    "补偿",
    "换货",
    "换一",
    "换新",
    "回复",
    "回您",
    "答复",
    "回电",
    "联系您",
    "告诉您",
    "通知您",
    "给您",
    "帮您",
    "为您",
    "处理",
    "安排",
    "核实",
    "查清",
    "查到",
    "开好",
    "开具",
    "开票",
    "上门",
    "送到",
    "解决",
    "办好",
    "办妥",
    "搞定",
    "今天发",
];

/// The same in English.
const DEEDS_EN: [&str; 20] = [
    "we will",
    "we'll",
    "i will",
    "i'll",
    "will be",
    "will reach",
    "will get",
    "going to",
    "send it",
    "ship it",
    "refund you",
    "get back to you",
    "call you",
    "let you know",
    "be shipped",
    "be sent",
    "be refunded",
    "arrive",
    "reply to you",
    "i am sending",
];

/// What turns a sentence into something else: a question, a rule, what the buyer does.
const NOT_OURS: [&str; 16] = [
    "吗",
    "呢",
    "?",
    "？",
    "请您",
    "麻烦您",
    "您在",
    "您可以",
    "如果您",
    "您需要",
    "昨天",
    "上次",
    "could you",
    "please",
    "if you",
    "yesterday",
];

/// Promises in a text, in its order, none of them past.
#[must_use]
pub fn pledges(text: &str, now: Stamp, calendar: &Calendar) -> Vec<PledgeFound> {
    let mut found: Vec<PledgeFound> = Vec::new();
    for range in sentences(text) {
        let words = text.get(range.clone()).unwrap_or_default();
        let lower = words.to_lowercase();
        if !DEEDS.iter().chain(&DEEDS_EN).any(|deed| lower.contains(deed))
            || NOT_OURS.iter().any(|not| lower.contains(not))
        {
            continue;
        }
        let Some(due) = time(&lower, now, calendar).filter(|due| *due > now) else { continue };
        let what = words.trim().trim_matches(['，', ',', '。', '.']).trim().to_owned();
        let after = awaited(&lower).zip(counted_rule(&lower));
        found.push(PledgeFound { range, what, due, after });
    }
    found
}

/// The sentences of a text; a comma parts them too where what follows names a time of its own.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if matches!(c, '。' | '！' | '!' | '；' | ';' | '\n') || ends_in_english(text, at, c) {
            ranges.push(start..at);
            start = at + c.len_utf8();
        } else if matches!(c, '？' | '?') {
            // A question keeps its mark: it is known by it.
            ranges.push(start..at + c.len_utf8());
            start = at + c.len_utf8();
        }
    }
    ranges.push(start..text.len());
    ranges.into_iter().filter(|range| !range.is_empty()).collect()
}

fn ends_in_english(text: &str, at: usize, c: char) -> bool {
    let next = text.get(at + 1..).and_then(|rest| rest.chars().next());
    c == '.' && next.is_none_or(char::is_whitespace)
}

/// The moment that words name and nothing else: "明天下午三点", "周五前", "tomorrow 5 pm".
#[must_use]
pub fn said_time(words: &str, now: Stamp, calendar: &Calendar) -> Option<Stamp> {
    time(&words.to_lowercase(), now, calendar)
}

/// The latest moment the words name: "今天发出，三天到" is kept when it has arrived.
fn time(words: &str, now: Stamp, calendar: &Calendar) -> Option<Stamp> {
    let counted = counted(words, now, calendar);
    let named = named_day(words, now, calendar);
    counted.into_iter().chain(named).max()
}

/// What the words wait for.
fn awaited(words: &str) -> Option<Awaited> {
    let says = |list: &[&str]| list.iter().any(|part| words.contains(part));
    if says(&DELIVERED) {
        return Some(Awaited::Delivered);
    }
    says(&GOODS_BACK).then_some(Awaited::GoodsBack)
}

/// The longest time the words count, as a playbook writes it. A date is a day: hours are whole days.
fn counted_rule(words: &str) -> Option<String> {
    let (number, unit) = lengths(words).into_iter().max_by_key(|(number, unit)| match unit {
        b'm' => *number,
        b'h' => number.saturating_mul(60),
        b'k' => number.saturating_mul(7 * 24 * 60),
        _days => number.saturating_mul(24 * 60),
    })?;
    let days = match unit {
        b'w' => return (1..=366).contains(&number).then(|| format!("{number}wd")),
        b'h' => number.div_ceil(24),
        b'm' => 1,
        b'k' => number.saturating_mul(7),
        _days => number,
    };
    (1..=366).contains(&days).then(|| format!("{days}d"))
}

/// `三个工作日内`, `24小时内`, `within 3 days`.
fn counted(words: &str, now: Stamp, calendar: &Calendar) -> Vec<Stamp> {
    let due = |(number, unit): (u32, u8)| {
        let n = i64::from(number);
        match unit {
            b'w' => calendar.close_of_day(now, number),
            b'h' => now.plus(Span::hours(n)),
            b'm' => now.plus(Span::minutes(n)),
            b'k' => closing(calendar, now, n * 7),
            _days => closing(calendar, now, n),
        }
    };
    lengths(words).into_iter().map(due).collect()
}

/// The lengths of time that words set as a limit, each with the letter of its unit.
fn lengths(words: &str) -> Vec<(u32, u8)> {
    const UNITS: [(&str, u8); 17] = [
        ("个工作日", b'w'),
        ("工作日", b'w'),
        ("working day", b'w'),
        ("business day", b'w'),
        ("个小时", b'h'),
        ("小时", b'h'),
        ("hour", b'h'),
        ("分钟", b'm'),
        ("minute", b'm'),
        ("个自然日", b'd'),
        ("自然日", b'd'),
        ("天", b'd'),
        ("日", b'd'),
        ("days", b'd'),
        ("周", b'k'),
        ("星期", b'k'),
        ("week", b'k'),
    ];
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((number, from, to)) = next_number(words, at) {
        at = to;
        let rest = words.get(to..).unwrap_or_default().trim_start();
        let Some((unit, kind)) = UNITS.iter().find(|(unit, _)| rest.starts_with(unit)) else {
            continue;
        };
        let after = rest.get(unit.len()..).unwrap_or_default().trim_start_matches('s').trim_start();
        let before = words.get(..from).unwrap_or_default().trim_end();
        let limits = after.starts_with('内')
            || after.starts_with("之内")
            || after.starts_with("以内")
            || after.starts_with('后')
            || after.starts_with("左右")
            || after.starts_with("of ")
            || after.starts_with("after ")
            || ["within", "in", "after"].iter().any(|word| before.ends_with(word));
        if !limits {
            continue;
        }
        found.push((number, *kind));
    }
    found
}

/// `今天`, `明天中午前`, `周五前`, `下午五点前`, `by Friday`, `tomorrow`.
fn named_day(words: &str, now: Stamp, calendar: &Calendar) -> Option<Stamp> {
    const DAYS: [(&str, i64); 14] = [
        ("大后天", 3),
        ("后天", 2),
        ("明天", 1),
        ("明日", 1),
        ("明早", 1),
        ("明晚", 1),
        ("今天", 0),
        ("今日", 0),
        ("今晚", 0),
        ("当天", 0),
        ("tomorrow", 1),
        ("today", 0),
        ("tonight", 0),
        ("this evening", 0),
    ];
    let day = DAYS.iter().find(|(name, _)| words.contains(name)).map(|(_, ahead)| *ahead);
    let day = day.or_else(|| weekday(words, now, calendar));
    let hour = hour(words);
    match (day, hour) {
        (None, None) => None,
        (Some(ahead), None) => Some(closing(calendar, now, ahead)),
        (ahead, Some(hour)) => {
            let at = |ahead: i64| {
                let day = calendar.day_of(now).checked_add_signed(TimeDelta::days(ahead))?;
                Some(calendar.start_of(day).plus(Span::minutes(hour)))
            };
            let due = at(ahead.unwrap_or(0))?;
            // "five o'clock" said at six is tomorrow's.
            if due <= now && ahead.is_none() { at(1) } else { Some(due) }
        }
    }
}

/// `周五`, `下周一`, `friday`: how many days ahead.
fn weekday(words: &str, now: Stamp, calendar: &Calendar) -> Option<i64> {
    const NAMES: [(&str, &str); 7] = [
        ("一", "monday"),
        ("二", "tuesday"),
        ("三", "wednesday"),
        ("四", "thursday"),
        ("五", "friday"),
        ("六", "saturday"),
        ("日", "sunday"),
    ];
    let today = i64::from(calendar.day_of(now).weekday().num_days_from_monday());
    for (place, (zh, en)) in (0..).zip(NAMES) {
        let also = if place == 6 { "天" } else { zh };
        let said = |lead: &str| {
            words.contains(&format!("{lead}{zh}")) || words.contains(&format!("{lead}{also}"))
        };
        if said("下周") || said("下星期") || words.contains(&format!("next {en}")) {
            return Some(place + 7 - today);
        }
        if said("周") || said("星期") || words.contains(en) {
            return Some((place - today).rem_euclid(7));
        }
    }
    None
}

/// `下午五点前`, `18:00`, `by 5 pm`, `中午前`: minutes from midnight.
fn hour(words: &str) -> Option<i64> {
    let mut at = 0;
    while let Some((number, _, to)) = next_number(words, at) {
        at = to;
        let rest = words.get(to..).unwrap_or_default();
        let n = i64::from(number);
        if n > 24 {
            continue;
        }
        let late = ["下午", "晚", "傍晚"].iter().any(|part| words.contains(part)) && n < 12;
        let hours = if late { n + 12 } else { n };
        if let Some(rest) = rest.strip_prefix('点') {
            return Some(hours * 60 + if rest.starts_with('半') { 30 } else { 0 });
        }
        if let Some((minutes, 1, _)) = rest.strip_prefix(':').and_then(|_| next_number(rest, 0)) {
            return (minutes < 60).then_some(hours * 60 + i64::from(minutes));
        }
        let rest = rest.trim_start();
        if rest.starts_with("pm") {
            return Some((n % 12 + 12) * 60);
        }
        if rest.starts_with("am") {
            return Some(n % 12 * 60);
        }
    }
    ["中午前", "中午之前", "by noon", "before noon"]
        .iter()
        .any(|noon| words.contains(noon))
        .then_some(12 * 60)
}

/// When the shop closes on the day so many days ahead.
fn closing(calendar: &Calendar, now: Stamp, ahead: i64) -> Stamp {
    let since_midnight = calendar.closes.signed_duration_since(NaiveTime::MIN);
    let day = calendar.day_of(now).checked_add_signed(TimeDelta::days(ahead));
    let start = day.map_or(now, |day| calendar.start_of(day));
    start.plus(Span::millis(since_midnight.num_milliseconds()))
}

/// The next number from a place on, in digits or in Chinese up to 99, and where it stands.
fn next_number(words: &str, from: usize) -> Option<(u32, usize, usize)> {
    const DIGITS: &str = "零一二三四五六七八九";
    let digit = |c: char| match c {
        '两' => Some(2),
        '0'..='9' => c.to_digit(10),
        other => DIGITS.chars().position(|d| d == other).and_then(|n| u32::try_from(n).ok()),
    };
    let rest = words.get(from..)?;
    let start = rest.find(|c: char| c == '十' || digit(c).is_some())?;
    let mut value: u32 = 0;
    let mut end = start;
    let mut ten = false;
    for (at, c) in rest.get(start..)?.char_indices() {
        if c == '十' {
            value = value.max(1).saturating_mul(10);
            ten = true;
        } else if let Some(n) = digit(c) {
            value = if ten {
                value.saturating_add(n)
            } else {
                value.saturating_mul(10).saturating_add(n)
            };
        } else {
            break;
        }
        end = start + at + c.len_utf8();
    }
    Some((value.min(10_000), from + start, from + end))
}

#[cfg(test)]
mod tests;
