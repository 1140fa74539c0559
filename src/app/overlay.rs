//! What can lie over the panes. One variant each; `ui` draws each in a file of its own.

use super::settling::{DeskList, Form, OptionsList, PointsList};
use super::{Board, Composer, Group, ReplySearch, Slip};
use crate::domain::{
    BuyerType, CaseId, CloseResult, Conversation, ExhibitKind, ExhibitNo, FactId, FactKind,
    FactStatus, MessageNo, Mood, PlaybookId, Recorded,
};
use crate::playbook::{Origin, Playbook};
use std::sync::Arc;

/// Something over the panes.
#[derive(Debug)]
pub enum Overlay {
    /// Everything one can do here; scrolled by rows.
    Help {
        /// The first row shown.
        scroll: usize,
        /// Only what is for this.
        group: Option<Group>,
    },
    /// Actions by name.
    Palette(Palette),
    /// The facts of the case.
    Facts(Facts),
    /// One fact being recorded.
    FactForm(FactForm),
    /// What was collected, and what is wanted.
    Exhibits(Exhibits),
    /// One exhibit being noted.
    ExhibitForm(ExhibitForm),
    /// Other steps that can be taken up.
    Steps(StepsChoice),
    /// What happened on the case.
    Timeline(Timeline),
    /// The promises of the case.
    Promises(Promises),
    /// A promise being made by hand.
    PromiseForm(PromiseForm),
    /// The clocks of the case.
    Clocks(Clocks),
    /// How the buyer feels.
    Mood(MoodChoice),
    /// What kind of buyer it is.
    BuyerType(BuyerTypeChoice),
    /// Closing the case.
    Close(CloseForm),
    /// The playbooks.
    Playbooks(PlaybookChoice),
    /// One playbook, its steps and ways.
    Page(PlaybookPage),
    /// What moving the case to the newer version of its playbook would change.
    Upgrade(Upgrade),
    /// What a pasted chat log was understood to be.
    Paste(PastePreview),
    /// A yes-or-no question.
    Confirm(Confirm),
    /// A list of its own shape.
    Board(Board),
    /// A form.
    Slip(Slip),
    /// The tools of the desk.
    Desk(DeskList),
    /// One act of settling.
    Form(Box<Form>),
    /// The options of the case.
    Options(OptionsList),
    /// The points said back.
    Points(PointsList),
    /// How a fact was known before.
    History(FactId),
    /// What was found in the draft.
    Findings(Findings),
    /// Why a reply goes out though the guard would stop it.
    Overrule(Overrule),
    /// What was heard in the conversation.
    Heard(HeardList),
    /// Any reply, found by typing.
    ReplySearch(ReplySearch),
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
            Self::Exhibits(exhibits) => exhibits.selected = row,
            Self::ExhibitForm(form) if row < form.kinds.len() => {
                form.selected = row;
                // The words may still be wanted.
                return false;
            }
            Self::Steps(choice) => choice.selected = row,
            Self::BuyerType(choice) => match row {
                BuyerTypeChoice::NONE => choice.selected = None,
                row => match BuyerType::ALL.get(row) {
                    Some(kind) => choice.selected = Some(*kind),
                    None => return false,
                },
            },
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
            Self::Desk(list) => list.selected = row,
            Self::Options(list) => list.selected = row,
            Self::Points(list) => list.selected = row,
            Self::Form(form) => {
                form.choose(row);
                // The other fields may still be wanted.
                return false;
            }
            Self::Findings(list) => list.selected = row,
            Self::Heard(list) => list.selected = row,
            Self::ReplySearch(search) => search.selected = row,
            Self::Playbooks(choice) if row < choice.found().len() => choice.selected = row,
            Self::Board(board) => {
                board.selected = row;
                // A click shows the row; the key does it.
                return false;
            }
            Self::Help { scroll, group } => {
                if let Some(chosen) = Group::ALL.get(row) {
                    (*scroll, *group) = (0, Some(*chosen));
                }
                return false;
            }
            Self::FactForm(_)
            | Self::ExhibitForm(_)
            | Self::PromiseForm(_)
            | Self::Clocks(_)
            | Self::Playbooks(_)
            | Self::Page(_)
            | Self::Upgrade(_)
            | Self::History(_)
            | Self::Timeline(_)
            | Self::Paste(_)
            | Self::Slip(_)
            | Self::Overrule(_)
            | Self::Confirm(_) => return false,
        }
        true
    }
}

/// What was found in the draft.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findings {
    /// The cursor.
    pub selected: usize,
}

/// Why a reply goes out though the guard would stop it.
#[derive(Debug, Default)]
pub struct Overrule {
    /// The reason, in the agent's words.
    pub reason: Field,
}

/// What was heard: the proposals, then the words that told it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HeardList {
    /// The cursor.
    pub selected: usize,
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
    /// The facts as they stood when the list was opened: none moves under the cursor while it is.
    pub order: Vec<FactId>,
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

/// What was collected, and what is wanted.
#[derive(Debug, Default)]
pub struct Exhibits {
    /// What is typed.
    pub filter: Field,
    /// The cursor among what is found.
    pub selected: usize,
    /// The message they came with, when one was chosen.
    pub from: Option<MessageNo>,
}

/// A row of the exhibits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExhibitRow {
    /// One that was collected.
    Held(ExhibitNo),
    /// The step wants one of these kinds.
    Wanted(Vec<ExhibitKind>),
    /// One of these kinds proves the matter.
    Proves {
        /// The kinds.
        any: Vec<ExhibitKind>,
        /// Whether the matter cannot be proved without.
        must: bool,
    },
    /// Any other kind.
    Other(ExhibitKind),
}

/// One exhibit being noted.
#[derive(Debug)]
pub struct ExhibitForm {
    /// The kinds of which it is one; never empty.
    pub kinds: Vec<ExhibitKind>,
    /// The cursor among them.
    pub selected: usize,
    /// What it is or where it lies.
    pub words: Field,
    /// The message it came with.
    pub source: Option<MessageNo>,
    /// The words of that message, for the eye.
    pub quote: Option<String>,
}

/// Other steps that can be taken up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StepsChoice {
    /// The cursor.
    pub selected: usize,
}

/// The clocks of the case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Clocks {
    /// The cursor.
    pub selected: usize,
}

/// A promise being made by hand.
#[derive(Debug, Default)]
pub struct PromiseForm {
    /// What is promised.
    pub what: Field,
    /// By when, as a person types it.
    pub due: Field,
    /// Whether the keys go to the date.
    pub at_due: bool,
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

/// What kind of buyer it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuyerTypeChoice {
    /// The type under the cursor; `None` is not judged.
    pub selected: Option<BuyerType>,
}

impl BuyerTypeChoice {
    /// The row of "not judged".
    pub const NONE: usize = BuyerType::ALL.len();

    /// The row under the cursor.
    #[must_use]
    pub fn place(&self) -> usize {
        let place = BuyerType::ALL.into_iter().position(|kind| Some(kind) == self.selected);
        place.unwrap_or(Self::NONE)
    }
}

/// Closing the case.
#[derive(Debug)]
pub struct CloseForm {
    /// The result under the cursor.
    pub selected: CloseResult,
    /// The agent's words.
    pub words: Field,
}

/// The playbooks, found by typing.
#[derive(Debug, Default)]
pub struct PlaybookChoice {
    /// What is typed.
    pub filter: Field,
    /// All of them; empty until they are listed.
    pub choices: Vec<BookRow>,
    /// Whether they were listed.
    pub listed: bool,
    /// The cursor among those found.
    pub selected: usize,
}

/// A playbook in the list, in the screen's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookRow {
    /// Its id.
    pub id: PlaybookId,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Whether it is a method that other playbooks are built on.
    pub spine: bool,
    /// Whether another file of the same id goes before it.
    pub overridden: bool,
    /// Whether it can be used.
    pub usable: bool,
    /// What is wrong with it, each with its place.
    pub faults: Vec<String>,
}

impl PlaybookChoice {
    /// The playbooks that have what is typed, by title, id or what they are about; the best first.
    #[must_use]
    pub fn found(&self) -> Vec<&BookRow> {
        let typed = self.filter.input.text().trim().to_lowercase();
        let fits =
            |row: &BookRow| super::palette::fits(&typed, row.id.as_str(), &row.title, &row.about);
        let mut found: Vec<(u8, &BookRow)> =
            self.choices.iter().filter_map(|row| Some((fits(row)?, row))).collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, row)| row).collect()
    }
}

/// One playbook, its steps and ways.
#[derive(Debug, Clone)]
pub struct PlaybookPage {
    /// What the list says of it.
    pub row: BookRow,
    /// The playbook; `None` until it is compiled, or if it is broken.
    pub book: Option<Arc<Playbook>>,
    /// The first row shown.
    pub scroll: usize,
}

/// What moving the case to the newer version of its playbook would change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Upgrade {
    /// The report, line by line.
    pub lines: Vec<String>,
    /// The first row shown.
    pub scroll: usize,
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
    /// Drop the exhibit?
    DropExhibit(ExhibitNo),
    /// Change the playbook?
    Playbook(PlaybookId),
}
