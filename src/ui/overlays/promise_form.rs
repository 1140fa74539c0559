//! A promise made by hand: what, and by when.

use super::field;
use crate::app::words::Clock;
use crate::app::{Action, PromiseForm, read_due};
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::layout::Rect;

pub(super) fn sheet(canvas: &Canvas<'_>, form: &PromiseForm, body: Rect) -> Sheet {
    let texts = &canvas.strings().promise_form;
    let model = canvas.model;
    let room = Sheet::room(body).min(60);
    let mut head = vec![Row::of(canvas.line(texts.what.to_owned(), Meaning::Muted))];
    head.extend(without_caret(field::rows(canvas, &form.what, room, ""), form.at_due));
    head.push(Row::of(canvas.line(texts.due.to_owned(), Meaning::Muted)));
    let mut due = field::rows(canvas, &form.due, room, texts.due_empty);
    let calendar = &model.policy.calendar;
    let counted = model.counted_from(form.due.input.text()).and_then(Result::ok);
    let book = model.open.as_ref().and_then(|open| open.playbook.as_deref());
    let counted = counted.zip(book).and_then(|(after, book)| book.due_after(&after, model.lang));
    if let (Some(words), Some(first)) = (counted, due.first_mut()) {
        let line = canvas.line(format!("→ {words}"), Meaning::Good);
        *first = std::mem::take(first).with_right(line);
    }
    if let Some(at) = read_due(form.due.input.text(), model.now, model.offset, calendar) {
        let point = Clock::of(model).point(at);
        if let Some(first) = due.first_mut() {
            let line = canvas.line(format!("→ {point}"), Meaning::Good);
            *first = std::mem::take(first).with_right(line);
        }
    }
    head.extend(without_caret(due, !form.at_due));
    let keys = fill(
        texts.hint,
        &[("tab", &canvas.key(Action::Toggle)), ("yes", &canvas.key(Action::Accept))],
    );
    Sheet {
        title: canvas.line(texts.title.to_owned(), Meaning::Title),
        head,
        foot: vec![Row::blank(), Row::of(canvas.line(keys, Meaning::Muted))],
        least: 56,
        ..Sheet::default()
    }
}

/// The rows of an input; the real cursor stands only in the one that gets the keys.
fn without_caret(mut rows: Vec<Row>, idle: bool) -> Vec<Row> {
    if idle {
        for row in &mut rows {
            row.caret = None;
        }
    }
    rows
}
