//! A buyer's text is hostile until cleaned: `RawText` is what came in and is stored, `CleanText` is
//! the only text that is drawn, copied, exported or matched.
//!
//! Written by hand on purpose: this is the one gate against terminal escapes, bidi tricks and
//! invisible characters, and must be readable whole.

use serde::{Deserialize, Serialize};
use std::fmt;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Text as it came in, byte for byte as far as it is Unicode.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RawText(String);

impl RawText {
    /// Takes text from outside.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The stored form. For the file and for hashing only, never for a screen.
    #[must_use]
    pub fn as_stored(&self) -> &str {
        &self.0
    }

    /// The form that may be shown.
    #[must_use]
    pub fn clean(&self) -> CleanText {
        CleanText::new(&self.0)
    }
}

/// Text that may be shown: NFC, line feeds only, no control, escape, bidi or invisible character.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct CleanText(String);

/// How far a tab reaches when it is expanded, in spaces.
const TAB: &str = "    ";
/// More combining marks on one character than any script needs are a prank on the screen.
const MARKS_A_CHARACTER: usize = 8;

impl CleanText {
    /// Cleans any text. Cleaning twice changes nothing.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut out = String::with_capacity(text.len());
        let mut chars = text.chars().peekable();
        let mut marks = 0;
        while let Some(c) = chars.next() {
            match c {
                '\u{1b}' => skip_escape(&mut chars),
                '\u{9b}' => skip_csi(&mut chars),
                '\u{90}' | '\u{98}' | '\u{9d}' | '\u{9e}' | '\u{9f}' => skip_string(&mut chars),
                '\r' => {
                    if chars.peek() != Some(&'\n') {
                        out.push('\n');
                    }
                }
                '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' => out.push('\n'),
                '\t' => out.push_str(TAB),
                c if is_forbidden(c) => {}
                c if unicode_normalization::char::is_combining_mark(c) => {
                    marks += 1;
                    if marks <= MARKS_A_CHARACTER {
                        out.push(c);
                    }
                    continue;
                }
                c => out.push(c),
            }
            marks = 0;
        }
        match is_nfc_quick(out.chars()) {
            IsNormalized::Yes => Self(out),
            IsNormalized::No | IsNormalized::Maybe => Self(out.nfc().collect()),
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, given away.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }

    /// The text on one line: line feeds become single spaces.
    #[must_use]
    pub fn one_line(&self) -> String {
        self.0.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

impl fmt::Display for CleanText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for CleanText {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// Whether a character may never reach a screen: controls, bidi marks and overrides, invisible
/// joiners used to hide words, tags and noncharacters. U+200D stays: it joins emoji.
fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(u32::from(c),
            0x00AD | 0x034F | 0x061C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180E
            | 0x200B | 0x200C | 0x200E | 0x200F
            | 0x202A..=0x202E | 0x2060..=0x206F | 0x3164 | 0xFEFF | 0xFFA0
            | 0xFFF0..=0xFFFB | 0xFFFE | 0xFFFF | 0xE0000..=0xE0FFF)
}

type Chars<'a> = std::iter::Peekable<std::str::Chars<'a>>;

/// After ESC: drops the whole sequence, so that no `]52;c;…` stays as litter on the screen.
fn skip_escape(chars: &mut Chars<'_>) {
    match chars.peek() {
        Some('[') => {
            chars.next();
            skip_csi(chars);
        }
        Some(']' | 'P' | 'X' | '^' | '_') => {
            chars.next();
            skip_string(chars);
        }
        Some(' '..='/') => {
            while chars.next_if(|c| matches!(c, ' '..='/')).is_some() {}
            chars.next_if(|c| matches!(c, '0'..='~'));
        }
        Some('0'..='~') => {
            chars.next();
        }
        Some(_) | None => {}
    }
}

/// After CSI: parameters and intermediates, then one final byte.
fn skip_csi(chars: &mut Chars<'_>) {
    while chars.next_if(|c| matches!(c, ' '..='?')).is_some() {}
    chars.next_if(|c| matches!(c, '@'..='~'));
}

/// After OSC, DCS and their kin: up to BEL or ST. An unended one gives up at the line's end, so
/// that a single stray byte cannot swallow a whole complaint.
fn skip_string(chars: &mut Chars<'_>) {
    while let Some(c) = chars.next_if(|c| !matches!(c, '\n' | '\r')) {
        match c {
            '\u{7}' | '\u{9c}' => return,
            '\u{1b}' => {
                chars.next_if_eq(&'\\');
                return;
            }
            _payload => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn clean(text: &str) -> String {
        CleanText::new(text).into_string()
    }

    #[test]
    fn escapes_go_with_their_payload() {
        assert_eq!(clean("退\u{1b}[31m款\u{1b}[0m"), "退款");
        assert_eq!(clean("a\u{1b}]52;c;aGk=\u{7}b"), "ab");
        assert_eq!(clean("a\u{1b}]0;title\u{1b}\\b"), "ab");
        assert_eq!(clean("\u{9b}2J好\u{1b}Pq#0\u{9c}的"), "好的");
        assert_eq!(clean("a\u{1b}]52;c;never ended\n第二行"), "a\n第二行");
    }

    #[test]
    fn lines_and_tabs_are_plain() {
        assert_eq!(clean("a\r\nb\rc\u{2028}d\te"), "a\nb\nc\nd    e");
    }

    #[test]
    fn invisible_and_bidi_characters_go_but_emoji_stay_whole() {
        assert_eq!(clean("加\u{200b}微\u{202e}信\u{feff}"), "加微信");
        assert_eq!(clean("👨\u{200d}👩\u{200d}👧 ❤\u{fe0f}"), "👨\u{200d}👩\u{200d}👧 ❤\u{fe0f}");
    }

    #[test]
    fn stacked_marks_are_cut() {
        let zalgo = format!("e{}", "\u{301}".repeat(100));
        assert!(clean(&zalgo).chars().count() <= 1 + MARKS_A_CHARACTER);
    }

    proptest! {
        #[test]
        fn nothing_dangerous_survives(text in "\\PC*|[\\x00-\\x1f\\x7f-\\u{9f}\\u{200b}-\\u{202e}\\u{2060}-\\u{206f}a退\\[\\]]*") {
            let once = clean(&text);
            prop_assert!(once.chars().all(|c| c == '\n' || !is_forbidden(c)), "{once:?}");
        }

        #[test]
        fn cleaning_twice_changes_nothing(text in any::<String>()) {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once);
        }

        #[test]
        fn plain_chinese_is_untouched(text in "[\\u{4e00}-\\u{9fa5}a-z0-9，。！ \\n]*") {
            prop_assert_eq!(clean(&text), text);
        }
    }
}
