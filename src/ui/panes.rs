//! The panes, one file each.

mod composer;
mod conversation;
pub(super) mod empty;
pub(super) mod found;
pub(super) mod heard;
pub(super) mod queue;
mod replies;
pub(super) mod step;
mod thread;

use super::canvas::Canvas;
use crate::app::{Hit, Pane};
use ratatui::layout::Rect;

/// Draws a pane. `joined`: its upper border is its neighbour's lower one.
pub(super) fn draw(canvas: &mut Canvas<'_>, pane: Pane, area: Rect, joined: bool) {
    canvas.hit(area, Hit::Pane(pane));
    match pane {
        Pane::Queue => queue::draw(canvas, area),
        Pane::Conversation => conversation::draw(canvas, area),
        Pane::Step => step::draw(canvas, area),
        Pane::Replies => replies::draw(canvas, area, joined),
        Pane::Composer => composer::draw(canvas, area, joined),
    }
}
