//! The desk: one of its tools is chosen.

use crate::app::update::moves::moved;
use crate::app::update::settling;
use crate::app::{Action, DESK_ROWS, Effect, Model, Overlay};

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let Some(Overlay::Desk(list)) = model.overlays.last_mut() else { return };
    if action == Action::Accept {
        if let Some(row) = DESK_ROWS.get(list.selected).copied() {
            settling::tool(model, row, out);
        }
        return;
    }
    list.selected = moved(list.selected, action, DESK_ROWS.len(), 5);
}
