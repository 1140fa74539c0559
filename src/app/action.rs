//! What a person can do, in one table: keymap names, help, palette and hint bar all come from it.

mod group;

pub use group::Group;

use std::fmt;

/// Where an action is available.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Context {
    /// Everywhere outside an overlay.
    Global,
    /// In the queue.
    Queue,
    /// In the conversation.
    Conversation,
    /// In the step pane.
    Step,
    /// In the list of replies.
    Replies,
    /// In the composer.
    Composer,
    /// In any overlay.
    Overlay,
}

impl Context {
    /// Every context, the most general first.
    pub const ALL: [Self; 7] = [
        Self::Global,
        Self::Queue,
        Self::Conversation,
        Self::Step,
        Self::Replies,
        Self::Composer,
        Self::Overlay,
    ];

    /// The name in `keymap.toml`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Global => "global",
            Self::Queue => "queue",
            Self::Conversation => "conversation",
            Self::Step => "step",
            Self::Replies => "replies",
            Self::Composer => "composer",
            Self::Overlay => "overlay",
        }
    }

    /// The context of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|context| context.name() == name)
    }
}

/// Whether an action can be done now, and if not, why: greyed, never hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It can be done.
    Ready,
    /// No case is open.
    NoCase,
    /// The case is closed.
    Closed,
    /// The case is open, so there is nothing to reopen.
    NotClosed,
    /// The draft is empty.
    NoDraft,
    /// Nothing can be taken back any more.
    NothingToRetract,
    /// The file is read-only.
    ReadOnly,
    /// The step stands alone, and none is opened again.
    NoOtherStep,
    /// The case runs on the newest version.
    Newest,
}

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $context:ident, hint $hint:literal;)+) => {
        /// One thing a person can do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $($(#[$doc])* $name,)+
        }

        /// Every action, in the order of help and palette.
        pub const ACTIONS: &[ActionRow] = &[
            $(ActionRow { action: Action::$name, name: $text, context: Context::$context, hint: $hint },)+
        ];
    };
}

/// A row of the action table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActionRow {
    /// The action.
    pub action: Action,
    /// Its name in `keymap.toml`; also the key of its words in the text tables.
    pub name: &'static str,
    /// Where it is available.
    pub context: Context,
    /// Its place in the hint bar: 0 is not shown, else the smaller the sooner.
    pub hint: u8,
}

actions! {
    /// Open the case under the cursor of the queue.
    OpenCase = "open-case", Queue, hint 1;
    /// Open the case that is due first.
    OpenNext = "open-next", Global, hint 9;
    /// Send the draft: clipboard, record, clocks. A note is saved instead.
    Send = "send", Global, hint 1;
    /// Take the last reply back within its undo window.
    Retract = "retract", Global, hint 2;
    /// Go on to the next step.
    Advance = "advance", Global, hint 3;
    /// Go back one step, keeping all answers.
    Back = "back", Global, hint 6;
    /// Back to calming, keeping all answers.
    Calm = "calm", Global, hint 5;
    /// Pass over an optional step.
    Skip = "skip", Global, hint 0;
    /// Switch between reply and private note.
    Note = "note", Global, hint 7;
    /// Say how the buyer feels.
    Mood = "mood", Global, hint 8;
    /// Say what kind of buyer it is.
    BuyerType = "buyer-type", Global, hint 0;
    /// Take the rewrite of what was found in the draft.
    Rewrite = "rewrite", Composer, hint 0;
    /// All that was found in the draft.
    Findings = "findings", Composer, hint 0;
    /// Any reply of the playbook, found by typing.
    SearchReplies = "search-replies", Global, hint 0;
    /// Agree to what the guide proposes first.
    Agree = "agree", Global, hint 0;
    /// What was heard in the conversation.
    Heard = "heard", Global, hint 0;
    /// The facts of the case.
    Facts = "facts", Global, hint 6;
    /// What was collected, and what is wanted.
    Exhibits = "exhibits", Global, hint 0;
    /// Another step: of the same group, or one opened again.
    Steps = "steps", Global, hint 4;
    /// What happened on this case.
    Timeline = "timeline", Global, hint 0;
    /// The promises of the case.
    Promises = "promises", Global, hint 0;
    /// Everything that runs against the shop on this case.
    Clocks = "clocks", Global, hint 0;
    /// Work others do for the case.
    Tasks = "tasks", Global, hint 0;
    /// What the end of the case rests on.
    Wrap = "wrap-up", Global, hint 0;
    /// Lay the case aside, or take it up again.
    Snooze = "snooze", Global, hint 0;
    /// The buyer at a glance.
    Buyer = "buyer", Global, hint 0;
    /// Why a case stands where it stands in the queue.
    Why = "why", Global, hint 0;
    /// Which cases the queue shows.
    Views = "views", Global, hint 0;
    /// Take the newest act back.
    Undo = "undo", Global, hint 0;
    /// Do the act taken back again.
    Redo = "redo", Global, hint 0;
    /// The tools between the facts and the settlement.
    Desk = "desk", Global, hint 0;
    /// Who answers for it.
    Verdict = "verdict", Global, hint 0;
    /// What the buyer wants.
    Wish = "wish", Global, hint 0;
    /// The options for the buyer.
    Options = "options", Global, hint 0;
    /// The figures: band, exposure, fight or pay.
    Money = "money", Global, hint 0;
    /// The next offer, into the draft.
    Offer = "offer", Global, hint 0;
    /// Ask for more than the own limit, or note what was decided.
    Approval = "approval", Global, hint 0;
    /// What was agreed, into the draft.
    Settlement = "settlement", Global, hint 0;
    /// Note what was paid.
    Pay = "pay", Global, hint 0;
    /// Look at the goods before they come back.
    ReturnCheck = "return-check", Global, hint 0;
    /// Say back what is known, and note the answers.
    Restate = "restate", Global, hint 0;
    /// Mark a message: where it happened.
    Mark = "mark", Global, hint 0;
    /// To the marked message before.
    Jump = "jump", Global, hint 0;
    /// Look at the playbooks, and choose another.
    Playbooks = "playbooks", Global, hint 0;
    /// Move the case to the newer version of its playbook.
    Upgrade = "upgrade", Global, hint 9;
    /// Read the playbooks anew.
    Reload = "reload", Global, hint 0;
    /// Close the case with its result.
    Close = "close", Global, hint 8;
    /// Take a closed case up again.
    Reopen = "reopen", Global, hint 0;
    /// Adopt the first reply.
    Adopt1 = "adopt-1", Replies, hint 0;
    /// Adopt the second reply.
    Adopt2 = "adopt-2", Replies, hint 0;
    /// Adopt the third reply.
    Adopt3 = "adopt-3", Replies, hint 0;
    /// Adopt the fourth reply.
    Adopt4 = "adopt-4", Replies, hint 0;
    /// Adopt the fifth reply.
    Adopt5 = "adopt-5", Replies, hint 0;
    /// Adopt the sixth reply.
    Adopt6 = "adopt-6", Replies, hint 0;
    /// Adopt the seventh reply.
    Adopt7 = "adopt-7", Replies, hint 0;
    /// Adopt the eighth reply.
    Adopt8 = "adopt-8", Replies, hint 0;
    /// Adopt the ninth reply.
    Adopt9 = "adopt-9", Replies, hint 0;
    /// Adopt the reply under the cursor.
    AdoptSelected = "adopt-selected", Replies, hint 2;
    /// Tick the check or answer the question under the cursor.
    Tick = "tick", Step, hint 2;
    /// Make a fact of the selected message.
    FactFromMessage = "fact-from-message", Conversation, hint 2;
    /// Cursor up.
    Up = "up", Global, hint 0;
    /// Cursor down.
    Down = "down", Global, hint 0;
    /// A page up.
    PageUp = "page-up", Global, hint 0;
    /// A page down.
    PageDown = "page-down", Global, hint 0;
    /// To the beginning.
    Top = "top", Global, hint 0;
    /// To the end.
    Bottom = "bottom", Global, hint 0;
    /// To the queue.
    FocusQueue = "focus-queue", Global, hint 0;
    /// To the conversation.
    FocusConversation = "focus-conversation", Global, hint 0;
    /// To the step.
    FocusStep = "focus-step", Global, hint 4;
    /// To the replies.
    FocusReplies = "focus-replies", Global, hint 0;
    /// To the composer.
    FocusComposer = "focus-composer", Global, hint 0;
    /// To the next pane.
    FocusNext = "focus-next", Global, hint 9;
    /// To the pane before.
    FocusPrevious = "focus-previous", Global, hint 0;
    /// Undo the last edit of the draft.
    UndoEdit = "undo-edit", Composer, hint 0;
    /// Do the undone edit again.
    RedoEdit = "redo-edit", Composer, hint 0;
    /// A new line.
    NewLine = "new-line", Composer, hint 0;
    /// Delete the character before the caret.
    DeleteBackward = "delete-backward", Composer, hint 0;
    /// Delete the character at the caret.
    DeleteForward = "delete-forward", Composer, hint 0;
    /// Delete the word before the caret; of Chinese, back to the sign before it.
    DeleteWord = "delete-word", Composer, hint 0;
    /// Delete to the line's end.
    DeleteToLineEnd = "delete-to-line-end", Composer, hint 0;
    /// Caret left.
    Left = "left", Composer, hint 0;
    /// Caret right.
    Right = "right", Composer, hint 0;
    /// Caret a word to the left.
    WordLeft = "word-left", Composer, hint 0;
    /// Caret a word to the right.
    WordRight = "word-right", Composer, hint 0;
    /// Caret to the line's start.
    LineStart = "line-start", Composer, hint 0;
    /// Caret to the line's end.
    LineEnd = "line-end", Composer, hint 0;
    /// Accept what the overlay offers.
    Accept = "accept", Overlay, hint 1;
    /// The other choice of the field: status of a fact, side of a speaker.
    Toggle = "toggle", Overlay, hint 0;
    /// Put a pasted text into the draft as it is.
    AsDraft = "as-draft", Overlay, hint 0;
    /// Something new in the list.
    Add = "add", Overlay, hint 0;
    /// Mark a promise as broken.
    Break = "break", Overlay, hint 0;
    /// Leave the overlay, or step out of the pane.
    Cancel = "cancel", Global, hint 0;
    /// Everything one can do here.
    Help = "help", Global, hint 10;
    /// Find an action by name.
    Palette = "palette", Global, hint 9;
    /// Draw the screen anew.
    Redraw = "redraw", Global, hint 0;
    /// Leave the program.
    Quit = "quit", Global, hint 11;
}

impl Action {
    /// Its row in the table.
    #[must_use]
    pub fn row(self) -> Option<&'static ActionRow> {
        ACTIONS.iter().find(|row| row.action == self)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().map_or("", |row| row.name)
    }

    /// The action of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        ACTIONS.iter().find(|row| row.name == name).map(|row| row.action)
    }

    /// The place of the reply it adopts, from 0.
    #[must_use]
    pub const fn adopts(self) -> Option<usize> {
        Some(match self {
            Self::Adopt1 => 0,
            Self::Adopt2 => 1,
            Self::Adopt3 => 2,
            Self::Adopt4 => 3,
            Self::Adopt5 => 4,
            Self::Adopt6 => 5,
            Self::Adopt7 => 6,
            Self::Adopt8 => 7,
            Self::Adopt9 => 8,
            _not_an_adoption => return None,
        })
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_unique_and_lead_back() {
        let names: BTreeSet<&str> = ACTIONS.iter().map(|row| row.name).collect();
        assert_eq!(names.len(), ACTIONS.len());
        for row in ACTIONS {
            assert_eq!(Action::from_name(row.name), Some(row.action));
            assert_eq!(row.action.name(), row.name);
        }
    }
}
