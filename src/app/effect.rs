//! What the world is asked to do. Plain data: compared in tests, performed by `runtime`.

use crate::domain::{CaseId, CleanText, Conversation, PlaybookId, PlaybookRef};
use crate::guide::Scene;
use crate::store::Job;
pub use crate::store::JobId;
use std::sync::Arc;

/// Work for the world.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Ask the case file.
    Store(JobId, Job),
    /// Put a reply on the clipboard.
    Copy(CleanText),
    /// Take it off the clipboard again.
    ClearClipboard,
    /// Compile the playbook a case runs on: the pinned sources if given, else the newest of that id.
    Compile(PlaybookRef, Option<String>),
    /// Compile the newest version of a playbook, for a case that changes to it.
    CompileNewest(PlaybookId),
    /// Compile the newest version of a playbook, to be looked at.
    Fetch(PlaybookId),
    /// Read law, platform and shop rules, and what the kinds of exhibits are called.
    ReadStandards,
    /// List all playbooks.
    ListPlaybooks,
    /// Read the folder of the shop's playbooks anew, and compile the newest version of this one.
    ReloadPlaybooks(Option<PlaybookId>),
    /// Take conversations into the file.
    Import(Vec<Conversation>),
    /// Listen to the conversation of a case. Only the newest question is answered.
    Listen(CaseId, Arc<Scene>),
    /// Read the draft of a case beside its conversation. Only the newest is answered.
    Guard(CaseId, Arc<Scene>, String),
    /// Ring the terminal's bell.
    Bell,
    /// Draw everything anew.
    Redraw,
    /// Leave the program.
    Quit,
}
