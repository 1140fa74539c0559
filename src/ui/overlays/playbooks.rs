//! The playbooks: titles with where each comes from, what it is about, and what is wrong with it.

use super::field;
use crate::app::{Action, BookRow, PlaybookChoice};
use crate::i18n::fill;
use crate::playbook::Origin;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::lines::wrapped;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::layout::Rect;
use ratatui::text::Line;

pub(super) fn sheet(canvas: &Canvas<'_>, choice: &PlaybookChoice, body: Rect) -> Sheet {
    let texts = &canvas.strings().playbooks;
    let room = Sheet::room(body).min(74);
    let mut rows = Vec::new();
    for (place, row) in choice.found().into_iter().enumerate() {
        rows.extend(book(canvas, row, room).into_iter().map(|row| row.at(place)));
    }
    if rows.is_empty() {
        let typed = choice.filter.input.text();
        let text = match (choice.listed, typed.is_empty()) {
            (false, _) => texts.loading.to_owned(),
            (true, true) => texts.none.to_owned(),
            (true, false) => fill(texts.nothing, &[("text", &typed)]),
        };
        rows.push(Row::of(canvas.line(text, Meaning::Muted)));
    }
    let keys =
        fill(texts.hint, &[("key", &canvas.key(Action::Accept)), ("reload", &reload(canvas))]);
    Sheet {
        title: canvas.line(texts.title.to_owned(), Meaning::Title),
        head: field::rows(canvas, &choice.filter, room, texts.prompt),
        rows,
        foot: vec![Row::of(canvas.line(keys, Meaning::Muted))],
        selected: Some(choice.selected),
        least: 70,
        ..Sheet::default()
    }
}

/// The key that works in a window.
fn reload(canvas: &Canvas<'_>) -> String {
    let bindings = canvas.model.keymap.bindings();
    let own = bindings.iter().find(|(context, _, action)| {
        *context == crate::app::Context::Overlay && *action == Action::Reload
    });
    own.map_or_else(|| canvas.key(Action::Reload), |(_, chord, _)| chord.short())
}

fn book(canvas: &Canvas<'_>, row: &BookRow, room: usize) -> Vec<Row> {
    let texts = &canvas.strings().playbooks;
    let now = canvas.model.open.as_ref().map(|open| &open.state.playbook.id);
    let name = if row.title.is_empty() { row.id.as_str() } else { row.title.as_str() };
    let mut spans = vec![canvas.span(name, Meaning::Title)];
    if name != row.id.as_str() {
        spans.push(canvas.span(format!(" {}", row.id), Meaning::Muted));
    }
    let mut marks = Vec::new();
    if now == Some(&row.id) && !row.overridden {
        marks.push((format!("✓ {}", texts.now), Meaning::Good));
    }
    if !row.usable {
        marks.push((format!("✗ {}", texts.broken), Meaning::Bad));
    } else if !row.faults.is_empty() {
        marks.push((
            format!("! {}", fill(texts.warnings, &[("n", &row.faults.len())])),
            Meaning::DueSoon,
        ));
    }
    if row.overridden {
        marks.push((texts.overridden.to_owned(), Meaning::Muted));
    }
    if row.spine {
        marks.push((texts.spine.to_owned(), Meaning::Platform));
    }
    match row.origin {
        Origin::Shop => marks.push((texts.shop.to_owned(), Meaning::Agent)),
        Origin::Shipped | Origin::Pinned => {}
    }
    let mut right = Vec::new();
    for (mark, look) in marks {
        if !right.is_empty() {
            right.push(canvas.span(" · ", Meaning::Muted));
        }
        right.push(canvas.span(mark, look));
    }
    let mut rows = vec![Row::of(Line::from(spans)).with_right(Line::from(right))];
    let (about, look) = match row.faults.first().filter(|_| !row.usable) {
        Some(fault) => (fault.as_str(), Meaning::Bad),
        None => (row.about.as_str(), Meaning::Muted),
    };
    let lines = wrapped(about, room.saturating_sub(2), 1, canvas.style(look));
    rows.extend(lines.into_iter().map(|line| Row::of(line).indented(2)));
    rows
}
