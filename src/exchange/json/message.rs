//! A message in a document.

use super::Shown;
use crate::domain::{Author, Message, MessageNo, Stamp};
use serde::Serialize;

/// A message of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MessageRecord {
    /// Its ordinal.
    pub no: MessageNo,
    /// `buyer`, `agent`, `platform`, `system` or `note`.
    pub author: Author,
    /// The name it was said under.
    pub speaker: Option<Shown>,
    /// When.
    pub at: Stamp,
    /// What; a very long text is cut.
    pub text: Shown,
    /// How many characters were cut off.
    pub cut: usize,
    /// Whether it was taken back.
    pub retracted: bool,
}

impl From<&Message> for MessageRecord {
    fn from(message: &Message) -> Self {
        Self {
            no: message.no,
            author: message.author,
            speaker: message.speaker.as_deref().map(Shown::new),
            at: message.at,
            text: (&message.text).into(),
            cut: message.cut,
            retracted: message.retracted,
        }
    }
}
