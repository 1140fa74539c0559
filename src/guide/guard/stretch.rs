//! A draft as the guard looks at it: folded, and sentence by sentence.

use super::{Finding, Rewrite, is_firm};
use crate::domain::Words;
use crate::guide::Folded;
use crate::standard::{WordingCategory, WordingLevel};
use std::ops::Range;

/// No sentence reaches further to either side.
const REACH: usize = 400;

/// Words with a full stop that ends no sentence.
const SHORT: [&str; 9] = ["no", "mr", "mrs", "ms", "dr", "st", "vs", "eg", "ie"];

/// A folded draft.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch<'a> {
    pub(super) folded: &'a Folded,
}

impl<'a> Stretch<'a> {
    pub(super) const fn new(folded: &'a Folded) -> Self {
        Self { folded }
    }

    pub(super) fn chars(self) -> &'a [char] {
        self.folded.chars()
    }

    /// The sentence around folded characters, without the mark that ends it.
    pub(super) fn sentence(self, at: &Range<usize>) -> Range<usize> {
        let from = at.start.saturating_sub(REACH);
        let to = (at.end + REACH).min(self.chars().len());
        let before = (from..at.start).rev().find(|place| self.ends_sentence(*place));
        let start = before.map_or(from, |end| end + 1);
        let blank = self.chars().get(start) == Some(&' ') && start < at.start;
        let after = (at.end..to).find(|place| self.ends_sentence(*place));
        start + usize::from(blank)..after.unwrap_or(to)
    }

    /// Whether a sentence ends at a character: at its mark, in English at a full stop behind a word
    /// and before a blank. Mr. Lee and no. 3 go on.
    fn ends_sentence(self, place: usize) -> bool {
        let at = |place: usize| self.chars().get(place).copied();
        match at(place) {
            Some('。' | '!' | '?' | ';' | '\n') => true,
            Some('.') => {
                let before = (0..place).rev().filter_map(at).take_while(|c| c.is_alphanumeric());
                let word: String = before.take(5).collect();
                let short = SHORT.iter().any(|known| known.chars().rev().eq(word.chars()));
                let over = at(place + 1).is_none_or(|next| next == ' ' || !next.is_ascii());
                over && place > 0 && !short
            }
            Some(_) | None => false,
        }
    }

    /// Whether one of these words stands within folded characters.
    pub(super) fn says(self, within: &Range<usize>, words: &[&str]) -> bool {
        let text: String = self.chars().get(within.clone()).unwrap_or_default().iter().collect();
        words.iter().any(|word| text.contains(word))
    }

    /// A finding over folded characters. With `better`, it stands in place of the sentence.
    pub(super) fn finding(
        self,
        rule: &str,
        (level, category): (WordingLevel, WordingCategory),
        at: Range<usize>,
        why: Words,
        better: Option<&str>,
    ) -> Finding {
        let sentence = self.folded.span(self.sentence(&at));
        Finding {
            rule: rule.to_owned(),
            level,
            category,
            firm: is_firm(category),
            span: self.folded.span(at),
            why,
            basis: Vec::new(),
            rewrite: better.map(|text| Rewrite { span: sentence, text: text.to_owned() }),
        }
    }
}
