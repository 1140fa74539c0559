//! Where the caret can go.
//!
//! Owns the places; changes nothing. Words are Unicode's: a Han character is a step of its own, so
//! a run of Chinese is never jumped over whole.

use super::layout;
use crate::domain::cells::{floor_boundary, next_boundary, prev_boundary};
use unicode_segmentation::UnicodeSegmentation;

/// A step of the caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Motion {
    /// A character back.
    Left,
    /// A character on.
    Right,
    /// To the beginning of the word.
    WordLeft,
    /// To the end of the word.
    WordRight,
    /// To the beginning of the written line.
    LineStart,
    /// To the end of the written line.
    LineEnd,
    /// A row up, as the text lies in the pane.
    Up,
    /// A row down, as the text lies in the pane.
    Down,
    /// To the beginning of the text.
    Start,
    /// To the end of the text.
    End,
}

/// The place a motion leads to, and the column that going up and down aims at from there.
pub(super) fn target(
    text: &str,
    caret: usize,
    column: Option<usize>,
    motion: Motion,
    cells: u16,
) -> (usize, Option<usize>) {
    match motion {
        Motion::Left => (prev_boundary(text, caret), None),
        Motion::Right => (next_boundary(text, caret), None),
        Motion::WordLeft => (word_left(text, caret), None),
        Motion::WordRight => (word_right(text, caret), None),
        Motion::LineStart => (line_start(text, caret), None),
        Motion::LineEnd => (line_end(text, caret), None),
        Motion::Up => row_step(text, caret, column, cells, |row| row.checked_sub(1), 0),
        Motion::Down => row_step(text, caret, column, cells, |row| row.checked_add(1), text.len()),
        Motion::Start => (0, None),
        Motion::End => (text.len(), None),
    }
}

fn row_step(
    text: &str,
    caret: usize,
    column: Option<usize>,
    cells: u16,
    step: impl Fn(usize) -> Option<usize>,
    beyond: usize,
) -> (usize, Option<usize>) {
    let layout = layout::lay(text, caret, cells);
    let (col, row) = layout.caret;
    let column = column.unwrap_or_else(|| usize::from(col));
    match step(row).and_then(|row| layout.rows.get(row)) {
        Some(row) => (row.place_at(text, column), Some(column)),
        None => (beyond, None),
    }
}

pub(super) fn line_start(text: &str, caret: usize) -> usize {
    let before = text.get(..caret).unwrap_or_default();
    before.rfind('\n').map_or(0, |at| at + 1)
}

pub(super) fn line_end(text: &str, caret: usize) -> usize {
    let after = text.get(caret..).unwrap_or_default();
    after.find('\n').map_or(text.len(), |at| caret + at)
}

fn word_left(text: &str, caret: usize) -> usize {
    let before = text.get(..caret).unwrap_or_default();
    let word = before.split_word_bound_indices().rev().find(|(_, word)| !word.trim().is_empty());
    floor_boundary(text, word.map_or(0, |(at, _)| at))
}

pub(super) fn word_right(text: &str, caret: usize) -> usize {
    let after = text.get(caret..).unwrap_or_default();
    let word = after.split_word_bound_indices().find(|(_, word)| !word.trim().is_empty());
    let end = word.map_or(text.len(), |(at, word)| caret + at + word.len());
    let floor = floor_boundary(text, end);
    if floor == end { end } else { next_boundary(text, floor) }
}
