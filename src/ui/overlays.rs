//! The windows over the panes, one file each.

mod close;
mod confirm;
mod fact_form;
mod facts;
mod field;
mod help;
mod mood;
mod palette;
mod paste;
mod playbooks;
mod promises;
mod timeline;

use super::canvas::Canvas;
use crate::app::Overlay;
use ratatui::layout::Rect;

/// Draws the window on top over `body`.
pub(super) fn draw(canvas: &mut Canvas<'_>, overlay: &Overlay, body: Rect) {
    let sheet = match overlay {
        Overlay::Help { scroll } => help::sheet(canvas, *scroll, body),
        Overlay::Palette(palette) => palette::sheet(canvas, palette, body),
        Overlay::Facts(facts) => facts::sheet(canvas, facts),
        Overlay::FactForm(form) => fact_form::sheet(canvas, form, body),
        Overlay::Timeline(timeline) => timeline::sheet(canvas, timeline),
        Overlay::Promises(promises) => promises::sheet(canvas, promises),
        Overlay::Mood(choice) => mood::sheet(canvas, choice),
        Overlay::Close(form) => close::sheet(canvas, form, body),
        Overlay::Playbooks(choice) => playbooks::sheet(canvas, choice, body),
        Overlay::Paste(preview) => paste::sheet(canvas, preview, body),
        Overlay::Confirm(question) => confirm::sheet(canvas, question, body),
    };
    sheet.draw(canvas, body);
}
