//! What the newer version of the playbook changes: read, then accepted or left.

use crate::app::jobs::After;
use crate::app::update::{commit, moves::moved};
use crate::app::{Action, Effect, Model, Overlay};
use crate::desk::Command;

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let metrics = model.metrics;
    let rows = metrics.overlay_total.saturating_sub(usize::from(metrics.overlay_rows)) + 1;
    let Some(Overlay::Upgrade(report)) = model.overlays.last_mut() else { return };
    if action != Action::Accept {
        report.scroll = moved(report.scroll, action, rows, usize::from(metrics.overlay_rows));
        return;
    }
    model.overlays.pop();
    if let Some(newer) = model.open.as_ref().and_then(|open| open.newer.clone()) {
        let after = After::Upgraded(newer.title.get(model.lang).to_owned());
        commit::ask(model, Command::Choose(newer), after, out);
    }
}
