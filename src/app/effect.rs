//! What the world is asked to do. Plain data: compared in tests, performed by `runtime`.

use crate::domain::{CleanText, Conversation, PlaybookId, PlaybookRef};
use crate::store::Job;
pub use crate::store::JobId;

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
    /// Read law, platform and shop rules.
    ReadStandards,
    /// List all playbooks.
    ListPlaybooks,
    /// Take conversations into the file.
    Import(Vec<Conversation>),
    /// Draw everything anew.
    Redraw,
    /// Leave the program.
    Quit,
}
