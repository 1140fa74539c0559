//! The palette: actions found by typing, then done.

use crate::app::update::{act as actions, moves::moved};
use crate::app::{Action, Effect, Model, Overlay};

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let found = model.palette_matches();
    let page = usize::from(model.metrics.overlay_rows);
    let Some(Overlay::Palette(palette)) = model.overlays.last_mut() else { return };
    if action == Action::Accept {
        let chosen = found.get(palette.selected).copied();
        model.overlays.pop();
        if let Some(chosen) = chosen {
            actions::act(model, chosen, out);
        }
        return;
    }
    palette.selected = moved(palette.selected, action, found.len(), page);
}
