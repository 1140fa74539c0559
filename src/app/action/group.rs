//! Which actions belong together: the help shows them by what they are for, a digit each.

use super::Action;

/// What an action is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Working on the case: replies, steps, what was done.
    Work,
    /// The buyer, and the words for them.
    Buyer,
    /// Finding out what happened.
    Facts,
    /// Settling it: wish, options, money.
    Settle,
    /// Promises, clocks, tasks, and the order of the queue.
    Time,
    /// The end of a case, and what comes after.
    End,
    /// Playbooks.
    Books,
    /// Going about the screen.
    Moving,
    /// Writing, and keys of windows.
    Typing,
}

impl Group {
    /// Every group, in the order of their digits.
    pub const ALL: [Self; 9] = [
        Self::Work,
        Self::Buyer,
        Self::Facts,
        Self::Settle,
        Self::Time,
        Self::End,
        Self::Books,
        Self::Moving,
        Self::Typing,
    ];
}

impl Action {
    /// What it is for.
    #[must_use]
    pub const fn group(self) -> Group {
        match self {
            Self::OpenCase
            | Self::OpenNext
            | Self::Send
            | Self::Retract
            | Self::Undo
            | Self::Redo
            | Self::Advance
            | Self::Back
            | Self::Calm
            | Self::Skip
            | Self::Steps
            | Self::Tick
            | Self::Note
            | Self::Timeline => Group::Work,
            Self::Buyer
            | Self::Mood
            | Self::BuyerType
            | Self::Heard
            | Self::Agree
            | Self::SearchReplies
            | Self::AdoptSelected
            | Self::Rewrite
            | Self::Findings => Group::Buyer,
            Self::Facts
            | Self::FactFromMessage
            | Self::Exhibits
            | Self::Restate
            | Self::Mark
            | Self::Jump
            | Self::Verdict => Group::Facts,
            Self::Desk
            | Self::Wish
            | Self::ReturnCheck
            | Self::Money
            | Self::Offer
            | Self::Approval
            | Self::Options
            | Self::Settlement
            | Self::Pay => Group::Settle,
            Self::Promises
            | Self::Clocks
            | Self::Tasks
            | Self::Snooze
            | Self::Why
            | Self::Views => Group::Time,
            Self::Wrap | Self::Close | Self::Reopen => Group::End,
            Self::Playbooks | Self::Upgrade | Self::Reload => Group::Books,
            Self::Up
            | Self::Down
            | Self::PageUp
            | Self::PageDown
            | Self::Top
            | Self::Bottom
            | Self::FocusQueue
            | Self::FocusConversation
            | Self::FocusStep
            | Self::FocusReplies
            | Self::FocusComposer
            | Self::FocusNext
            | Self::FocusPrevious
            | Self::Cancel
            | Self::Help
            | Self::Palette
            | Self::Redraw
            | Self::Quit => Group::Moving,
            Self::Adopt1
            | Self::Adopt2
            | Self::Adopt3
            | Self::Adopt4
            | Self::Adopt5
            | Self::Adopt6
            | Self::Adopt7
            | Self::Adopt8
            | Self::Adopt9
            | Self::UndoEdit
            | Self::RedoEdit
            | Self::NewLine
            | Self::DeleteBackward
            | Self::DeleteForward
            | Self::DeleteWord
            | Self::DeleteToLineEnd
            | Self::Left
            | Self::Right
            | Self::WordLeft
            | Self::WordRight
            | Self::LineStart
            | Self::LineEnd
            | Self::Accept
            | Self::Toggle
            | Self::AsDraft
            | Self::Add
            | Self::Break => Group::Typing,
        }
    }
}
