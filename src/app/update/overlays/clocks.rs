//! The clocks of the case: only looked at.

use crate::app::update::moves::moved;
use crate::app::{Action, Model, Overlay, Promises};

pub(super) fn act(model: &mut Model, action: Action) {
    let count = model.clocks().len();
    let page = usize::from(model.metrics.overlay_rows);
    let Some(Overlay::Clocks(clocks)) = model.overlays.last_mut() else { return };
    match action {
        Action::Accept => drop(model.overlays.pop()),
        Action::Toggle => super::instead(model, Overlay::Promises(Promises::default())),
        action => clocks.selected = moved(clocks.selected, action, count, page),
    }
}
