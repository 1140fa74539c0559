//! How the text lies in a pane: its rows, and where the caret stands among them.
//!
//! Owns the caret's cell; must not know scrolling or colours. The last column is kept free, so that
//! the caret behind a full row still has a cell of its own (the input method opens there).

use crate::domain::cells::{graphemes, lines, prev_boundary, width};

/// One row of the composer, as places in its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The byte where the row begins.
    pub start: usize,
    /// The byte where the next row begins.
    pub end: usize,
    /// The byte where what is shown ends: without the line feed and hanging spaces.
    pub shown_end: usize,
    /// The last byte a caret of this row can stand before.
    pub(super) last: usize,
}

impl Row {
    /// What is shown of the row.
    #[must_use]
    pub fn shown<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.shown_end).unwrap_or_default()
    }

    /// The place in the row nearest before a column.
    pub(super) fn place_at(&self, text: &str, column: usize) -> usize {
        let mut col = 0;
        for grapheme in graphemes(text.get(self.start..self.last).unwrap_or_default()) {
            if col + grapheme.cells > column {
                return self.start + grapheme.start;
            }
            col += grapheme.cells;
        }
        self.last
    }
}

/// The rows of the composer and the caret's place among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComposerLayout {
    /// The rows; always at least one.
    pub rows: Vec<Row>,
    /// The caret's column and row. The column is always inside the pane.
    pub caret: (u16, usize),
}

pub(super) fn lay(text: &str, caret: usize, cells: u16) -> ComposerLayout {
    let room = usize::from(cells.saturating_sub(1).max(1));
    let mut rows: Vec<Row> = lines(text, room)
        .map(|line| Row {
            start: line.start,
            end: line.end,
            shown_end: line.shown_end,
            last: line.start,
        })
        .collect();
    let rows_len = rows.len();
    for (no, row) in rows.iter_mut().enumerate() {
        // A place at the end of a row that runs on is the beginning of the next row.
        row.last = if no + 1 == rows_len { row.end } else { prev_boundary(text, row.end) };
    }
    let no = rows.partition_point(|row| row.start <= caret).saturating_sub(1);
    let start = rows.get(no).map_or(0, |row| row.start);
    let col = width(text.get(start..caret).unwrap_or_default());
    let col = u16::try_from(col).unwrap_or(u16::MAX).min(cells.saturating_sub(1));
    ComposerLayout { rows, caret: (col, no) }
}
