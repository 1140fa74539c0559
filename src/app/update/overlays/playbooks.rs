//! The list of playbooks: one is chosen to be looked at.

use crate::app::update::{moves::moved, playbooks};
use crate::app::{Action, Effect, Model, Overlay};

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let page = usize::from(model.metrics.overlay_rows);
    let Some(Overlay::Playbooks(choice)) = model.overlays.last_mut() else { return };
    let found = choice.found();
    if action == Action::Accept {
        let row = found.get(choice.selected).map(|row| (*row).clone());
        if let Some(row) = row {
            playbooks::look_at(model, row, out);
        }
        return;
    }
    choice.selected = moved(choice.selected, action, found.len(), page);
}
