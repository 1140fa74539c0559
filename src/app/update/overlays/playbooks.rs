//! The choice of playbooks: one is chosen, then confirmed.

use super::open;
use crate::app::update::moves::moved;
use crate::app::{Action, Confirm, Model, Overlay};

pub(super) fn act(model: &mut Model, action: Action) {
    let page = usize::from(model.metrics.overlay_rows);
    let Some(Overlay::Playbooks(choice)) = model.overlays.last_mut() else { return };
    if action == Action::Accept {
        if let Some((id, ..)) = choice.choices.get(choice.selected) {
            let id = id.clone();
            open(model, Overlay::Confirm(Confirm::Playbook(id)));
        }
        return;
    }
    choice.selected = moved(choice.selected, action, choice.choices.len(), page);
}
