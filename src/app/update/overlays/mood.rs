//! How the buyer feels: chosen, then judged.

use crate::app::jobs::After;
use crate::app::update::{commit, moves::moved};
use crate::app::{Action, Effect, Model, MoodChoice, Overlay};
use crate::desk::Command;
use crate::domain::Mood;

/// Opens the choice, the cursor on the mood the buyer's words sound like.
pub(in crate::app::update) fn open_choice(model: &mut Model) {
    let selected = model.open.as_ref().map_or_else(Default::default, |open| {
        open.heard().map_or(open.state.mood, |heard| heard.mood.max(open.state.mood))
    });
    super::open(model, Overlay::Mood(MoodChoice { selected }));
}

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let Some(Overlay::Mood(choice)) = model.overlays.last_mut() else { return };
    if action == Action::Accept {
        let mood = choice.selected;
        model.overlays.pop();
        commit::ask(model, Command::Mood(mood), After::Felt, out);
        return;
    }
    if action == Action::Toggle {
        model.overlays.pop();
        return super::buyer_types(model);
    }
    let here = Mood::ALL.iter().position(|mood| *mood == choice.selected).unwrap_or(0);
    let there = moved(here, action, Mood::ALL.len(), 5);
    if let Some(mood) = Mood::ALL.get(there) {
        choice.selected = *mood;
    }
}
