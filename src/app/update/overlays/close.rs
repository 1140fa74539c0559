//! Closing the case: a result, and the agent's words.

use crate::app::jobs::After;
use crate::app::notice::Notice;
use crate::app::update::{commit, moves::moved};
use crate::app::{Action, Effect, Model, Overlay, SlipKind};
use crate::desk::Command;
use crate::domain::CloseResult;

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let Some(Overlay::Close(form)) = model.overlays.last_mut() else { return };
    if action == Action::Accept {
        let (result, words) = (form.selected, form.words.input.text().to_owned());
        let close = Command::Close { result, words: words.clone(), despite: None };
        // Refused, the form stays as it is, with what stands in the way.
        match commit::try_to(model, close, After::Closed(result), out) {
            Ok(()) => {
                let over =
                    |overlay: &Overlay| !matches!(overlay, Overlay::Close(_) | Overlay::Board(_));
                model.overlays.retain(over);
            }
            Err(why) => complain(model, &why),
        }
        return;
    }
    match action {
        // What is wanting is recorded there.
        Action::Toggle => return super::open_board(model, crate::app::BoardKind::Wrap),
        Action::Add => {
            let kind = SlipKind::Despite(form.selected, form.words.input.text().to_owned());
            return super::open_slip(model, kind);
        }
        _moves => {}
    }
    let here = CloseResult::ALL.iter().position(|result| *result == form.selected).unwrap_or(0);
    let there = moved(here, action, CloseResult::ALL.len(), 5);
    if let Some(result) = CloseResult::ALL.get(there) {
        form.selected = *result;
        form.words.complaint = None;
    }
}

/// Takes the result of a digit, as long as nothing was written that it could belong to. Tells whether
/// it did.
pub(super) fn chose(model: &mut Model, text: &str) -> bool {
    let Some(Overlay::Close(form)) = model.overlays.last_mut() else { return false };
    let digit = text.chars().next().filter(|_| text.len() == 1).and_then(|c| c.to_digit(10));
    let place = digit.and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1));
    let result = place.and_then(|place| CloseResult::ALL.get(place));
    let Some(result) = result.filter(|_| form.words.input.text().is_empty()) else { return false };
    form.selected = *result;
    form.words.complaint = None;
    true
}

fn complain(model: &mut Model, why: &Notice) {
    let text = crate::app::words::notice(why, model.strings, &model.keymap);
    if let Some(Overlay::Close(form)) = model.overlays.last_mut() {
        form.words.complaint = Some(text);
    }
}
