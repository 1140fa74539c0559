//! One playbook: what it is about, its steps and ways, and what is wrong with it.

use crate::app::words::{issue, outline};
use crate::app::{Action, PlaybookPage};
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::lines::wrapped;
use crate::ui::panel;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::layout::Rect;

pub(super) fn sheet(canvas: &Canvas<'_>, page: &PlaybookPage, body: Rect) -> Sheet {
    let texts = &canvas.strings().page;
    let room = Sheet::room(body).min(86);
    let lines = |text: &str, most, meaning| -> Vec<Row> {
        wrapped(text, room, most, canvas.style(meaning)).into_iter().map(Row::of).collect()
    };
    let row = &page.row;
    let head = lines(&row.about, 2, Meaning::Muted);
    let mut rows = Vec::new();
    if !row.faults.is_empty() {
        let count = fill(texts.faults, &[("n", &row.faults.len())]);
        rows.extend(lines(&format!("! {count}"), 1, Meaning::Bad));
        for fault in &row.faults {
            rows.extend(lines(fault, 4, Meaning::Text));
        }
        rows.push(Row::blank());
    }
    match &page.book {
        Some(book) => {
            if !book.issues.is_empty() {
                let issues: Vec<&str> =
                    book.issues.iter().map(|one| issue(canvas.strings(), one)).collect();
                let list = issues.join(canvas.strings().refusal.list_mark);
                rows.extend(lines(&fill(texts.issues, &[("list", &list)]), 2, Meaning::Text));
                rows.push(Row::blank());
            }
            let drawn = outline(book, canvas.model.lang, canvas.strings(), room);
            rows.extend(drawn.lines().map(|line| Row::of(canvas.line(line, Meaning::Text))));
        }
        None if row.usable => rows.extend(lines(texts.loading, 1, Meaning::Muted)),
        None => {}
    }
    let usable = row.usable && canvas.model.open.as_ref().is_some_and(|open| open.state.is_open());
    let foot = if usable {
        let text = fill(texts.choose, &[("key", &canvas.key(Action::Accept))]);
        vec![Row::of(canvas.line(text, Meaning::Muted))]
    } else {
        Vec::new()
    };
    let name = if row.title.is_empty() { row.id.as_str() } else { row.title.as_str() };
    let id = if name == row.id.as_str() { Vec::new() } else { vec![row.id.to_string()] };
    Sheet {
        title: panel::titled(canvas, name, &id),
        head,
        rows,
        foot,
        scroll: Some(page.scroll),
        least: 70,
        ..Sheet::default()
    }
}
