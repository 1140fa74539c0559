//! `redress guard --json`: drafts that go in, a line each, and what is found in them.

use super::Shown;
use super::listen::{SaidInput, characters, clean};
use crate::domain::{Fen, Mood, Words};
use crate::guide::{Finding, Record};
use crate::standard::{WordingCategory, WordingLevel};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// One draft that goes in.
#[derive(Debug, Clone, Deserialize)]
pub struct GuardInput<'a> {
    /// Whatever names it.
    #[serde(default)]
    pub id: serde_json::Value,
    /// The draft.
    #[serde(borrow)]
    pub text: Cow<'a, str>,
    /// What is known of its case.
    #[serde(borrow, default)]
    pub context: Option<ContextInput<'a>>,
}

/// What is known of the case. Other keys are passed over.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ContextInput<'a> {
    /// The buyer's name.
    #[serde(borrow)]
    pub buyer: Option<Cow<'a, str>>,
    /// How the buyer feels.
    #[serde(borrow)]
    pub mood: Option<Cow<'a, str>>,
    /// Amounts of the record, in fen.
    pub amounts_fen: Vec<Fen>,
    /// Whether money went back.
    pub refunded: Option<bool>,
    /// Whether something was sent again.
    pub resent: Option<bool>,
    /// Whether the order was shipped.
    pub shipped: Option<bool>,
    /// The conversation so far.
    #[serde(borrow)]
    pub messages: Vec<SaidInput<'a>>,
}

impl ContextInput<'_> {
    /// The mood, where it is one.
    #[must_use]
    pub fn mood(&self) -> Option<Mood> {
        self.mood.as_deref().and_then(Mood::from_name)
    }

    /// The record, where anything of it is told. What is not told of it is taken as done: nobody is
    /// warned about what is not known.
    #[must_use]
    pub const fn record(&self) -> Option<Record> {
        const fn done(told: Option<bool>) -> bool {
            match told {
                Some(done) => done,
                None => true,
            }
        }
        if self.refunded.is_none() && self.resent.is_none() && self.shipped.is_none() {
            return None;
        }
        Some(Record {
            refunded: done(self.refunded),
            resent: done(self.resent),
            shipped: done(self.shipped),
        })
    }
}

/// What is found in a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GuardDocument {
    /// `redress.guard/1`.
    pub format: &'static str,
    /// As it was given.
    pub id: serde_json::Value,
    /// The worst: `block`, `warn`, `tone`; null when nothing is found.
    pub level: Option<WordingLevel>,
    /// What is found, the worst first.
    pub findings: Vec<GuardRecord>,
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GuardRecord {
    /// The rule.
    pub rule: String,
    /// `block`, `warn`, `tone`.
    pub level: WordingLevel,
    /// What is wrong.
    pub category: WordingCategory,
    /// Whether nobody can override it.
    pub firm: bool,
    /// Where it begins, in characters from 0.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The words.
    pub text: Shown,
    /// Why.
    pub why: Words,
    /// The standards it rests on.
    pub basis: Vec<String>,
    /// What to put in its place; null when there is nothing to offer.
    pub rewrite: Option<RewriteRecord>,
}

/// Words in place of a stretch of the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RewriteRecord {
    /// Where the stretch begins, in characters from 0.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The words; empty when it is better left out.
    pub text: Shown,
}

impl GuardDocument {
    /// Findings as a document.
    #[must_use]
    pub fn new(id: serde_json::Value, draft: &str, findings: &[Finding]) -> Self {
        let record = |finding: &Finding| {
            let (start, end) = characters(draft, &finding.span);
            GuardRecord {
                rule: finding.rule.clone(),
                level: finding.level,
                category: finding.category,
                firm: finding.firm,
                start,
                end,
                text: Shown::new(draft.get(finding.span.clone()).unwrap_or_default()),
                why: finding.why.clone(),
                basis: finding.basis.iter().map(ToString::to_string).collect(),
                rewrite: finding.rewrite.as_ref().map(|rewrite| {
                    let (start, end) = characters(draft, &rewrite.span);
                    RewriteRecord { start, end, text: Shown::new(&rewrite.text) }
                }),
            }
        };
        Self {
            format: "redress.guard/1",
            id: clean(id),
            level: findings.first().map(|finding| finding.level),
            findings: findings.iter().map(record).collect(),
        }
    }
}
