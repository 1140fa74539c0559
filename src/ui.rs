//! The view: from the model to one frame of cells.
//!
//! Owns layout, panes, overlays, the theme and the pictures of a frame. Pure but for a memo of
//! wrapped lines: it knows no store, no clock and no terminal, and changes nothing in the model.

mod ascii;
mod bar;
mod canvas;
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

pub use plain::plain;
pub use svg::svg;
pub use text::WrapCache;
pub use theme::{Meaning, Theme, ThemeSetting};

use crate::app::{Hit, Metrics, Model, Pane};
use canvas::Canvas;
use layout::Areas;
use ratatui::Frame;
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

/// Draws the model.
#[must_use]
pub fn view(model: &Model, theme: &Theme, cache: &mut WrapCache, frame: &mut Frame<'_>) -> Drawn {
    let area = frame.area();
    let mut canvas = Canvas::new(model, theme, cache, frame.buffer_mut());
    draw(&mut canvas, area);
    let drawn = canvas.finish(area);
    if let Some(cursor) = drawn.cursor {
        frame.set_cursor_position(cursor);
    }
    drawn
}

fn draw(canvas: &mut Canvas<'_>, area: Rect) {
    if area.width < layout::LEAST.0 || area.height < layout::LEAST.1 {
        panes::empty::too_small(canvas, area);
        return;
    }
    let toast = bar::toast_rows(canvas, area);
    let areas = Areas::of(area, canvas.model, toast);
    top::draw(canvas, areas.top, areas.shape);
    for pane in Pane::ALL {
        if let Some(rect) = areas.of_pane(pane) {
            panes::draw(canvas, pane, rect, areas.joined(pane));
        }
    }
    if let Some(rect) = areas.welcome {
        panes::empty::draw(canvas, rect);
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
}
