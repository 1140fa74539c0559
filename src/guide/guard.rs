//! Reads a draft before it goes out: what must not be said, what should not be said without a second
//! look, and how it could be said; each with why, where, and words to put in its place.
//!
//! Phrases come from `standard::wording` and from the guard's own file, which knows other words and
//! disguises; numbers, gaps and claims are looked at beside what is known of the case. Everything is
//! read on the folded draft and shown in the draft as written.

mod claims;
mod gaps;
mod numbers;
mod polite;
mod rules;
mod said;
mod stretch;

use super::{Folded, SignalFault, Utterance};
use crate::domain::{Fen, Lang, Mood, Words};
use crate::standard::{StandardId, Wording, WordingCategory, WordingLevel};
use rules::Rules;
use std::ops::Range;
use stretch::Stretch;

/// What is known of the case a draft belongs to. Nothing has to be.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context<'a> {
    /// The language the shop writes in; both are looked for all the same.
    pub lang: Lang,
    /// How the buyer feels.
    pub mood: Option<Mood>,
    /// The buyer's name, to find another's.
    pub buyer: Option<&'a str>,
    /// Amounts of the record: paid, offered, refunded. Empty when none are known.
    pub amounts: &'a [Fen],
    /// What the record says was done.
    pub record: Option<Record>,
    /// The conversation so far.
    pub said: &'a [Utterance<'a>],
}

/// What the record says was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Record {
    /// Money went back.
    pub refunded: bool,
    /// Something was sent again.
    pub resent: bool,
    /// The order was shipped.
    pub shipped: bool,
}

/// Something found in a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule: `w.070`, `g.contact`, `g.phone`.
    pub rule: String,
    /// How bad it is here.
    pub level: WordingLevel,
    /// What is wrong.
    pub category: WordingCategory,
    /// Whether nobody can override it.
    pub firm: bool,
    /// The bytes of the draft.
    pub span: Range<usize>,
    /// Why.
    pub why: Words,
    /// The rules it rests on.
    pub basis: Vec<StandardId>,
    /// What to put in its place.
    pub rewrite: Option<Rewrite>,
}

/// Words in place of a stretch of the draft. Taking it is one replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrite {
    /// The bytes of the draft it replaces.
    pub span: Range<usize>,
    /// The words; empty when it is better left out. `{gaps}` are filled by hand.
    pub text: String,
}

/// The send guard.
#[derive(Debug, Clone, Default)]
pub struct Guard {
    wording: Wording,
    rules: Rules,
}

impl Guard {
    /// The guard with the shipped rules.
    #[must_use]
    pub fn shipped() -> Self {
        let file = include_str!("../../playbooks/signals-guard.toml");
        Self::new(Wording::shipped(), "signals-guard.toml", file)
    }

    /// A guard with these phrases and this file of rules; `name` is what faults call it.
    #[must_use]
    pub fn new(wording: Wording, name: &str, rules: &str) -> Self {
        Self { wording, rules: Rules::of(name, rules) }
    }

    /// Adds a file of rules; one with a known id replaces it.
    pub fn add(&mut self, name: &str, rules: &str) {
        self.rules.add(name, rules);
    }

    /// Adds a file of wording.
    pub fn add_wording(&mut self, name: &str, text: &str) {
        self.wording.add(name, text);
    }

    /// What was wrong in the guard's own file.
    #[must_use]
    pub fn faults(&self) -> &[SignalFault] {
        self.rules.faults()
    }

    /// Tries every rule of that file on its own examples.
    #[must_use]
    pub fn rehearse(&self) -> Vec<SignalFault> {
        self.rules.rehearse()
    }

    /// What is found in a draft: the worst first, then in the order of the draft. Where two rules
    /// find the same words to be wrong in the same way, the worse one is told.
    #[must_use]
    pub fn read(&self, draft: &str, context: &Context<'_>) -> Vec<Finding> {
        let folded = Folded::tight(draft);
        let text = Stretch::new(&folded);
        let mut found = Vec::new();
        self.rules.phrases(text, &mut found);
        self.rules.wordings(&self.wording, text, &mut found);
        gaps::find(text, &mut found);
        numbers::find(text, context, &mut found);
        claims::find(text, context, &mut found);
        polite::find(text, context.lang, &mut found);
        said::find(text, context, &mut found);
        tidy(found)
    }

    /// The worst that is found, if anything.
    #[must_use]
    pub fn worst(&self, draft: &str, context: &Context<'_>) -> Option<WordingLevel> {
        self.read(draft, context).first().map(|finding| finding.level)
    }
}

/// What must not be said in any words, whoever allows it.
const fn is_firm(category: WordingCategory) -> bool {
    matches!(category, WordingCategory::Insult | WordingCategory::Privacy)
}

/// More findings than anybody reads; the worst come first.
const MOST: usize = 200;

fn tidy(mut found: Vec<Finding>) -> Vec<Finding> {
    found.sort_by(|one, other| {
        (one.level, one.span.start, one.span.end, &one.rule).cmp(&(
            other.level,
            other.span.start,
            other.span.end,
            &other.rule,
        ))
    });
    let mut kept: Vec<Finding> = Vec::new();
    for finding in found.into_iter().take(MOST) {
        let told = kept.iter().any(|other| {
            other.category == finding.category
                && other.span.start < finding.span.end
                && finding.span.start < other.span.end
        });
        if !told {
            kept.push(finding);
        }
    }
    kept
}

#[cfg(test)]
mod tests;
