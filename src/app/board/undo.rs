//! What would be taken back, or done again, in so many words.

use super::{BoardLook, BoardRow, BoardView};
use crate::app::{Action, Model};
use crate::i18n::fill;

pub(super) fn view(model: &Model, redo: bool, lines: &[String]) -> BoardView {
    let texts = &model.strings.board;
    let (title, head) = if redo {
        (&texts.redo_title, &texts.redo_what)
    } else {
        (&texts.undo_title, &texts.undo_what)
    };
    let rows = lines.iter().map(|line| BoardRow::only(format!("· {line}"), BoardLook::Plain));
    let keys: [(&str, &dyn std::fmt::Display); 2] =
        [("yes", &model.key_of(Action::Accept)), ("no", &model.key_of(Action::Cancel))];
    BoardView {
        title: (*title).to_owned(),
        head: vec![BoardRow::only(head.to_owned(), BoardLook::Muted)],
        rows: rows.collect(),
        foot: vec![fill(texts.undo_keys, &keys)],
    }
}
