//! The help: scrolled, then left.

use crate::app::update::moves::moved;
use crate::app::{Action, Model, Overlay};

pub(super) fn act(model: &mut Model, action: Action) {
    let metrics = model.metrics;
    let rows = metrics.overlay_total.saturating_sub(usize::from(metrics.overlay_rows)) + 1;
    match action {
        Action::Accept | Action::Help => {
            model.overlays.pop();
        }
        action => {
            if let Some(Overlay::Help { scroll, .. }) = model.overlays.last_mut() {
                *scroll = moved(*scroll, action, rows, usize::from(metrics.overlay_rows));
            }
        }
    }
}
