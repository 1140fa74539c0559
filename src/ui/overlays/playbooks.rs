//! Another playbook: titles with what each is about, broken ones with why.

use crate::app::PlaybookChoice;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::lines::wrapped;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::layout::Rect;

pub(super) fn sheet(canvas: &Canvas<'_>, choice: &PlaybookChoice, body: Rect) -> Sheet {
    let texts = &canvas.strings().playbooks;
    let room = Sheet::room(body).min(70).saturating_sub(2);
    let now = canvas.model.open.as_ref().map(|open| &open.state.playbook.id);
    let mut rows = Vec::new();
    for (place, (id, title, about)) in choice.choices.iter().enumerate() {
        let name = if title.is_empty() { id.as_str() } else { title.as_str() };
        let mut row = Row::of(canvas.line(name, Meaning::Title)).at(place);
        if now == Some(id) {
            row = row.with_right(canvas.line(format!("✓ {}", texts.now), Meaning::Good));
        }
        rows.push(row);
        let lines = wrapped(about, room, 2, canvas.style(Meaning::Muted));
        rows.extend(lines.into_iter().map(|line| Row::of(line).indented(2).at(place)));
    }
    if rows.is_empty() {
        rows.push(Row::of(canvas.line(texts.none.clone(), Meaning::Muted)));
    }
    Sheet {
        title: canvas.line(texts.title.clone(), Meaning::Title),
        rows,
        selected: Some(choice.selected),
        least: 56,
        ..Sheet::default()
    }
}
