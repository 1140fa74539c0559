//! The desk: every tool between the facts and the settlement, and where each stands.

use crate::app::{Action, DESK_ROWS, DeskList, DeskRow};
use crate::domain::cells::{cut, pad, width};
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::layout::Rect;
use ratatui::text::Line;

pub(super) fn sheet(canvas: &Canvas<'_>, list: DeskList, body: Rect) -> Sheet {
    let texts = &canvas.strings().settling;
    let named = |row: &DeskRow| texts.row.get(row.name()).unwrap_or_else(|| row.name());
    let widest = DESK_ROWS.iter().map(|row| width(named(row))).max().unwrap_or(0);
    let room = Sheet::room(body).min(70).saturating_sub(widest + 12);
    let rows = DESK_ROWS
        .into_iter()
        .enumerate()
        .map(|(place, row)| {
            let name = pad(named(&row), widest);
            let (stands, known) = canvas.model.desk_row(row);
            let sign = if known { "✓" } else { "·" };
            let spans = vec![
                canvas.span(format!("{sign} {name}"), Meaning::Title),
                canvas.span(format!("  {}", canvas.key(row.action())), Meaning::Key),
            ];
            let look = if known { Meaning::Text } else { Meaning::Muted };
            let right = canvas.line(cut(&stands, room).into_owned(), look);
            Row::of(Line::from(spans)).with_right(right).at(place)
        })
        .collect();
    let keys = fill(texts.say.keys, &[("open", &canvas.key(Action::Accept))]);
    Sheet {
        title: canvas.line(texts.say.title.to_owned(), Meaning::Title),
        rows,
        foot: vec![Row::blank(), Row::of(canvas.line(keys, Meaning::Muted))],
        selected: Some(list.selected),
        least: 60,
        ..Sheet::default()
    }
}
