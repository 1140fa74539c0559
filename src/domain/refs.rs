//! Small words events use: which playbook, why a step, with what result.

use super::PlaybookId;
use serde::{Deserialize, Serialize};

/// A playbook in the very version a case runs on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PlaybookRef {
    /// Which playbook.
    pub id: PlaybookId,
    /// The first twelve digits of the hash over its source and its parents' sources.
    pub version: String,
}

/// Why a case stands at a new step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepReason {
    /// The step before was completed.
    Forward,
    /// The step before was optional and passed over.
    Skipped,
    /// The agent went back; answers are kept.
    Back,
    /// The buyer flared up again: back to calming; answers are kept.
    Calming,
    /// Another playbook was chosen.
    Moved,
    /// The step goes on for another round.
    Again,
    /// Another step of the same group was taken up by hand.
    Entered,
    /// A fact the step rests on has changed since it was left.
    Reopened,
    /// The reply that moved the case on was taken back: it has never left this step.
    Undone,
}

/// How a case ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CloseResult {
    /// Settled, and the buyer said so.
    Settled,
    /// Done as agreed; the buyer did not answer any more.
    Unanswered,
    /// The platform ruled.
    Ruled,
    /// Refused with reasons.
    Refused,
    /// Opened by mistake, or the same as another case.
    Void,
}

impl CloseResult {
    /// Every result, the best first.
    pub const ALL: [Self; 5] =
        [Self::Settled, Self::Unanswered, Self::Ruled, Self::Refused, Self::Void];

    /// The name in the file and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Settled => "settled",
            Self::Unanswered => "unanswered",
            Self::Ruled => "ruled",
            Self::Refused => "refused",
            Self::Void => "void",
        }
    }

    /// The result of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|result| result.name() == name)
    }
}
