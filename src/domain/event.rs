//! Everything that can happen to a case. Events are facts of the past: they are appended, never
//! changed, and `fold` makes the case of them.

use super::{
    AgentName, Author, Body, BuyerName, CaseId, CheckId, CloseResult, FactId, FactStatus,
    FactValue, Issue, MessageNo, Mood, Order, Platform, PlaybookRef, PromiseNo, ReplyId, SendWay,
    Stamp, StepId, StepReason, Stretch, TimerEnd, TimerId, Version,
};
use serde::{Deserialize, Serialize};

/// The format number written beside each event. A change of meaning raises it and adds an upcast in
/// [`Event::decode`]; the rows of the past stay as they are.
pub const EVENT_FORMAT: u16 = 1;

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Event {
    /// A case began.
    CaseOpened {
        /// The name it has in the file it was imported from; imports find the case by it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        key: Option<String>,
        /// Where it comes from.
        platform: Platform,
        /// Whose complaint it is.
        buyer: BuyerName,
        /// What it is about.
        issue: Issue,
        /// The playbook it runs on.
        playbook: PlaybookRef,
        /// The first step.
        step: StepId,
    },
    /// Another order, or more about it, became known.
    OrderNoted {
        /// The order.
        order: Order,
    },
    /// Messages came in from outside.
    MessagesReceived {
        /// Which.
        stretch: Stretch,
    },
    /// A reply was sent to the buyer.
    ReplySent {
        /// Its ordinal among the case's messages.
        no: MessageNo,
        /// Its text.
        body: Body,
        /// The scripted replies it was made from.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        replies: Vec<ReplyId>,
        /// The checks it ticked; they are unticked if it is taken back.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        ticks: Vec<(StepId, CheckId)>,
        /// The facts it recorded for the first time; they go if it is taken back.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        sets: Vec<FactId>,
        /// How it left the console.
        way: SendWay,
        /// Until when it can be taken back.
        undo_until: Stamp,
    },
    /// A reply was taken back within its undo window.
    ReplyRetracted {
        /// Which.
        no: MessageNo,
        /// Since when the buyer has been waiting all along.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        waiting_since: Option<Stamp>,
    },
    /// A private note was written.
    NoteWritten {
        /// Its ordinal among the case's messages.
        no: MessageNo,
        /// Its text.
        body: Body,
    },
    /// A fact was recorded, or recorded anew.
    FactRecorded {
        /// Which.
        fact: FactId,
        /// Its value.
        value: FactValue,
        /// How sure it is.
        status: FactStatus,
        /// The message it comes from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<MessageNo>,
    },
    /// A fact went with the reply that recorded it, or was recorded by mistake.
    FactWithdrawn {
        /// Which.
        fact: FactId,
    },
    /// A check was ticked, or unticked.
    CheckSet {
        /// The step it belongs to.
        step: StepId,
        /// Which.
        check: CheckId,
        /// Ticked or not.
        done: bool,
    },
    /// The agent judged the buyer's mood.
    MoodSet {
        /// How the buyer feels.
        mood: Mood,
    },
    /// The issue was named, or named anew.
    IssueSet {
        /// What it is about.
        issue: Issue,
    },
    /// The case stands at another step.
    StepEntered {
        /// Where it stood.
        from: StepId,
        /// Where it stands.
        step: StepId,
        /// Why.
        reason: StepReason,
    },
    /// Another playbook was chosen; facts and checks are kept.
    PlaybookChosen {
        /// The playbook and its version.
        playbook: PlaybookRef,
    },
    /// A timer was started, or started anew.
    TimerStarted {
        /// Which.
        timer: TimerId,
        /// When it runs out.
        due: Stamp,
    },
    /// A timer stopped.
    TimerStopped {
        /// Which.
        timer: TimerId,
        /// Why.
        end: TimerEnd,
    },
    /// Something was promised to the buyer.
    PromiseMade {
        /// Its ordinal within the case.
        no: PromiseNo,
        /// What.
        what: String,
        /// By when.
        due: Stamp,
        /// The reply that made it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<MessageNo>,
    },
    /// A promise was kept.
    PromiseKept {
        /// Which.
        no: PromiseNo,
    },
    /// A promise was not kept.
    PromiseBroken {
        /// Which.
        no: PromiseNo,
    },
    /// Another date was agreed with the buyer.
    PromiseMoved {
        /// Which.
        no: PromiseNo,
        /// The new date.
        due: Stamp,
    },
    /// A promise went with the reply that made it, within the undo window.
    PromiseWithdrawn {
        /// Which.
        no: PromiseNo,
    },
    /// The case was closed.
    CaseClosed {
        /// With what result.
        result: CloseResult,
        /// In the agent's words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
    },
    /// A closed case was taken up again.
    CaseReopened {
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
}

impl Event {
    /// The event's name, as it stands in the ledger's `kind` column.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::CaseOpened { .. } => "case-opened",
            Self::OrderNoted { .. } => "order-noted",
            Self::MessagesReceived { .. } => "messages-received",
            Self::ReplySent { .. } => "reply-sent",
            Self::ReplyRetracted { .. } => "reply-retracted",
            Self::NoteWritten { .. } => "note-written",
            Self::FactRecorded { .. } => "fact-recorded",
            Self::FactWithdrawn { .. } => "fact-withdrawn",
            Self::CheckSet { .. } => "check-set",
            Self::MoodSet { .. } => "mood-set",
            Self::IssueSet { .. } => "issue-set",
            Self::StepEntered { .. } => "step-entered",
            Self::PlaybookChosen { .. } => "playbook-chosen",
            Self::TimerStarted { .. } => "timer-started",
            Self::TimerStopped { .. } => "timer-stopped",
            Self::PromiseMade { .. } => "promise-made",
            Self::PromiseKept { .. } => "promise-kept",
            Self::PromiseBroken { .. } => "promise-broken",
            Self::PromiseMoved { .. } => "promise-moved",
            Self::PromiseWithdrawn { .. } => "promise-withdrawn",
            Self::CaseClosed { .. } => "case-closed",
            Self::CaseReopened { .. } => "case-reopened",
        }
    }

    /// The stored payload.
    ///
    /// # Errors
    /// The serde error; none is known to occur for these types.
    pub fn encode(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    /// Reads a stored payload of the given format number.
    ///
    /// # Errors
    /// The serde error when the payload is damaged or of a format this program does not know.
    pub fn decode(format: u16, payload: &str) -> Result<Self, serde_json::Error> {
        if format == EVENT_FORMAT {
            return serde_json::from_str(payload);
        }
        Err(serde::de::Error::custom(format!("event format {format} is not known")))
    }

    /// The message this event adds, if it adds one of our own: ordinal, author and body.
    #[must_use]
    pub const fn written(&self) -> Option<(MessageNo, Author, &Body)> {
        match self {
            Self::ReplySent { no, body, .. } => Some((*no, Author::Agent, body)),
            Self::NoteWritten { no, body } => Some((*no, Author::Note, body)),
            Self::CaseOpened { .. }
            | Self::OrderNoted { .. }
            | Self::MessagesReceived { .. }
            | Self::ReplyRetracted { .. }
            | Self::FactRecorded { .. }
            | Self::FactWithdrawn { .. }
            | Self::CheckSet { .. }
            | Self::MoodSet { .. }
            | Self::IssueSet { .. }
            | Self::StepEntered { .. }
            | Self::PlaybookChosen { .. }
            | Self::TimerStarted { .. }
            | Self::TimerStopped { .. }
            | Self::PromiseMade { .. }
            | Self::PromiseKept { .. }
            | Self::PromiseBroken { .. }
            | Self::PromiseMoved { .. }
            | Self::PromiseWithdrawn { .. }
            | Self::CaseClosed { .. }
            | Self::CaseReopened { .. } => None,
        }
    }
}

/// An event as the ledger has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// The case it belongs to.
    pub case: CaseId,
    /// Its number within the case, from 1.
    pub version: Version,
    /// When it was recorded.
    pub at: Stamp,
    /// Who did it.
    pub agent: AgentName,
    /// What happened.
    pub event: Event,
}
