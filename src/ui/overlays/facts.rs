//! The facts of the case: those its playbook declares, with value, standing and source.

use crate::app::words::{status, value};
use crate::app::{Action, Facts, OpenCase};
use crate::domain::{Fact, FactStatus};
use crate::i18n::fill;
use crate::playbook::FactDecl;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::text::Line;

pub(super) fn sheet(canvas: &Canvas<'_>, facts: &Facts) -> Sheet {
    let texts = &canvas.strings().facts;
    let mut rows = Vec::new();
    if let Some(open) = &canvas.model.open
        && let Some(playbook) = &open.playbook
    {
        let declared = canvas.model.declared_facts();
        let declared = declared.iter().filter_map(|id| playbook.fact(id));
        rows.extend(declared.enumerate().map(|(place, fact)| row(canvas, open, fact).at(place)));
    }
    if rows.is_empty() {
        rows.push(Row::of(canvas.line(texts.none.to_owned(), Meaning::Muted)));
    }
    let held = canvas.model.open.as_ref().map_or(0, |open| open.state.held_exhibits().count());
    let keys: [(&str, &dyn std::fmt::Display); 4] = [
        ("yes", &canvas.key(Action::Accept)),
        ("add", &canvas.key(Action::Add)),
        ("key", &canvas.key(Action::Toggle)),
        ("n", &held),
    ];
    let keys = fill(texts.tab, &keys);
    Sheet {
        title: canvas.line(texts.title.to_owned(), Meaning::Title),
        rows,
        foot: vec![Row::of(canvas.line(keys, Meaning::Muted))],
        selected: Some(facts.selected),
        least: 56,
        ..Sheet::default()
    }
}

fn row(canvas: &Canvas<'_>, open: &OpenCase, declared: &FactDecl) -> Row {
    let texts = &canvas.strings().facts;
    let label = declared.label.get(canvas.model.lang);
    if declared.compute.is_some() {
        let known = open.playbook.as_ref().and_then(|playbook| {
            let desk = canvas.model.desk(open, playbook);
            playbook.value(&declared.id, &desk.situation(&open.state))
        });
        let shown = known.map_or_else(
            || "?".to_owned(),
            |known| value(canvas.strings(), canvas.model.lang, Some(declared), &known),
        );
        let spans = vec![
            canvas.span(format!("= {label} "), Meaning::Muted),
            canvas.span(shown, Meaning::Text),
        ];
        let right = canvas.line(texts.computed.to_owned(), Meaning::Muted);
        return Row::of(Line::from(spans)).with_right(right);
    }
    let Some(fact) = open.state.facts.get(&declared.id) else {
        let spans = vec![
            canvas.span(format!("? {label} "), Meaning::Text),
            canvas.span(declared.ask.get(canvas.model.lang), Meaning::Muted),
        ];
        return Row::of(Line::from(spans))
            .with_right(canvas.line(texts.unknown.to_owned(), Meaning::Muted));
    };
    let (sign, look) = match fact.status {
        FactStatus::Claimed => ("·", Meaning::Text),
        FactStatus::Confirmed => ("✓", Meaning::Good),
        FactStatus::Disputed => ("!", Meaning::Bad),
    };
    let shown = value(canvas.strings(), canvas.model.lang, Some(declared), &fact.value);
    let spans =
        vec![canvas.span(format!("{sign} {label} "), look), canvas.span(shown, Meaning::Title)];
    Row::of(Line::from(spans)).with_right(canvas.line(about(canvas, fact), Meaning::Muted))
}

fn about(canvas: &Canvas<'_>, fact: &Fact) -> String {
    let texts = &canvas.strings().facts;
    let mut parts = vec![status(canvas.strings(), fact.status).to_owned()];
    if let Some(no) = fact.source {
        parts.push(fill(texts.from, &[("n", &no)]));
    }
    if fact.times > 1 {
        parts.push(fill(texts.times, &[("n", &fact.times)]));
    }
    parts.join(" · ")
}
