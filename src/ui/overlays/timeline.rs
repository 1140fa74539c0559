//! What happened on the case: when, what, who; the newest first.

use crate::app::Timeline;
use crate::app::words::{Clock, event};
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::text::Line;

pub(super) fn sheet(canvas: &Canvas<'_>, timeline: &Timeline) -> Sheet {
    let texts = &canvas.strings().timeline;
    let clock = Clock::of(canvas.model);
    let mut rows = Vec::new();
    let mut day = None;
    for (place, recorded) in timeline.events.iter().enumerate() {
        if day.is_none_or(|day| !clock.same_day(day, recorded.at)) {
            day = Some(recorded.at);
            rows.push(Row::of(canvas.line(clock.day(recorded.at), Meaning::Muted)));
        }
        let open = canvas.model.open.as_ref();
        let (lang, evidence) = (canvas.model.lang, canvas.model.evidence.as_deref());
        let said = event(canvas.strings(), lang, clock, open, evidence, &recorded.event);
        let spans = vec![
            canvas.span(format!("{} ", clock.hour(recorded.at)), Meaning::Muted),
            canvas.span(said.replace('\n', " "), Meaning::Text),
        ];
        let who = canvas.line(recorded.agent.to_string(), Meaning::Muted);
        rows.push(Row::of(Line::from(spans)).with_right(who).at(place));
    }
    if rows.is_empty() {
        rows.push(Row::of(canvas.line(texts.none.to_owned(), Meaning::Muted)));
    } else if timeline.more {
        rows.push(Row::of(canvas.line(texts.more.to_owned(), Meaning::Muted)));
    }
    Sheet {
        title: canvas.line(texts.title.to_owned(), Meaning::Title),
        rows,
        selected: Some(timeline.selected),
        least: 56,
        ..Sheet::default()
    }
}
