//! Lists that stand over the panes and share their shape: a heading, rows of which one is chosen, and
//! the keys. One file each for what their rows say.

mod buyer;
mod payments;
mod pledges;
mod tasks;
mod undo;
mod views;
mod why;
pub(super) mod wrap;

use super::{Field, Model};
use crate::desk::Pledge;
use crate::domain::{CaseId, CaseState};
use crate::playbook::ReplyView;
use crate::store::Glance;

/// A list over the panes.
#[derive(Debug)]
pub struct Board {
    /// What it lists.
    pub kind: BoardKind,
    /// The cursor.
    pub selected: usize,
}

/// What a list lists.
#[derive(Debug)]
pub enum BoardKind {
    /// Work others do for the case.
    Tasks,
    /// What was paid on the case.
    Payments,
    /// What the end of the case rests on.
    Wrap,
    /// Why a case stands where it stands in the queue.
    Why(CaseId),
    /// The buyer at a glance; `None` until it is read. And replies like the buyer's words.
    Buyer(Option<Box<Glance>>, Vec<(u8, ReplyView)>),
    /// The views of the queue.
    Views {
        /// The filter being typed.
        filter: Field,
        /// The saved ones.
        saved: Vec<String>,
    },
    /// Promises found in the draft, and which of them count.
    Pledges {
        /// The promises.
        found: Vec<Pledge>,
        /// Which count.
        counts: Vec<bool>,
        /// Why the reply goes out though the guard would stop it.
        overrule: Option<String>,
    },
    /// What would be taken back, or done again.
    Undo {
        /// Whether it is done again.
        redo: bool,
        /// The case as it is to stand.
        to: Box<CaseState>,
        /// What the act did, in words.
        lines: Vec<String>,
    },
}

/// How a row looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BoardLook {
    /// As text.
    #[default]
    Plain,
    /// A heading.
    Heading,
    /// Beside the matter.
    Muted,
    /// As it should be.
    Good,
    /// Wanting, or soon due.
    Soon,
    /// Not as it should be.
    Bad,
}

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BoardRow {
    /// What it says.
    pub text: String,
    /// At its right end.
    pub right: String,
    /// How it looks.
    pub look: BoardLook,
    /// Whether it can be chosen.
    pub chosen: bool,
}

/// A list as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BoardView {
    /// Its title.
    pub title: String,
    /// What stands above the rows.
    pub head: Vec<BoardRow>,
    /// The rows.
    pub rows: Vec<BoardRow>,
    /// The keys, and what else there is to say.
    pub foot: Vec<String>,
}

impl Board {
    /// A list with the cursor on its first row.
    #[must_use]
    pub const fn new(kind: BoardKind) -> Self {
        Self { kind, selected: 0 }
    }
}

impl BoardRow {
    /// A row that can be chosen.
    pub(super) fn of(text: impl Into<String>) -> Self {
        Self { text: text.into(), chosen: true, ..Self::default() }
    }

    /// A row that is only read.
    pub(super) fn only(text: impl Into<String>, look: BoardLook) -> Self {
        Self { text: text.into(), look, ..Self::default() }
    }

    pub(super) fn with_right(self, right: impl Into<String>) -> Self {
        Self { right: right.into(), ..self }
    }

    pub(super) fn looking(self, look: BoardLook) -> Self {
        Self { look, ..self }
    }
}

impl Model {
    /// A list as it is shown.
    #[must_use]
    pub fn board(&self, board: &Board) -> BoardView {
        match &board.kind {
            BoardKind::Tasks => tasks::view(self),
            BoardKind::Payments => payments::view(self),
            BoardKind::Wrap => wrap::view(self),
            BoardKind::Why(case) => why::view(self, *case),
            BoardKind::Buyer(glance, scripts) => buyer::view(self, glance.as_deref(), scripts),
            BoardKind::Views { saved, .. } => views::view(self, saved),
            BoardKind::Pledges { found, counts, .. } => pledges::view(self, found, counts),
            BoardKind::Undo { redo, lines, .. } => undo::view(self, *redo, lines),
        }
    }

    /// The key of an action, as it is shown.
    #[must_use]
    pub fn key_of(&self, action: super::Action) -> String {
        self.keymap.chords(action).first().map(|chord| chord.short()).unwrap_or_default()
    }
}
