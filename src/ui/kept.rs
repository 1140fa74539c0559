//! What one frame leaves for the next: wrapped lines, and the panes that typing does not change.
//!
//! Owns the memory of the view; must not know how a pane is drawn. Whatever it spares, the frame is
//! the one that would have been drawn without it: debug builds draw both and compare.

use super::canvas::Canvas;
use super::layout::Areas;
use super::{Drawn, WrapCache};
use crate::app::{Model, Pane};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The memory of one view. It belongs to one model and one theme.
#[derive(Debug, Default)]
pub struct Kept {
    pub(super) wraps: WrapCache,
    pub(super) around: Option<Around>,
    pub(super) whole: u64,
}

impl Kept {
    /// How many frames were drawn whole, with nothing taken over from the one before.
    #[must_use]
    pub const fn whole_frames(&self) -> u64 {
        self.whole
    }
}

/// Everything round the composer as it was drawn while the composer had the keys.
#[derive(Debug)]
pub(super) struct Around {
    mark: Mark,
    areas: Areas,
    cells: Buffer,
    drawn: Drawn,
}

/// What the panes round the composer are drawn from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    beyond_draft: u64,
    screen: Rect,
}

impl Mark {
    fn of(model: &Model, screen: Rect) -> Self {
        Self { beyond_draft: model.beyond_draft, screen }
    }
}

impl Around {
    /// Takes the picture of a canvas that shows everything but the composer and the bottom. Nothing
    /// is kept while something else has the keys: a frame would pay for it and none would gain.
    pub(super) fn keep(before: Option<Self>, canvas: &Canvas<'_>, areas: Areas) -> Option<Self> {
        let writing = canvas.model.focus == Pane::Composer && canvas.model.overlays.is_empty();
        if !writing || areas.of_pane(Pane::Composer).is_none() {
            return None;
        }
        let mark = Mark::of(canvas.model, *canvas.buf.area());
        let drawn = canvas.drawn.clone();
        let mut cells = before.map_or_else(Buffer::default, |before| before.cells);
        copy(canvas.buf, &mut cells);
        Some(Self { mark, areas, cells, drawn })
    }

    /// Whether it is still what stands round the composer.
    pub(super) fn holds(&self, canvas: &Canvas<'_>) -> bool {
        self.mark == Mark::of(canvas.model, *canvas.buf.area())
    }

    /// The rows the step asked for; it is still the same step.
    pub(super) const fn step_rows(&self) -> Option<u16> {
        self.areas.step_rows
    }

    /// Puts the picture on the canvas, unless the places have changed.
    pub(super) fn restore(&self, canvas: &mut Canvas<'_>, areas: &Areas) -> bool {
        let fits = self.areas == *areas;
        if fits {
            copy(&self.cells, canvas.buf);
            canvas.drawn.clone_from(&self.drawn);
        }
        fits
    }
}

/// Copies cells without asking for new room.
fn copy(from: &Buffer, to: &mut Buffer) {
    to.area = from.area;
    to.content.clone_from(&from.content);
}
