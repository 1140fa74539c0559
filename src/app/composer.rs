//! The reply being written: its text, the caret, the selection, and the way back.
//!
//! Owns every edit an agent can make. Must not know a screen, a key or the case file: chords are
//! turned into these calls by the keymap, and the view asks for a [`ComposerLayout`]. Everything
//! moves by grapheme; the text is always clean.

mod edit;
mod history;
mod layout;
mod motion;
mod stretch;

pub use layout::{ComposerLayout, Row};
pub use motion::Motion;

use crate::domain::CleanText;
use crate::domain::cells::{floor_boundary, next_boundary};
use history::{Change, History, Kind};
use std::ops::Range;

/// A text being edited.
#[derive(Debug, Clone, Default)]
pub struct Composer {
    text: String,
    /// A byte on a grapheme boundary.
    caret: usize,
    /// The other end of the selection, on a grapheme boundary too.
    anchor: Option<usize>,
    /// The column that going up and down aims at.
    column: Option<usize>,
    history: History,
    revision: u64,
}

impl Composer {
    /// An editor over a text, with the caret at its end and nothing to undo.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let text = CleanText::new(text).into_string();
        let caret = text.len();
        Self { text, caret, ..Self::default() }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing has been written.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The byte the caret stands before.
    #[must_use]
    pub const fn caret(&self) -> usize {
        self.caret
    }

    /// The selected bytes, when something is selected.
    #[must_use]
    pub fn selection(&self) -> Option<Range<usize>> {
        let anchor = self.anchor.filter(|&anchor| anchor != self.caret)?;
        Some(anchor.min(self.caret)..anchor.max(self.caret))
    }

    /// The selected text.
    #[must_use]
    pub fn selected(&self) -> Option<&str> {
        self.text.get(self.selection()?)
    }

    /// A number that grows with every change of the text: tells whether a draft must be saved.
    #[must_use]
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// How the text lies in a pane so many cells wide. See [`ComposerLayout`].
    #[must_use]
    pub fn layout(&self, cells: u16) -> ComposerLayout {
        layout::lay(&self.text, self.caret, cells)
    }

    /// Moves the caret, taking the selection along when `extend` is set. Going up and down is by
    /// the lines as they lie in a pane `cells` wide. Tells whether the caret moved.
    pub fn go(&mut self, motion: Motion, extend: bool, cells: u16) -> bool {
        self.history.end_burst();
        if !extend && let Some(selected) = self.selection() {
            self.anchor = None;
            // An arrow leaves a selection at the side it points to.
            let side = match motion {
                Motion::Left => Some(selected.start),
                Motion::Right => Some(selected.end),
                Motion::WordLeft
                | Motion::WordRight
                | Motion::LineStart
                | Motion::LineEnd
                | Motion::Up
                | Motion::Down
                | Motion::Start
                | Motion::End => None,
            };
            if let Some(side) = side {
                self.column = None;
                return std::mem::replace(&mut self.caret, side) != side;
            }
        }
        self.anchor = if extend { Some(self.anchor.unwrap_or(self.caret)) } else { None };
        let (to, column) = motion::target(&self.text, self.caret, self.column, motion, cells);
        self.column = column;
        std::mem::replace(&mut self.caret, to) != to
    }

    /// Selects the whole text.
    pub fn select_all(&mut self) {
        self.history.end_burst();
        self.anchor = Some(0);
        self.caret = self.text.len();
        self.column = None;
    }

    /// Puts the caret on the character at a place of the layout, for a click.
    pub fn click(&mut self, col: u16, row: usize, cells: u16) {
        self.history.end_burst();
        let layout = self.layout(cells);
        if let Some(row) = layout.rows.get(row.min(layout.rows.len().saturating_sub(1))) {
            self.caret = row.place_at(&self.text, usize::from(col));
        }
        self.anchor = None;
        self.column = None;
    }

    /// Takes back the last change, or the last burst of typing. Tells whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(change) = self.history.undo() else { return false };
        let inserted = change.at..change.at + change.inserted.len();
        self.write(inserted, &change.removed);
        self.caret = change.caret_before;
        self.anchor = change.anchor_before;
        true
    }

    /// Does again what was taken back. Tells whether there was something.
    pub fn redo(&mut self) -> bool {
        let Some(change) = self.history.redo() else { return false };
        let removed = change.at..change.at + change.removed.len();
        self.write(removed, &change.inserted);
        self.settle(change.at + change.inserted.len());
        true
    }

    /// The one way the text changes: `range` becomes `with`, and the way back is kept.
    fn change(&mut self, range: Range<usize>, with: &str, kind: Kind) {
        let removed = self.text.get(range.clone()).unwrap_or_default();
        if removed.is_empty() && with.is_empty() {
            return;
        }
        self.history.record(Change {
            at: range.start,
            removed: removed.to_owned(),
            inserted: with.to_owned(),
            caret_before: self.caret,
            anchor_before: self.anchor,
            kind,
        });
        let end = range.start + with.len();
        self.write(range, with);
        self.settle(end);
    }

    fn write(&mut self, range: Range<usize>, with: &str) {
        if self.text.get(range.clone()).is_some() {
            self.text.replace_range(range, with);
            self.revision += 1;
        }
        self.column = None;
    }

    /// Puts the caret at `at`, or behind the character that a change has just grown around it (a
    /// combining mark joins the letter before it).
    fn settle(&mut self, at: usize) {
        let floor = floor_boundary(&self.text, at);
        self.caret = if floor == at { at } else { next_boundary(&self.text, floor) };
        self.anchor = None;
    }
}

#[cfg(test)]
mod tests;
