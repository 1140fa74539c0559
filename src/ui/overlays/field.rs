//! A one-line input: the part of it round the caret, and what is wrong with it.

use crate::app::Field;
use crate::domain::cells::{graphemes, width};
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::lines::wrapped;
use crate::ui::rows::Row;
use ratatui::text::Line;

/// The rows of an input in `room` cells: the input itself, then why it cannot be taken.
pub(super) fn rows(canvas: &Canvas<'_>, field: &Field, room: usize, empty: &str) -> Vec<Row> {
    let text = field.input.text();
    let lead = canvas.span("› ", Meaning::Key);
    let room = room.saturating_sub(3);
    let before = width(text.get(..field.input.caret()).unwrap_or_default());
    // What stands left of the view is left out, whole characters at a time.
    let hidden = (before + 1).saturating_sub(room);
    let mut skipped = 0;
    let mut start = 0;
    for grapheme in graphemes(text) {
        if skipped >= hidden {
            break;
        }
        skipped += grapheme.cells;
        start = grapheme.end();
    }
    let shown = text.get(start..).unwrap_or_default();
    let words = if text.is_empty() {
        canvas.span(empty, Meaning::Muted)
    } else {
        canvas.span(crate::domain::cells::cut(shown, room).into_owned(), Meaning::Text)
    };
    let column = 2 + before.saturating_sub(skipped);
    let mut row = Row::of(Line::from(vec![lead, words]));
    row.caret = u16::try_from(column).ok();
    let mut out = vec![row];
    if let Some(complaint) = &field.complaint {
        let style = canvas.style(Meaning::Bad);
        let lines = wrapped(&format!("✗ {complaint}"), room, 2, style);
        out.extend(lines.into_iter().map(Row::of));
    }
    out
}
