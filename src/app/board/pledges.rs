//! Promises found in the draft: each counts, or does not.

use super::{BoardLook, BoardRow, BoardView};
use crate::app::words::Clock;
use crate::app::{Action, Model};
use crate::desk::Pledge;
use crate::i18n::fill;

pub(super) fn view(model: &Model, found: &[Pledge], counts: &[bool]) -> BoardView {
    let texts = &model.strings.board;
    let clock = Clock::of(model);
    let book = model.open.as_ref().and_then(|open| open.playbook.as_deref());
    let counted = |one: &Pledge| book?.due_after(one.after.as_ref()?, model.lang);
    let row = |(one, counts): (&Pledge, &bool)| {
        let sign = if *counts { "☑" } else { "☐" };
        BoardRow::of(format!("{sign} {}", one.what.replace('\n', " ")))
            .with_right(counted(one).unwrap_or_else(|| clock.point(one.due)))
    };
    let keys: [(&str, &dyn std::fmt::Display); 3] = [
        ("send", &model.key_of(Action::Accept)),
        ("turn", &model.key_of(Action::Toggle)),
        ("no", &model.key_of(Action::Cancel)),
    ];
    BoardView {
        title: texts.pledges_title.to_owned(),
        head: vec![BoardRow::only(texts.pledges_why.to_owned(), BoardLook::Muted)],
        rows: found.iter().zip(counts).map(row).collect(),
        foot: vec![fill(texts.pledges_keys, &keys)],
    }
}
