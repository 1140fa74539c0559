//! One phrase of a signal: words, with choices `(甲|乙)`, what may be missing `(甲)?`, gaps `…`,
//! `^` and `$` for the ends of the message, `#` for a number.
//!
//! A gap is at most a few characters and never leaves the sentence. A phrase begins with words:
//! they are what it is found by.

use crate::guide::Folded;
use std::ops::Range;

/// The longest gap, in characters.
const GAP: usize = 7;

/// Why a phrase cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// It says nothing.
    #[error("the phrase is empty")]
    Empty,
    /// A bracket without its other half.
    #[error("a bracket stands alone")]
    Bracket,
    /// A gap in a choice that is not the whole phrase.
    #[error("a gap cannot stand in brackets that are only a part of the phrase")]
    Gap,
    /// It begins with a gap.
    #[error("the phrase must begin with words")]
    Start,
}

/// A piece of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    /// One of these words.
    Words { any: Vec<Word>, optional: bool },
    /// A few characters of the same sentence.
    Gap,
    /// The end of the message.
    End,
}

/// A word as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) chars: Vec<char>,
    /// Whether more Latin letters may follow.
    open: bool,
    /// Whether it is nothing but its characters.
    plain: bool,
}

/// A phrase, ready to be looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pattern {
    first: Vec<Word>,
    at_start: bool,
    rest: Vec<Part>,
}

impl Pattern {
    /// Reads a phrase. One that is nothing but a choice is as many as it has, and one that begins
    /// with what may be missing is two.
    pub(super) fn read(text: &str) -> Result<Vec<Self>, PatternError> {
        let text = text.trim();
        match whole_choice(text).filter(|inside| inside.contains('…')) {
            None => Self::read_one(text),
            Some(inside) => {
                let read: Result<Vec<Vec<Self>>, PatternError> =
                    choices(inside).into_iter().map(Self::read_one).collect();
                read.map(|read| read.concat())
            }
        }
    }

    fn read_one(text: &str) -> Result<Vec<Self>, PatternError> {
        let (text, at_start) = match text.trim().strip_prefix('^') {
            Some(rest) => (rest, true),
            None => (text.trim(), false),
        };
        let mut parts = Vec::new();
        let mut plain = String::new();
        let mut chars = text.chars().peekable();
        let flush = |plain: &mut String, parts: &mut Vec<Part>| {
            if let Some(word) = word(&std::mem::take(plain)) {
                parts.push(Part::Words { any: vec![word], optional: false });
            }
        };
        while let Some(c) = chars.next() {
            match c {
                '…' => {
                    flush(&mut plain, &mut parts);
                    parts.push(Part::Gap);
                }
                '$' => {
                    flush(&mut plain, &mut parts);
                    parts.push(Part::End);
                }
                '(' => {
                    flush(&mut plain, &mut parts);
                    let mut inside = String::new();
                    let mut depth = 1;
                    while depth > 0 {
                        let c = chars.next().ok_or(PatternError::Bracket)?;
                        match c {
                            '(' => depth += 1,
                            ')' => depth -= 1,
                            '…' => return Err(PatternError::Gap),
                            _other => {}
                        }
                        inside.push(c);
                    }
                    inside.pop();
                    let optional = chars.next_if_eq(&'?').is_some();
                    let mut any = Vec::new();
                    for choice in choices(&inside) {
                        any.extend(spelled(choice).iter().filter_map(|text| word(text)));
                    }
                    if any.is_empty() {
                        return Err(PatternError::Empty);
                    }
                    parts.push(Part::Words { any, optional });
                }
                ')' => return Err(PatternError::Bracket),
                c => plain.push(c),
            }
        }
        flush(&mut plain, &mut parts);
        let mut read = Vec::new();
        let mut parts = parts.as_slice();
        loop {
            match parts.split_first() {
                None if read.is_empty() => return Err(PatternError::Empty),
                Some((Part::Words { any, optional }, rest)) => {
                    read.push(Self { first: any.clone(), at_start, rest: rest.to_vec() });
                    if !optional {
                        return Ok(read);
                    }
                    parts = rest;
                }
                None | Some((Part::Gap | Part::End, _)) => return Err(PatternError::Start),
            }
        }
    }

    /// The words it can begin with.
    pub(super) fn first(&self) -> &[Word] {
        &self.first
    }

    /// Where it stands, if its first word stands at `from..to`.
    pub(super) fn at(&self, text: &Folded, first: usize, from: usize) -> Option<Range<usize>> {
        let chars = text.chars();
        let word = self.first.get(first)?;
        if self.at_start && !chars.get(..from)?.iter().all(|c| !c.is_alphanumeric()) {
            return None;
        }
        let to = word.ends_at(chars, from)?;
        follow(&self.rest, chars, to).map(|end| from..end)
    }
}

impl Word {
    /// Where the word ends, if it stands at `from`; Latin words stand alone.
    fn ends_at(&self, chars: &[char], from: usize) -> Option<usize> {
        let to = if self.plain {
            let to = from + self.chars.len();
            if chars.get(from..to)? != self.chars.as_slice() {
                return None;
            }
            to
        } else {
            self.ends_by_kind_at(chars, from)?
        };
        let latin = |c: Option<&char>| c.is_some_and(char::is_ascii_alphabetic);
        let before = from.checked_sub(1).and_then(|before| chars.get(before));
        let cut = latin(self.chars.first()) && latin(before);
        let runs_on = latin(self.chars.last()) && latin(chars.get(to));
        match (cut, runs_on) {
            (false, false) => Some(to),
            (false, true) if self.open => {
                let more = chars.get(to..)?.iter().take_while(|c| latin(Some(c))).count();
                Some(to + more)
            }
            (true, _) | (false, true) => None,
        }
    }
}

impl Word {
    /// The same for a word with a number or the message's end in it.
    fn ends_by_kind_at(&self, chars: &[char], from: usize) -> Option<usize> {
        let mut to = from;
        for c in &self.chars {
            match c {
                '#' => {
                    let digits = chars.get(to..).unwrap_or_default();
                    let count = digits.iter().take_while(|c| is_figure(**c)).count();
                    to += (count > 0).then_some(count)?;
                }
                '$' => is_over(chars, to).then_some(())?,
                c if chars.get(to) == Some(c) => to += 1,
                c if chars.get(to) == Some(&' ') && chars.get(to + 1) == Some(c) => to += 2,
                _other => return None,
            }
        }
        Some(to)
    }

    /// What the word can be found by: its plain beginning.
    pub(super) fn keys(&self) -> Vec<Vec<char>> {
        let plain: Vec<char> =
            self.chars.iter().copied().take_while(|c| !matches!(c, '#' | '$')).collect();
        match (plain.is_empty(), self.chars.first()) {
            (false, _) => vec![plain],
            (true, Some('#')) => FIGURES.chars().map(|figure| vec![figure]).collect(),
            (true, _) => Vec::new(),
        }
    }
}

/// What stands in the brackets of a phrase that is one pair of brackets.
fn whole_choice(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('(')?.strip_suffix(')')?;
    let mut depth = 1_i32;
    let stays = inside.chars().all(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth > 0
    });
    stays.then_some(inside)
}

/// The choices between bars that stand in no further brackets.
fn choices(inside: &str) -> Vec<&str> {
    let mut depth = 0_i32;
    let bars = |c: char| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        c == '|' && depth == 0
    };
    inside.split(bars).collect()
}

/// A choice with brackets in it, written out.
fn spelled(choice: &str) -> Vec<String> {
    let Some((head, rest)) = choice.split_once('(') else { return vec![choice.to_owned()] };
    let mut depth = 1_i32;
    let end = rest.find(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth == 0
    });
    let (inside, tail) = end.and_then(|end| rest.split_at_checked(end)).unwrap_or((rest, ""));
    let tail = tail.strip_prefix(')').unwrap_or(tail);
    let (tail, optional) = match tail.strip_prefix('?') {
        Some(tail) => (tail, true),
        None => (tail, false),
    };
    let mut middles: Vec<String> = choices(inside).into_iter().flat_map(spelled).collect();
    if optional {
        middles.push(String::new());
    }
    let tails = spelled(tail);
    let with = |middle: &String| -> Vec<String> {
        tails.iter().map(|tail| format!("{head}{middle}{tail}")).collect()
    };
    middles.iter().flat_map(with).collect()
}

/// A word folded, or nothing when nothing is left of it.
fn word(text: &str) -> Option<Word> {
    let (text, open) = match text.trim().strip_suffix('*') {
        Some(stem) if stem.ends_with(|c: char| c.is_ascii_alphabetic()) => (stem, true),
        Some(_) | None => (text.trim(), false),
    };
    let chars = Folded::new(text).chars().to_vec();
    let plain = !chars.iter().any(|c| matches!(c, '#' | '$'));
    (!chars.is_empty()).then_some(Word { chars, open, plain })
}

/// Where the rest of a phrase ends, read from `from` on. Latin words have a blank between them.
fn follow(parts: &[Part], chars: &[char], from: usize) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else { return Some(from) };
    let skipped = if chars.get(from) == Some(&' ') { from + 1 } else { from };
    match part {
        Part::Words { any, optional } => {
            let found = any.iter().find_map(|word| {
                let to = word.ends_at(chars, from).or_else(|| word.ends_at(chars, skipped))?;
                follow(rest, chars, to)
            });
            found.or_else(|| if *optional { follow(rest, chars, from) } else { None })
        }
        Part::Gap => {
            let reach = chars.get(from..).unwrap_or_default();
            let reach = reach.iter().take(latin_reach(reach)).take_while(|c| !ends_sentence(**c));
            (0..=reach.count()).find_map(|more| follow(rest, chars, from + more))
        }
        Part::End => is_over(chars, from).then(|| follow(rest, chars, from)).flatten(),
    }
}

/// Whether nothing that says anything follows.
fn is_over(chars: &[char], from: usize) -> bool {
    let left = chars.get(from..).unwrap_or_default();
    left.iter().all(|c| !c.is_alphanumeric() || TAILS.contains(c))
}

/// A gap between Latin words is as many words wide as one between Chinese characters.
fn latin_reach(reach: &[char]) -> usize {
    if reach.iter().take(GAP).any(char::is_ascii_alphabetic) { 4 * GAP } else { GAP }
}

/// What may stand behind the end: 了吗, 呢.
const TAILS: &[char] = &['吗', '呢', '啊', '呀', '吧', '了', '嘛', '么', '哦', '的', '亲'];

const FIGURES: &str = "0123456789一二三四五六七八九十两半几百千";

fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || (!c.is_ascii() && FIGURES.contains(c))
}

pub(super) const fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '!' | '?' | ';' | '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(pattern: &str, text: &str) -> Option<String> {
        let patterns = Pattern::read(pattern).unwrap();
        let folded = Folded::new(text);
        patterns.iter().find_map(|pattern| {
            (0..folded.len()).find_map(|from| {
                let spot = (0..pattern.first().len()).find_map(|n| pattern.at(&folded, n, from))?;
                text.get(folded.span(spot)).map(str::to_owned)
            })
        })
    }

    #[test]
    fn phrases_are_found_with_choices_gaps_numbers_and_ends() {
        for (pattern, text, hit) in [
            ("退款…(没|未)到", "我的退款怎么还没到", Some("退款怎么还没到")),
            ("退款…(没|未)到", "退款。没到", None),
            ("(发|寄)错", "你们寄错了", Some("寄错")),
            ("等了#天", "等了三天", Some("等了三天")),
            ("等了#(个)?小时", "等了2个小时", Some("等了2个小时")),
            ("^算了$", "算了吧", Some("算了")),
            ("^算了$", "不算了", None),
            ("(退(款|货)(了)?|换)吗", "退货了吗", Some("退货了吗")),
            ("(抱歉…(不|无)|不能)", "抱歉我们不行", Some("抱歉我们不")),
            ("(第)?#遍", "说了三遍", Some("三遍")),
            ("要退(吗|$)", "我要退", Some("要退")),
            ("要退(吗|$)", "我要退一个", None),
            ("refund*", "I was refunded.", Some("refunded")),
            ("refund", "I was refunded", None),
            ("where…(order|parcel)", "Where is my big order?", Some("Where is my big order")),
            ("not #days", "not 3 days", Some("not 3 days")),
        ] {
            assert_eq!(found(pattern, text).as_deref(), hit, "{pattern} in {text}");
        }
    }

    #[test]
    fn what_cannot_be_found_is_refused() {
        for (text, why) in [
            ("", PatternError::Empty),
            ("…退款", PatternError::Start),
            ("(退)?…款", PatternError::Start),
            ("(退", PatternError::Bracket),
            ("退)", PatternError::Bracket),
            ("退(款…了|货)", PatternError::Gap),
        ] {
            assert_eq!(Pattern::read(text), Err(why), "{text}");
        }
    }
}
