//! The points said back: what the buyer says to each, and said back again.

use crate::app::update::moves::moved;
use crate::app::update::settling;
use crate::app::{Action, Effect, FormKind, Model, Overlay};

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let told = model.open.as_ref().and_then(|open| open.state.settling.restated.last());
    let rows = told.map_or(0, |told| told.points.len());
    let Some(Overlay::Points(list)) = model.overlays.last_mut() else { return };
    match action {
        Action::Accept => {
            let point = u32::try_from(list.selected).unwrap_or(u32::MAX).saturating_add(1);
            settling::fill_in(model, FormKind::Answer(point));
        }
        Action::AsDraft => settling::say(model, &"desk.restate".into(), out),
        action => list.selected = moved(list.selected, action, rows, 5),
    }
}
