//! Where a case can end besides the plain end.

use crate::domain::{CloseResult, EndingId, ReplyId, Words};

/// An ending with a name: the case is closed there with one result, after certain words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// Its name.
    pub id: EndingId,
    /// Its title.
    pub title: Words,
    /// The result the case is closed with.
    pub result: CloseResult,
    /// What must have been sent before.
    pub reply: Option<ReplyId>,
}
