//! How far back one key deletes: a word of letters, a run of Chinese, a run of signs.
//!
//! Owns the kinds of characters that belong together. Chinese is written without blanks, and no
//! rule tells its words without a dictionary; so a stretch of it goes back to the sign, the blank
//! or the other script before it, which is how far one says something in one breath.

use super::motion::line_start;
use unicode_segmentation::UnicodeSegmentation;

/// What belongs together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Blank,
    /// Chinese characters.
    Han,
    /// Japanese syllables.
    Kana,
    /// Korean syllables.
    Hangul,
    /// Letters and digits of every other script.
    Letters,
    /// Punctuation, symbols, emoji.
    Signs,
}

/// Where the stretch before the caret begins, blanks behind it included. At the start of a line it
/// is the line feed.
pub(super) fn stretch_left(text: &str, caret: usize) -> usize {
    let start = line_start(text, caret);
    if start == caret {
        return caret.saturating_sub(usize::from(caret > 0));
    }
    let line = text.get(start..caret).unwrap_or_default();
    let pieces = line.split_word_bound_indices().rev();
    let mut inside: Option<(usize, Kind)> = None;
    for (at, piece) in pieces {
        let kind = kind(piece);
        match inside {
            None if kind == Kind::Blank => {}
            None => inside = Some((at, kind)),
            Some((_, begun)) if begun == kind => inside = Some((at, kind)),
            Some(_) => break,
        }
    }
    start + inside.map_or(0, |(at, _)| at)
}

/// The kind of a piece, by the character it begins with.
fn kind(piece: &str) -> Kind {
    match piece.chars().next() {
        None => Kind::Blank,
        Some(c) if c.is_whitespace() => Kind::Blank,
        Some(
            '々'
            | '〇'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}',
        ) => Kind::Han,
        Some('\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}') => {
            Kind::Kana
        }
        Some('\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}') => {
            Kind::Hangul
        }
        Some(c) if c.is_alphanumeric() || c == '_' => Kind::Letters,
        Some(_) => Kind::Signs,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What one key after another leaves.
    fn left_over(text: &str) -> Vec<&str> {
        let mut steps = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            rest = rest.get(..stretch_left(rest, rest.len())).unwrap_or_default();
            steps.push(rest);
        }
        steps
    }

    #[test]
    fn chinese_goes_back_to_the_sign_the_blank_or_the_other_script() {
        assert_eq!(left_over("您好，马上为您处理"), ["您好，", "您好", ""]);
        assert_eq!(left_over("退款 三天内到账"), ["退款 ", ""]);
        assert_eq!(left_over("单号SF1234已发出"), ["单号SF1234", "单号", ""]);
        assert_eq!(left_over("好的！！"), ["好的", ""]);
    }

    #[test]
    fn letters_go_word_by_word_and_blanks_with_the_word_before_them() {
        assert_eq!(
            left_over("we'll refund 59.90 today  "),
            ["we'll refund 59.90 ", "we'll refund ", "we'll ", ""]
        );
    }

    #[test]
    fn a_line_feed_goes_by_itself() {
        assert_eq!(left_over("好\n的\n"), ["好\n的", "好\n", "好", ""]);
        assert_eq!(left_over("好\n  "), ["好\n", "好", ""]);
    }

    #[test]
    fn signs_that_join_are_never_cut() {
        assert_eq!(left_over("好👨‍👩‍👧👍🏽"), ["好", ""]);
        assert_eq!(
            left_over("e\u{301}te\u{301} の カード 환불"),
            ["e\u{301}te\u{301} の カード ", "e\u{301}te\u{301} の ", "e\u{301}te\u{301} ", ""]
        );
    }
}
