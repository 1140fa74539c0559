//! The view: from the model to one frame of cells.
//!
//! Owns layout, panes, overlays, the theme and the pictures of a frame. Pure but for a memory of
//! what the frame before was made of: it knows no store, no clock and no terminal, and changes nothing in the model.

mod ascii;
mod bar;
mod canvas;
mod kept;
mod layout;
mod lines;
mod overlays;
mod panel;
mod panes;
mod plain;
mod popup;
mod rows;
mod sheet;
mod svg;
pub mod text;
mod theme;
mod top;

pub use kept::Kept;
pub use plain::plain;
pub use svg::svg;
pub use text::WrapCache;
pub use theme::{Meaning, Theme, ThemeSetting};

use crate::app::{Hit, Metrics, Model, Pane};
use canvas::Canvas;
use kept::Around;
use layout::Areas;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// What drawing found out: where the real cursor stands, what answers to a click, how large things
/// are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drawn {
    /// Where the real cursor stands; an input method opens there.
    pub cursor: Option<Position>,
    /// What answers to a click; of overlapping places the last one counts.
    pub hits: Vec<(Rect, Hit)>,
    /// Sizes the next key needs to know.
    pub metrics: Metrics,
}

/// Draws the model on a frame that is blank.
#[must_use]
pub fn view(model: &Model, theme: &Theme, kept: &mut Kept, frame: &mut Buffer) -> Drawn {
    let area = frame.area;
    let drawn = drawn(model, *theme, kept, area, frame);
    debug_assert!(
        {
            let mut whole = Buffer::empty(area);
            let found = self::drawn(model, *theme, &mut Kept::default(), area, &mut whole);
            found == drawn && whole == *frame
        },
        "what was kept is not what would have been drawn"
    );
    drawn
}

fn drawn(model: &Model, theme: Theme, kept: &mut Kept, area: Rect, buf: &mut Buffer) -> Drawn {
    let Kept { wraps, around, whole } = kept;
    let mut canvas = Canvas::new(model, &theme, wraps, buf);
    *whole += u64::from(draw(&mut canvas, around, area));
    canvas.finish(area)
}

/// Returns whether the frame was drawn whole.
fn draw(canvas: &mut Canvas<'_>, around: &mut Option<Around>, area: Rect) -> bool {
    if area.width < layout::LEAST.0 || area.height < layout::LEAST.1 {
        panes::empty::too_small(canvas, area);
        return true;
    }
    let toast = bar::toast_rows(canvas, area);
    let before = around.take_if(|around| !around.holds(canvas));
    let step_rows = around.as_ref().and_then(Around::step_rows);
    let areas = Areas::of(area, canvas.model, toast, step_rows);
    let restored = around.as_ref().is_some_and(|around| around.restore(canvas, &areas));
    if !restored {
        draw_around(canvas, &areas);
        *around = Around::keep(around.take().or(before), canvas, areas.clone());
    }
    if let Some(rect) = areas.of_pane(Pane::Composer) {
        panes::draw(canvas, Pane::Composer, rect, areas.joined(Pane::Composer));
    }
    if let Some(rect) = areas.of_pane(canvas.model.focus) {
        panel::emphasise(canvas, rect);
    }
    bar::draw(canvas, areas.bottom, area);
    if let Some(overlay) = canvas.model.overlays.last() {
        // The caret of the pane below must not show through.
        canvas.drawn.cursor = None;
        overlays::draw(canvas, overlay, areas.body);
    }
    !restored
}

/// Everything that typing does not change: it is drawn first and can be kept.
fn draw_around(canvas: &mut Canvas<'_>, areas: &Areas) {
    top::draw(canvas, areas.top, areas.shape);
    for pane in Pane::ALL.into_iter().filter(|pane| *pane != Pane::Composer) {
        if let Some(rect) = areas.of_pane(pane) {
            panes::draw(canvas, pane, rect, areas.joined(pane));
        }
    }
    if let Some(rect) = areas.welcome {
        panes::empty::draw(canvas, rect);
    }
}
