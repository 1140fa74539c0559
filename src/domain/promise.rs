//! What the shop has said it will do, and by when. A promise is never deleted.

use super::{FactId, MessageNo, PromiseNo, Stamp};
use serde::{Deserialize, Serialize};

/// What became of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PromiseStatus {
    /// Still to be kept.
    Open,
    /// Kept.
    Kept,
    /// Not kept.
    Broken,
    /// Taken back with the reply that made it, within the undo window: the buyer never saw it.
    Withdrawn,
}

impl PromiseStatus {
    /// The name in the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Kept => "kept",
            Self::Broken => "broken",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// What a promise without a date of its own waits for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct After {
    /// The date it is counted from.
    pub fact: FactId,
    /// How it is counted, as a playbook writes it: `3wd`.
    pub rule: String,
}

/// A promise made to the buyer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// Its ordinal within the case.
    pub no: PromiseNo,
    /// What was promised, in the words of the reply that made it.
    pub what: String,
    /// By when; while it is pending, when to look after it.
    pub due: Stamp,
    /// When it was made.
    pub made_at: Stamp,
    /// The reply that made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<MessageNo>,
    /// What became of it.
    pub status: PromiseStatus,
    /// How often another date was agreed with the buyer.
    pub moved: u32,
    /// What its date is counted from, if it is counted from something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<After>,
    /// Whether that is not known yet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pending: bool,
    /// Since when it is known to be broken, where the buyer is owed a word on that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub broken_at: Option<Stamp>,
}
