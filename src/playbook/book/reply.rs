//! Scripted replies of a compiled playbook.

use super::super::condition::Condition;
use super::super::due::DueRule;
use super::super::template::Template;
use crate::domain::{CheckId, FactId, FactValue, ReplyId, Words};
use serde::{Deserialize, Serialize};

/// A scripted reply.
#[derive(Debug)]
pub struct Reply {
    /// Its name within the playbook.
    pub id: ReplyId,
    /// What it does.
    pub kind: ReplyKind,
    /// Its short title.
    pub title: Words,
    /// When it fits; always without one.
    pub when: Option<Condition>,
    /// Its text.
    pub text: Template,
    /// Other wordings beside the text; they take turns.
    pub wordings: Vec<Template>,
    /// What is said when the text has a gap and this has none.
    pub fallback: Option<Template>,
    /// What is said instead of text and wordings in a shop of another tone.
    pub tones: Tones,
    /// Files that go with it, by name.
    pub attach: Vec<String>,
    /// Checks of its step that sending ticks.
    pub done: Vec<CheckId>,
    /// Facts that sending records.
    pub sets: Vec<(FactId, FactValue)>,
    /// Promises that sending makes.
    pub promises: Vec<PromiseRule>,
    /// Facts it asks the buyer for, if its author says so.
    pub asks: Option<Vec<FactId>>,
}

/// A promise that a reply makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseRule {
    /// Its name within the reply, `due.NAME` in the text.
    pub id: String,
    /// What is promised.
    pub what: Words,
    /// By when, counted from the sending or, with `after`, from that date.
    pub due: DueRule,
    /// The date fact it is counted from; until that is known it has no date.
    pub after: Option<FactId>,
    /// With `after`: when to look at it again while the date is not known.
    pub within: DueRule,
}

/// Texts for shops that do not speak the warm way a reply's own text has.
#[derive(Debug, Default)]
pub struct Tones {
    /// 您好, Hello.
    pub polite: Option<Template>,
    /// Without address and flourish.
    pub plain: Option<Template>,
}

/// What a reply does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReplyKind {
    /// Meets the feeling.
    Calm,
    /// Shows that one listens.
    Listen,
    /// Says the complaint back.
    Restate,
    /// Asks for something.
    Ask,
    /// Tells how things stand.
    Inform,
    /// Explains a rule or a cause.
    Explain,
    /// Offers a way out.
    Offer,
    /// Gives a date.
    Promise,
    /// Thanks.
    Thank,
    /// Goes to the platform or an authority; never counts as an answer to the buyer.
    Statement,
}

impl ReplyKind {
    /// Every kind.
    pub const ALL: [Self; 10] = [
        Self::Calm,
        Self::Listen,
        Self::Restate,
        Self::Ask,
        Self::Inform,
        Self::Explain,
        Self::Offer,
        Self::Promise,
        Self::Thank,
        Self::Statement,
    ];

    /// The name in a playbook file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Calm => "calm",
            Self::Listen => "listen",
            Self::Restate => "restate",
            Self::Ask => "ask",
            Self::Inform => "inform",
            Self::Explain => "explain",
            Self::Offer => "offer",
            Self::Promise => "promise",
            Self::Thank => "thank",
            Self::Statement => "statement",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether it is held back while the mood is hot: reasons and offers are not heard then.
    #[must_use]
    pub const fn waits_for_calm(self) -> bool {
        match self {
            Self::Explain | Self::Offer => true,
            Self::Calm
            | Self::Listen
            | Self::Restate
            | Self::Ask
            | Self::Inform
            | Self::Promise
            | Self::Thank
            | Self::Statement => false,
        }
    }

    /// Whether it is said to the buyer, and so answers a waiting one.
    #[must_use]
    pub const fn is_to_buyer(self) -> bool {
        match self {
            Self::Calm
            | Self::Listen
            | Self::Restate
            | Self::Ask
            | Self::Inform
            | Self::Explain
            | Self::Offer
            | Self::Promise
            | Self::Thank => true,
            Self::Statement => false,
        }
    }
}
