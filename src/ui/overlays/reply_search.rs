//! Any reply by a few characters: its title and step, and its first words.

use super::field;
use crate::app::ReplySearch;
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::lines::wrapped;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::layout::Rect;
use ratatui::text::Line;

pub(super) fn sheet(canvas: &Canvas<'_>, search: &ReplySearch, body: Rect) -> Sheet {
    let texts = &canvas.strings().guide;
    let room = Sheet::room(body).min(72);
    let mut rows = Vec::new();
    for (place, entry) in search.found().into_iter().enumerate() {
        let look = if entry.held { Meaning::Muted } else { Meaning::Title };
        let title = canvas.line(entry.reply.title.clone(), look);
        let (right, look) = if entry.held {
            (canvas.strings().replies.held.to_owned(), Meaning::Held)
        } else {
            (entry.step.clone(), Meaning::Muted)
        };
        rows.push(Row::of(title).with_right(canvas.line(right, look)).at(place));
        let lines = if place == search.selected { 4 } else { 1 };
        let text =
            wrapped(&entry.reply.rendered.text, room - 2, lines, canvas.style(Meaning::Muted));
        rows.extend(text.into_iter().map(|line| Row::of(line).indented(2).at(place)));
    }
    if rows.is_empty() {
        let text = fill(texts.search_none, &[("text", &search.filter.input.text())]);
        rows.push(Row::of(Line::from(canvas.span(text, Meaning::Muted))));
    }
    Sheet {
        title: canvas.line(texts.search.to_owned(), Meaning::Title),
        head: field::rows(canvas, &search.filter, room, texts.search_prompt),
        rows,
        selected: Some(search.selected),
        least: 66,
        ..Sheet::default()
    }
}
