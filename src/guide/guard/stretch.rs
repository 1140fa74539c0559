//! A draft as the guard looks at it: folded, and sentence by sentence.

use super::{Finding, Rewrite, is_firm};
use crate::domain::Words;
use crate::guide::Folded;
use crate::standard::{WordingCategory, WordingLevel};
use std::ops::Range;

/// No sentence reaches further to either side.
const REACH: usize = 400;

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
        let ends = |c: &char| matches!(c, '。' | '!' | '?' | ';' | '\n');
        let from = at.start.saturating_sub(REACH);
        let to = (at.end + REACH).min(self.chars().len());
        let before = self.chars().get(from..at.start).unwrap_or_default();
        let after = self.chars().get(at.end..to).unwrap_or_default();
        let start = before.iter().rposition(ends).map_or(from, |end| from + end + 1);
        let end = after.iter().position(ends).map_or(to, |end| at.end + end);
        start..end
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
