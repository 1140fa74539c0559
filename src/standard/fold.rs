//! Text as it is compared: full width as half, capitals as small letters, without what is not seen.
//!
//! Every folded character knows where it stood, so that a find is shown in the text as written.
//! Traditional characters, homophones and look-alikes are not folded.

use std::ops::Range;
use unicode_normalization::char::decompose_compatible;
use unicode_width::UnicodeWidthChar;

/// A folded text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Folded {
    chars: Vec<char>,
    at: Vec<Range<usize>>,
}

impl Folded {
    /// Folds a text.
    pub(super) fn new(text: &str) -> Self {
        let mut folded = Self::default();
        // What stands between two characters: kept only between two that need it.
        let mut gap: Option<(char, Range<usize>)> = None;
        for (start, c) in text.char_indices() {
            let here = start..start + c.len_utf8();
            if c == '\n' {
                gap = None;
                folded.push('\n', here);
            } else if c.is_whitespace() {
                gap.get_or_insert((' ', here));
            } else if is_joiner(c) {
                gap = Some((c, here));
            } else if c.width().unwrap_or(0) > 0 {
                let mut parts = Vec::new();
                decompose_compatible(c, |part| {
                    if part.width().unwrap_or(0) > 0 {
                        parts.extend(part.to_lowercase());
                    }
                });
                if let (Some((between, place)), Some(next)) = (gap.take(), parts.first()) {
                    folded.bridge(between, place, *next);
                }
                for part in parts {
                    folded.push(part, here.clone());
                }
            }
        }
        if let Some((between, place)) = gap
            && is_joiner(between)
        {
            folded.push(between, place);
        }
        folded
    }

    /// The folded characters.
    pub(super) fn chars(&self) -> &[char] {
        &self.chars
    }

    /// Where folded characters stand in the text as written.
    pub(super) fn span(&self, folded: Range<usize>) -> Range<usize> {
        let start = self.at.get(folded.start).map_or(0, |at| at.start);
        let last = folded.end.saturating_sub(1);
        start..self.at.get(last).map_or(start, |at| at.end)
    }

    fn push(&mut self, c: char, at: Range<usize>) {
        self.chars.push(c);
        self.at.push(at);
    }

    /// Between two Chinese characters nothing is kept: `加 微-信` is `加微信`.
    fn bridge(&mut self, between: char, at: Range<usize>, next: char) {
        let Some(before) = self.chars.last().copied().filter(|c| *c != '\n') else {
            if is_joiner(between) {
                self.push(between, at);
            }
            return;
        };
        if before.is_ascii() || next.is_ascii() {
            let both = before.is_ascii() && next.is_ascii();
            if both || is_joiner(between) {
                self.push(between, at);
            }
        }
    }
}

/// What is put between characters to hide a word.
fn is_joiner(c: char) -> bool {
    matches!(c, '·' | '・' | '•' | '-' | '_' | '*' | '~' | '丨' | '|')
}

/// Folded characters alone, for a phrase.
pub(super) fn fold(text: &str) -> Vec<char> {
    Folded::new(text.trim()).chars
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn folded(text: &str) -> String {
        Folded::new(text).chars.iter().collect()
    }

    #[test]
    fn full_width_case_and_the_unseen_are_folded() {
        for (text, plain) in [
            ("加ＶＸ", "加vx"),
            ("加\u{200b}微\u{feff}信", "加微信"),
            ("加 微 信", "加微信"),
            ("加-微·信", "加微信"),
            ("ｗｗｗ．ａ．ｃｏｍ", "www.a.com"),
            ("You  MUST", "you must"),
            ("ﬁne", "fine"),
            ("退款，好", "退款,好"),
            ("3-5 天", "3-5天"),
            ("ab\ncd", "ab\ncd"),
        ] {
            assert_eq!(folded(text), plain, "{text:?}");
        }
    }

    #[test]
    fn a_find_is_shown_in_the_text_as_written() {
        let text = "您好，加 Ｖ\u{200b}Ｘ 吧";
        let folded = Folded::new(text);
        let at = folded.chars().iter().position(|c| *c == 'v').unwrap();
        assert_eq!(text.get(folded.span(at..at + 2)), Some("Ｖ\u{200b}Ｘ"));
    }

    proptest! {
        #[test]
        fn every_span_is_a_piece_of_the_text(text in any::<String>()) {
            let folded = Folded::new(&text);
            for at in 0..folded.chars().len() {
                prop_assert!(text.get(folded.span(at..at + 1)).is_some());
            }
            prop_assert!(text.get(folded.span(0..folded.chars().len())).is_some());
        }

        #[test]
        fn folding_twice_changes_nothing(text in "[a-zA-Z\\u{4e00}-\\u{9fa5}，。ＡｂＣ \\-\\n]{0,60}") {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once.clone());
        }
    }
}
