//! The promises of the case: kept with a key, broken after a question.

use super::open;
use crate::app::jobs::After;
use crate::app::update::{commit, moves::moved};
use crate::app::{Action, Clocks, Confirm, Effect, Model, Overlay, PromiseForm, SlipKind};
use crate::desk::Command;

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let page = usize::from(model.metrics.overlay_rows);
    let promises: Vec<_> = model
        .open
        .as_ref()
        .map(|open| open.state.promises.iter().map(|promise| promise.no).collect())
        .unwrap_or_default();
    let Some(Overlay::Promises(list)) = model.overlays.last_mut() else { return };
    let chosen = promises.get(list.selected).copied();
    match (action, chosen) {
        (Action::Accept, Some(no)) => {
            commit::ask(model, Command::Keep(no), After::Promised, out);
        }
        (Action::Add, _) => open(model, Overlay::PromiseForm(PromiseForm::default())),
        (Action::Toggle, _) => super::instead(model, Overlay::Clocks(Clocks::default())),
        (Action::AsDraft, Some(no)) => super::slip::open_slip(model, SlipKind::TellFirst(no)),
        (Action::Break, Some(no)) => open(model, Overlay::Confirm(Confirm::BreakPromise(no))),
        (action, _) => list.selected = moved(list.selected, action, promises.len(), page),
    }
}
