//! Text as it is listened to: full width as half, traditional as simplified, look-alikes as what they
//! look like, emoticon codes as the emoticon, a log's placeholders as one sign each, nothing unseen.
//!
//! Every folded character knows the bytes it came from, so that a find is shown in the text as it
//! was written. Folding is for comparing only: what is shown or stored is never folded.

mod codes;
mod simplified;

use std::ops::Range;
use unicode_normalization::char::decompose_compatible;
use unicode_width::UnicodeWidthChar;

/// A placeholder for an order's or parcel's number.
pub(super) const ORDER: char = '№';
/// A placeholder for a number.
pub(super) const NUMBER: char = '0';
/// A placeholder for an amount.
pub(super) const AMOUNT: char = '¥';
/// A placeholder for anything else: a name, a link, a picture.
pub(super) const THING: char = '◇';
/// An emoticon whose feeling is not known.
pub(super) const EMOTICON: char = '☺';

/// A folded text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    chars: Vec<char>,
    at: Vec<Range<usize>>,
    /// Where a sign stands for a placeholder rather than for itself.
    filled: Vec<Filled>,
}

/// A placeholder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Filled {
    at: usize,
    of: Origin,
}

/// Who put a placeholder there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// A script, to be filled in: `[姓名]`.
    Script,
    /// A log that hides what was said: `[姓名x]`, `[ORDERID_1002]`.
    Mask,
    /// A log, for what is no text: `[图片]`.
    Shown,
}

impl Folded {
    /// Folds a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut folded = Self {
            chars: Vec::with_capacity(text.len() / 3 + 4),
            at: Vec::with_capacity(text.len() / 3 + 4),
            filled: Vec::new(),
        };
        let mut blank: Option<Range<usize>> = None;
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let start = text.len() - rest.len();
            if let Some((sign, length)) = codes::read(rest) {
                folded.blank(&mut blank, sign);
                if matches!(sign, ORDER | NUMBER | AMOUNT | THING) {
                    let code = rest.get(..length).unwrap_or_default().trim_end_matches(']');
                    folded.filled.push(Filled { at: folded.chars.len(), of: Origin::of(code) });
                }
                folded.push(sign, start..start + length);
                rest = rest.get(length..).unwrap_or_default();
                continue;
            }
            let end = start + c.len_utf8();
            rest = text.get(end..).unwrap_or_default();
            if c == '\n' {
                blank = None;
                folded.push('\n', start..end);
            } else if c.is_whitespace() {
                blank.get_or_insert(start..end);
            } else {
                folded.letter(c, &(start..end), &mut blank);
            }
        }
        folded
    }

    /// The folded characters.
    #[must_use]
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// How many folded characters there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// Whether nothing is left of the text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// The folded characters as a text.
    #[must_use]
    pub fn text(&self) -> String {
        self.chars.iter().collect()
    }

    /// The bytes of the text as written that these folded characters stand for.
    #[must_use]
    pub fn span(&self, folded: Range<usize>) -> Range<usize> {
        let start = self.at.get(folded.start).map_or(0, |at| at.start);
        let last = folded.end.saturating_sub(1);
        start..self.at.get(last).map_or(start, |at| at.end.max(start))
    }

    /// Folds a text whose writer may hide words: `n m s l`, `微.信`, `加🌸薇`. What stands between
    /// single letters, or between characters that belong together, is left out.
    #[must_use]
    pub fn tight(text: &str) -> Self {
        let folded = Self::new(text);
        let chars = &folded.chars;
        if !chars.iter().any(|c| *c == ' ' || parts(*c)) {
            return folded;
        }
        let at = |place: usize| chars.get(place).copied();
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        let word = |c: char| c.is_alphanumeric() && !c.is_ascii_digit();
        let hides = |place: usize, c: char| {
            let Some(before) = place.checked_sub(1) else { return false };
            let (left, right) = (at(before), at(place + 1));
            let further = before.checked_sub(1).and_then(at);
            if c == ' ' {
                let alone = !letter(further) && !letter(at(place + 2));
                return letter(left) && letter(right) && alone;
            }
            let (Some(left), Some(right)) = (left, right) else { return false };
            // A letter beside it stands alone; a Latin word ends there.
            let ends = left.is_ascii() && letter(further);
            let begins = right.is_ascii() && letter(at(place + 2));
            let mixed = !(left.is_ascii() && right.is_ascii());
            parts(c) && word(left) && word(right) && mixed && !ends && !begins
        };
        let keep: Vec<usize> =
            chars.iter().enumerate().filter(|(at, c)| !hides(*at, **c)).map(|(at, _)| at).collect();
        if keep.len() == chars.len() {
            return folded;
        }
        let place = |filled: &Filled| {
            let at = keep.binary_search(&filled.at).ok()?;
            Some(Filled { at, ..*filled })
        };
        Self {
            filled: folded.filled.iter().filter_map(place).collect(),
            chars: keep.iter().filter_map(|at| chars.get(*at).copied()).collect(),
            at: keep.iter().filter_map(|at| folded.at.get(*at).cloned()).collect(),
        }
    }

    /// Whether the sign there stands for a placeholder of words, and not of a picture.
    #[must_use]
    pub fn is_placeholder(&self, at: usize) -> bool {
        self.placeholder(at).is_some_and(|filled| filled.of != Origin::Shown)
    }

    /// Whether a log put that placeholder there, in place of what somebody wrote.
    #[must_use]
    pub fn is_masked(&self, at: usize) -> bool {
        self.placeholder(at).is_some_and(|filled| filled.of == Origin::Mask)
    }

    fn placeholder(&self, at: usize) -> Option<&Filled> {
        let found = self.filled.binary_search_by_key(&at, |filled| filled.at).ok()?;
        self.filled.get(found)
    }

    fn letter(&mut self, c: char, at: &Range<usize>, blank: &mut Option<Range<usize>>) {
        if c.is_ascii() {
            if !c.is_ascii_control() {
                let c = c.to_ascii_lowercase();
                self.blank(blank, c);
                self.push(c, at.clone());
            }
        } else if let Some(simple) = simplified::of(c) {
            self.blank(blank, simple);
            self.push(simple, at.clone());
        } else if let Some(plain) = looks_like(c) {
            self.blank(blank, plain);
            self.push(plain, at.clone());
        } else if c.width().unwrap_or(0) > 0 {
            let mut parts = Vec::new();
            decompose_compatible(c, |part| {
                if part.width().unwrap_or(0) > 0 {
                    let part = looks_like(part).or_else(|| simplified::of(part)).unwrap_or(part);
                    parts.extend(part.to_lowercase());
                }
            });
            if let Some(first) = parts.first() {
                self.blank(blank, *first);
            }
            for part in parts {
                self.push(part, at.clone());
            }
        }
    }

    /// A blank is kept between two Latin words only: `加 微 信` is `加微信`.
    fn blank(&mut self, blank: &mut Option<Range<usize>>, next: char) {
        if let Some(at) = blank.take()
            && next.is_ascii()
            && self.chars.last().is_some_and(char::is_ascii)
        {
            self.push(' ', at);
        }
    }

    fn push(&mut self, c: char, at: Range<usize>) {
        self.chars.push(c);
        self.at.push(at);
    }
}

impl Origin {
    /// By the code without its closing bracket.
    fn of(code: &str) -> Self {
        const PICTURES: [&str; 8] =
            ["[图片", "[视频", "[语音", "[文件", "[商品快照", "[链接", "[picture", "[image"];
        let masked = code.ends_with(|c: char| c.is_ascii_digit() || "xX*".contains(c));
        if masked {
            Self::Mask
        } else if PICTURES.iter().any(|name| code.to_lowercase().starts_with(name)) {
            Self::Shown
        } else {
            Self::Script
        }
    }
}

/// What is put between the characters of a word to hide it. Not what ends or joins sentences.
const fn parts(c: char) -> bool {
    matches!(c, '.' | '*' | '_' | '-' | '|' | '^' | '`' | '~' | '/' | '\\' | '·' | '•' | '#' | '=')
        || matches!(c, '🌀'..='🫿' | '☀'..='➿' | '←'..='⇿' | '■'..='◿')
            && !matches!(c, '❤' | '☺' | '◇' | '❓')
}

/// What is written for something else because it looks like it. Only what is seen in messages.
const fn looks_like(c: char) -> Option<char> {
    Some(match c {
        'а' | 'ɑ' | 'α' => 'a',
        'е' | 'ё' => 'e',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'с' => 'c',
        'у' => 'y',
        'і' | 'ι' => 'i',
        'ν' | 'ѵ' | '∨' | '√' | 'Ѵ' | 'Ⅴ' | 'ⅴ' => 'v',
        'ѡ' | 'ω' => 'w',
        'х' | 'χ' | 'Χ' | 'Х' | '✕' | '✖' | '❌' => 'x',
        '❤' | '♥' | '♡' | '💗' | '💓' | '💕' | '💖' | '🧡' | '💛' | '💚' | '💙' | '💜' => {
            '❤'
        }
        '➕' | '✚' | '✛' | '╋' | '┼' => '+',
        '🐧' => 'q',
        '劵' => '券',
        '‼' => '!',
        '⁉' => '?',
        '〇' | '○' | '◯' => '0',
        '。' | '．' | '｡' => '。',
        '“' | '”' | '„' | '「' | '」' | '『' | '』' => '"',
        '‘' | '’' => '\'',
        _other => return None,
    })
}

#[cfg(test)]
mod tests;
