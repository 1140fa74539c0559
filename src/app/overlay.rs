//! What can lie over the panes. One variant each; `ui` draws each in a file of its own.

use super::Composer;
use crate::domain::{
    CaseId, CloseResult, Conversation, FactId, FactKind, FactStatus, MessageNo, Mood, PlaybookId,
    Recorded,
};

/// Something over the panes.
#[derive(Debug)]
pub enum Overlay {
    /// Everything one can do here; scrolled by rows.
    Help {
        /// The first row shown.
        scroll: usize,
    },
    /// Actions by name.
    Palette(Palette),
    /// The facts of the case.
    Facts(Facts),
    /// One fact being recorded.
    FactForm(FactForm),
    /// What happened on the case.
    Timeline(Timeline),
    /// The promises of the case.
    Promises(Promises),
    /// How the buyer feels.
    Mood(MoodChoice),
    /// Closing the case.
    Close(CloseForm),
    /// Another playbook.
    Playbooks(PlaybookChoice),
    /// What a pasted chat log was understood to be.
    Paste(PastePreview),
    /// A yes-or-no question.
    Confirm(Confirm),
}

/// A one-line input, its caret and all.
#[derive(Debug, Default)]
pub struct Field {
    /// What is typed.
    pub input: Composer,
    /// Why it cannot be taken as it stands, in the screen's language.
    pub complaint: Option<String>,
}

impl Field {
    /// An input with a text in it, the caret at its end.
    #[must_use]
    pub fn with_text(text: &str) -> Self {
        Self { input: Composer::new(text), complaint: None }
    }
}

impl Overlay {
    /// Puts the cursor on a row; returns whether there is such a row to be chosen.
    pub fn choose(&mut self, row: usize) -> bool {
        match self {
            Self::Palette(palette) => palette.selected = row,
            Self::Facts(facts) => facts.selected = row,
            Self::FactForm(form) if row < form.choices.len() => form.selected = row,
            Self::Promises(promises) => promises.selected = row,
            Self::Mood(choice) => match Mood::ALL.get(row) {
                Some(mood) => choice.selected = *mood,
                None => return false,
            },
            Self::Close(form) => {
                if let Some(result) = CloseResult::ALL.get(row) {
                    form.selected = *result;
                }
                // A result alone closes nothing: the words may still be wanted.
                return false;
            }
            Self::Playbooks(choice) if row < choice.choices.len() => choice.selected = row,
            Self::FactForm(_)
            | Self::Playbooks(_)
            | Self::Help { .. }
            | Self::Timeline(_)
            | Self::Paste(_)
            | Self::Confirm(_) => return false,
        }
        true
    }
}

/// Actions found by typing.
#[derive(Debug, Default)]
pub struct Palette {
    /// What is typed.
    pub filter: Field,
    /// The cursor among the found actions.
    pub selected: usize,
}

/// The facts of the case: those the playbook declares, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// The cursor.
    pub selected: usize,
    /// The message they are made of, when one was chosen.
    pub from: Option<MessageNo>,
}

/// One fact being recorded.
#[derive(Debug)]
pub struct FactForm {
    /// Which fact.
    pub fact: FactId,
    /// Its name, in the screen's language.
    pub label: String,
    /// The question that asks for it.
    pub ask: String,
    /// What kind of value it has.
    pub kind: FactKind,
    /// What is typed, where nothing is chosen.
    pub value: Field,
    /// The values to choose from, for bool and enum.
    pub choices: Vec<String>,
    /// The same as they are shown.
    pub shown: Vec<String>,
    /// The cursor among the choices.
    pub selected: usize,
    /// How sure it is.
    pub status: FactStatus,
    /// The message it comes from.
    pub source: Option<MessageNo>,
    /// The words of that message, for the eye.
    pub quote: Option<String>,
}

/// What happened on the case, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timeline {
    /// The events loaded so far, newest first.
    pub events: Vec<Recorded>,
    /// Whether older ones are in the file.
    pub more: bool,
    /// The cursor.
    pub selected: usize,
}

/// The promises of the case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Promises {
    /// The cursor.
    pub selected: usize,
}

/// How the buyer feels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoodChoice {
    /// The mood under the cursor.
    pub selected: Mood,
}

/// Closing the case.
#[derive(Debug)]
pub struct CloseForm {
    /// The result under the cursor.
    pub selected: CloseResult,
    /// The agent's words.
    pub words: Field,
}

/// Another playbook.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlaybookChoice {
    /// Id, title and what it is about, in the screen's language; broken ones with why.
    pub choices: Vec<(PlaybookId, String, String)>,
    /// The cursor.
    pub selected: usize,
}

/// Where a pasted conversation would go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Not looked up yet.
    Unknown,
    /// A new case.
    New,
    /// A case that is in the file.
    Existing {
        /// Which.
        case: CaseId,
        /// How many of the messages it has already.
        known: usize,
    },
}

/// One pasted conversation and what would become of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// As it was read.
    pub conversation: Conversation,
    /// Where it would go.
    pub target: Target,
    /// How many messages would be added.
    pub fresh: usize,
}

/// What a pasted chat log was understood to be. Nothing is written before it is accepted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PastePreview {
    /// The text as pasted, kept until the choice is made.
    pub pasted: String,
    /// The conversations in it.
    pub incoming: Vec<Incoming>,
    /// Lines that were not understood: number and text.
    pub bad: Vec<(usize, String)>,
    /// Whether who is the buyer was guessed between two names.
    pub sides_guessed: bool,
    /// Accepted before it was known what is new: taken in as soon as it is.
    pub accepted: bool,
    /// The first row shown.
    pub scroll: usize,
}

/// A yes-or-no question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Confirm {
    /// Leave the optional step out?
    Skip,
    /// Mark the promise as broken?
    BreakPromise(crate::domain::PromiseNo),
    /// Change the playbook?
    Playbook(PlaybookId),
}
