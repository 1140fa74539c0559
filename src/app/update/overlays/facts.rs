//! The facts of the case: one is chosen to be recorded.

use super::fact_form::fact_form;
use crate::app::update::moves::moved;
use crate::app::{Action, Model, Overlay};

pub(super) fn act(model: &mut Model, action: Action) {
    let facts = model.declared_facts();
    let page = usize::from(model.metrics.overlay_rows);
    let Some(Overlay::Facts(list)) = model.overlays.last_mut() else { return };
    if action == Action::Accept {
        if let Some(fact) = facts.get(list.selected) {
            let from = list.from;
            fact_form(model, fact, from);
        }
        return;
    }
    list.selected = moved(list.selected, action, facts.len(), page);
}
