//! What can happen to the console. Everything that changes the model comes in as one of these.

use super::{Chord, Hit, JobId, Metrics, Pane};
use crate::domain::{PlaybookRef, SendWay, Stamp};
use crate::playbook::{Entry, Playbook};
use crate::standard::Standards;
use crate::store::{Answer, StoreError};
use std::sync::Arc;

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// The console starts: the first jobs are asked for.
    Start,
    /// A key chord was pressed.
    Key(Chord),
    /// Text arrived at once, from an input method.
    Text(String),
    /// Text was pasted.
    Paste(String),
    /// The screen has another size.
    Resize(u16, u16),
    /// A frame was drawn, with these sizes.
    Drawn(Metrics),
    /// Something on the screen was clicked.
    Click(Hit),
    /// The wheel was turned over a pane, by that many rows; negative is up.
    Scroll(Pane, i16),
    /// Time passed.
    Tick(Stamp),
    /// The case file answered.
    Answered(JobId, Box<Result<Answer, StoreError>>),
    /// A playbook was compiled, or cannot be, for this reason.
    Compiled(PlaybookRef, Result<Arc<Playbook>, String>),
    /// A chosen playbook was compiled, or cannot be.
    Chosen(Result<Arc<Playbook>, String>),
    /// Law, platform and shop rules.
    Standards(Arc<Standards>),
    /// The list of playbooks.
    Listed(Vec<Entry>),
    /// The clipboard has the reply, by this way, or why not.
    Copied(Result<SendWay, CopyFailure>),
    /// Pasted conversations are in the file, or why not.
    Imported(Result<Imported, String>),
    /// Something the person should be told, in the screen's language.
    Told(String),
    /// The process was asked to end.
    Terminate,
}

/// Why the clipboard does not have the reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyFailure {
    /// The terminal takes no text this long.
    TooLong,
    /// The tool failed, in its own words.
    Failed(String),
}

/// What taking in conversations came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Imported {
    /// Cases that are new.
    pub cases: usize,
    /// Messages that are new.
    pub messages: usize,
    /// Messages the file had already.
    pub known: usize,
    /// The last case that got messages.
    pub last: Option<crate::domain::CaseId>,
}
