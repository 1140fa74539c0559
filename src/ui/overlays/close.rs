//! Closing the case: a result, a word on it, and what is still open.

use super::field;
use crate::app::words::{missing, result};
use crate::app::{Action, CloseForm, Leads};
use crate::domain::CloseResult;
use crate::i18n::fill;
use crate::playbook::StepView;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::lines::wrapped;
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
    let open = canvas.model.open.as_ref();
    let mut head = Vec::new();
    let mut foot = field::rows(canvas, &form.words, room, texts.words);
    let ending = open.and_then(|open| open.leads.as_ref());
    if let Some(Leads::Ending { title, wants, .. }) = ending {
        let text = fill(texts.ending, &[("title", title)]);
        head.push(Row::of(canvas.line(text, Meaning::Title)));
        if let Some(reply) = wants {
            let text = format!("! {}", fill(texts.wants, &[("reply", reply)]));
            foot.push(Row::of(canvas.line(text, Meaning::DueSoon)));
        }
    }
    let step = open.and_then(|open| open.step.as_ref());
    let missing = step.map_or(0, |step| step.missing.len());
    if missing > 0 {
        let list = step.map_or_else(String::new, |step| list_of(canvas, step));
        let text = format!("! {}", fill(texts.missing, &[("n", &missing), ("list", &list)]));
        let lines = wrapped(&text, room, 2, canvas.style(Meaning::DueSoon));
        foot.extend(lines.into_iter().map(Row::of));
    }
    let keys: [(&str, &dyn std::fmt::Display); 2] =
        [("wrap", &canvas.key(Action::Toggle)), ("despite", &canvas.key(Action::Add))];
    let keys = canvas.line(fill(texts.keys, &keys), Meaning::Muted);
    let promises = open.map_or(0, |open| open.state.open_promises().count());
    if promises > 0 {
        let text = format!("! {}", fill(texts.promises, &[("n", &promises)]));
        foot.push(Row::of(canvas.line(text, Meaning::DueSoon)));
    }
    foot.push(Row::of(keys));
    Sheet {
        title: canvas.line(texts.title.to_owned(), Meaning::Title),
        head,
        rows,
        foot,
        selected: CloseResult::ALL.into_iter().position(|end| end == form.selected),
        least: 52,
        ..Sheet::default()
    }
}

/// What the step still wants, in a few words each.
fn list_of(canvas: &Canvas<'_>, step: &StepView) -> String {
    let model = canvas.model;
    let words = |one| missing(one, model.strings, model.evidence.as_deref(), model.lang);
    let all: Vec<String> = step.missing.iter().map(words).collect();
    all.join(model.strings.refusal.list_mark)
}
