//! Jobs under way: which answer belongs to what, and acts that wait for the one before.

use super::effect::JobId;
use crate::desk::Command;
use crate::domain::{CaseId, CleanText, CloseResult, ReplyId};
use std::collections::{BTreeMap, VecDeque};

/// What is done once an act is in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum After {
    /// A reply was sent: copy it, and empty the draft if it still is this text.
    Sent(CleanText),
    /// A reply was taken back: its text returns to the draft, with the scripted replies it was made
    /// of.
    Retracted(Option<(CleanText, Vec<ReplyId>)>),
    /// A note was written: empty the note draft if it still is this text.
    Noted(CleanText),
    /// The case stands at another step.
    Moved,
    /// A fact was recorded: its name and its value, as they are shown.
    Recorded(String, String),
    /// A check was ticked or unticked.
    Ticked,
    /// The mood was judged.
    Felt,
    /// A promise was kept.
    Promised,
    /// A promise was marked as broken.
    Broken,
    /// The case was closed.
    Closed(CloseResult),
    /// The case was reopened.
    Reopened,
    /// Another playbook was chosen.
    Chosen,
}

/// What an answer is for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Waiting {
    /// The queue.
    Queue,
    /// A case to be shown.
    Case(CaseId),
    /// Older messages of a case.
    Older(CaseId),
    /// Newer messages of a case.
    Newer(CaseId),
    /// An act on a case.
    Act(CaseId, After),
    /// A saved draft.
    Draft(CaseId),
    /// Events for the timeline.
    Timeline(CaseId),
    /// Where pasted conversations belong.
    Located,
    /// Whether another window changed the file.
    Look,
}

/// Jobs under way and acts that wait.
#[derive(Debug, Default)]
pub(crate) struct Jobs {
    last: u64,
    waiting: BTreeMap<JobId, Waiting>,
    /// The case asked for last; answers for others come too late to be shown.
    pub(super) opening: Option<CaseId>,
    /// Acts that wait until the one before is in the file.
    pub(super) queued: VecDeque<(CaseId, Command, After)>,
}

impl Jobs {
    /// A number for a new job.
    pub(super) fn begin(&mut self, waiting: Waiting) -> JobId {
        self.last += 1;
        let id = JobId(self.last);
        self.waiting.insert(id, waiting);
        id
    }

    /// What an answer is for; nothing if it was not asked for.
    pub(super) fn end(&mut self, id: JobId) -> Option<Waiting> {
        self.waiting.remove(&id)
    }

    /// Whether an act on this case is under way.
    pub(super) fn acting(&self, case: CaseId) -> bool {
        self.waiting.values().any(|waiting| matches!(waiting, Waiting::Act(of, _) if *of == case))
    }

    /// Whether such a job is under way.
    pub(super) fn has(&self, wanted: &Waiting) -> bool {
        self.waiting.values().any(|waiting| waiting == wanted)
    }
}
