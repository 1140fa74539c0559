//! The file format: which tables there are, which keys each may have, and their contents as
//! written, every value with its place in the file.
//!
//! Nothing is checked here but the shape; `None` means the key is not written.

use super::spot::{At, Spot};
use crate::domain::{FactKind, Words};

/// A table of the file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Table {
    /// The file itself.
    Book,
    /// `skip`.
    Skip,
    /// `[[fact]]`.
    Fact,
    /// `values` of a fact.
    Choice,
    /// `[[step]]`.
    Step,
    /// `timer` of a step.
    Timer,
    /// `needs` of a step.
    Need,
    /// `next` of a step.
    Branch,
    /// `[[step.check]]`.
    Check,
    /// `[[step.reply]]`.
    Reply,
    /// `sets` of a reply.
    Sets,
    /// `promise` of a reply.
    Promise,
    /// A text in two languages.
    Words,
}

impl Table {
    /// The keys a table may have.
    #[must_use]
    pub const fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Book => {
                &["id", "title", "about", "extends", "issue", "platform", "skip", "fact", "step"]
            }
            Self::Skip => &["step", "why"],
            Self::Fact => &["id", "type", "label", "ask", "values", "default"],
            Self::Choice => &["id", "zh", "en"],
            Self::Step => &[
                "id", "after", "before", "title", "why", "feel", "calming", "optional", "asks",
                "requires", "standard", "timer", "needs", "next", "check", "reply",
            ],
            Self::Timer => &["id", "due"],
            Self::Need => &["when", "else"],
            Self::Branch => &["when", "goto"],
            Self::Check => &["id", "text", "optional"],
            Self::Reply => {
                &["id", "kind", "title", "when", "text", "done", "sets", "promise", "asks"]
            }
            Self::Sets => &["fact", "value"],
            Self::Promise => &["id", "what", "due"],
            Self::Words => &["zh", "en"],
        }
    }

    /// How the table is written in a file.
    #[must_use]
    pub const fn written(self) -> &'static str {
        match self {
            Self::Book => "the top of the file",
            Self::Skip => "skip",
            Self::Fact => "[[fact]]",
            Self::Choice => "values",
            Self::Step => "[[step]]",
            Self::Timer => "timer",
            Self::Need => "needs",
            Self::Branch => "next",
            Self::Check => "[[step.check]]",
            Self::Reply => "[[step.reply]]",
            Self::Sets => "sets",
            Self::Promise => "promise",
            Self::Words => "{ zh, en }",
        }
    }
}

/// A whole file.
#[derive(Debug, Clone, Default)]
pub(crate) struct RawBook {
    pub(crate) spot: Spot,
    pub(crate) id: Option<At<String>>,
    pub(crate) title: Option<RawWords>,
    pub(crate) about: Option<RawWords>,
    pub(crate) extends: Option<At<String>>,
    pub(crate) issues: Vec<At<String>>,
    pub(crate) platforms: Vec<At<String>>,
    pub(crate) skips: Vec<RawSkip>,
    pub(crate) facts: Vec<RawFact>,
    pub(crate) steps: Vec<RawStep>,
}

/// A text in two languages.
#[derive(Debug, Clone, Default)]
pub(crate) struct RawWords {
    pub(crate) spot: Spot,
    pub(crate) zh: Option<At<String>>,
    pub(crate) en: Option<At<String>>,
}

impl RawWords {
    pub(crate) fn words(&self) -> Words {
        let text = |side: &Option<At<String>>| side.as_ref().map(|text| text.value.clone());
        Words { zh: text(&self.zh), en: text(&self.en) }
    }

    /// The texts that are written.
    pub(crate) fn sides(&self) -> impl Iterator<Item = &At<String>> {
        self.zh.iter().chain(&self.en)
    }
}

/// A parent's step left out.
#[derive(Debug, Clone)]
pub(crate) struct RawSkip {
    pub(crate) step: At<String>,
}

/// A fact.
#[derive(Debug, Clone)]
pub(crate) struct RawFact {
    pub(crate) id: At<String>,
    pub(crate) kind: At<FactKind>,
    pub(crate) label: RawWords,
    pub(crate) ask: RawWords,
    pub(crate) values: Vec<RawChoice>,
    pub(crate) default: Option<At<RawValue>>,
}

/// A value of an enum fact.
#[derive(Debug, Clone)]
pub(crate) struct RawChoice {
    pub(crate) id: At<String>,
    pub(crate) words: RawWords,
}

/// A value as TOML writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RawValue {
    Bool(bool),
    Int(i64),
    Text(String),
    List(Vec<String>),
    /// Something no fact can be; the name of its TOML type.
    Other(&'static str),
}

/// A step. Absent keys keep what the parent's step of that id says.
#[derive(Debug, Clone)]
pub(crate) struct RawStep {
    pub(crate) spot: Spot,
    pub(crate) id: At<String>,
    pub(crate) after: Option<At<String>>,
    pub(crate) before: Option<At<String>>,
    pub(crate) title: Option<RawWords>,
    pub(crate) why: Option<RawWords>,
    pub(crate) feel: Option<RawWords>,
    pub(crate) calming: Option<At<bool>>,
    pub(crate) optional: Option<At<bool>>,
    pub(crate) asks: Option<Vec<At<String>>>,
    pub(crate) requires: Option<Vec<At<String>>>,
    pub(crate) standards: Option<Vec<At<String>>>,
    pub(crate) timer: Option<RawTimer>,
    pub(crate) needs: Option<Vec<RawNeed>>,
    pub(crate) next: Option<Vec<RawBranch>>,
    pub(crate) checks: Vec<RawCheck>,
    pub(crate) replies: Vec<RawReply>,
}

/// A step's timer.
#[derive(Debug, Clone)]
pub(crate) struct RawTimer {
    pub(crate) id: At<String>,
    pub(crate) due: At<String>,
}

/// What must hold before a step may be left.
#[derive(Debug, Clone)]
pub(crate) struct RawNeed {
    pub(crate) when: At<String>,
    pub(crate) words: RawWords,
}

/// A way on.
#[derive(Debug, Clone)]
pub(crate) struct RawBranch {
    pub(crate) spot: Spot,
    pub(crate) when: Option<At<String>>,
    pub(crate) goto: At<String>,
}

/// A thing to tick.
#[derive(Debug, Clone)]
pub(crate) struct RawCheck {
    pub(crate) id: At<String>,
    pub(crate) text: RawWords,
    pub(crate) optional: bool,
}

/// A scripted reply.
#[derive(Debug, Clone)]
pub(crate) struct RawReply {
    pub(crate) id: At<String>,
    pub(crate) kind: At<String>,
    pub(crate) title: RawWords,
    pub(crate) when: Option<At<String>>,
    pub(crate) text: RawWords,
    pub(crate) done: Vec<At<String>>,
    pub(crate) sets: Vec<RawSets>,
    pub(crate) promises: Vec<RawPromise>,
    pub(crate) asks: Option<Vec<At<String>>>,
}

/// A fact that sending records.
#[derive(Debug, Clone)]
pub(crate) struct RawSets {
    pub(crate) fact: At<String>,
    pub(crate) value: At<RawValue>,
}

/// A promise that sending makes.
#[derive(Debug, Clone)]
pub(crate) struct RawPromise {
    pub(crate) id: At<String>,
    pub(crate) what: RawWords,
    pub(crate) due: At<String>,
}
