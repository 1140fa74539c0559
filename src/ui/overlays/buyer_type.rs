//! What kind of buyer it is: nine kinds with how each is best spoken with, and none.

use crate::app::words::{buyer_type, mood};
use crate::app::{Action, BuyerTypeChoice};
use crate::domain::BuyerType;
use crate::domain::cells::{pad, width};
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::text::Line;

pub(super) fn sheet(canvas: &Canvas<'_>, choice: &BuyerTypeChoice) -> Sheet {
    let strings = canvas.strings();
    let texts = &strings.buyer_type_choice;
    let judged = canvas.model.open.as_ref().and_then(|open| open.state.buyer_type);
    let widest = BuyerType::ALL.map(|kind| width(buyer_type(strings, kind)));
    let cells = widest.into_iter().max().unwrap_or(8);
    let mut rows = Vec::new();
    for (place, kind) in BuyerType::ALL.into_iter().enumerate() {
        let hint = strings.buyer_type.get(kind.name()).map_or("", |words| words.hint);
        let name = pad(buyer_type(strings, kind), cells);
        let key = format!("{} ", place + 1);
        rows.push(row(canvas, &key, &name, hint, judged == Some(kind)).at(place));
    }
    let name = pad(texts.none, cells);
    let none = row(canvas, "- ", &name, texts.none_hint, judged.is_none());
    rows.push(none.at(BuyerTypeChoice::NONE));
    let felt = canvas.model.open.as_ref().map(|open| open.state.mood).unwrap_or_default();
    let keys =
        fill(texts.tab, &[("key", &canvas.key(Action::Toggle)), ("mood", &mood(strings, felt))]);
    Sheet {
        title: canvas.line(texts.title.to_owned(), Meaning::Title),
        rows,
        foot: vec![Row::blank(), Row::of(canvas.line(keys, Meaning::Muted))],
        selected: Some(choice.place()),
        least: 56,
        ..Sheet::default()
    }
}

fn row(canvas: &Canvas<'_>, key: &str, name: &str, hint: &str, now: bool) -> Row {
    let spans = vec![
        canvas.span(key, Meaning::Key),
        canvas.span(name, Meaning::Text),
        canvas.span(format!("  {hint}"), Meaning::Muted),
    ];
    let row = Row::of(Line::from(spans));
    if now { row.with_right(canvas.line("✓", Meaning::Good)) } else { row }
}
