//! Closing the case: a result, a word on it, and what is still open.

use super::field;
use crate::app::CloseForm;
use crate::app::words::result;
use crate::domain::CloseResult;
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::layout::Rect;
use ratatui::text::Line;

pub(super) fn sheet(canvas: &Canvas<'_>, form: &CloseForm, body: Rect) -> Sheet {
    let texts = &canvas.strings().close;
    let room = Sheet::room(body).min(56);
    let mut rows = Vec::new();
    for (place, end) in CloseResult::ALL.into_iter().enumerate() {
        let spans = vec![
            canvas.span(format!("{} ", place + 1), Meaning::Key),
            canvas.span(result(canvas.strings(), end), Meaning::Text),
        ];
        rows.push(Row::of(Line::from(spans)).at(place));
    }
    let mut foot = field::rows(canvas, &form.words, room, &texts.words);
    let promises = canvas.model.open.as_ref().map_or(0, |open| open.state.open_promises().count());
    if promises > 0 {
        let text = format!("! {}", fill(&texts.promises, &[("n", &promises)]));
        foot.push(Row::of(canvas.line(text, Meaning::DueSoon)));
    }
    Sheet {
        title: canvas.line(texts.title.clone(), Meaning::Title),
        rows,
        foot,
        selected: CloseResult::ALL.into_iter().position(|end| end == form.selected),
        least: 52,
        ..Sheet::default()
    }
}
