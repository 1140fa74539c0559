//! Another step: of the same group, or one opened again.

use crate::app::jobs::After;
use crate::app::update::{commit, moves::moved};
use crate::app::{Action, Effect, Model, Overlay};
use crate::desk::Command;

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let steps = model.other_steps();
    let page = usize::from(model.metrics.overlay_rows);
    let Some(Overlay::Steps(choice)) = model.overlays.last_mut() else { return };
    if action == Action::Accept {
        let chosen = steps.get(choice.selected).map(|step| step.id.clone());
        model.overlays.pop();
        if let Some(step) = chosen {
            commit::ask(model, Command::Enter(step), After::Moved, out);
        }
        return;
    }
    choice.selected = moved(choice.selected, action, steps.len(), page);
}
