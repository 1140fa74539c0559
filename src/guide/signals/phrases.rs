//! Many phrases looked for in one pass, each for its owner: a signal or a rule, by number.

use super::index::Index;
use super::lexicon::{Entry, Lexicon, number};
use super::pattern::{Pattern, PatternError};
use crate::guide::Folded;
use std::ops::Range;

/// No phrase covers more characters.
const LONGEST: usize = 200;

/// What a phrase is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    /// It tells.
    Find,
    /// What it covers does not tell.
    Except,
    /// Where it stands, nothing in the text tells.
    Unless,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Phrase {
    pub(super) entry: Entry,
    owner: u32,
    r#use: Use,
}

/// The phrases of one owner, as they stand in a file.
#[derive(Debug, Clone, Copy)]
pub(in crate::guide) struct Find<'a> {
    /// What tells.
    pub(in crate::guide) tells: &'a [String],
    /// What does not, where it covers a find.
    pub(in crate::guide) except: &'a [String],
    /// What undoes every find of the text.
    pub(in crate::guide) unless: &'a [String],
}

/// Phrases of many owners.
#[derive(Debug, Clone, Default)]
pub(in crate::guide) struct Phrases {
    all: Vec<Phrase>,
    lexicon: Lexicon,
    index: Index,
}

impl Phrases {
    /// Puts an owner's phrases in, in place of those it had; gives back those that cannot be used.
    pub(in crate::guide) fn put(
        &mut self,
        owner: usize,
        of: Find<'_>,
    ) -> Vec<(String, PatternError)> {
        let owner = number(owner);
        self.all.retain(|phrase| phrase.owner != owner);
        let mut wrong = Vec::new();
        let uses = [(of.tells, Use::Find), (of.except, Use::Except), (of.unless, Use::Unless)];
        for (texts, r#use) in uses {
            for text in texts {
                match Pattern::read(text) {
                    Ok(patterns) => {
                        for pattern in &patterns {
                            let entry = self.lexicon.put(pattern);
                            self.all.push(Phrase { entry, owner, r#use });
                        }
                    }
                    Err(why) => wrong.push((text.clone(), why)),
                }
            }
        }
        wrong
    }

    /// Makes what was put in findable.
    pub(in crate::guide) fn settle(&mut self) {
        self.all.shrink_to_fit();
        self.index = Index::of(&self.all, &mut self.lexicon);
        self.lexicon.settle();
    }

    /// What is found, in no order: the owner and the folded characters. `counts` is asked of a find
    /// before anything else: whose it is, and where it begins.
    pub(in crate::guide) fn find(
        &self,
        text: &Folded,
        counts: &dyn Fn(usize, usize) -> bool,
    ) -> Vec<(usize, Range<usize>)> {
        let mut found: Vec<(usize, Range<usize>)> = Vec::new();
        let (mut excepted, mut undone) = (Vec::new(), Vec::new());
        self.index.scan(&self.lexicon, text, &mut |phrase, word, at| {
            let Some(phrase) = self.all.get(phrase as usize) else { return };
            let Some(spot) = self.lexicon.at(&phrase.entry, word, text, at) else { return };
            let owner = phrase.owner as usize;
            match phrase.r#use {
                Use::Find if counts(owner, spot.start) => found.push((owner, spot)),
                Use::Find => {}
                Use::Except => excepted.push((owner, spot)),
                Use::Unless => undone.push(owner),
            }
        });
        undone.sort_unstable();
        undone.dedup();
        excepted.sort_unstable_by_key(|(owner, spot)| (*owner, spot.start));
        found.retain(|(owner, spot)| {
            let from = (*owner, spot.start.saturating_sub(LONGEST));
            let first = excepted.partition_point(|(other, except)| (*other, except.start) < from);
            let near = excepted.get(first..).unwrap_or_default().iter();
            let mut near =
                near.take_while(|(other, except)| other == owner && except.start < spot.end);
            undone.binary_search(owner).is_err() && !near.any(|(_, except)| spot.start < except.end)
        });
        found
    }
}
