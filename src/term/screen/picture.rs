//! The picture: what every cell of the terminal shows, and which cells must be written again.
//!
//! Owns the rules of wide characters: writing over half of one destroys the other half, and a cell
//! covered by one cannot be written. Must not know bytes.

use ratatui::buffer::{Buffer, Cell, CellWidth};
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
    /// Makes it another size. It is blank then, and tells so: the terminal is to be cleared.
    pub(super) fn fit(&mut self, size: Size) -> bool {
        if self.size == size {
            return false;
        }
        self.size = size;
        // Made one by one: a copy of a cell is a question whether its text is kept elsewhere.
        let blanks = || (0..size.width).map(|_| Slot::BLANK).collect();
        let rows = (0..size.height).map(|_| PictureRow { slots: blanks(), dirty: false });
        self.rows = rows.collect();
        true
    }

    /// Takes a frame over: what differs is to be written.
    pub(super) fn take_over(&mut self, frame: &Buffer) {
        let width = usize::from(self.size.width).max(1);
        for (row, cells) in self.rows.iter_mut().zip(frame.content.chunks(width)) {
            let mut x = 0;
            while let (Some(slot), Some(cell)) = (row.slots.get(x), cells.get(x)) {
                let same = slot.cells > 0 && slot.cell == *cell;
                let taken = if same { slot.cells } else { row.put(x, cell) };
                x += usize::from(taken);
            }
        }
    }
}

impl PictureRow {
    /// A cell has changed; gives back how many it takes.
    fn put(&mut self, x: usize, cell: &Cell) -> u16 {
        let width = self.slots.len();
        let cells = cell.cell_width().max(1);
        let Some(slot) = self.slots.get_mut(x) else { return 1 };
        let old_cells = slot.cells;
        let over = usize::from(cells) > width - x;
        let (mut shown, cells) = (cell.clone(), if over { 1 } else { cells });
        if over {
            // A wide character does not fit into the last cell, and no terminal draws half of one.
            shown.set_symbol(" ");
        }
        if slot.cell == shown && old_cells == cells {
            return cells;
        }
        *slot = Slot { cell: shown, cells, dirty: true };
        self.dirty = true;
        let covered = x + usize::from(cells);
        let mut destroyed = (x + usize::from(old_cells)).min(width);
        for at in x + 1..covered {
            if let Some(slot) = self.slots.get_mut(at) {
                destroyed = destroyed.max(at + usize::from(slot.cells)).min(width);
                *slot = Slot { cells: 0, ..Slot::BLANK };
            }
        }
        for at in covered..destroyed {
            if let Some(slot) = self.slots.get_mut(at) {
                *slot = Slot { dirty: true, ..Slot::BLANK };
            }
        }
        cells
    }
}
