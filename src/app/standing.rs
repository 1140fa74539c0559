//! Whether an action can be done now: one answer for hint bar, help, palette and `update`.

use super::{Action, Model, Standing};

impl Model {
    /// Whether the action can be done now, and if not, why.
    #[must_use]
    pub fn standing(&self, action: Action) -> Standing {
        if self.file.read_only && writes(action) {
            return Standing::ReadOnly;
        }
        let Some(open) = &self.open else {
            return if wants_case(action) { Standing::NoCase } else { Standing::Ready };
        };
        match action {
            Action::Reopen if open.state.is_open() => Standing::NotClosed,
            Action::Reopen => Standing::Ready,
            Action::Retract if open.state.retractable(self.now).is_none() => {
                Standing::NothingToRetract
            }
            _note if !open.state.is_open() && writes(action) => Standing::Closed,
            Action::Send if open.draft().is_empty() => Standing::NoDraft,
            _ready => Standing::Ready,
        }
    }
}

/// Whether the action changes the case.
fn writes(action: Action) -> bool {
    matches!(
        action,
        Action::Send
            | Action::Retract
            | Action::Advance
            | Action::Back
            | Action::Calm
            | Action::Skip
            | Action::Mood
            | Action::Playbooks
            | Action::Close
            | Action::Reopen
            | Action::Tick
            | Action::FactFromMessage
            | Action::Break
    )
}

/// Whether the action is about the open case.
fn wants_case(action: Action) -> bool {
    writes(action)
        || action.adopts().is_some()
        || matches!(
            action,
            Action::AdoptSelected
                | Action::Note
                | Action::Facts
                | Action::Timeline
                | Action::Promises
                | Action::FocusConversation
                | Action::FocusStep
                | Action::FocusReplies
                | Action::FocusComposer
        )
}
