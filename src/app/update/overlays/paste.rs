//! The preview of a pasted log: read, then taken in or left.

use crate::app::update::{moves::moved, paste};
use crate::app::{Action, Effect, Model, Overlay, Target};

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let metrics = model.metrics;
    let rows = metrics.overlay_total.saturating_sub(usize::from(metrics.overlay_rows)) + 1;
    let Some(Overlay::Paste(preview)) = model.overlays.last_mut() else { return };
    match action {
        Action::Accept => {
            // Before it is known where the messages belong, nothing is written; a quick yes waits
            // for that, and is not lost.
            if preview.incoming.iter().any(|incoming| incoming.target == Target::Unknown) {
                preview.accepted = true;
                return;
            }
            if let Some(Overlay::Paste(preview)) = model.overlays.pop() {
                paste::accept(model, preview, out);
            }
        }
        Action::AsDraft if model.open.is_some() => {
            if let Some(Overlay::Paste(preview)) = model.overlays.pop() {
                paste::into_draft(model, &preview.pasted, out);
            }
        }
        Action::Toggle => paste::swap_sides(model, out),
        action => {
            preview.scroll = moved(preview.scroll, action, rows, usize::from(metrics.overlay_rows));
        }
    }
}
