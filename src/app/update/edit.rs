//! Editing keys, for the draft and for one-line inputs.

use super::draft as drafts;
use crate::app::notice::Notice;
use crate::app::{Action, Composer, Effect, Model, Motion};

/// An editing key in the draft.
pub(super) fn draft(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let mut undone = true;
    drafts::edit(model, out, |composer, width| undone = apply(composer, action, width));
    if !undone && action == Action::UndoEdit {
        model.say(&Notice::NothingToUndo);
    }
}

/// Does an editing action; returns whether anything came of it.
pub(super) fn apply(composer: &mut Composer, action: Action, width: u16) -> bool {
    let mut go = |motion| composer.go(motion, false, width);
    match action {
        Action::Left => go(Motion::Left),
        Action::Right => go(Motion::Right),
        Action::WordLeft => go(Motion::WordLeft),
        Action::WordRight => go(Motion::WordRight),
        Action::LineStart => go(Motion::LineStart),
        Action::LineEnd => go(Motion::LineEnd),
        Action::Up => go(Motion::Up),
        Action::Down => go(Motion::Down),
        Action::UndoEdit => composer.undo(),
        Action::RedoEdit => composer.redo(),
        Action::NewLine => did(composer, Composer::newline),
        Action::DeleteBackward => did(composer, Composer::backspace),
        Action::DeleteForward => did(composer, Composer::delete),
        Action::DeleteWord => did(composer, Composer::delete_word_left),
        Action::DeleteToLineEnd => did(composer, Composer::delete_to_line_end),
        _no_edit => false,
    }
}

fn did(composer: &mut Composer, edit: impl FnOnce(&mut Composer)) -> bool {
    edit(composer);
    true
}
