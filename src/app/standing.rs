//! Whether an action can be done now, and if not, why: greyed in help and palette, never hidden.

use super::{Action, DraftKind, Model, Standing};

impl Model {
    /// Whether an action can be done now.
    #[must_use]
    pub fn standing(&self, action: Action) -> Standing {
        if !needs_case(action) {
            return Standing::Ready;
        }
        let Some(open) = &self.open else { return Standing::NoCase };
        if self.file.read_only && writes(action) {
            return Standing::ReadOnly;
        }
        let is_open = open.state.is_open();
        match action {
            Action::Reopen if is_open => Standing::NotClosed,
            Action::Reopen | Action::Note => Standing::Ready,
            Action::Send if open.draft().is_empty() => Standing::NoDraft,
            // A note can be written on a closed case, too.
            Action::Send if open.kind == DraftKind::Note => Standing::Ready,
            Action::Steps if is_open && open.other_steps(self.lang).is_empty() => {
                Standing::NoOtherStep
            }
            Action::Upgrade if open.newer.is_none() => Standing::Newest,
            Action::Retract if open.state.retractable(self.now).is_none() => {
                Standing::NothingToRetract
            }
            action if writes(action) && !is_open => Standing::Closed,
            _ready => Standing::Ready,
        }
    }
}

const fn writes(action: Action) -> bool {
    matches!(
        action,
        Action::Send
            | Action::Retract
            | Action::Advance
            | Action::Back
            | Action::Calm
            | Action::Skip
            | Action::Mood
            | Action::BuyerType
            | Action::Agree
            | Action::SearchReplies
            | Action::Steps
            | Action::Upgrade
            | Action::Close
            | Action::Reopen
            | Action::Tick
            | Action::FactFromMessage
            | Action::Snooze
            | Action::Desk
            | Action::Verdict
            | Action::Wish
            | Action::Options
            | Action::Money
            | Action::Offer
            | Action::Approval
            | Action::Settlement
            | Action::Pay
            | Action::ReturnCheck
            | Action::Restate
            | Action::Mark
    )
}

const fn needs_case(action: Action) -> bool {
    writes(action)
        || action.adopts().is_some()
        || matches!(
            action,
            Action::Note
                | Action::Facts
                | Action::Rewrite
                | Action::Findings
                | Action::Heard
                | Action::Exhibits
                | Action::Clocks
                | Action::Timeline
                | Action::Promises
                | Action::Tasks
                | Action::Wrap
                | Action::Buyer
                | Action::Undo
                | Action::Redo
                | Action::Jump
                | Action::AdoptSelected
                | Action::FocusConversation
                | Action::FocusStep
                | Action::FocusReplies
                | Action::FocusComposer
        )
}
