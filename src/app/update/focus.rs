//! Where keys go.

use crate::app::{Model, Pane};

/// To a pane; panes of a case only when one is open.
pub(super) fn to(model: &mut Model, pane: Pane) {
    if pane == Pane::Queue || model.open.is_some() {
        model.focus = pane;
    }
}

/// To the next pane, or the one before.
pub(super) fn turn(model: &mut Model, forward: bool) {
    let here = Pane::ALL.iter().position(|pane| *pane == model.focus).unwrap_or_default();
    let count = Pane::ALL.len();
    let there = if forward { here + 1 } else { here + count - 1 } % count;
    if let Some(pane) = Pane::ALL.get(there) {
        to(model, *pane);
    }
}

/// One step out: from the composer to the replies, from anywhere else to the queue.
pub(super) fn out_of(model: &mut Model) -> bool {
    let outer = match model.focus {
        Pane::Composer => Pane::Replies,
        Pane::Conversation | Pane::Step | Pane::Replies => Pane::Queue,
        Pane::Queue => return false,
    };
    model.focus = outer;
    true
}

/// A reply is out: the next one is chosen from the replies.
pub(super) fn out_of_composer(model: &mut Model) {
    if model.focus == Pane::Composer {
        model.focus = Pane::Replies;
    }
}
