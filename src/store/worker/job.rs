//! What can be asked of the case file, and what comes back.

use super::super::append::{Act, Outcome};
use super::super::draft::{Draft, DraftKind};
use super::super::find::{EarlierCase, Overlap};
use super::super::glance::Glance;
use super::super::messages::{MessagePage, Window};
use super::super::queue::{Found, OpenCount, QueuePage, QueueRow};
use crate::desk::PaidElsewhere;
use crate::domain::{
    CaseId, CaseState, Conversation, Filter, MessageNo, RawText, Recorded, ReplyId, Stamp, Version,
};
use crate::guide::Habit;

/// The number that ties an answer to its job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JobId(pub u64);

/// A job for the case file.
#[derive(Debug, Clone, PartialEq)]
pub enum Job {
    /// A page of the queue.
    Queue(QueuePage),
    /// Everything a case's screen shows.
    Case {
        /// Which.
        case: CaseId,
        /// How many of its newest messages.
        messages: u32,
        /// How many characters of each.
        text_limit: usize,
        /// The case that will probably be asked for next: read while nobody waits for anything.
        next: Option<CaseId>,
    },
    /// Another window on a conversation.
    Messages {
        /// Whose.
        case: CaseId,
        /// Which part.
        window: Window,
        /// How many messages.
        limit: u32,
        /// How many characters of each.
        text_limit: usize,
    },
    /// The whole text of one message.
    Message {
        /// Whose.
        case: CaseId,
        /// Which.
        no: MessageNo,
    },
    /// What happened to a case, newest first.
    Timeline {
        /// Which.
        case: CaseId,
        /// Before this version; the newest when `None`.
        before: Option<Version>,
        /// How many events.
        limit: u32,
    },
    /// The case as it stands once its newest act is taken back, or done again, and what that act did.
    Restore {
        /// Which.
        case: CaseId,
        /// Whether it is done again.
        redo: bool,
    },
    /// The first cases a filter wants, in the order of the queue.
    QueueOf {
        /// The filter.
        filter: Filter,
        /// The time it is measured against.
        now: Stamp,
        /// Which part of it.
        page: QueuePage,
        /// Among so many.
        look: u32,
    },
    /// The buyer of a case at a glance.
    Buyer {
        /// The case.
        case: CaseId,
    },
    /// Which cases conversations from outside belong to, and what of them is here already.
    Locate {
        /// The conversations.
        conversations: Vec<Conversation>,
    },
    /// An act.
    Append(Act),
    /// A draft over the one before; an empty one is cleared.
    SaveDraft {
        /// Whose.
        case: CaseId,
        /// What it will become.
        kind: DraftKind,
        /// The words.
        body: String,
        /// The scripted replies they were made from.
        adopted: Vec<ReplyId>,
        /// When.
        at: Stamp,
    },
    /// The views of the queue that were saved.
    Views,
    /// Save a view of the queue, or let go of it.
    SaveView {
        /// Its filter.
        filter: String,
        /// Whether it is kept.
        keep: bool,
    },
    /// Whether another window wrote into the file.
    Look,
}

impl Job {
    pub(super) const fn needs_writer(&self) -> bool {
        match self {
            // The write connection alone can tell other windows' commits from our own.
            Self::Append(_) | Self::SaveDraft { .. } | Self::SaveView { .. } | Self::Look => true,
            Self::Queue(_)
            | Self::Case { .. }
            | Self::Messages { .. }
            | Self::Message { .. }
            | Self::Timeline { .. }
            | Self::Restore { .. }
            | Self::QueueOf { .. }
            | Self::Buyer { .. }
            | Self::Views
            | Self::Locate { .. } => false,
        }
    }
}

/// What came of a job.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// A page of the queue.
    Queue {
        /// Its rows.
        rows: Vec<QueueRow>,
        /// Whether there are more behind them.
        more: bool,
        /// How many cases are open, counted to 500.
        open: OpenCount,
    },
    /// A case; `None` when the file has no such case.
    Case(Option<Box<OpenedCase>>),
    /// A window on a conversation.
    Messages {
        /// Whose.
        case: CaseId,
        /// Which part was asked for.
        window: Window,
        /// The part.
        page: MessagePage,
    },
    /// The whole text of a message; `None` when there is no such message.
    Message {
        /// Whose.
        case: CaseId,
        /// Which.
        no: MessageNo,
        /// The text.
        text: Option<RawText>,
    },
    /// What happened to a case, newest first.
    Timeline {
        /// Which.
        case: CaseId,
        /// The events.
        records: Vec<Recorded>,
    },
    /// The case as it is to stand; `None` when there is no such act.
    Restored {
        /// Which case.
        case: CaseId,
        /// Whether an act is done again.
        redo: bool,
        /// The case as it is to stand, and what the act did.
        to: Option<(Box<CaseState>, Vec<Recorded>)>,
    },
    /// The first cases a filter wants.
    Found(Found),
    /// A buyer at a glance; `None` when there is no such case.
    Buyer(Option<Box<Glance>>),
    /// The views of the queue that were saved.
    Views(Vec<String>),
    /// The conversations, each with its case.
    Located(Vec<Located>),
    /// What became of an act.
    Append(Outcome),
    /// The draft is on the disk.
    DraftSaved {
        /// Whose.
        case: CaseId,
        /// Which.
        kind: DraftKind,
        /// When it was handed in.
        at: Stamp,
    },
    /// Whether another window wrote into the file since the last look.
    Looked {
        /// It did.
        changed: bool,
    },
}

/// Everything a case's screen shows, as of one moment.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedCase {
    /// The case.
    pub state: CaseState,
    /// Its newest messages.
    pub messages: MessagePage,
    /// Its drafts.
    pub drafts: Vec<Draft>,
    /// The sources of the playbook version it runs on, as they were pinned.
    pub pinned: Option<String>,
    /// The buyer's other cases, newest first.
    pub history: Vec<EarlierCase>,
    /// What other cases paid on the same order.
    pub paid_elsewhere: Vec<PaidElsewhere>,
    /// What the shop sent lately.
    pub habits: Vec<Habit>,
}

/// A conversation from outside and the case it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// The conversation, as it was handed in.
    pub conversation: Conversation,
    /// The case; `None` when it begins a new one.
    pub state: Option<Box<CaseState>>,
    /// What the case has from about the same time.
    pub overlap: Vec<Overlap>,
}
