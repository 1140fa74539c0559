//! A case laid aside for a while. It wakes at a time, when the buyer writes, or at whichever comes
//! first; never later than the next promise, platform clock, task or follow-up.

use super::Stamp;
use serde::{Deserialize, Serialize};

/// How long a case is laid aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snooze {
    /// Until when; `None` is until the buyer writes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Stamp>,
    /// Whether the buyer's next word wakes it.
    pub on_reply: bool,
    /// Since when.
    pub since: Stamp,
}
