//! The points said back, each with what the buyer says to it.

use crate::app::{Action, PointsList};
use crate::domain::PointAnswer;
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::text::Line;

pub(super) fn sheet(canvas: &Canvas<'_>, list: PointsList) -> Sheet {
    let say = &canvas.strings().settling.say;
    let told = canvas.model.open.as_ref().and_then(|open| open.state.settling.restated.last());
    let mut rows = Vec::new();
    for (place, point) in told.map(|told| &told.points).into_iter().flatten().enumerate() {
        let text = format!("{} {}", place + 1, point.text.replace('\n', " "));
        let row = Row::of(Line::from(vec![canvas.span(text, Meaning::Text)])).at(place);
        rows.push(match point.answer {
            None => row,
            Some(PointAnswer::Confirmed) => {
                row.with_right(canvas.line(say.answered_confirmed, Meaning::Good))
            }
            Some(PointAnswer::Corrected) => {
                row.with_right(canvas.line(say.answered_corrected, Meaning::DueSoon))
            }
        });
    }
    let keys = fill(
        say.points_keys,
        &[("answer", &canvas.key(Action::Accept)), ("draft", &canvas.key(Action::AsDraft))],
    );
    Sheet {
        title: canvas.line(say.points_title, Meaning::Title),
        rows,
        foot: vec![Row::blank(), Row::of(canvas.line(keys, Meaning::Muted))],
        selected: Some(list.selected),
        least: 60,
        ..Sheet::default()
    }
}
