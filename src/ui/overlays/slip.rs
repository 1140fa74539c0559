//! Forms: a few fields, each a line or a choice.

use super::field;
use crate::app::{Action, Slip, SlipValue};
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::lines::wrapped;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Rows of a choice that are shown at once.
const SHOWN: usize = 7;

pub(super) fn sheet(canvas: &Canvas<'_>, form: &Slip, body: Rect) -> Sheet {
    let room = Sheet::room(body).min(64);
    let mut head = Vec::new();
    for (place, one) in form.fields.iter().enumerate() {
        let here = place == form.at;
        let look = if here { Meaning::Title } else { Meaning::Muted };
        head.push(Row::of(canvas.line(one.label.clone(), look)));
        match &one.value {
            SlipValue::Text(input) => {
                let mut rows = field::rows(canvas, input, room, &one.hint);
                if !here {
                    // The real cursor stands only in the one that gets the keys.
                    for row in &mut rows {
                        row.caret = None;
                    }
                }
                head.extend(rows);
            }
            SlipValue::One { shown, selected } => {
                head.extend(choices(canvas, shown, *selected, here, |n| {
                    if n == *selected { "◉" } else { "○" }
                }));
            }
            SlipValue::Any { shown, ticked, selected } => {
                let on = |n: usize| ticked.get(n).copied().unwrap_or(false);
                let count = ticked.iter().filter(|on| **on).count();
                if here {
                    head.extend(choices(canvas, shown, *selected, here, |n| {
                        if on(n) { "☑" } else { "☐" }
                    }));
                } else {
                    let names = shown.iter().enumerate().filter(|(n, _)| on(*n));
                    let names: Vec<&str> = names.map(|(_, name)| name.as_str()).collect();
                    let text = if count == 0 { "–".to_owned() } else { names.join(" / ") };
                    let lines = wrapped(&format!("  {text}"), room, 2, canvas.style(Meaning::Text));
                    head.extend(lines.into_iter().map(Row::of));
                }
            }
        }
    }
    let mut foot = Vec::new();
    if let Some(complaint) = &form.complaint {
        let lines = wrapped(&format!("✗ {complaint}"), room, 4, canvas.style(Meaning::Bad));
        foot.extend(lines.into_iter().map(Row::of));
    }
    if let Some(text) = canvas.model.reconciled(form) {
        let lines = wrapped(&text, room, 3, canvas.style(Meaning::Good));
        foot.extend(lines.into_iter().map(Row::of));
    }
    let texts = &canvas.strings().form;
    let any = matches!(form.fields.get(form.at).map(|one| &one.value), Some(SlipValue::Any { .. }));
    let template = if any { &texts.keys_any } else { &texts.keys };
    let keys: [(&str, &dyn std::fmt::Display); 3] = [
        ("tab", &canvas.key(Action::Toggle)),
        ("yes", &canvas.key(Action::Accept)),
        ("all", &canvas.key(Action::Add)),
    ];
    foot.push(Row::of(canvas.line(fill(template, &keys), Meaning::Muted)));
    Sheet {
        title: canvas.line(form.title(canvas.model).to_owned(), Meaning::Title),
        head,
        foot,
        least: 60,
        ..Sheet::default()
    }
}

/// The rows of a choice round its cursor; of one that has not the keys, only the chosen one.
fn choices(
    canvas: &Canvas<'_>,
    shown: &[String],
    selected: usize,
    here: bool,
    sign: impl Fn(usize) -> &'static str,
) -> Vec<Row> {
    let most = if here { SHOWN } else { 1 };
    let last_first = shown.len().saturating_sub(most);
    let first = if here { selected.saturating_sub(most / 2).min(last_first) } else { selected };
    let seen = shown.iter().enumerate().skip(first).take(most);
    seen.map(|(n, name)| {
        let look = if n == selected && here { Meaning::Key } else { Meaning::Text };
        let digit = if n < 9 { (n + 1).to_string() } else { " ".to_owned() };
        Row::of(Line::from(vec![
            canvas.span(format!("  {} {digit} ", sign(n)), look),
            canvas.span(name.clone(), look),
        ]))
    })
    .collect()
}
