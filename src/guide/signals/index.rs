//! Finds where phrases can begin: all first words of all phrases in one pass over the text.
//!
//! The words phrases are found by stand in the order of their characters. A text is followed into
//! that order one character at a time, and every word that ends on the way is one that stands there.

use super::Folded;
use super::lexicon::{Key, Lexicon, number};
use super::phrases::Phrase;

/// A word a phrase is found by.
#[derive(Debug, Clone, Copy)]
struct Start {
    key: Key,
    phrase: u32,
    /// Which of its first words it would be.
    word: u32,
}

/// The words phrases are found by.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    starts: Vec<Start>,
    /// Their first characters, each with where it begins.
    roots: Vec<(char, u32)>,
}

impl Index {
    pub(super) fn of(phrases: &[Phrase], lexicon: &mut Lexicon) -> Self {
        let mut starts = Vec::new();
        for (phrase, kept) in (0..).zip(phrases) {
            for word in lexicon.first(&kept.entry).to_vec() {
                let keys = lexicon.keys(word).into_iter();
                starts.extend(keys.map(|key| Start { key, phrase, word }));
            }
        }
        starts.sort_by(|one, other| {
            let (first, second) = (lexicon.chars_of(one.key), lexicon.chars_of(other.key));
            first.cmp(second).then((one.phrase, one.word).cmp(&(other.phrase, other.word)))
        });
        starts.shrink_to_fit();
        let mut roots: Vec<(char, u32)> = Vec::new();
        for (place, start) in starts.iter().enumerate() {
            if let Some(first) = lexicon.chars_of(start.key).first()
                && roots.last().is_none_or(|(root, _)| root != first)
            {
                roots.push((*first, number(place)));
            }
        }
        roots.shrink_to_fit();
        Self { starts, roots }
    }

    /// Tells `take` of every phrase whose first word may stand somewhere: the phrase, the word, and
    /// where.
    pub(super) fn scan(
        &self,
        lexicon: &Lexicon,
        text: &Folded,
        take: &mut dyn FnMut(u32, u32, usize),
    ) {
        let chars = text.chars();
        for (at, c) in chars.iter().enumerate() {
            let mut here = self.root(*c);
            let mut length = 1;
            while !here.is_empty() {
                let ended = here.partition_point(|one| lexicon.chars_of(one.key).len() <= length);
                // Longer words with the same beginning follow the word itself.
                let (whole, longer) = here.split_at_checked(ended).unwrap_or((here, &[]));
                for start in whole {
                    take(start.phrase, start.word, at);
                }
                let Some(next) = chars.get(at + length) else { break };
                let char_of = |one: &Start| lexicon.chars_of(one.key).get(length).copied();
                let from = longer.partition_point(|one| char_of(one) < Some(*next));
                let to = longer.partition_point(|one| char_of(one) <= Some(*next));
                here = longer.get(from..to).unwrap_or_default();
                length += 1;
            }
        }
    }

    fn root(&self, c: char) -> &[Start] {
        let Ok(place) = self.roots.binary_search_by_key(&c, |(root, _)| *root) else { return &[] };
        let from = self.roots.get(place).map_or(0, |(_, from)| *from as usize);
        let to = self.roots.get(place + 1).map_or(self.starts.len(), |(_, to)| *to as usize);
        self.starts.get(from..to).unwrap_or_default()
    }
}
