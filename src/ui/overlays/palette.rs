//! The palette: actions by name, with their keys and, where they cannot be done, why.

use super::field;
use crate::app::words::standing;
use crate::app::{Palette, Standing};
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::layout::Rect;
use ratatui::text::Line;

pub(super) fn sheet(canvas: &Canvas<'_>, palette: &Palette, body: Rect) -> Sheet {
    let texts = &canvas.strings().palette;
    let room = Sheet::room(body).min(64);
    let mut rows = Vec::new();
    for (place, action) in canvas.model.palette_matches().into_iter().enumerate() {
        let words = canvas.strings().action.get(action.name());
        let title = words.map_or_else(|| action.name(), |words| words.title);
        let help = words.map_or("", |words| words.help);
        let why = canvas.model.standing(action);
        let ready = why == Standing::Ready;
        let look = if ready { Meaning::Title } else { Meaning::Muted };
        let title = crate::domain::cells::pad(title, if body.width < 60 { 10 } else { 14 });
        let mut spans = vec![canvas.span(title, look)];
        let about = if ready { help } else { standing(canvas.strings(), why) };
        spans.push(
            canvas.span(format!(" {about}"), if ready { Meaning::Muted } else { Meaning::Held }),
        );
        let key = canvas.line(canvas.key(action), Meaning::Key);
        rows.push(Row::of(Line::from(spans)).with_right(key).at(place));
    }
    if rows.is_empty() {
        let text = fill(texts.none, &[("text", &palette.filter.input.text())]);
        rows.push(Row::of(canvas.line(text, Meaning::Muted)));
    }
    Sheet {
        title: canvas.line(texts.title.to_owned(), Meaning::Title),
        head: field::rows(canvas, &palette.filter, room, texts.prompt),
        rows,
        selected: Some(palette.selected),
        least: 66,
        ..Sheet::default()
    }
}
