//! What each kind of event is called, and what sort of thing it is.

use super::{EVENT_FORMAT, Event};
use crate::domain::{Author, Body, MessageNo};

impl Event {
    /// The event's name, as it stands in the ledger's `kind` column.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::CaseOpened { .. } => "case-opened",
            Self::OrderNoted { .. } => "order-noted",
            Self::MessagesReceived { .. } => "messages-received",
            Self::ReplySent { .. } => "reply-sent",
            Self::GuardOverruled { .. } => "guard-overruled",
            Self::ReplyRetracted { .. } => "reply-retracted",
            Self::NoteWritten { .. } => "note-written",
            Self::FactRecorded { .. } => "fact-recorded",
            Self::FactWithdrawn { .. } => "fact-withdrawn",
            Self::ExhibitNoted { .. } => "exhibit-noted",
            Self::ExhibitDropped { .. } => "exhibit-dropped",
            Self::CheckSet { .. } => "check-set",
            Self::MoodSet { .. } => "mood-set",
            Self::BuyerTypeSet { .. } => "buyer-type-set",
            Self::IssueSet { .. } => "issue-set",
            Self::StepEntered { .. } => "step-entered",
            Self::StepsReopened { .. } => "steps-reopened",
            Self::PlaybookChosen { .. } => "playbook-chosen",
            Self::TimerStarted { .. } => "timer-started",
            Self::TimerPaused { .. } => "timer-paused",
            Self::TimerResumed { .. } => "timer-resumed",
            Self::TimerStopped { .. } => "timer-stopped",
            Self::PromiseMade { .. } => "promise-made",
            Self::PromiseDated { .. } => "promise-dated",
            Self::PromiseKept { .. } => "promise-kept",
            Self::PromiseBroken { .. } => "promise-broken",
            Self::PromiseMoved { .. } => "promise-moved",
            Self::PromiseWithdrawn { .. } => "promise-withdrawn",
            Self::Settling { deed } => deed.kind(),
            Self::TaskOpened { .. } => "task-opened",
            Self::TaskMoved { .. } => "task-moved",
            Self::TaskDone { .. } => "task-done",
            Self::TaskDropped { .. } => "task-dropped",
            Self::Snoozed { .. } => "snoozed",
            Self::Woken {} => "woken",
            Self::DeedDone { .. } => "deed-done",
            Self::BuyerConfirmed { .. } => "buyer-confirmed",
            Self::CauseSet { .. } => "cause-set",
            Self::LessonSet { .. } => "lesson-set",
            Self::FollowUpPlanned { .. } => "follow-up-planned",
            Self::FollowUpSkipped { .. } => "follow-up-skipped",
            Self::FollowUpDone { .. } => "follow-up-done",
            Self::GateOverridden { .. } => "gate-overridden",
            Self::ActUndone { .. } => "act-undone",
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

    /// Whether something is learned by it: a fact, an exhibit, how the buyer is.
    #[must_use]
    pub const fn teaches(&self) -> bool {
        if let Self::Settling { deed } = self {
            return deed.teaches();
        }
        matches!(
            self,
            Self::FactRecorded { .. }
                | Self::FactWithdrawn { .. }
                | Self::ExhibitNoted { .. }
                | Self::ExhibitDropped { .. }
                | Self::MoodSet { .. }
                | Self::BuyerTypeSet { .. }
                | Self::OrderNoted { .. }
                | Self::IssueSet { .. }
        )
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
            | Self::GuardOverruled { .. }
            | Self::ReplyRetracted { .. }
            | Self::FactRecorded { .. }
            | Self::FactWithdrawn { .. }
            | Self::ExhibitNoted { .. }
            | Self::ExhibitDropped { .. }
            | Self::CheckSet { .. }
            | Self::MoodSet { .. }
            | Self::BuyerTypeSet { .. }
            | Self::IssueSet { .. }
            | Self::StepEntered { .. }
            | Self::StepsReopened { .. }
            | Self::PlaybookChosen { .. }
            | Self::TimerStarted { .. }
            | Self::TimerPaused { .. }
            | Self::TimerResumed { .. }
            | Self::TimerStopped { .. }
            | Self::PromiseMade { .. }
            | Self::PromiseDated { .. }
            | Self::PromiseKept { .. }
            | Self::PromiseBroken { .. }
            | Self::PromiseMoved { .. }
            | Self::PromiseWithdrawn { .. }
            | Self::Settling { .. }
            | Self::TaskOpened { .. }
            | Self::TaskMoved { .. }
            | Self::TaskDone { .. }
            | Self::TaskDropped { .. }
            | Self::Snoozed { .. }
            | Self::Woken {}
            | Self::DeedDone { .. }
            | Self::BuyerConfirmed { .. }
            | Self::CauseSet { .. }
            | Self::LessonSet { .. }
            | Self::FollowUpPlanned { .. }
            | Self::FollowUpSkipped { .. }
            | Self::FollowUpDone { .. }
            | Self::GateOverridden { .. }
            | Self::ActUndone { .. }
            | Self::CaseClosed { .. }
            | Self::CaseReopened { .. } => None,
        }
    }

    /// Whether the case can be put back as it stood before it: nothing comes in or goes out with it.
    #[must_use]
    pub const fn is_restorable(&self) -> bool {
        !matches!(
            self,
            Self::CaseOpened { .. }
                | Self::MessagesReceived { .. }
                | Self::ReplySent { .. }
                | Self::ReplyRetracted { .. }
        )
    }

    /// Whether an act always begins with it, so that two acts of one moment can be told apart.
    #[must_use]
    pub const fn begins_an_act(&self) -> bool {
        matches!(
            self,
            Self::ReplySent { .. }
                | Self::ReplyRetracted { .. }
                | Self::NoteWritten { .. }
                | Self::ExhibitNoted { .. }
                | Self::ExhibitDropped { .. }
                | Self::MoodSet { .. }
                | Self::BuyerTypeSet { .. }
                | Self::IssueSet { .. }
                | Self::PromiseKept { .. }
                | Self::PromiseBroken { .. }
                // Told by a reply, another date is part of sending it.
                | Self::PromiseMoved { message: None, .. }
                | Self::TaskOpened { .. }
                | Self::TaskMoved { .. }
                | Self::TaskDone { .. }
                | Self::TaskDropped { .. }
                | Self::Snoozed { .. }
                | Self::Woken {}
                | Self::ActUndone { .. }
        )
    }
}
