//! What stands around a find: its sentence, a time, a denial, quotation marks.

use crate::domain::Lang;
use std::ops::Range;

/// The sentence around a find, without the marks that end it.
pub(super) fn sentence_around(chars: &[char], at: &Range<usize>) -> Range<usize> {
    let ends = |c: &char| matches!(c, '。' | '!' | '?' | ';' | '\n');
    let before = chars.get(..at.start).unwrap_or_default();
    let after = chars.get(at.end..).unwrap_or_default();
    let start = before.iter().rposition(ends).map_or(0, |end| end + 1);
    let end = after.iter().position(ends).map_or(chars.len(), |end| at.end + end);
    start..end
}

/// Words that name a time by themselves.
const TIMES_ZH: &[&str] = &[
    "今天",
    "今晚",
    "今日",
    "当天",
    "当日",
    "明天",
    "明早",
    "明日",
    "后天",
    "本周",
    "这周",
    "下周",
    "周一",
    "周二",
    "周三",
    "周四",
    "周五",
    "周六",
    "周日",
    "星期",
    "月底",
    "中午前",
    "下班前",
    "一小时",
    "半小时",
    "两小时",
    "一天",
    "两天",
    "三天",
    "个工作日",
];
const TIMES_EN: &[&str] = &[
    "today",
    "tonight",
    "tomorrow",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "noon",
    "midnight",
    "within the hour",
    "an hour",
    "this morning",
    "this afternoon",
    "this evening",
];
/// What makes a number in front of it a time.
const UNITS_ZH: &[&str] =
    &["点", "分", "小时", "时", "天", "日", "号", "月", "周", "个工作日", ":", "秒"];
const UNITS_EN: &[&str] =
    &["am", "pm", "a.m", "p.m", "h", "min", "day", "week", "working", "business", ":", "o'clock"];

/// Whether a sentence names a time. A gap to be filled counts as one: what fills it is not known.
pub(super) fn names_time(sentence: &[char], lang: Lang) -> bool {
    let (words, units) = match lang {
        Lang::Zh => (TIMES_ZH, UNITS_ZH),
        Lang::En => (TIMES_EN, UNITS_EN),
    };
    let starts = |at: usize, what: &str| {
        what.chars().enumerate().all(|(n, c)| sentence.get(at + n) == Some(&c))
    };
    sentence.iter().enumerate().any(|(at, c)| {
        let mut next = at + 1;
        while c.is_ascii_digit() && sentence.get(next) == Some(&' ') {
            next += 1;
        }
        *c == '{'
            || words.iter().any(|word| starts(at, word))
            || (c.is_ascii_digit() && units.iter().any(|unit| starts(next, unit)))
    })
}

/// What denies what follows it at once.
const DENIALS_ZH: &[&str] = &["不", "没", "别", "勿", "非", "无"];
/// Words that only end like a denial.
const NO_DENIALS_ZH: &[&str] = &["特别", "分别", "级别", "个别", "区别", "性别"];
/// What denies what follows it, a word between.
const FAR_DENIALS_ZH: &[&str] = &[
    "不会",
    "不能",
    "不是",
    "不要",
    "不用",
    "不必",
    "不需",
    "不敢",
    "不得",
    "不可",
    "不该",
    "不应",
    "没有",
    "没法",
    "无法",
    "无需",
    "无须",
    "禁止",
    "难以",
    "请勿",
    "切勿",
    "并非",
    "绝不",
    "从不",
    "不需要",
    "不允许",
    "千万别",
];
const DENIALS_EN: &[&str] =
    &["not", "n't", "never", "no", "without", "cannot", "isn't", "don't", "won't", "can't"];

/// Whether a denial stands before a find: at once, or with up to two characters (Chinese) or
/// three words (English) between.
pub(super) fn is_denied(chars: &[char], start: usize, lang: Lang) -> bool {
    let before = chars.get(..start).unwrap_or_default();
    let ends = |text: &[char], what: &str| {
        let what: Vec<char> = what.chars().collect();
        text.ends_with(&what)
    };
    match lang {
        Lang::Zh => {
            let near = DENIALS_ZH.iter().any(|word| ends(before, word))
                && !NO_DENIALS_ZH.iter().any(|word| ends(before, word));
            near || (0..=2).any(|back| {
                let to = before.len().saturating_sub(back);
                let nearer = before.get(..to).unwrap_or_default();
                let between = before.get(to..).unwrap_or_default();
                between.iter().all(|c| c.is_alphanumeric())
                    && FAR_DENIALS_ZH.iter().any(|word| ends(nearer, word))
            })
        }
        Lang::En => {
            let clause: String = before
                .iter()
                .rev()
                .take_while(|c| !matches!(c, '.' | ',' | '!' | '?' | ';' | ':' | '\n'))
                .collect::<Vec<_>>()
                .into_iter()
                .rev()
                .collect();
            clause.split_whitespace().rev().take(4).any(|word| {
                DENIALS_EN.iter().any(|denial| word == *denial || word.ends_with("n't"))
            })
        }
    }
}

/// Whether a find stands between quotation marks on its line.
pub(super) fn is_quoted(chars: &[char], at: &Range<usize>) -> bool {
    let line_start = chars
        .get(..at.start)
        .and_then(|before| before.iter().rposition(|c| *c == '\n'))
        .map_or(0, |end| end + 1);
    let before = chars.get(line_start..at.start).unwrap_or_default();
    let after = chars.get(at.end..).unwrap_or_default();
    let after = after.split(|c| *c == '\n').next().unwrap_or_default();
    let pairs = [('“', '”'), ('「', '」'), ('『', '』'), ('《', '》'), ('‘', '’')];
    let paired = pairs.iter().any(|(open, close)| {
        let opened = before.iter().rposition(|c| c == open);
        let closed = before.iter().rposition(|c| c == close);
        opened.is_some() && opened > closed && after.contains(close)
    });
    let straight = |side: &[char]| side.iter().filter(|c| **c == '"').count();
    paired || (straight(before) % 2 == 1 && straight(after) > 0)
}
