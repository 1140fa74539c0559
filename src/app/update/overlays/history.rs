//! How a fact was known before: read only.

use crate::app::{Action, Model};

pub(super) fn act(model: &mut Model, action: Action) {
    if action == Action::Accept {
        model.overlays.pop();
    }
}
