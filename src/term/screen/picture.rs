//! The picture: what every cell of the terminal shows, and which cells must be written again.
//!
//! Owns the rules of wide characters: writing over half of one destroys the other half, and a cell
//! covered by one cannot be written. Must not know bytes.

use ratatui::buffer::{Cell, CellWidth};
use ratatui::layout::Size;

/// One cell as the terminal shows it.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    /// What stands there.
    pub(super) cell: Cell,
    /// How many cells it takes; 0 when a wide character to the left covers this one.
    pub(super) cells: u16,
    /// Whether it must be written.
    pub(super) dirty: bool,
}

impl Slot {
    const BLANK: Self = Self { cell: Cell::EMPTY, cells: 1, dirty: false };

    pub(super) fn is_blank(&self) -> bool {
        self.cells == 1 && self.cell.symbol() == " "
    }
}

/// One row of slots.
#[derive(Debug, Clone, Default)]
pub(super) struct PictureRow {
    pub(super) slots: Vec<Slot>,
    pub(super) dirty: bool,
}

/// All rows.
#[derive(Debug, Clone, Default)]
pub(super) struct Picture {
    pub(super) rows: Vec<PictureRow>,
    size: Size,
}

impl Picture {
    /// Makes it another size; it is blank then, for the terminal is cleared at the same time.
    pub(super) fn fit(&mut self, size: Size) {
        if self.size == size {
            return;
        }
        self.size = size;
        let row = PictureRow { slots: vec![Slot::BLANK; usize::from(size.width)], dirty: false };
        self.rows = vec![row; usize::from(size.height)];
    }

    /// Marks a stretch as blank, from a cell up to (not with) a cell of the last row.
    pub(super) fn blank(&mut self, from: (u16, u16), to: (u16, u16)) {
        for (y, row) in (0u16..).zip(&mut self.rows) {
            let first = if y == from.1 { from.0 } else { 0 };
            let end = if y == to.1 { to.0 } else { u16::MAX };
            if (from.1..=to.1).contains(&y) {
                for (x, slot) in (0u16..).zip(&mut row.slots) {
                    if (first..end).contains(&x) {
                        *slot = Slot::BLANK;
                    }
                }
            }
        }
    }

    /// A cell has changed.
    pub(super) fn put(&mut self, x: u16, y: u16, cell: &Cell) {
        let width = self.size.width;
        let Some(row) = self.rows.get_mut(usize::from(y)) else { return };
        let Some(slot) = row.slots.get_mut(usize::from(x)) else { return };
        if slot.cells == 0 {
            // Covered by the character to the left, which has not changed: nothing to see here.
            return;
        }
        row.dirty = true;
        let old_cells = slot.cells;
        slot.cell = cell.clone();
        slot.cells = cell.cell_width().max(1);
        slot.dirty = true;
        if slot.cells > width - x {
            slot.cell.set_symbol(" ");
            slot.cells = 1;
        }
        let covered = x + slot.cells;
        let mut destroyed = x.saturating_add(old_cells).min(width);
        for at in x + 1..covered {
            if let Some(slot) = row.slots.get_mut(usize::from(at)) {
                destroyed = destroyed.max(at.saturating_add(slot.cells).min(width));
                *slot = Slot { cells: 0, ..Slot::BLANK };
            }
        }
        for at in covered..destroyed {
            if let Some(slot) = row.slots.get_mut(usize::from(at)) {
                *slot = Slot { dirty: true, ..Slot::BLANK };
            }
        }
    }
}
