//! Work others do for the case: whom it waits for, and until when.

use super::{BoardLook, BoardRow, BoardView};
use crate::app::words::{self, Clock};
use crate::app::{Action, Model};
use crate::domain::TaskStatus;
use crate::i18n::fill;

pub(super) fn view(model: &Model) -> BoardView {
    let texts = &model.strings.board;
    let clock = Clock::of(model);
    let tasks = model.open.as_ref().map(|open| open.state.tasks.as_slice()).unwrap_or_default();
    let mut rows: Vec<BoardRow> = Vec::new();
    for task in tasks {
        let who = words::department(model.strings, task.department);
        let (sign, right, look) = match task.status {
            TaskStatus::Open if task.is_overdue(model.now) => {
                let late = fill(model.strings.step.over, &[("time", &clock.late(task.due))]);
                ("‼", late, BoardLook::Bad)
            }
            TaskStatus::Open => ("·", clock.point(task.due), BoardLook::Soon),
            TaskStatus::Done => ("✓", task.result.clone(), BoardLook::Good),
            TaskStatus::Dropped => ("-", task.result.clone(), BoardLook::Muted),
        };
        let text = format!("{sign} {who} {} · {}", task.owner, task.what.replace('\n', " "));
        rows.push(BoardRow::of(text).with_right(right).looking(look));
    }
    if rows.is_empty() {
        rows.push(BoardRow::only(texts.tasks_none.to_owned(), BoardLook::Muted));
    }
    let keys: [(&str, &dyn std::fmt::Display); 5] = [
        ("move", &model.key_of(Action::Toggle)),
        ("done", &model.key_of(Action::Accept)),
        ("add", &model.key_of(Action::Add)),
        ("drop", &model.key_of(Action::Break)),
        ("tell", &model.key_of(Action::AsDraft)),
    ];
    BoardView {
        title: texts.tasks_title.to_owned(),
        head: Vec::new(),
        rows,
        foot: vec![fill(texts.tasks_keys, &keys), texts.tasks_tip.to_owned()],
    }
}
