//! The views of the queue: a filter as it is typed, and those that were saved.

use super::{BoardLook, BoardRow, BoardView};
use crate::app::{Action, Model};
use crate::i18n::fill;

pub(super) fn view(model: &Model, saved: &[String]) -> BoardView {
    let texts = &model.strings.board;
    let now = model.queue.filter.as_str();
    let mark = |filter: &str| if filter == now { "✓ " } else { "  " };
    let all = format!("{}{}", mark(""), texts.views_all);
    let mut rows = vec![BoardRow::of(all)];
    rows.extend(saved.iter().map(|filter| BoardRow::of(format!("{}{filter}", mark(filter)))));
    let keys: [(&str, &dyn std::fmt::Display); 3] = [
        ("go", &model.key_of(Action::Accept)),
        ("save", &model.key_of(Action::Add)),
        ("drop", &model.key_of(Action::Break)),
    ];
    BoardView {
        title: texts.views_title.to_owned(),
        head: vec![BoardRow::only(texts.views_sample.to_owned(), BoardLook::Muted)],
        rows,
        foot: vec![fill(texts.views_keys, &keys)],
    }
}
