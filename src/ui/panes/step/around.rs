//! What stands round the step's own list: the group it belongs to, what an overlay adjusted, steps to
//! be looked at again, and the clocks.

use crate::app::words::{Clock, buyer_type, mood, platform};
use crate::app::{Action, Adjusted, ClockName, Leads, Model, OpenCase, RunningClock};
use crate::domain::Level;
use crate::i18n::fill;
use crate::playbook::StepView;
use crate::ui::lines::wrapped;
use crate::ui::rows::Row;
use crate::ui::{Meaning, Theme};
use ratatui::text::{Line, Span};

/// The rows above the step's list: what is to be looked at again, then where the step belongs.
pub(super) fn above(
    model: &Model,
    theme: Theme,
    open: &OpenCase,
    step: &StepView,
    room: usize,
    most: usize,
) -> Vec<Row> {
    let texts = &model.strings.step;
    let mut rows = Vec::new();
    let again = open.reopened();
    let told = if again.is_empty() {
        // Where the way has come to an end, nothing leads back any more.
        let ends = matches!(open.leads, Some(Leads::Ending { .. }));
        open.state.detour.as_ref().filter(|_| !ends).map(|detour| {
            let step = open.playbook.as_ref().and_then(|book| book.step(&detour.from));
            let title = step.map_or(detour.from.as_str(), |step| step.title.get(model.lang));
            fill(texts.detour, &[("step", &title)])
        })
    } else {
        let list = again.join(model.strings.refusal.list_mark);
        Some(fill(texts.reopened, &[("list", &list)]))
    };
    if let Some(told) = told {
        let lines = wrapped(&format!("! {told}"), room, most, theme.style(Meaning::DueSoon));
        rows.extend(lines.into_iter().map(Row::of));
    }
    let belongs = belongs(model, open, step).join(" · ");
    if !belongs.is_empty() {
        let lines = wrapped(&belongs, room, most, theme.style(Meaning::Platform));
        rows.extend(lines.into_iter().map(Row::of));
    }
    rows
}

/// Group, round, call and overlay in a few words each.
fn belongs(model: &Model, open: &OpenCase, step: &StepView) -> Vec<String> {
    let texts = &model.strings.step;
    let key = |action: Action| {
        model.keymap.chords(action).first().map(|chord| chord.short()).unwrap_or_default()
    };
    let mut parts = Vec::new();
    if let Some(group) = &step.group {
        let done = group.steps.iter().filter(|member| member.done).count();
        let text = if group.done { &texts.group_done } else { &texts.group };
        let values: [(&str, &dyn std::fmt::Display); 3] =
            [("title", &group.title), ("n", &done), ("of", &group.enough)];
        parts.push(format!("{} {}", fill(text, &values), key(Action::Steps)));
    }
    if let Some(call) = &step.within {
        parts.push(fill(texts.within, &[("step", call)]));
    }
    if let Some((round, most)) = step.round {
        parts.push(fill(texts.round, &[("n", &round), ("of", &most)]));
    }
    if !open.adjusted.is_empty() {
        let names: Vec<String> = open.adjusted.iter().map(|one| adjusted(model, one)).collect();
        let list = names.join(model.strings.refusal.list_mark);
        parts.push(fill(texts.adjusted, &[("list", &list)]));
    }
    if open.newer.is_some() {
        parts.push(fill(texts.newer, &[("key", &key(Action::Upgrade))]));
    }
    parts
}

fn adjusted(model: &Model, one: &Adjusted) -> String {
    let strings = &model.strings;
    match one {
        Adjusted::BuyerType(kind) => buyer_type(strings, *kind).to_owned(),
        Adjusted::Mood(felt) => mood(strings, *felt).to_owned(),
        Adjusted::Platform(market) => platform(strings, *market).to_owned(),
        Adjusted::Lang(_) => strings.step.adjusted_lang.to_owned(),
        Adjusted::Shop(name) => name.clone(),
    }
}

/// The clocks that the heading does not tell: at most so many, and of the pressing ones only where
/// room is short.
pub(super) fn clocks(
    model: &Model,
    theme: Theme,
    open: &OpenCase,
    most: usize,
    pressing: bool,
) -> Vec<Row> {
    let all = model.clocks();
    let alone = all.iter().filter(|clock| clock.name != ClockName::Answer).count() == 1;
    all.iter()
        .filter(|clock| clock.name != ClockName::Answer)
        .filter(|clock| {
            // A step's own clock that runs alone stands in the heading.
            let heading = alone && !clock.paused && matches!(clock.name, ClockName::Step(_));
            !heading && (!pressing || (clock.level >= Level::ThreeQuarters && !clock.paused))
        })
        .take(most)
        .map(|clock| clock_row(model, theme, open, clock))
        .collect()
}

fn clock_row(model: &Model, theme: Theme, open: &OpenCase, clock: &RunningClock) -> Row {
    let texts = &model.strings.clocks;
    let (sign, word, look) = standing(model, clock);
    let name = name(model, open, &clock.name);
    // What is only a hint says so first: a long name is cut at its end.
    let hint = if clock.hint { format!("‹{}› ", texts.hint) } else { String::new() };
    let left = Line::from(vec![
        Span::styled(format!("{sign} "), theme.style(look)),
        Span::styled(hint, theme.style(Meaning::Held)),
        Span::styled(name, theme.style(Meaning::Text)),
    ]);
    let parts = [left_of(model, clock), word];
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
    Row::of(left).with_right(Span::styled(parts.join(" · "), theme.style(look)))
}

/// Sign, word and look of a clock by how much of it is used.
pub(in crate::ui) fn standing(
    model: &Model,
    clock: &RunningClock,
) -> (&'static str, String, Meaning) {
    let texts = &model.strings.clocks;
    if clock.paused {
        return ("-", texts.paused.to_owned(), Meaning::Muted);
    }
    match clock.level {
        Level::Early => (" ", String::new(), Meaning::Text),
        Level::Half => ("~", texts.half.to_owned(), Meaning::DueSoon),
        Level::ThreeQuarters => ("!", texts.late.to_owned(), Meaning::Alert),
        // How long it is over says the word.
        Level::Out => ("‼", String::new(), Meaning::Overdue),
    }
}

/// How long is left, or over; nothing while a clock stands still.
pub(in crate::ui) fn left_of(model: &Model, clock: &RunningClock) -> String {
    if clock.paused {
        return String::new();
    }
    let time = Clock::of_panes(model);
    if clock.due <= model.panes_at {
        return fill(model.strings.step.over, &[("time", &time.late(clock.due))]);
    }
    fill(model.strings.clocks.left, &[("time", &time.span(clock.due.since(model.panes_at)))])
}

/// What a clock is called.
pub(in crate::ui) fn name(model: &Model, open: &OpenCase, name: &ClockName) -> String {
    let here = open.step.as_ref().map(|step| step.title.as_str());
    crate::app::words::clock_name(model.strings, name, here)
}
