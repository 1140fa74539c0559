//! One fact being recorded: the question, the value, how sure it is, and the words it comes from.

use super::field;
use crate::app::words::status;
use crate::app::{Action, FactForm};
use crate::domain::{FactKind, FactStatus};
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::lines::wrapped;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::layout::Rect;
use ratatui::text::Line;

pub(super) fn sheet(canvas: &Canvas<'_>, form: &FactForm, body: Rect) -> Sheet {
    let texts = &canvas.strings().fact_form;
    let room = Sheet::room(body).min(60);
    let lines = |text: &str, most, meaning| {
        wrapped(text, room, most, canvas.style(meaning)).into_iter().map(Row::of)
    };
    let mut head: Vec<Row> = lines(&form.ask, 3, Meaning::Text).collect();
    let mut rows = Vec::new();
    if form.choices.is_empty() {
        head.extend(field::rows(canvas, &form.value, room, wanted(canvas, form.kind)));
    } else {
        for (place, shown) in form.shown.iter().enumerate() {
            rows.push(
                Row::of(canvas.line(format!("{} {shown}", place + 1), Meaning::Text)).at(place),
            );
        }
        if let Some(complaint) = &form.value.complaint {
            head.extend(lines(complaint, 2, Meaning::Bad));
        }
    }
    let mut foot = vec![Row::blank(), sureness(canvas, form)];
    if let Some(quote) = &form.quote {
        let mut text = format!("{}：{quote}", texts.quote);
        if canvas.model.lang == crate::domain::Lang::En {
            text = format!("{}: {quote}", texts.quote);
        }
        foot.extend(lines(&text, 2, Meaning::Muted));
    }
    let title = fill(texts.title, &[("label", &form.label)]);
    Sheet {
        title: canvas.line(title, Meaning::Title),
        head,
        rows,
        foot,
        selected: Some(form.selected),
        least: 56,
        ..Sheet::default()
    }
}

/// All three standings, the chosen one marked.
fn sureness(canvas: &Canvas<'_>, form: &FactForm) -> Row {
    let texts = &canvas.strings().fact_form;
    let mut spans = vec![canvas.span(format!("{} ", texts.status), Meaning::Muted)];
    for one in FactStatus::ALL {
        let name = status(canvas.strings(), one);
        if one == form.status {
            spans.push(canvas.span(format!(" [{name}]"), Meaning::Title));
        } else {
            spans.push(canvas.span(format!("  {name} "), Meaning::Muted));
        }
    }
    let key = fill(texts.toggle, &[("key", &canvas.key(Action::Toggle))]);
    Row::of(Line::from(spans)).with_right(canvas.line(key, Meaning::Key))
}

/// What kind of value is wanted.
fn wanted<'a>(canvas: &Canvas<'a>, kind: FactKind) -> &'a str {
    let texts = &canvas.strings().fact_form;
    match kind {
        FactKind::Bool => texts.yes_or_no,
        FactKind::Enum => texts.choice,
        FactKind::Text => texts.text,
        FactKind::Number => texts.number,
        FactKind::Money => texts.money,
        FactKind::Date => texts.date,
        FactKind::List => texts.list,
    }
}
