//! From dirty cells to bytes.
//!
//! Owns the choices: move or write over, erase or print, and what is written again after a doubtful
//! character. Must not know how the cells came to change.

use super::pen::Pen;
use super::picture::{Picture, PictureRow};
use super::symbol::{base, doubt};
use std::io::Write;

/// From how many spaces on erasing is shorter than printing, when more follows in the row.
const ERASE_FROM: usize = 12;
/// From how many spaces on erasing the rest of the row is shorter.
const ERASE_REST_FROM: usize = 4;

/// Moves the cursor from anywhere.
pub(super) fn place(out: &mut Vec<u8>, x: u16, y: u16) {
    // Writing into memory does not fail.
    let _ = if x == 0 {
        write!(out, "\x1b[{}H", u32::from(y) + 1)
    } else {
        write!(out, "\x1b[{};{}H", u32::from(y) + 1, u32::from(x) + 1)
    };
}

/// Writes the dirty cells of a picture.
#[derive(Debug)]
pub(super) struct Emitter<'a> {
    pub(super) out: &'a mut Vec<u8>,
    pub(super) picture: &'a mut Picture,
    pub(super) pen: &'a mut Pen,
    pub(super) at: &'a mut Option<(u16, u16)>,
    pub(super) doubt_ambiguous: bool,
}

impl Emitter<'_> {
    pub(super) fn emit(mut self) {
        let mut rows = std::mem::take(&mut self.picture.rows);
        for (y, row) in (0u16..).zip(&mut rows) {
            if std::mem::take(&mut row.dirty) {
                self.row(y, row);
            }
        }
        self.picture.rows = rows;
    }

    fn row(&mut self, y: u16, row: &mut PictureRow) {
        let mut x = 0;
        while let Some(slot) = row.slots.get(x) {
            if !slot.dirty || slot.cells == 0 {
                x += 1;
                continue;
            }
            x = if slot.is_blank() { self.blanks(y, x, row) } else { self.symbol(y, x, row) };
        }
    }

    /// Writes the run of like spaces from `x` to its last dirty one.
    fn blanks(&mut self, y: u16, x: usize, row: &mut PictureRow) -> usize {
        let Some(first) = row.slots.get(x).map(|slot| slot.cell.clone()) else { return x + 1 };
        let mut run = 0;
        let mut end = x;
        for (no, slot) in row.slots.iter().enumerate().skip(x) {
            if !slot.is_blank() || !Pen::same_blank(&first, &slot.cell) {
                break;
            }
            end = no + 1;
            if slot.dirty {
                run = end - x;
            }
        }
        let to_the_edge = end == row.slots.len();
        self.go(x, y, row);
        let pen = self.pen.for_blank(&first);
        self.pen.switch(pen, self.out);
        if Pen::is_plain_blank(&first) && to_the_edge && run >= ERASE_REST_FROM {
            self.out.extend_from_slice(b"\x1b[K");
            run = end - x;
        } else if Pen::is_plain_blank(&first) && run >= ERASE_FROM {
            let _ = write!(self.out, "\x1b[{run}X");
        } else {
            self.out.extend(std::iter::repeat_n(b' ', run));
            self.stand(x + run, y, row);
        }
        for slot in row.slots.iter_mut().skip(x).take(run) {
            slot.dirty = false;
        }
        x + run
    }

    /// Writes the character at `x`.
    fn symbol(&mut self, y: u16, x: usize, row: &mut PictureRow) -> usize {
        self.go(x, y, row);
        let width = row.slots.len();
        let Some(slot) = row.slots.get_mut(x) else { return x + 1 };
        slot.dirty = false;
        let cells = usize::from(slot.cells);
        self.pen.switch(Pen::of(&slot.cell), self.out);
        let symbol = slot.cell.symbol();
        let Some(worst) = doubt(symbol, slot.cells, self.doubt_ambiguous) else {
            self.out.extend_from_slice(symbol.as_bytes());
            self.stand(x + cells, y, row);
            return x + cells;
        };
        // A terminal that draws it narrower must not leave old text in its cells.
        self.out.extend(std::iter::repeat_n(b' ', cells));
        place(self.out, u16::try_from(x).unwrap_or(u16::MAX), y);
        // One that draws it wider must not run over the edge into the next row.
        let over = x + usize::from(worst) > width;
        self.out.extend_from_slice(if over { base(symbol) } else { symbol }.as_bytes());
        *self.at = None;
        let spoilt = if over { cells } else { usize::from(worst) };
        for slot in row.slots.iter_mut().take(x + spoilt).skip(x + cells) {
            slot.dirty = true;
        }
        x + cells
    }

    /// The cursor stands behind what was written; behind the last cell nobody knows where.
    fn stand(&mut self, x: usize, y: u16, row: &PictureRow) {
        *self.at = u16::try_from(x).ok().filter(|_| x < row.slots.len()).map(|x| (x, y));
    }

    /// Brings the cursor to a cell the cheapest way.
    fn go(&mut self, x: usize, y: u16, row: &PictureRow) {
        let to = u16::try_from(x).unwrap_or(u16::MAX);
        match *self.at {
            Some(at) if at == (to, y) => {}
            Some((from, row_no)) if row_no == y && from < to => {
                let gap = to - from;
                let jump =
                    if gap == 1 { 3 } else { 4 + usize::from(gap > 9) + usize::from(gap > 99) };
                if !self.write_over(usize::from(from), x, row, jump) {
                    let _ = match gap {
                        1 => self.out.write_all(b"\x1b[C"),
                        _more => write!(self.out, "\x1b[{gap}C"),
                    };
                }
            }
            Some(_) | None => place(self.out, to, y),
        }
        *self.at = Some((to, y));
    }

    /// Writes the unchanged cells of a gap again, if that takes no more than `budget` bytes, no
    /// other pen, and leaves no doubt.
    fn write_over(&mut self, from: usize, to: usize, row: &PictureRow, budget: usize) -> bool {
        let before = self.out.len();
        let mut x = from;
        while x < to {
            let fits = row.slots.get(x).is_some_and(|slot| {
                let symbol = slot.cell.symbol();
                let pen = if slot.is_blank() {
                    self.pen.for_blank(&slot.cell)
                } else {
                    Pen::of(&slot.cell)
                };
                let fits = slot.cells > 0
                    && pen == *self.pen
                    && self.out.len() - before + symbol.len() <= budget
                    && doubt(symbol, slot.cells, self.doubt_ambiguous).is_none();
                if fits {
                    self.out.extend_from_slice(symbol.as_bytes());
                    x += usize::from(slot.cells);
                }
                fits
            });
            if !fits {
                self.out.truncate(before);
                return false;
            }
        }
        if x > to {
            self.out.truncate(before);
        }
        x == to
    }
}
