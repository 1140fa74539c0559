//! A conversation and what is known of its case, whole: as the guide is handed it on another thread.

use super::{Context, Record, Side, Utterance};
use crate::domain::{Fen, Lang, MessageNo, Mood, Stamp};

/// What the guide looks at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scene {
    /// What is known of the case.
    pub known: Known,
    /// The newest messages, oldest first.
    pub said: Vec<Spoken>,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Which.
    pub no: MessageNo,
    /// Who says it; nothing for whoever is neither buyer nor shop.
    pub from: Option<Side>,
    /// What.
    pub text: String,
    /// When, if that is known.
    pub at: Option<Stamp>,
}

/// What is known of a case beside what was said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    /// The language the shop writes in.
    pub lang: Lang,
    /// How the buyer feels.
    pub mood: Option<Mood>,
    /// The buyer's name.
    pub buyer: Option<String>,
    /// Amounts of the record. Empty when none are known.
    pub amounts: Vec<Fen>,
    /// What the record says was done.
    pub record: Option<Record>,
}

impl Scene {
    /// The messages, as they are listened to.
    #[must_use]
    pub fn utterances(&self) -> Vec<Utterance<'_>> {
        self.said
            .iter()
            .map(|one| Utterance { from: one.from, text: &one.text, at: one.at })
            .collect()
    }
}

impl Known {
    /// What a draft is read beside.
    #[must_use]
    pub fn context<'a>(&'a self, said: &'a [Utterance<'a>]) -> Context<'a> {
        Context {
            lang: self.lang,
            mood: self.mood,
            buyer: self.buyer.as_deref(),
            amounts: &self.amounts,
            record: self.record,
            said,
        }
    }
}
