//! Graphemes with their widths, and steps from one grapheme boundary to the next.
//!
//! Owns the measuring; must not know lines. The rules are those of the buffer that is drawn in the
//! end: a grapheme with a control character takes no room (it is never drawn), and a half-width
//! sound mark (ﾞ ﾟ) counts one cell on top of what the tables say, because the buffer counts so.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
use unicode_width::UnicodeWidthStr;

/// One character as a person sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grapheme<'a> {
    /// The byte where it begins.
    pub start: usize,
    /// The characters it is made of.
    pub text: &'a str,
    /// The cells it takes: 0, 1, 2, rarely more.
    pub cells: usize,
}

impl Grapheme<'_> {
    /// The byte after it.
    #[must_use]
    pub const fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The graphemes of a text from a byte on. See [`graphemes`].
#[derive(Debug, Clone)]
pub struct Graphemes<'a> {
    rest: &'a str,
    at: usize,
}

/// The graphemes of a text in order.
#[must_use]
pub const fn graphemes(text: &str) -> Graphemes<'_> {
    Graphemes { rest: text, at: 0 }
}

impl<'a> Graphemes<'a> {
    /// The graphemes of `text` from the byte `at` on; none when `at` is no boundary of a character.
    pub(super) fn from(text: &'a str, at: usize) -> Self {
        Self { rest: text.get(at..).unwrap_or_default(), at }
    }
}

impl<'a> Iterator for Graphemes<'a> {
    type Item = Grapheme<'a>;

    fn next(&mut self) -> Option<Grapheme<'a>> {
        let (len, cells) = measure_first(self.rest)?;
        let (text, rest) = self.rest.split_at_checked(len)?;
        let grapheme = Grapheme { start: self.at, text, cells };
        self.at += len;
        self.rest = rest;
        Some(grapheme)
    }
}

/// Bytes and cells of the first grapheme.
fn measure_first(rest: &str) -> Option<(usize, usize)> {
    let mut chars = rest.chars();
    let first = chars.next()?;
    if let Some(cells) = plain_cells(first)
        && chars.next().is_none_or(|next| next == '\n' || plain_cells(next).is_some())
    {
        return Some((first.len_utf8(), cells));
    }
    let text = rest.graphemes(true).next()?;
    Some((text.len(), cells_of(text)))
}

/// The width of a character of a kind that never joins with a neighbour of the same kinds: ASCII,
/// Han, their punctuation, and what borders and signs are made of. Nearly all text is made of these,
/// and needs no table.
const fn plain_cells(c: char) -> Option<usize> {
    match c {
        ' '..='~'
        | '¥'
        | '·'
        | '×'
        | '\u{2010}'..='\u{2027}'
        | '←'..='↓'
        | '\u{2500}'..='\u{257f}'
        | '▸'
        | '○'
        | '●'
        | '✓'
        | '✗' => Some(1),
        '\u{3001}'..='\u{3029}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}' => Some(2),
        _other => None,
    }
}

/// The width of one grapheme.
fn cells_of(grapheme: &str) -> usize {
    if grapheme.chars().any(char::is_control) {
        return 0;
    }
    let marks = grapheme.chars().filter(|c| matches!(c, '\u{ff9e}' | '\u{ff9f}')).count();
    grapheme.width() + marks
}

/// The cells a text takes on one line.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.bytes().all(|b| matches!(b, b' '..=b'~')) {
        return text.len();
    }
    graphemes(text).map(|g| g.cells).sum()
}

/// The grapheme boundary after `at`; the text's end when there is none.
#[must_use]
pub fn next_boundary(text: &str, at: usize) -> usize {
    let at = floor_boundary(text, at);
    Graphemes::from(text, at).next().map_or(text.len(), |g| g.end())
}

/// The grapheme boundary before `at`; 0 when there is none.
#[must_use]
pub fn prev_boundary(text: &str, at: usize) -> usize {
    let at = floor_char(text, at);
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// `at` itself when it is a grapheme boundary, else the nearest one before.
#[must_use]
pub fn floor_boundary(text: &str, at: usize) -> usize {
    let at = floor_char(text, at);
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    if cursor.is_boundary(text, 0).unwrap_or(true) {
        return at;
    }
    cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

fn floor_char(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Text of every kind that has ever broken a line.
    const MIXED: &str = "([\u{4e00}-\u{4e20}]|[a-z ]{1,6}|[，。！、（）“”…—]|👨‍👩‍👧|❤️|👍🏽|🇨🇳|e\u{301}|ｶﾞ|각|\u{1100}\u{1161}|[0-9]{1,4}|\u{301}|\n)*";

    #[test]
    fn widths_are_those_of_a_terminal() {
        for (text, cells) in [
            ("", 0),
            ("abc", 3),
            ("退款 59.00 元", 13),
            ("👨‍👩‍👧", 2),
            ("❤️", 2),
            ("🇨🇳", 2),
            ("e\u{301}", 1),
            ("，。", 4),
            ("\u{301}", 0),
            ("a\nb", 2),
        ] {
            assert_eq!(width(text), cells, "{text:?}");
        }
    }

    #[test]
    fn steps_go_over_whole_graphemes() {
        let text = "a👨‍👩‍👧e\u{301}好";
        let family = 1 + "👨‍👩‍👧".len();
        assert_eq!(next_boundary(text, 1), family);
        assert_eq!(prev_boundary(text, family), 1);
        assert_eq!(floor_boundary(text, 5), 1);
        assert_eq!(next_boundary(text, text.len()), text.len());
        assert_eq!(prev_boundary(text, 0), 0);
        assert_eq!(floor_boundary(text, 9_999), text.len());
    }

    #[test]
    fn plain_characters_are_as_wide_as_the_tables_say_and_join_with_nothing() {
        let plain = ('\0'..='\u{ffff}').filter_map(|c| Some((c, plain_cells(c)?)));
        let all: Vec<(char, usize)> = plain.collect();
        assert!(all.len() > 20_000);
        for (c, cells) in all {
            assert_eq!(cells_of(&c.to_string()), cells, "{c:?}");
            for pair in [format!("a{c}"), format!("{c}退"), format!("{c}{c}"), format!("✓{c}")] {
                assert_eq!(pair.graphemes(true).count(), 2, "{pair:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn the_fast_path_agrees_with_unicode(text in MIXED) {
            let ours: Vec<&str> = graphemes(&text).map(|g| g.text).collect();
            let theirs: Vec<&str> = text.graphemes(true).collect();
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn any_text_is_measured_without_panic(text in any::<String>(), at in 0usize..64) {
            let joined: String = graphemes(&text).map(|g| g.text).collect();
            prop_assert_eq!(&joined, &text);
            prop_assert!(floor_boundary(&text, at) <= at.min(text.len()));
            prop_assert!(next_boundary(&text, at) <= text.len());
            prop_assert!(prev_boundary(&text, at) <= at);
            prop_assert!(graphemes(&text).all(|g| g.cells == cells_of(g.text)));
        }
    }
}
