//! How a fact was known before, the newest first.

use crate::app::words::{Clock, status, value};
use crate::domain::{Fact, FactId};
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::text::Line;

pub(super) fn sheet(canvas: &Canvas<'_>, id: &FactId) -> Sheet {
    let say = &canvas.strings().settling.say;
    let clock = Clock::of(canvas.model);
    let lang = canvas.model.lang;
    let open = canvas.model.open.as_ref();
    let declared = open.and_then(|open| open.playbook.as_ref()?.fact(id));
    let mut rows = Vec::new();
    if let Some(open) = open {
        let before = open.state.superseded.iter().filter(|(fact, _)| fact == id);
        let all: Vec<&Fact> =
            before.map(|(_, fact)| fact).chain(open.state.facts.get(id)).collect();
        for (place, fact) in all.into_iter().rev().enumerate() {
            let shown = value(canvas.strings(), lang, declared, &fact.value);
            let mut about = format!("{} · {}", status(canvas.strings(), fact.status), fact.by);
            if let Some(no) = fact.source {
                let from = fill(canvas.strings().facts.from, &[("n", &no)]);
                about = format!("{about} · {from}");
            }
            let look = if place == 0 { Meaning::Title } else { Meaning::Text };
            let spans = vec![
                canvas.span(format!("{} ", clock.point(fact.at)), Meaning::Muted),
                canvas.span(shown, look),
            ];
            rows.push(Row::of(Line::from(spans)).with_right(canvas.line(about, Meaning::Muted)));
        }
    }
    if rows.is_empty() {
        rows.push(Row::of(canvas.line(say.history_none, Meaning::Muted)));
    }
    let label = declared.map_or(id.as_str(), |declared| declared.label.get(lang));
    let title = fill(say.history_title, &[("fact", &label)]);
    Sheet {
        title: canvas.line(title, Meaning::Title),
        rows,
        scroll: Some(0),
        least: 60,
        ..Sheet::default()
    }
}
