//! The exhibits: those collected, those wanted, and every other kind.

use super::field;
use crate::app::{Action, ExhibitRow, Exhibits};
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::layout::Rect;
use ratatui::text::Line;

pub(super) fn sheet(canvas: &Canvas<'_>, exhibits: &Exhibits, body: Rect) -> Sheet {
    let texts = &canvas.strings().exhibits;
    let room = Sheet::room(body).min(64);
    let mut rows = Vec::new();
    let mut heading = None;
    for (place, row) in canvas.model.exhibit_rows().into_iter().enumerate() {
        let of = match row {
            ExhibitRow::Held(_) => &texts.held,
            ExhibitRow::Wanted(_) => &texts.wanted,
            ExhibitRow::Proves { .. } => &texts.proves,
            ExhibitRow::Other(_) => &texts.others,
        };
        if heading != Some(of) {
            rows.push(Row::of(canvas.line(*of, Meaning::Muted)));
            heading = Some(of);
        }
        rows.push(line(canvas, &row).at(place));
    }
    if rows.is_empty() {
        let text = fill(texts.none, &[("text", &exhibits.filter.input.text())]);
        rows.push(Row::of(canvas.line(text, Meaning::Muted)));
    }
    let keys = fill(
        texts.hint,
        &[("note", &canvas.key(Action::Accept)), ("tab", &canvas.key(Action::Toggle))],
    );
    Sheet {
        title: canvas.line(texts.title.to_owned(), Meaning::Title),
        head: field::rows(canvas, &exhibits.filter, room, texts.prompt),
        rows,
        foot: vec![Row::of(canvas.line(keys, Meaning::Muted))],
        selected: Some(exhibits.selected),
        least: 62,
        ..Sheet::default()
    }
}

fn line(canvas: &Canvas<'_>, row: &ExhibitRow) -> Row {
    let texts = &canvas.strings().exhibits;
    let words = canvas.model.exhibit_row_words(row);
    let (sign, look, right) = match row {
        ExhibitRow::Held(no) => {
            let held = canvas.model.open.as_ref().and_then(|open| open.state.exhibit(*no));
            let mut parts = vec![fill(texts.no, &[("n", no)])];
            if let Some(source) = held.and_then(|held| held.source) {
                parts.push(fill(canvas.strings().facts.from, &[("n", &source)]));
            }
            ("☑", Meaning::Good, parts.join(" · "))
        }
        ExhibitRow::Wanted(_) => ("☐", Meaning::DueSoon, texts.must.to_owned()),
        ExhibitRow::Proves { must: true, .. } => ("☐", Meaning::Text, texts.must.to_owned()),
        ExhibitRow::Proves { must: false, .. } => ("☐", Meaning::Text, texts.nice.to_owned()),
        ExhibitRow::Other(_) => ("+", Meaning::Muted, String::new()),
    };
    let name = if matches!(row, ExhibitRow::Other(_)) { Meaning::Text } else { Meaning::Title };
    let spans = vec![canvas.span(format!("{sign} "), look), canvas.span(words, name)];
    Row::of(Line::from(spans)).with_right(canvas.line(right, Meaning::Muted))
}
