//! Times as people and chat programs write them, without a zone: `2024-5-3 9:05:12`,
//! `2024/05/03 09:05`, `2024年5月3日 9:05`.

use crate::domain::Stamp;
use chrono::{FixedOffset, NaiveDate, NaiveDateTime, TimeZone};

/// A line that ends with a date and a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DatedLine<'a> {
    /// What stands before them.
    pub rest: &'a str,
    /// The moment; `None` when the digits are no date, such as 31 February.
    pub at: Option<NaiveDateTime>,
}

/// A whole text that is a time; with a zone when it names one.
pub(super) fn parse(text: &str, offset: FixedOffset) -> Option<Stamp> {
    let text = text.trim();
    if let Ok(at) = Stamp::parse(text) {
        return Some(at);
    }
    let dated = dated_line(text).filter(|dated| dated.rest.is_empty())?;
    to_stamp(dated.at?, offset)
}

/// The moment of a local time.
pub(super) fn to_stamp(at: NaiveDateTime, offset: FixedOffset) -> Option<Stamp> {
    offset.from_local_datetime(&at).single().map(Stamp::from)
}

/// Splits a line that ends with a date and a time; `None` when it does not.
///
/// Read from the end, because the name before it may end in digits and touch the year.
pub(super) fn dated_line(line: &str) -> Option<DatedLine<'_>> {
    let mut tail = Tail(line.trim_end());
    let (last, _) = tail.number(2).filter(|(_, digits)| *digits == 2)?;
    tail.one_of(&[':', '：'])?;
    let (middle, digits) = tail.number(2)?;
    let mut with_seconds = tail;
    let before = with_seconds
        .one_of(&[':', '：'])
        .filter(|_| digits == 2)
        .and_then(|_| with_seconds.number(2));
    let (hour, minute, second) = if let Some((hour, _)) = before {
        tail = with_seconds;
        (hour, middle, last)
    } else {
        (middle, last, 0)
    };
    let blank = tail.blanks() || tail.one_of(&['T']).is_some();
    let in_chinese = tail.one_of(&['日']).is_some();
    if !blank && !in_chinese {
        return None;
    }
    let (day, _) = tail.number(2)?;
    let separator = tail.one_of(if in_chinese { &['月'] } else { &['-', '/', '.'] })?;
    let (month, _) = tail.number(2)?;
    tail.one_of(&[if in_chinese { '年' } else { separator }])?;
    let (year, _) = tail.number(4).filter(|(_, digits)| *digits == 4)?;
    let at = i32::try_from(year)
        .ok()
        .filter(|year| (1990..2200).contains(year))
        .and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
        .and_then(|date| date.and_hms_opt(hour, minute, second));
    Some(DatedLine { rest: tail.0.trim(), at })
}

/// The unread end of a line.
#[derive(Clone, Copy)]
struct Tail<'a>(&'a str);

impl Tail<'_> {
    /// A number of at most that many digits, and how many it has.
    fn number(&mut self, most: usize) -> Option<(u32, usize)> {
        let (mut value, mut digits, mut place) = (0, 0, 1);
        while digits < most {
            let Some(c) = self.0.chars().next_back() else { break };
            let Some(digit) = c.to_digit(10) else { break };
            self.0 = self.0.strip_suffix(c).unwrap_or_default();
            value += digit * place;
            place *= 10;
            digits += 1;
        }
        (digits > 0).then_some((value, digits))
    }

    fn one_of(&mut self, wanted: &[char]) -> Option<char> {
        let c = self.0.chars().next_back().filter(|c| wanted.contains(c))?;
        self.0 = self.0.strip_suffix(c)?;
        Some(c)
    }

    fn blanks(&mut self) -> bool {
        let before = self.0.len();
        self.0 = self.0.trim_end();
        self.0.len() < before
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(line: &str) -> Option<(&str, String)> {
        dated_line(line)
            .map(|dated| (dated.rest, dated.at.map_or_else(|| "?".to_owned(), |at| at.to_string())))
    }

    #[test]
    fn lines_are_split_from_the_end() {
        for (line, rest, at) in [
            ("tb_买家01 2024-5-3 9:05:12", "tb_买家01", "2024-05-03 09:05:12"),
            ("tb_买家012024-5-3 9:06:01", "tb_买家01", "2024-05-03 09:06:01"),
            ("2024/05/03 19:06", "", "2024-05-03 19:06:00"),
            ("店:小美 2024年12月31日 23:59:59", "店:小美", "2024-12-31 23:59:59"),
            ("店:小美 2024年1月3日9：05", "店:小美", "2024-01-03 09:05:00"),
            ("A --> B 2024-5-3 9:06:40", "A --> B", "2024-05-03 09:06:40"),
            ("tb 2024-2-31 9:00:00", "tb", "?"),
            ("tb 2024-2-28 25:00:00", "tb", "?"),
            ("tb 0024-2-28 5:00:00", "tb", "?"),
        ] {
            assert_eq!(split(line), Some((rest, at.to_owned())), "{line}");
        }
        for line in ["", "在吗", "9:05:12", "5-3 9:05:12", "2024-5-3", "2024-5-39:05", "1:2:3"] {
            assert_eq!(split(line), None, "{line}");
        }
    }

    #[test]
    fn a_zone_is_honoured_and_a_missing_one_is_local() {
        let offset = FixedOffset::east_opt(8 * 3_600).unwrap();
        let same = Stamp::parse("2026-11-01T10:02:03+08:00").unwrap();
        for text in ["2026-11-01T02:02:03Z", "2026-11-01T10:02:03", "2026-11-01 10:02:03"] {
            assert_eq!(parse(text, offset), Some(same), "{text}");
        }
        assert_eq!(parse("yesterday", offset), None);
        assert_eq!(parse("on 2026-11-01 10:02", offset), None);
    }

    proptest! {
        #[test]
        fn any_line_is_fine(line in "\\PC*") {
            let _outcome = dated_line(&line);
        }

        #[test]
        fn digits_and_separators_are_fine(line in "[0-9:：/年月日 T.-]{0,30}") {
            let _outcome = dated_line(&line);
        }
    }
}
