//! Closing the case: a result, and the agent's words.

use crate::app::jobs::After;
use crate::app::update::{commit, moves::moved};
use crate::app::{Action, Effect, Model, Overlay};
use crate::desk::Command;
use crate::domain::CloseResult;

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let Some(Overlay::Close(form)) = model.overlays.last_mut() else { return };
    if action == Action::Accept {
        let (result, words) = (form.selected, form.words.input.text().to_owned());
        // The form stays until the case is closed: a refusal must not cost the words.
        commit::ask(model, Command::Close { result, words }, After::Closed(result), out);
        return;
    }
    let here = CloseResult::ALL.iter().position(|result| *result == form.selected).unwrap_or(0);
    let there = moved(here, action, CloseResult::ALL.len(), 5);
    if let Some(result) = CloseResult::ALL.get(there) {
        form.selected = *result;
    }
}
