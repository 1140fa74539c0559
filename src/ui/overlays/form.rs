//! A form of the desk: its fields, what they come to, and why it cannot be taken as it stands.

use super::field;
use crate::app::words::{self, form_choice};
use crate::app::{Action, Form, FormInput, FormKind, FormRow};
use crate::desk::{Figures, figures, flags, payer};
use crate::domain::Fen;
use crate::i18n::fill;
use crate::standard::Firmness;
use crate::standard::money::{Advice, Exposed};
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::lines::wrapped;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// As much of the exposure as there is room for.
const SHOWN: usize = 3;

pub(super) fn sheet(canvas: &Canvas<'_>, form: &Form, body: Rect) -> Sheet {
    let texts = &canvas.strings().settling;
    let room = Sheet::room(body).min(72);
    let rows: Vec<Row> = form
        .rows
        .iter()
        .enumerate()
        .map(|(place, row)| line(canvas, form, row, place == form.selected, room).at(place))
        .collect();
    let mut foot = Vec::new();
    if let Some(complaint) = &form.complaint {
        let style = canvas.style(Meaning::Bad);
        foot.extend(wrapped(&format!("✗ {complaint}"), room, 3, style).into_iter().map(Row::of));
    }
    if let Some(choices) = choices(canvas, form) {
        let style = canvas.style(Meaning::Text);
        foot.extend(wrapped(&choices, room, 3, style).into_iter().map(Row::of));
    }
    let notes = notes(canvas, form);
    for (text, meaning) in notes {
        foot.extend(wrapped(&text, room, 2, canvas.style(meaning)).into_iter().map(Row::of));
    }
    let keys = fill(
        texts.say.form_keys,
        &[("accept", &canvas.key(Action::Accept)), ("turn", &canvas.key(Action::Toggle))],
    );
    foot.push(Row::of(canvas.line(keys, Meaning::Muted)));
    let name = form.kind.name();
    let title = texts.row.get(name).unwrap_or(name);
    Sheet {
        title: canvas.line(title.to_owned(), Meaning::Title),
        rows,
        foot,
        selected: Some(form.selected),
        least: 64,
        ..Sheet::default()
    }
}

fn line(canvas: &Canvas<'_>, form: &Form, row: &FormRow, here: bool, room: usize) -> Row {
    let strings = canvas.strings();
    let label = capital(words::field(strings, form.kind, row.name));
    match &row.input {
        FormInput::Choice { names, chosen } => {
            let shown = chosen.and_then(|at| names.get(at)).map_or_else(
                || strings.settling.say.unknown.to_owned(),
                |name| form_choice(strings, row.name, name),
            );
            let look = if chosen.is_some() { Meaning::Title } else { Meaning::Muted };
            let spans = vec![
                canvas.span(format!("{label} "), Meaning::Muted),
                canvas.span(format!("‹{shown}›"), look),
            ];
            Row::of(Line::from(spans))
        }
        FormInput::Text(input) if here => {
            let hint = strings.settling.hint.get(row.name).unwrap_or("");
            let lead = crate::domain::cells::width(&label) + 1;
            let mut rows = field::rows(canvas, input, room.saturating_sub(lead), hint);
            if rows.is_empty() {
                return Row::blank();
            }
            let mut row = rows.remove(0);
            row.lead(canvas.span(format!("{label} "), Meaning::Muted), lead);
            row
        }
        FormInput::Text(input) => {
            let text = input.input.text();
            let shown = crate::domain::cells::cut(text, room.saturating_sub(16)).into_owned();
            Row::of(Line::from(vec![
                canvas.span(format!("{label} "), Meaning::Muted),
                canvas.span(shown, Meaning::Text),
            ]))
        }
    }
}

/// A label begins with a capital, where the same words inside a sentence do not.
fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// What can be chosen in the field under the cursor, each with its digit.
fn choices(canvas: &Canvas<'_>, form: &Form) -> Option<String> {
    let row = form.rows.get(form.selected)?;
    let FormInput::Choice { names, .. } = &row.input else { return None };
    let shown = (1..).zip(names).map(|(no, name): (u32, _)| {
        format!("{no} {}", form_choice(canvas.strings(), row.name, name))
    });
    Some(shown.collect::<Vec<_>>().join("  "))
}

/// What the fields come to.
fn notes(canvas: &Canvas<'_>, form: &Form) -> Vec<(String, Meaning)> {
    let Some(open) = &canvas.model.open else { return Vec::new() };
    let Some(playbook) = &open.playbook else { return Vec::new() };
    let strings = canvas.strings();
    let verdict = open.state.settling.verdict.as_ref().map(|judged| judged.verdict);
    match form.kind {
        FormKind::Money => {
            let mut state = open.state.clone();
            state.settling.figures = form.figures();
            let desk = canvas.model.desk(open, playbook);
            money(canvas, &figures(&state, &desk, canvas.model.standards.as_deref()))
        }
        FormKind::Return => {
            let check = form.pieces();
            let mut notes: Vec<(String, Meaning)> = flags(check, verdict)
                .into_iter()
                .map(|flag| (format!("! {}", words::flag(strings, flag)), Meaning::DueSoon))
                .collect();
            if let Some(owed) = payer(check, verdict) {
                let who = words::payer(strings, owed);
                let text = fill(strings.settling.say.freight_owed, &[("payer", &who)]);
                notes.push((text, Meaning::Muted));
            }
            notes
        }
        FormKind::Verdict => vec![(strings.settling.say.inside.to_owned(), Meaning::Muted)],
        FormKind::Wish(_)
        | FormKind::Option(_)
        | FormKind::Only
        | FormKind::Ask
        | FormKind::Pay => Vec::new(),
        FormKind::Choose(..)
        | FormKind::Rule
        | FormKind::Void(_)
        | FormKind::Answer(_)
        | FormKind::Mark(_) => about(canvas, form.kind).into_iter().collect(),
    }
}

/// What the form is about, where its fields do not say.
fn about(canvas: &Canvas<'_>, kind: FormKind) -> Option<(String, Meaning)> {
    let open = canvas.model.open.as_ref()?;
    let (settling, strings) = (&open.state.settling, canvas.strings());
    let text = match kind {
        FormKind::Choose(no, _) => {
            let told = fill(strings.settling.say.offered_mark, &[("n", &settling.told_as(no)?)]);
            format!("{} · {told}", words::option(strings, settling.option(no)?))
        }
        FormKind::Rule => words::asked(strings, settling.waiting()?),
        FormKind::Void(no) => {
            let paid = settling.payments.iter().find(|paid| paid.no == no)?;
            format!("{} ¥{} {}", words::paid_what(strings, paid.what), paid.amount, paid.proof)
        }
        FormKind::Answer(point) => {
            let place = usize::try_from(point.checked_sub(1)?).ok()?;
            let text = &settling.restated.last()?.points.get(place)?.text;
            format!("{point}. {text}")
        }
        FormKind::Mark(no) => {
            let said = open.thread.messages.iter().find(|message| message.no == no)?;
            format!("“{}”", said.text.one_line())
        }
        _says_it_itself => return None,
    };
    Some((text, Meaning::Title))
}

fn money(canvas: &Canvas<'_>, figures: &Figures) -> Vec<(String, Meaning)> {
    let say = &canvas.strings().settling.say;
    let mut notes = Vec::new();
    match figures.band {
        Some(band) => {
            let values: [(&str, &dyn std::fmt::Display); 3] =
                [("low", &band.opening), ("high", &band.cap), ("back", &band.return_cost)];
            notes.push((fill(say.band, &values), Meaning::Good));
        }
        None => notes.push((say.band_unknown.to_owned(), Meaning::Muted)),
    }
    for exposed in figures.exposure.each.iter().take(SHOWN) {
        notes.push((exposure(canvas, exposed), Meaning::Text));
    }
    if let Some(weighed) = figures.weighed {
        let text = match weighed.advice {
            Advice::Pay => &say.weigh_pay,
            Advice::Fight => &say.weigh_fight,
        };
        let values: [(&str, &dyn std::fmt::Display); 2] =
            [("pay", &weighed.pay), ("fight", &weighed.fight)];
        notes.push((fill(text, &values), Meaning::Title));
    }
    notes
}

fn exposure(canvas: &Canvas<'_>, exposed: &Exposed) -> String {
    let say = &canvas.strings().settling.say;
    let firm = match exposed.firmness {
        Some(Firmness::Rule) => &say.firm,
        Some(Firmness::Excerpt) => &say.excerpt,
        Some(Firmness::Hint) | None => &say.hint,
    };
    let amount = exposed.amount.unwrap_or(Fen(0));
    let points = exposed.points.unwrap_or_default();
    let text = if exposed.amount.is_some() { &say.exposure } else { &say.exposure_points };
    let model = canvas.model;
    let today = model.now.at_offset(model.offset).date_naive();
    let cited = model.standards.as_deref().and_then(|shelf| shelf.cite(&exposed.rule, today));
    let rule = cited.map_or_else(
        || exposed.rule.clone(),
        |citation| words::rule_name(&citation, canvas.strings(), model.lang),
    );
    let values: [(&str, &dyn std::fmt::Display); 4] =
        [("rule", &rule), ("amount", &amount), ("n", &points), ("firm", firm)];
    fill(text, &values)
}
