//! All phrases as they are kept and looked for: every word once, every list of choices once, and of
//! everything else numbers. A thousand phrases of few characters each are as small as their text.

use super::pattern::{Part, Pattern, Word};
use crate::guide::Folded;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

/// The longest gap, in characters.
const GAP: usize = 7;

/// Words to choose from: a stretch of the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Choice {
    from: u32,
    to: u32,
    /// Marks of the characters its words begin with: where another stands, none of them does.
    begins: u32,
}

/// What follows the first word of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// One of these words.
    Words(Choice),
    /// One of these words, or none.
    Perhaps(Choice),
    /// A few characters of the same sentence.
    Gap,
    /// The end of the message.
    End,
}

/// A word among the characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kept {
    from: u32,
    to: u32,
    /// Whether more Latin letters may follow.
    open: bool,
    /// Whether it is nothing but its characters.
    plain: bool,
}

/// What a word is found by: characters that always begin it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key {
    from: u32,
    to: u32,
}

/// A phrase by its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    first: Choice,
    rest: (u32, u32),
    at_start: bool,
}

/// What is there already, by hash; needed only while files are read. Where two hashes meet, a word or
/// a list stands there twice, and nothing else comes of it.
#[derive(Debug, Clone, Default)]
struct Known {
    words: HashMap<u64, u32>,
    choices: HashMap<u64, Choice>,
}

/// Words and phrases by number.
#[derive(Debug, Clone, Default)]
pub(super) struct Lexicon {
    chars: Vec<char>,
    words: Vec<Kept>,
    lists: Vec<u32>,
    steps: Vec<Step>,
    /// Where the figures stand among the characters, once they are asked for.
    figures: Option<(u32, u32)>,
    known: Known,
}

impl Lexicon {
    /// Keeps a phrase.
    pub(super) fn put(&mut self, pattern: &Pattern) -> Entry {
        let first = self.choice(&pattern.first);
        let mut steps = Vec::with_capacity(pattern.rest.len());
        for part in &pattern.rest {
            steps.push(match part {
                Part::Words { any, optional: false } => Step::Words(self.choice(any)),
                Part::Words { any, optional: true } => Step::Perhaps(self.choice(any)),
                Part::Gap => Step::Gap,
                Part::End => Step::End,
            });
        }
        let from = number(self.steps.len());
        self.steps.extend(steps);
        Entry { first, rest: (from, number(self.steps.len())), at_start: pattern.at_start }
    }

    /// Gives back what was needed for reading only.
    pub(super) fn settle(&mut self) {
        self.known = Known::default();
        self.chars.shrink_to_fit();
        self.words.shrink_to_fit();
        self.lists.shrink_to_fit();
        self.steps.shrink_to_fit();
    }

    /// The words a phrase can begin with.
    pub(super) fn first(&self, entry: &Entry) -> &[u32] {
        self.choices(entry.first)
    }

    /// What a word can be found by: its plain beginning, or every figure if it begins with a number.
    pub(super) fn keys(&mut self, word: u32) -> Vec<Key> {
        let Some(kept) = self.words.get(word as usize).copied() else { return Vec::new() };
        let chars = self.slice(&kept);
        let plain = chars.iter().take_while(|c| !matches!(c, '#' | '$')).count();
        match (plain, chars.first()) {
            (0, Some('#')) => {
                let all = *self.figures.get_or_insert_with(|| {
                    let from = number(self.chars.len());
                    self.chars.extend(FIGURES.chars());
                    (from, number(self.chars.len()))
                });
                (all.0..all.1).map(|from| Key { from, to: from + 1 }).collect()
            }
            (0, _) => Vec::new(),
            (some, _) => vec![Key { from: kept.from, to: kept.from + number(some) }],
        }
    }

    /// The characters of a key.
    pub(super) fn chars_of(&self, key: Key) -> &[char] {
        self.chars.get(key.from as usize..key.to as usize).unwrap_or_default()
    }

    /// Where a phrase stands, if this word of its first ones stands at `from`.
    pub(super) fn at(
        &self,
        entry: &Entry,
        word: u32,
        text: &Folded,
        from: usize,
    ) -> Option<Range<usize>> {
        let chars = text.chars();
        if entry.at_start && !chars.get(..from)?.iter().all(|c| !c.is_alphanumeric()) {
            return None;
        }
        let to = self.ends_at(word, chars, from)?;
        let (first, last) = entry.rest;
        let steps = self.steps.get(first as usize..last as usize)?;
        self.follow(steps, chars, to).map(|end| from..end)
    }

    fn slice(&self, kept: &Kept) -> &[char] {
        self.chars.get(kept.from as usize..kept.to as usize).unwrap_or_default()
    }

    fn choices(&self, choice: Choice) -> &[u32] {
        self.lists.get(choice.from as usize..choice.to as usize).unwrap_or_default()
    }

    fn word(&mut self, word: &Word) -> u32 {
        let hash = hash(word);
        if let Some(known) = self.known.words.get(&hash)
            && let Some(kept) = self.words.get(*known as usize)
            && kept.open == word.open
            && self.slice(kept) == word.chars
        {
            return *known;
        }
        let from = number(self.chars.len());
        self.chars.extend(&word.chars);
        let plain = !word.chars.iter().any(|c| matches!(c, '#' | '$'));
        let to = number(self.chars.len());
        let fresh = number(self.words.len());
        self.words.push(Kept { from, to, open: word.open, plain });
        self.known.words.insert(hash, fresh);
        fresh
    }

    fn choice(&mut self, any: &[Word]) -> Choice {
        let words: Vec<u32> = any.iter().map(|word| self.word(word)).collect();
        let hash = hash(&words);
        if let Some(known) = self.known.choices.get(&hash)
            && self.choices(*known) == words
        {
            return *known;
        }
        let from = number(self.lists.len());
        self.lists.extend(&words);
        let begins = any.iter().map(begins).fold(0, |all, one| all | one);
        let choice = Choice { from, to: number(self.lists.len()), begins };
        self.known.choices.insert(hash, choice);
        choice
    }

    /// Where a word ends, if it stands at `from`; Latin words and figures stand alone: 12315 is not
    /// in 7123159.
    fn ends_at(&self, word: u32, chars: &[char], from: usize) -> Option<usize> {
        let kept = self.words.get(word as usize)?;
        let own = self.slice(kept);
        let to = if kept.plain {
            let to = from + own.len();
            if chars.get(from..to)? != own {
                return None;
            }
            to
        } else {
            by_kind(own, chars, from)?
        };
        let latin = |c: Option<&char>| c.is_some_and(char::is_ascii_alphabetic);
        let figure = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
        let alike = |one, other| latin(one) && latin(other) || figure(one) && figure(other);
        let before = from.checked_sub(1).and_then(|before| chars.get(before));
        let cut = alike(own.first(), before);
        let runs_on = alike(own.last(), chars.get(to));
        match (cut, runs_on) {
            (false, false) => Some(to),
            (false, true) if kept.open && latin(own.last()) => {
                let more = chars.get(to..)?.iter().take_while(|c| latin(Some(c))).count();
                Some(to + more)
            }
            (true, _) | (false, true) => None,
        }
    }

    /// Where the rest of a phrase ends, read from `from` on. Latin words have a blank between them.
    fn follow(&self, steps: &[Step], chars: &[char], from: usize) -> Option<usize> {
        let Some((step, rest)) = steps.split_first() else { return Some(from) };
        let skipped = if chars.get(from) == Some(&' ') { from + 1 } else { from };
        let any = |choice: Choice| {
            let here = mark(chars.get(from)) | mark(chars.get(skipped));
            if choice.begins & here == 0 && choice.begins != ANYTHING {
                return None;
            }
            self.choices(choice).iter().find_map(|word| {
                let plain = self.ends_at(*word, chars, from);
                let to = plain.or_else(|| self.ends_at(*word, chars, skipped))?;
                self.follow(rest, chars, to)
            })
        };
        match step {
            Step::Words(choice) => any(*choice),
            Step::Perhaps(choice) => any(*choice).or_else(|| self.follow(rest, chars, from)),
            Step::Gap => {
                let reach = chars.get(from..).unwrap_or_default();
                let reach =
                    reach.iter().take(latin_reach(reach)).take_while(|c| !ends_sentence(**c));
                (0..=reach.count()).find_map(|more| self.follow(rest, chars, from + more))
            }
            Step::End => is_over(chars, from).then(|| self.follow(rest, chars, from)).flatten(),
        }
    }
}

/// Where a word with a number or the message's end in it ends, if it stands at `from`.
fn by_kind(word: &[char], chars: &[char], from: usize) -> Option<usize> {
    let mut to = from;
    for c in word {
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

/// The marks of what may begin with anything: a number, or the end of the message.
const ANYTHING: u32 = u32::MAX;

/// The mark of what a word begins with.
fn begins(word: &Word) -> u32 {
    match word.chars.first() {
        Some('#' | '$') | None => ANYTHING,
        first => mark(first),
    }
}

/// One of thirty-two marks for a character; two may share one.
fn mark(c: Option<&char>) -> u32 {
    c.map_or(0, |c| {
        let c = u32::from(*c);
        1 << ((c ^ c >> 5 ^ c >> 10) & 31)
    })
}

fn hash(of: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
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

const fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '!' | '?' | ';' | '\n')
}
