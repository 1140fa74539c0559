//! What can happen to the console. Everything that changes the model comes in as one of these.

use super::{Chord, Hit, JobId, Metrics, Pane};
use crate::domain::{CaseId, PlaybookId, PlaybookRef, SendWay, Stamp};
use crate::guide::{Finding, Heard, Scene, Wits};
use crate::playbook::{Entry, Playbook};
use crate::standard::{Evidence, StandardFault, Standards};
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
    /// The playbook of a case was compiled.
    Compiled(Box<Compiled>),
    /// A playbook to be looked at was compiled, or cannot be, for this reason.
    Fetched(PlaybookId, Result<Arc<Playbook>, String>),
    /// A chosen playbook was compiled, or cannot be.
    Chosen(Result<Arc<Playbook>, String>),
    /// Law, platform and shop rules, the kinds of exhibits, and the first thing that is wrong in the
    /// shop's own files of them.
    Standards(Arc<Standards>, Arc<Evidence>, Option<StandardFault>),
    /// The list of playbooks.
    Listed(Vec<Entry>),
    /// The playbooks were read anew.
    Reloaded(Box<Reloaded>),
    /// The clipboard has the reply, by this way, or why not.
    Copied(Result<SendWay, CopyFailure>),
    /// Pasted conversations are in the file, or why not.
    Imported(Result<Imported, String>),
    /// A conversation was listened to, by these wits.
    Heard(CaseId, Arc<Scene>, Arc<Heard>, Arc<Wits>),
    /// A draft was read, by these wits; what was found in it.
    Guarded(CaseId, String, Vec<Finding>, Arc<Wits>),
    /// Something was looked at, and there is nothing to tell.
    Looked,
    /// Something the person should be told, in the screen's language.
    Told(String),
    /// The process was asked to end.
    Terminate,
}

/// A playbook as a case runs on it.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// Which version.
    pub reference: PlaybookRef,
    /// The playbook, or why it cannot be used.
    pub book: Result<Arc<Playbook>, String>,
    /// The newest version at hand, where that is another one.
    pub newer: Option<Arc<Playbook>>,
}

/// The playbooks as they stand in the folder now.
#[derive(Debug, Clone)]
pub struct Reloaded {
    /// All of them, with what is wrong with each.
    pub entries: Vec<Entry>,
    /// The newest version of the open case's playbook.
    pub newest: Option<Arc<Playbook>>,
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
