//! How the buyer feels: five words, the present one marked, the hot ones with what they change.

use crate::app::words::{buyer_type, mood};
use crate::app::{Action, MoodChoice};
use crate::domain::Mood;
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::text::Line;

pub(super) fn sheet(canvas: &Canvas<'_>, choice: &MoodChoice) -> Sheet {
    let texts = &canvas.strings().mood_choice;
    let now = canvas.model.open.as_ref().map(|open| open.state.mood);
    let mut rows = Vec::new();
    for (place, felt) in Mood::ALL.into_iter().enumerate() {
        let mut spans = vec![
            canvas.span(format!("{} ", place + 1), Meaning::Key),
            canvas.span(mood(canvas.strings(), felt), Meaning::Mood(felt)),
        ];
        if felt.is_hot() {
            spans.push(canvas.span(format!("  {}", texts.hot), Meaning::Muted));
        }
        let mut row = Row::of(Line::from(spans)).at(place);
        if now == Some(felt) {
            row = row.with_right(canvas.line(format!("✓ {}", texts.now), Meaning::Muted));
        }
        rows.push(row);
    }
    let judged = canvas.model.open.as_ref().and_then(|open| open.state.buyer_type);
    let judged = judged.map_or(texts.unjudged, |kind| buyer_type(canvas.strings(), kind));
    let keys = fill(texts.tab, &[("key", &canvas.key(Action::Toggle)), ("type", &judged)]);
    Sheet {
        title: canvas.line(texts.title.to_owned(), Meaning::Title),
        rows,
        foot: vec![Row::blank(), Row::of(canvas.line(keys, Meaning::Muted))],
        selected: Mood::ALL.into_iter().position(|felt| felt == choice.selected),
        least: 48,
        ..Sheet::default()
    }
}
