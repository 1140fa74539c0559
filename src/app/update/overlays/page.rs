//! One playbook: read, then chosen for the case.

use super::open;
use crate::app::notice::Notice;
use crate::app::update::moves::moved;
use crate::app::{Action, Confirm, Model, Overlay};
use crate::desk::Refusal;

pub(super) fn act(model: &mut Model, action: Action) {
    let metrics = model.metrics;
    let rows = metrics.overlay_total.saturating_sub(usize::from(metrics.overlay_rows)) + 1;
    let Some(Overlay::Page(page)) = model.overlays.last_mut() else { return };
    if action != Action::Accept {
        page.scroll = moved(page.scroll, action, rows, usize::from(metrics.overlay_rows));
        return;
    }
    let (id, usable) = (page.row.id.clone(), page.row.usable);
    let Some(case) = &model.open else { return model.say(&Notice::NoCase) };
    if model.file.read_only {
        model.say(&Notice::ReadOnly);
    } else if !case.state.is_open() {
        model.say(&Notice::Refused(Refusal::CaseClosed));
    } else if usable {
        open(model, Overlay::Confirm(Confirm::Playbook(id)));
    }
}
