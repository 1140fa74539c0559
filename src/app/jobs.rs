//! Jobs under way: which answer belongs to what, and acts that wait for the one before.

use super::effect::JobId;
use crate::app::{DraftKind, Msg};
use crate::desk::Command;
use crate::domain::{CaseId, CleanText, CloseResult, MessageNo, Stamp};
use std::collections::{BTreeMap, VecDeque};

/// What is done once an act is in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum After {
    /// A reply was sent: copy it, and empty the draft if it still is this text.
    Sent(CleanText),
    /// A reply was taken back: its words return to the draft.
    Retracted(Option<MessageNo>),
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
    /// The kind of buyer was judged.
    Typed,
    /// The issue was named; its name for people.
    Named(String),
    /// An exhibit was noted; what its kind is called.
    Collected(String),
    /// An exhibit was dropped; what its kind is called.
    Dropped(String),
    /// A promise was made by hand.
    Pledged,
    /// A promise was kept.
    Promised,
    /// A promise was marked as broken.
    Broken,
    /// Anything else; this is said.
    Said(String),
    /// Something was worked out, agreed or paid; the sentence about it.
    Settled(String),
    /// The case was closed.
    Closed(CloseResult),
    /// The case was reopened.
    Reopened,
    /// Another playbook was chosen; its title.
    Chosen(String),
    /// The case was moved to the newest version of its playbook; its title.
    Upgraded(String),
}

/// What an answer is for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Waiting {
    /// The queue.
    Queue,
    /// A case to be shown.
    Case {
        /// Which.
        case: CaseId,
        /// Whether the drafts in hand are newer than what the file may have when it is read.
        ours: bool,
    },
    /// Older messages of a case.
    Older(CaseId),
    /// Newer messages of a case.
    Newer(CaseId),
    /// An act on a case.
    Act(CaseId, After),
    /// A saved draft.
    Draft(CaseId, DraftKind),
    /// Events for the timeline.
    Timeline(CaseId),
    /// Where pasted conversations belong.
    Located,
    /// What would be taken back or done again.
    Restore(CaseId),
    /// The buyer at a glance.
    Buyer(CaseId),
    /// The views of the queue.
    Views,
    /// Whether another window changed the file.
    Look,
}

/// What is to be said of a reply once it is on the clipboard.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Copying {
    /// Whether it went to the platform or an authority.
    pub(super) statement: bool,
    /// Titles of the steps that its facts have opened again.
    pub(super) again: Vec<String>,
}

/// Jobs under way and acts that wait.
#[derive(Debug, Default)]
pub(crate) struct Jobs {
    last: u64,
    waiting: BTreeMap<JobId, Waiting>,
    /// The case that is to come on screen; answers for others come too late to be shown.
    pub(super) opening: Option<CaseId>,
    /// The reply sent last, on its way to the clipboard.
    pub(super) copying: Copying,
    /// The case whose reply goes out as soon as the guard is there.
    pub(super) sending: Option<CaseId>,
    /// The case whose playbook is being chosen.
    pub(super) choosing: Option<CaseId>,
    /// Whether the queue has changed since it was asked for.
    pub(super) queue_again: bool,
    /// Keys that came before the case they are meant for, and since when they wait.
    pub(super) held: VecDeque<Msg>,
    /// Since when.
    pub(super) held_since: Option<Stamp>,
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

    /// Whether a draft of the case is on its way into the file.
    pub(super) fn saving(&self, case: CaseId, kind: DraftKind) -> bool {
        self.has(&Waiting::Draft(case, kind))
    }

    /// Whether anything of the case is on its way into the file, or waits for it.
    pub(super) fn concerns(&self, case: CaseId) -> bool {
        self.acting(case)
            || DraftKind::ALL.into_iter().any(|kind| self.saving(case, kind))
            || self.queued.iter().any(|(of, _, _)| *of == case)
    }

    /// What is done once the acts of a case are in the file that are under way or wait.
    pub(super) fn coming(&self, case: CaseId) -> impl Iterator<Item = &After> {
        let under_way = self.waiting.values().filter_map(move |waiting| match waiting {
            Waiting::Act(of, after) if *of == case => Some(after),
            _other => None,
        });
        let queued = self.queued.iter().filter(move |(of, _, _)| *of == case);
        under_way.chain(queued.map(|(_, _, after)| after))
    }
}
