//! What kind of buyer it is: chosen, then judged.

use crate::app::jobs::After;
use crate::app::update::{commit, moves::moved};
use crate::app::{Action, BuyerTypeChoice, Effect, Model, Overlay};
use crate::desk::Command;
use crate::domain::BuyerType;

/// Opens the choice, the cursor on what was judged last.
pub(in crate::app::update) fn open_choice(model: &mut Model) {
    let judged = model.open.as_ref().and_then(|open| open.state.buyer_type);
    let selected = judged.or(BuyerType::ALL.first().copied());
    super::open(model, Overlay::BuyerType(BuyerTypeChoice { selected }));
}

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let Some(Overlay::BuyerType(choice)) = model.overlays.last_mut() else { return };
    match action {
        Action::Accept => {
            let kind = choice.selected;
            model.overlays.pop();
            commit::ask(model, Command::BuyerType(kind), After::Typed, out);
        }
        Action::Toggle => {
            model.overlays.pop();
            super::moods(model);
        }
        action => {
            let there = moved(choice.place(), action, BuyerTypeChoice::NONE + 1, 5);
            choice.selected = BuyerType::ALL.get(there).copied();
        }
    }
}
