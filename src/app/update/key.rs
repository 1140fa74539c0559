//! A key: to the overlay on top, to an action, or into the draft.

use super::{act, draft, focus, overlays};
use crate::app::{Action, Chord, Context, Effect, Model, Pane, notice::Notice};

/// A chord was pressed.
pub(super) fn pressed(model: &mut Model, chord: Chord, out: &mut Vec<Effect>) {
    if !model.overlays.is_empty() {
        overlays::pressed(model, chord, out);
        return;
    }
    let context = context_of(model.focus);
    // In the composer a character is text, whatever it would mean elsewhere.
    if model.focus == Pane::Composer
        && let Some(c) = chord.typed()
    {
        draft::type_in(model, &c.to_string(), out);
        return;
    }
    match model.keymap.action(context, chord) {
        Some(action) => act::act(model, action, out),
        None => {
            if let Some(c) = chord.typed() {
                typed(model, &c.to_string(), out);
            }
        }
    }
}

/// Text arrived: from an input method, or a character that is no key of this pane. One character
/// with an ASCII twin is the key it looks like where that key means something; in the panes of a
/// case anything else is the beginning of a reply. In the queue it means that an input method is
/// on.
pub(super) fn typed(model: &mut Model, text: &str, out: &mut Vec<Effect>) {
    if !model.overlays.is_empty() {
        overlays::typed(model, text, out);
        return;
    }
    let action = Chord::from_text(text)
        .filter(|_| model.focus != Pane::Composer)
        .and_then(|chord| model.keymap.action(context_of(model.focus), chord));
    if let Some(action) = action {
        return act::act(model, action, out);
    }
    match model.focus {
        Pane::Composer => draft::type_in(model, text, out),
        Pane::Conversation | Pane::Step | Pane::Replies if model.open.is_some() => {
            focus::to(model, Pane::Composer);
            draft::type_in(model, text, out);
        }
        Pane::Queue | Pane::Conversation | Pane::Step | Pane::Replies => {
            if !text.is_ascii() {
                model.say(&Notice::InputMethod);
            }
        }
    }
}

/// The keymap context of a pane.
pub(super) const fn context_of(pane: Pane) -> Context {
    match pane {
        Pane::Queue => Context::Queue,
        Pane::Conversation => Context::Conversation,
        Pane::Step => Context::Step,
        Pane::Replies => Context::Replies,
        Pane::Composer => Context::Composer,
    }
}

/// The action a chord means while an overlay is open: its own keys, then moving and leaving.
pub(super) fn in_overlay(model: &Model, chord: Chord) -> Option<Action> {
    model.keymap.action(Context::Overlay, chord)
}
