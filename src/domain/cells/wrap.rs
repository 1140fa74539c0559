//! Breaking text into lines of at most so many cells, by Unicode's line breaking rules.
//!
//! Owns the lines; must not know colours or scrolling. Lazy: the lines of a ten-megabyte message
//! are found one by one, and only as many as are asked for. The line breaker is asked directly and
//! not through a wrapping crate, because those copy and break the whole text first.

use super::grapheme::{Graphemes, floor_boundary};
use icu_segmenter::LineSegmenter;
use icu_segmenter::iterators::LineBreakIterator;
use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::scaffold::Utf8;
use std::iter::Peekable;

/// One line of a wrapped text, as places in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Line {
    /// The byte where the line begins.
    pub start: usize,
    /// The byte where the next line begins: lines joined are the text.
    pub end: usize,
    /// The byte where what is shown ends: without the line feed, and without spaces that would
    /// reach over the edge.
    pub shown_end: usize,
}

impl Line {
    /// What is shown of the line.
    #[must_use]
    pub fn shown<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.shown_end).unwrap_or_default()
    }

    /// The whole line with its line feed and hanging spaces.
    #[must_use]
    pub fn whole<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// The first lines of a text, and where the rest begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrapped {
    /// The lines.
    pub lines: Vec<Line>,
    /// The byte where the lines that were not asked for begin, when there are any.
    pub rest: Option<usize>,
}

/// The lines of a text in order. See [`lines`].
pub struct Lines<'a> {
    text: &'a str,
    cells: usize,
    at: usize,
    ended: bool,
    /// Where the rules allow a line to begin; asked for when the first line is full.
    breaks: Option<Breaks<'a>>,
    places: Vec<usize>,
}

/// The line breaker, over the text from a byte on.
struct Breaks<'a> {
    from: usize,
    places: Peekable<LineBreakIterator<'static, 'a, Utf8>>,
}

impl std::fmt::Debug for Lines<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lines").field("at", &self.at).field("cells", &self.cells).finish()
    }
}

/// The lines of `text` at most `cells` wide, found one by one. A character wider than a line stands
/// alone on it, and is the only thing that ever reaches over the edge. A text that is empty or ends
/// with a line feed has an empty last line: a caret can stand there.
#[must_use]
pub fn lines(text: &str, cells: usize) -> Lines<'_> {
    Lines { text, cells, at: 0, ended: false, breaks: None, places: Vec::new() }
}

/// All lines of a text. See [`lines`].
#[must_use]
pub fn wrap(text: &str, cells: usize) -> Vec<Line> {
    // Most texts are short and fit: no need to ask the line breaker.
    if text.len() <= cells && text.bytes().all(|b| matches!(b, b' '..=b'~')) {
        return vec![Line { start: 0, end: text.len(), shown_end: text.len() }];
    }
    lines(text, cells).collect()
}

/// The first `most` lines of a text, at the cost of these alone.
#[must_use]
pub fn wrap_limited(text: &str, cells: usize, most: usize) -> Wrapped {
    let mut all = lines(text, cells);
    let found: Vec<Line> = all.by_ref().take(most).collect();
    let rest = if all.ended { None } else { Some(all.at) };
    Wrapped { lines: found, rest }
}

impl Lines<'_> {
    /// The last place after `start`, up to `here`, where the rules allow a new line to begin. Asked
    /// with ever greater places, and only when a line is full: nearly every text on a screen fits
    /// on one, and the breaker looks every character up.
    fn last_break(&mut self, start: usize, here: usize) -> Option<usize> {
        if is_between_han(self.text, here) {
            // Allowed whatever stands before; the breaker can begin anew here.
            self.breaks = None;
            return Some(here);
        }
        let (text, line) = (self.text, self.at);
        let breaks = self.breaks.get_or_insert_with(|| Breaks::of(text, line));
        let from = breaks.from;
        self.places.clear();
        while let Some(place) = breaks.places.next_if(|place| from + *place <= here) {
            self.places.push(from + place);
        }
        let mut seen = self.places.iter().rev().copied().take_while(|place| *place > start);
        // The rules for lines are not those for graphemes: no line begins inside of one.
        seen.find(|place| floor_boundary(text, *place) == *place)
    }

    fn finish(&mut self, end: usize, shown_end: usize) -> Line {
        let line = Line { start: self.at, end, shown_end: shown_end.min(end) };
        self.at = end;
        line
    }
}

impl<'a> Breaks<'a> {
    fn of(text: &'a str, from: usize) -> Self {
        let breaker = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
        let places = breaker.segment_str(text.get(from..).unwrap_or_default()).peekable();
        Self { from, places }
    }
}

/// Whether Han characters stand on both sides of a place.
fn is_between_han(text: &str, at: usize) -> bool {
    let han = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}');
    text.split_at_checked(at).is_some_and(|(before, after)| {
        before.chars().next_back().is_some_and(han) && after.chars().next().is_some_and(han)
    })
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        if self.ended {
            return None;
        }
        let start = self.at;
        let mut used = 0;
        let mut shown_end = start;
        let mut hanging = false;
        for grapheme in Graphemes::from(self.text, start) {
            if matches!(grapheme.text, "\n" | "\r\n") {
                return Some(self.finish(grapheme.end(), shown_end));
            }
            let here = grapheme.start;
            let fits = used + grapheme.cells <= self.cells;
            if fits && !hanging {
                used += grapheme.cells;
                shown_end = grapheme.end();
            } else if grapheme.text == " " && here > start {
                hanging = true;
            } else if here > start {
                let end = self.last_break(start, here).unwrap_or(here);
                return Some(self.finish(end, shown_end));
            } else {
                // Wider than the whole line: it stands alone.
                used = self.cells;
                shown_end = grapheme.end();
            }
        }
        self.ended = true;
        Some(self.finish(self.text.len(), shown_end))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{floor_boundary, graphemes, width};
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str, cells: usize) -> Vec<&str> {
        wrap(text, cells).iter().map(|line| line.shown(text)).collect()
    }

    #[test]
    fn chinese_stops_do_not_begin_a_line() {
        assert_eq!(shown("收到全碎了，我要退款！", 10), ["收到全碎", "了，我要退", "款！"]);
        assert_eq!(shown("（见图）", 4), ["（见", "图）"]);
    }

    #[test]
    fn with_no_other_way_even_a_stop_begins_a_line() {
        assert_eq!(shown("。。。", 2), ["。", "。", "。"]);
    }

    #[test]
    fn words_stay_whole_and_spaces_hang() {
        assert_eq!(shown("hello world again", 5), ["hello", "world", "again"]);
        assert_eq!(shown("hello   world", 6), ["hello ", "world"]);
    }

    #[test]
    fn long_addresses_are_broken() {
        assert_eq!(
            shown("https://a.cn/xxxxxxxxxxxx", 8),
            ["https://", "a.cn/", "xxxxxxxx", "xxxx"]
        );
    }

    #[test]
    fn line_feeds_make_lines() {
        assert_eq!(shown("", 4), [""]);
        assert_eq!(shown("a\n\nb\n", 4), ["a", "", "b", ""]);
        assert_eq!(shown("ab\ncd", 2), ["ab", "cd"]);
    }

    #[test]
    fn a_wide_character_in_a_narrow_line_stands_alone() {
        assert_eq!(shown("退a款", 1), ["退", "a", "款"]);
        assert_eq!(shown("退款", 0), ["退", "款"]);
    }

    #[test]
    fn a_huge_text_costs_only_the_lines_asked_for() {
        let text = "退款慢，客服不理人。".repeat(350_000);
        assert!(text.len() > 10_000_000);
        let begun = std::time::Instant::now();
        let first = wrap_limited(&text, 40, 50);
        assert!(begun.elapsed().as_millis() < 200, "{:?}", begun.elapsed());
        assert_eq!(first.lines.len(), 50);
        assert_eq!(first.rest, Some(first.lines[49].end));
        assert_eq!(wrap_limited("短", 40, 50).rest, None);
    }

    const MIXED: &str = "([\u{4e00}-\u{4e20}]|[a-z ]{1,6}|[，。！、（）“”…—]|👨‍👩‍👧|❤️|👍🏽|🇨🇳|e\u{301}|ｶﾞ|각|\u{1100}\u{1161}|[0-9/.-]{1,9}|\u{301}|\n| {1,9})*";

    /// The same lines, the breaker asked at every character from the text's beginning.
    fn plainly(text: &str, cells: usize) -> Vec<Line> {
        let breaker = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
        let breaks: std::collections::BTreeSet<usize> = breaker.segment_str(text).collect();
        let mut lines = Vec::new();
        let mut start = 0;
        'lines: loop {
            let (mut used, mut shown_end, mut hanging, mut best) = (0, start, false, None);
            for grapheme in Graphemes::from(text, start) {
                let here = grapheme.start;
                if matches!(grapheme.text, "\n" | "\r\n") {
                    lines.push(Line { start, end: grapheme.end(), shown_end });
                    start = grapheme.end();
                    continue 'lines;
                }
                if here > start && breaks.contains(&here) {
                    best = Some(here);
                }
                if used + grapheme.cells <= cells && !hanging {
                    used += grapheme.cells;
                    shown_end = grapheme.end();
                } else if grapheme.text == " " && here > start {
                    hanging = true;
                } else if here > start {
                    let end = best.unwrap_or(here);
                    lines.push(Line { start, end, shown_end: shown_end.min(end) });
                    start = end;
                    continue 'lines;
                } else {
                    used = cells;
                    shown_end = grapheme.end();
                }
            }
            lines.push(Line { start, end: text.len(), shown_end });
            return lines;
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1024))]
        #[test]
        fn breaks_asked_for_late_are_the_breaks(
            text in prop_oneof![MIXED.boxed(), any::<String>().boxed()], cells in 0usize..24,
        ) {
            prop_assert_eq!(lines(&text, cells).collect::<Vec<_>>(), plainly(&text, cells));
        }

        #[test]
        fn lines_joined_are_the_text_and_each_fits(text in MIXED, cells in 0usize..24) {
            let lines = lines(&text, cells).collect::<Vec<_>>();
            let joined: String = lines.iter().map(|line| line.whole(&text)).collect();
            prop_assert_eq!(&joined, &text);
            for line in &lines {
                let line_shown = line.shown(&text);
                let alone = graphemes(line_shown).filter(|g| g.cells > 0).count() == 1;
                prop_assert!(width(line_shown) <= cells || alone, "{line_shown:?}");
                prop_assert_eq!(floor_boundary(&text, line.start), line.start);
                prop_assert_eq!(floor_boundary(&text, line.shown_end), line.shown_end);
                let hidden = text.get(line.shown_end..line.end).unwrap();
                prop_assert!(hidden.trim_matches([' ', '\n']).is_empty(), "{hidden:?}");
            }
        }

        #[test]
        fn a_stop_begins_a_line_only_when_nothing_else_can(
            text in "([\u{4e00}-\u{4e20}]{1,4}[，。！？、]?)*", cells in 4usize..24,
        ) {
            for line in wrap(&text, cells) {
                prop_assert!(!line.shown(&text).starts_with(['，', '。', '！', '？', '、']));
            }
        }

        #[test]
        fn any_text_wraps_without_panic(text in any::<String>(), cells in 0usize..9, most in 0usize..9) {
            let all = lines(&text, cells).collect::<Vec<_>>();
            let joined: String = all.iter().map(|line| line.whole(&text)).collect();
            prop_assert_eq!(&joined, &text);
            let some = wrap_limited(&text, cells, most);
            prop_assert_eq!(&some.lines[..], &all[..most.min(all.len())]);
            prop_assert_eq!(some.rest.is_none(), most >= all.len());
        }
    }
}
