//! How the buyer feels: chosen, then judged.

use crate::app::jobs::After;
use crate::app::update::{commit, moves::moved};
use crate::app::{Action, Effect, Model, Overlay};
use crate::desk::Command;
use crate::domain::Mood;

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let Some(Overlay::Mood(choice)) = model.overlays.last_mut() else { return };
    if action == Action::Accept {
        let mood = choice.selected;
        model.overlays.pop();
        commit::ask(model, Command::Mood(mood), After::Felt, out);
        return;
    }
    let here = Mood::ALL.iter().position(|mood| *mood == choice.selected).unwrap_or(0);
    let there = moved(here, action, Mood::ALL.len(), 5);
    if let Some(mood) = Mood::ALL.get(there) {
        choice.selected = *mood;
    }
}
