//! One phrase of a signal: words, with choices `(甲|乙)`, what may be missing `(甲)?`, gaps `…`,
//! `^` and `$` for the ends of the message, `#` for a number. This is how one is read; how it is
//! kept and looked for stands in the lexicon.
//!
//! A gap is at most a few characters and never leaves the sentence. A phrase begins with words:
//! they are what it is found by.

use crate::guide::Folded;

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
pub(super) enum Part {
    /// One of these words.
    Words { any: Vec<Word>, optional: bool },
    /// A few characters of the same sentence.
    Gap,
    /// The end of the message.
    End,
}

/// A word, folded.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Word {
    pub(super) chars: Vec<char>,
    /// Whether more Latin letters may follow.
    pub(super) open: bool,
}

/// A phrase as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pattern {
    /// What it can begin with.
    pub(super) first: Vec<Word>,
    /// Whether it stands at the start of the message only.
    pub(super) at_start: bool,
    /// What follows.
    pub(super) rest: Vec<Part>,
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
    (!chars.is_empty()).then_some(Word { chars, open })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::signals::{Find, Phrases};
    use std::cmp::Reverse;

    fn found(pattern: &str, text: &str) -> Option<String> {
        let mut phrases = Phrases::default();
        let tells = [pattern.to_owned()];
        let wrong = phrases.put(0, Find { tells: &tells, except: &[], unless: &[] });
        assert_eq!(wrong, []);
        phrases.settle();
        let folded = Folded::new(text);
        let found = phrases.find(&folded, &|_, _| true).into_iter();
        let (_, spot) = found.min_by_key(|(_, spot)| (spot.start, Reverse(spot.end)))?;
        text.get(folded.span(spot)).map(str::to_owned)
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
            ("12315", "我打12315投诉", Some("12315")),
            ("12315", "单号7123159", None),
            ("(7|七)天", "17天", None),
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
