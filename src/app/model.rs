//! Everything the console knows. Changed by `update` only; drawn by `ui`, which changes nothing.

use super::adoption::{Adoption, LastSent};
use super::{Adjusted, Composer, Keymap, Leads, LockedRung, Metrics, Overlay, Watch};
use crate::config::BellSetting;
use crate::desk::Policy;
use crate::domain::{
    AgentName, BuyerName, CaseId, CaseState, CloseResult, Department, Due, Fen, Filter, Issue,
    Lang, Message, MessageNo, Mood, Owed, Platform, PlaybookId, ReplyId, SendWay, Stamp, StepId,
};
use crate::guide::{Heard, Scene, Suggestion, Wits};
use crate::i18n::Strings;
use crate::playbook::{Playbook, StepView};
use crate::standard::{Evidence, Standards};
use crate::store::QueueRow;
use chrono::FixedOffset;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

/// The console's state.
#[derive(Debug)]
pub struct Model {
    /// What time it is, as the last message told.
    pub now: Stamp,
    /// The screen's time zone.
    pub offset: FixedOffset,
    /// The screen's language.
    pub lang: Lang,
    /// The screen's texts.
    pub strings: &'static Strings,
    /// Who works here.
    pub agent: AgentName,
    /// The shop's rules.
    pub policy: Arc<Policy>,
    /// Which key does what.
    pub keymap: Arc<Keymap>,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// The case file.
    pub file: FileFacts,
    /// Cases by what is due next.
    pub queue: Queue,
    /// The case being worked on.
    pub open: Option<OpenCase>,
    /// Where keys go when no overlay is open.
    pub focus: Pane,
    /// What lies over the panes; the last one gets the keys.
    pub overlays: Vec<Overlay>,
    /// A sentence at the bottom, for a while.
    pub toast: Option<Toast>,
    /// Sizes of the last frame.
    pub metrics: Metrics,
    /// Counts what may change a pane besides the composer: while it stays the same, they all look
    /// as they did.
    pub beyond_draft: u64,
    /// As of when those panes are drawn: the time of what changed them last, of this minute at the
    /// latest. The countdowns at the bottom go by `now`.
    pub panes_at: Stamp,
    /// Law, platform and shop rules; `None` until they are read.
    pub standards: Option<Arc<Standards>>,
    /// What the kinds of exhibits are called; `None` until they are read.
    pub evidence: Option<Arc<Evidence>>,
    /// What playbooks are called to which cases are handed over; `None` while one is asked for.
    pub titles: BTreeMap<PlaybookId, Option<String>>,
    /// How a reply leaves the console here.
    pub way: SendWay,
    /// What the guide knows; `None` until it has been read.
    pub wits: Option<Arc<Wits>>,
    /// Whether the guide has something to show that no frame has shown yet.
    pub guide_news: bool,
    /// When the bell rings for a clock.
    pub bell: BellSetting,
    /// Whether the person has asked to leave.
    pub leaving: bool,
    /// The case the queue's cursor goes to when the queue arrives next.
    pub(super) follow: Option<CaseId>,
    /// When the clocks were last listened to.
    pub(super) heard_at: Option<Stamp>,
    /// When the file was last looked at for another window's acts.
    pub(super) looked_at: Option<Stamp>,
    /// Cases left with something unfinished: an act under way, or words that are not sent yet.
    pub(super) parked: BTreeMap<CaseId, OpenCase>,
    /// When the step was surveyed last: replies name times.
    pub(super) surveyed_at: Stamp,
    /// What was heard in the cases looked at last.
    pub(super) remembered: VecDeque<(CaseId, Arc<Scene>, Arc<Heard>)>,
    /// The bookkeeping of jobs under way; private to `update`.
    pub(super) jobs: super::jobs::Jobs,
}

impl Model {
    /// A console that has just started: nothing loaded, nothing open.
    #[must_use]
    pub fn new(
        now: Stamp,
        offset: FixedOffset,
        lang: Lang,
        strings: &'static Strings,
        agent: AgentName,
        policy: Arc<Policy>,
        keymap: Arc<Keymap>,
    ) -> Self {
        Self {
            now,
            offset,
            lang,
            strings,
            agent,
            policy,
            keymap,
            size: (80, 24),
            file: FileFacts::default(),
            queue: Queue::default(),
            open: None,
            focus: Pane::default(),
            overlays: Vec::new(),
            toast: None,
            metrics: Metrics::default(),
            beyond_draft: 0,
            panes_at: now,
            standards: None,
            evidence: None,
            titles: BTreeMap::new(),
            way: SendWay::Recorded,
            wits: None,
            guide_news: false,
            bell: BellSetting::Off,
            leaving: false,
            follow: None,
            heard_at: None,
            looked_at: None,
            parked: BTreeMap::new(),
            surveyed_at: now,
            remembered: VecDeque::new(),
            jobs: super::jobs::Jobs::default(),
        }
    }

    /// The case on screen.
    #[must_use]
    pub fn case(&self) -> Option<CaseId> {
        self.open.as_ref().map(|open| open.state.id)
    }
}

/// What there is to say about the case file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileFacts {
    /// Its name, for the title line.
    pub name: String,
    /// Whether nothing can be written.
    pub read_only: bool,
    /// Whether this is the demo file.
    pub demo: bool,
}

/// A part of the screen that takes keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Pane {
    /// Cases.
    #[default]
    Queue,
    /// What was said.
    Conversation,
    /// The current step.
    Step,
    /// Replies that fit.
    Replies,
    /// The draft.
    Composer,
}

impl Pane {
    /// Every pane, in the order of the tab key.
    pub const ALL: [Self; 5] =
        [Self::Queue, Self::Conversation, Self::Step, Self::Replies, Self::Composer];
}

/// The queue as far as it is loaded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Queue {
    /// Which cases are wanted.
    pub filter: Filter,
    /// The cases, the one due first on top.
    pub entries: Vec<QueueEntry>,
    /// The cursor.
    pub selected: usize,
    /// Whether there are more than are loaded.
    pub more: bool,
    /// Whether the first page has arrived.
    pub loaded: bool,
    /// How many cases are open, and whether there are more than were counted.
    pub open: (u32, bool),
    /// What a filter has found so far, while more of the file is looked at for it.
    pub looking: Looking,
}

/// A filter on its way through the queue: a stretch at a time, so that nobody waits behind it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Looking {
    /// How many are wanted.
    pub wanted: u32,
    /// The cases it wants, as far as was looked.
    pub rows: Vec<QueueRow>,
    /// How many rows were looked at.
    pub looked: u32,
}

/// A case in the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueEntry {
    /// Which.
    pub case: CaseId,
    /// Whose.
    pub buyer: BuyerName,
    /// Where from.
    pub platform: Platform,
    /// What about.
    pub issue: Issue,
    /// How the buyer feels.
    pub mood: Mood,
    /// The playbook it runs on.
    pub playbook: PlaybookId,
    /// The step it stands at.
    pub step: StepId,
    /// What is due next.
    pub due: Option<Due>,
    /// Since when the time of that runs.
    pub due_since: Option<Stamp>,
    /// The money at stake.
    pub exposure: Fen,
    /// Whether that was reckoned from the standards; else it is what the order cost.
    pub reckoned: bool,
    /// When the case was opened.
    pub opened_at: Stamp,
    /// Whether it is laid aside.
    pub snoozed: bool,
    /// Whose task it waits for.
    pub waits_for: Option<Department>,
    /// How many promises were broken.
    pub breaches: u32,
    /// Since when the buyer waits.
    pub waiting_since: Option<Stamp>,
    /// The end of the order number.
    pub order_tail: Option<String>,
    /// The beginning of what the buyer said last, on one line, clean.
    pub snippet: String,
}

/// What the composer writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum DraftKind {
    /// A reply to the buyer.
    #[default]
    Reply,
    /// A private note.
    Note,
}

/// When the first key was typed that is not in the file yet, of each draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Unsaved {
    reply: Option<Stamp>,
    note: Option<Stamp>,
}

impl Unsaved {
    /// The mark of one draft.
    pub(super) const fn of(&mut self, kind: DraftKind) -> &mut Option<Stamp> {
        match kind {
            DraftKind::Reply => &mut self.reply,
            DraftKind::Note => &mut self.note,
        }
    }

    /// The older of the two.
    pub(super) fn first(self) -> Option<Stamp> {
        [self.reply, self.note].into_iter().flatten().min()
    }
}

impl DraftKind {
    /// Both kinds.
    pub(super) const ALL: [Self; 2] = [Self::Reply, Self::Note];
}

impl From<DraftKind> for crate::store::DraftKind {
    fn from(kind: DraftKind) -> Self {
        match kind {
            DraftKind::Reply => Self::Reply,
            DraftKind::Note => Self::Note,
        }
    }
}

/// The reply a draft was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adopted {
    /// Which.
    pub reply: ReplyId,
    /// Its title.
    pub title: String,
    /// Whether it goes to the platform or an authority.
    pub statement: bool,
    /// Names of the files that go with it.
    pub attach: Vec<String>,
}

/// The case being worked on.
#[derive(Debug)]
pub struct OpenCase {
    /// The case as its events make it.
    pub state: CaseState,
    /// The playbook in the version the case runs on; `None` until it is compiled, or if it is broken.
    pub playbook: Option<Arc<Playbook>>,
    /// Why the playbook cannot be used, in the screen's language.
    pub broken: Option<String>,
    /// The current step, surveyed.
    pub step: Option<StepView>,
    /// The standards the step goes by, each in a few words.
    pub rules: Vec<String>,
    /// The title of the playbook in the screen's language.
    pub playbook_title: String,
    /// Where "next" leads, as far as it has a name.
    pub leads: Option<Leads>,
    /// What an overlay of the playbook has adjusted the step to.
    pub adjusted: Vec<Adjusted>,
    /// Offers that wait for the one before.
    pub locked: Vec<LockedRung>,
    /// The newest version of the playbook, where the case runs on another one.
    pub newer: Option<Arc<Playbook>>,
    /// Replies that fit, best first.
    pub suggestions: Vec<Suggestion>,
    /// What the buyer was owed a word on when the step was looked at last.
    pub(super) owed: Vec<Owed>,
    /// The conversation as far as it is loaded.
    pub thread: Thread,
    /// What the guide makes of it.
    pub watch: Watch,
    /// The draft of the reply.
    pub reply: Composer,
    /// The draft of the private note.
    pub note: Composer,
    /// Which of the two is being written.
    pub kind: DraftKind,
    /// The scripted replies the draft was made from, oldest first.
    pub adopted: Vec<Adopted>,
    /// Whether everything typed is in the file.
    pub saved: bool,
    /// When the first key was typed that is not in the file yet, of each draft.
    pub(super) unsaved: Unsaved,
    /// The replies put into the draft since it was last empty, and their words.
    pub(super) adoptions: Vec<Adoption>,
    /// The reply sent last, whole, for the case that it is taken back.
    pub(super) last_sent: Option<LastSent>,
    /// The cursor in the step pane: checks first, then facts.
    pub step_selected: usize,
    /// The cursor in the replies.
    pub reply_selected: usize,
    /// The buyer's earlier cases: number, opened, result.
    pub history: Vec<(CaseId, Stamp, Option<CloseResult>)>,
    /// How many other cases of this buyer the file has.
    pub earlier_cases: u32,
    /// What other cases paid on the same order.
    pub paid_elsewhere: Vec<crate::desk::PaidElsewhere>,
    /// What the shop sent lately.
    pub habits: Vec<crate::guide::Habit>,
    /// The reply whose question was told to be answered already.
    pub(super) questioned: Option<crate::domain::CleanText>,
}

/// A window on the conversation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Thread {
    /// The loaded messages, oldest first.
    pub messages: Vec<Message>,
    /// Whether older ones are in the file.
    pub more_before: bool,
    /// Whether newer ones are in the file than are loaded.
    pub more_after: bool,
    /// The message under the cursor; `None` follows the newest.
    pub selected: Option<MessageNo>,
    /// The newest message when scrolling began; rows are counted up from its end, so that new
    /// messages do not move what is being read. `None` follows the newest.
    pub hold: Option<MessageNo>,
    /// How many rows the view is scrolled up from there.
    pub scroll: usize,
}

/// What a toast is about, for its colour and sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Done.
    Good,
    /// Worth knowing.
    Plain,
    /// Refused, with a way out.
    Warning,
    /// Failed.
    Bad,
}

/// A sentence shown for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// What kind of sentence.
    pub tone: Tone,
    /// The sentence, in the screen's language.
    pub text: String,
    /// Until when.
    pub until: Stamp,
}
