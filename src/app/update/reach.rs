//! How far a message reaches: into the draft alone, or to the panes round it.
//!
//! Owns the list of what touches nothing but the draft and the bottom of the screen, so that a key
//! typed into a reply does not draw the case anew. Must not change anything. What it does not know
//! reaches far.

use super::key::context_of;
use crate::app::{Action, Chord, Model, Msg, Pane};
use crate::store::Answer;

/// Whether a message leaves every pane but the composer as it is.
pub(super) fn stays_in_the_draft(model: &Model, msg: &Msg) -> bool {
    match msg {
        Msg::Key(chord) => is_writing(model) && edits(model, *chord),
        Msg::Text(_) => is_writing(model),
        // What was found is shown in the composer; but a reply may have waited for it.
        Msg::Guarded(..) => model.wits.is_some() && model.jobs.sending.is_none(),
        Msg::Answered(_, answer) => {
            matches!(**answer, Ok(Answer::DraftSaved { .. } | Answer::Looked { changed: false }))
        }
        // Time has a face of its own, and a tick that does more counts for itself.
        Msg::Tick(_) | Msg::Drawn(_) | Msg::Looked => true,
        Msg::Start
        | Msg::Paste(_)
        | Msg::Resize(..)
        | Msg::Click(_)
        | Msg::Scroll(..)
        | Msg::Compiled(_)
        | Msg::Fetched(..)
        | Msg::Chosen(_)
        | Msg::Standards(..)
        | Msg::Listed(_)
        | Msg::Reloaded(_)
        | Msg::Copied(_)
        | Msg::Imported(_)
        | Msg::Heard(..)
        | Msg::Told(_)
        | Msg::Terminate => false,
    }
}

fn is_writing(model: &Model) -> bool {
    model.focus == Pane::Composer && model.overlays.is_empty() && model.open.is_some()
}

/// Whether a chord types or moves in the draft.
fn edits(model: &Model, chord: Chord) -> bool {
    chord.typed().is_some()
        || matches!(
            model.keymap.action(context_of(Pane::Composer), chord),
            Some(
                Action::UndoEdit
                    | Action::RedoEdit
                    | Action::NewLine
                    | Action::DeleteBackward
                    | Action::DeleteForward
                    | Action::DeleteWord
                    | Action::DeleteToLineEnd
                    | Action::Left
                    | Action::Right
                    | Action::WordLeft
                    | Action::WordRight
                    | Action::LineStart
                    | Action::LineEnd
            )
        )
}
