//! The step: why it is there, what to tick, what to ask, what is still missing and where it leads.

pub(in crate::ui) mod around;
mod duties;
mod heading;

use crate::app::words::{result, status, wanted};
use crate::app::{Action, Hit, Leads, Model, OpenCase, Pane};
use crate::domain::{FactStatus, Stage};
use crate::i18n::fill;
use crate::playbook::{FactView, Missing, Next, StepView};
use crate::ui::canvas::Canvas;
use crate::ui::lines::wrapped;
use crate::ui::rows::{self, Choice, Row};
use crate::ui::theme::ThemeSetting;
use crate::ui::{Meaning, Theme, panel};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// How much of the step is told, from all of it to what cannot be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Telling {
    /// Why and feeling in full, standards.
    Whole,
    /// Why and feeling in full, no standards.
    Full,
    /// Why in two rows, no standards.
    Brief,
    /// Why in one row.
    Bare,
}

pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect) {
    let Some(open) = &canvas.model.open else { return };
    let (title, right) = heading::heading(canvas, open, area);
    let inner = panel::draw(canvas, area, title, right, false);
    let Some(step) = open.step.as_ref().filter(|_| open.broken.is_none()) else {
        without_step(canvas, open, inner);
        return;
    };
    let room = usize::from(inner.width).saturating_sub(2);
    let height = usize::from(inner.height).saturating_sub(1);
    let (model, theme) = (canvas.model, *canvas.theme);
    let list = [Telling::Whole, Telling::Full, Telling::Brief]
        .into_iter()
        .map(|telling| content(model, theme, open, step, room, telling))
        .find(|list| list.len() <= height)
        .unwrap_or_else(|| content(model, theme, open, step, room, Telling::Bare));
    let focused = model.focus == Pane::Step;
    let selected = (focused || open.step_selected > 0).then_some(open.step_selected);
    let first = rows::first_shown(&list, selected, height);
    let unseen = list.len().saturating_sub(height);
    let choice = Choice { selected: selected.filter(|_| focused), focused, hit: Hit::Step };
    let body = Rect { height: inner.height.saturating_sub(1), ..inner };
    rows::draw(canvas, body, list, first, choice);
    let mut row = outlook(canvas, open, step);
    if unseen > 0 {
        let text = fill(canvas.strings().step.more, &[("n", &unseen)]);
        row = row.with_right(canvas.line(format!("↓{text}"), Meaning::Muted));
    }
    let bottom = Rect { y: body.bottom(), height: inner.height.min(1), ..inner };
    let quiet = Choice { selected: None, focused: false, hit: Hit::Step };
    rows::draw(canvas, bottom, vec![row], 0, quiet);
}

/// The rows the pane would like, its lower border included.
pub(in crate::ui) fn rows_wanted(model: &Model, cells: u16) -> u16 {
    let Some(open) = &model.open else { return 2 };
    let Some(step) = open.step.as_ref().filter(|_| open.broken.is_none()) else { return 7 };
    // Colours do not change the number of rows.
    let theme = Theme::choose(ThemeSetting::None, true);
    let room = usize::from(cells).saturating_sub(2);
    let list = content(model, theme, open, step, room, Telling::Whole);
    u16::try_from(list.len() + 2).unwrap_or(u16::MAX)
}

fn without_step(canvas: &mut Canvas<'_>, open: &OpenCase, inner: Rect) {
    let texts = &canvas.strings().step;
    let room = usize::from(inner.width).saturating_sub(2);
    let mut lines = Vec::new();
    if let Some(why) = &open.broken {
        let name = if open.playbook_title.is_empty() {
            open.state.playbook.id.to_string()
        } else {
            open.playbook_title.clone()
        };
        let bad = canvas.style(Meaning::Bad);
        let text = format!("✗ {}", fill(texts.broken, &[("name", &name)]));
        lines.extend(wrapped(&text, room, 2, bad));
        lines.extend(wrapped(why, room, 6, canvas.style(Meaning::Text)));
        lines.extend(wrapped(texts.broken_hint, room, 4, canvas.style(Meaning::Muted)));
    } else {
        lines.extend(wrapped(texts.loading, room, 2, canvas.style(Meaning::Muted)));
    }
    for (y, line) in (inner.y..inner.bottom()).zip(lines) {
        canvas.put(inner.x + 1, y, inner.width.saturating_sub(2), line);
    }
}

fn content(
    model: &Model,
    theme: Theme,
    open: &OpenCase,
    step: &StepView,
    room: usize,
    telling: Telling,
) -> Vec<Row> {
    let texts = &model.strings.step;
    let muted = theme.style(Meaning::Muted);
    let (why, feel) = match telling {
        Telling::Whole | Telling::Full => (4, 2),
        Telling::Brief => (2, 1),
        Telling::Bare => (1, 0),
    };
    let most = if telling == Telling::Bare { 1 } else { 2 };
    let mut list = duties::rows(model, theme, open, room);
    list.extend(around::above(model, theme, open, step, room, most));
    list.extend(wrapped(&step.why, room, why, muted).into_iter().map(Row::of));
    if let Some(felt) = &step.feel {
        let text = fill(texts.feel, &[("text", felt)]);
        let style = theme.style(Meaning::Held);
        list.extend(wrapped(&text, room, feel, style).into_iter().map(Row::of));
    }
    if let Some(to) = &step.escalated_to {
        let text = format!("↑ {}", fill(texts.escalate, &[("to", to)]));
        let style = theme.style(Meaning::Platform);
        list.extend(wrapped(&text, room, 1, style).into_iter().map(Row::of));
    }
    let mut place = 0;
    for check in &step.checks {
        let (sign, look) = tick(theme, check.done);
        let tag = if check.optional { texts.optional } else { "" };
        list.extend(marked(theme, sign, look, &check.text, tag, room, place));
        place += 1;
    }
    for exhibit in &step.exhibits {
        let (sign, look) = tick(theme, exhibit.collected);
        let names = wanted(model.strings, model.evidence.as_deref(), model.lang, &exhibit.any);
        let text = format!("{} {names}", texts.exhibit);
        list.extend(marked(theme, sign, look, &text, "", room, place));
        place += 1;
    }
    for fact in &step.facts {
        list.extend(fact_rows(model, theme, fact, room, place));
        place += 1;
    }
    for missing in &step.missing {
        let text = match missing {
            Missing::Need { text, .. } => text.clone(),
            Missing::Callback { to } => fill(texts.callback, &[("to", to)]),
            // These stand in the list above already: unticked, unanswered, to be looked at again.
            Missing::Check { .. }
            | Missing::Fact { .. }
            | Missing::Exhibit { .. }
            | Missing::Reopened { .. } => continue,
        };
        let look = theme.style(Meaning::Bad);
        for (no, line) in wrapped(&text, room.saturating_sub(2), 2, look).into_iter().enumerate() {
            let lead = if no == 0 { "✗ " } else { "  " };
            let mut spans = vec![Span::styled(lead, look)];
            spans.extend(line.spans);
            list.push(Row::of(Line::from(spans)));
        }
    }
    let (clocks, pressing) = match telling {
        Telling::Whole => (6, false),
        Telling::Full => (3, false),
        Telling::Brief => (2, false),
        Telling::Bare => (1, true),
    };
    list.extend(around::clocks(model, theme, open, clocks, pressing));
    if telling == Telling::Whole && !open.rules.is_empty() {
        let list_mark = &model.strings.refusal.list_mark;
        let text = fill(texts.standards, &[("list", &open.rules.join(list_mark))]);
        list.extend(wrapped(&text, room, 2, muted).into_iter().map(Row::of));
    }
    list
}

/// The sign of something to tick.
const fn tick(theme: Theme, done: bool) -> (&'static str, Meaning) {
    match (done, theme.is_ascii()) {
        (true, false) => ("☑ ", Meaning::Good),
        (false, false) => ("☐ ", Meaning::Text),
        (true, true) => ("[x] ", Meaning::Good),
        (false, true) => ("[ ] ", Meaning::Text),
    }
}

/// A sign and a text of up to two rows that are chosen together.
fn marked(
    theme: Theme,
    sign: &str,
    look: Meaning,
    text: &str,
    tag: &str,
    room: usize,
    place: usize,
) -> Vec<Row> {
    let style = theme.style(look);
    let lead = crate::domain::cells::width(sign);
    let tail = if tag.is_empty() { 0 } else { crate::domain::cells::width(tag) + 2 };
    let cells = room.saturating_sub(lead + tail);
    let mut out = Vec::new();
    for (no, line) in wrapped(text, cells, 2, style).into_iter().enumerate() {
        let front = if no == 0 { sign.to_owned() } else { " ".repeat(lead) };
        let mut spans = vec![Span::styled(front, style)];
        spans.extend(line.spans);
        let mut row = Row::of(Line::from(spans)).at(place);
        if no == 0 && !tag.is_empty() {
            row = row.with_right(Span::styled(tag.to_owned(), theme.style(Meaning::Muted)));
        }
        out.push(row);
    }
    out
}

fn fact_rows(model: &Model, theme: Theme, fact: &FactView, room: usize, place: usize) -> Vec<Row> {
    let texts = &model.strings.step;
    let Some((value, sure)) = &fact.known else {
        let tag = if fact.required { texts.required } else { "" };
        let look = if fact.required { Meaning::DueSoon } else { Meaning::Text };
        return marked(theme, "? ", look, &fact.ask, tag, room, place);
    };
    let (sign, look) = match sure {
        FactStatus::Claimed => ("· ", Meaning::Text),
        FactStatus::Confirmed => ("✓ ", Meaning::Good),
        FactStatus::Disputed => ("! ", Meaning::Bad),
    };
    let shown = fact.shown.clone().unwrap_or_else(|| value.to_string());
    let text = format!("{} {shown}", fact.label);
    marked(theme, sign, look, &text, status(model.strings, *sure), room, place)
}

/// The last row: what is missing, or where "next" leads.
fn outlook(canvas: &Canvas<'_>, open: &OpenCase, step: &StepView) -> Row {
    let texts = &canvas.strings().step;
    if let Stage::Closed(closing) = &open.state.stage {
        let how = result(canvas.strings(), closing.result);
        let text = fill(canvas.strings().conversation.closed, &[("result", &how)]);
        return Row::of(canvas.line(format!("✓ {text}"), Meaning::Good));
    }
    let here: Vec<&Missing> = step.missing.iter().filter(|missing| missing.is_here()).collect();
    // What was opened again comes first, whatever is missing here.
    if here.is_empty() || matches!(open.leads, Some(Leads::Again(_))) {
        return onward(canvas, open, step);
    }
    // What stands above in words of its own is counted, not said twice.
    let unsaid = here.iter().filter(|missing| !matches!(missing, Missing::Need { .. }));
    let labels: Vec<String> = unsaid
        .map(|missing| match missing {
            Missing::Fact { id, ask } => {
                let known = step.facts.iter().find(|fact| fact.id == *id);
                known.map_or_else(|| ask.clone(), |fact| fact.label.clone())
            }
            Missing::Exhibit { any, .. } => {
                let model = canvas.model;
                wanted(model.strings, model.evidence.as_deref(), model.lang, any)
            }
            Missing::Callback { .. } => canvas.strings().refusal.want_callback.to_owned(),
            Missing::Check { .. } | Missing::Need { .. } | Missing::Reopened { .. } => {
                missing.text().to_owned()
            }
        })
        .collect();
    let count = fill(texts.missing, &[("n", &here.len())]);
    let list = labels.join(canvas.strings().refusal.list_mark);
    let mut line = canvas.line(format!("✗ {count}"), Meaning::Bad);
    if !list.is_empty() {
        line.spans.push(canvas.span(format!(" · {list}"), Meaning::Muted));
    }
    Row::of(line)
}

/// Where "next" leads from a step that lacks nothing.
fn onward(canvas: &Canvas<'_>, open: &OpenCase, step: &StepView) -> Row {
    let texts = &canvas.strings().step;
    let (sign, text, action, look) = match &open.leads {
        Some(Leads::Step(title)) => {
            ("✓", fill(texts.next, &[("title", title)]), Action::Advance, Meaning::Good)
        }
        Some(Leads::Again(title)) => {
            ("!", fill(texts.again, &[("title", title)]), Action::Advance, Meaning::DueSoon)
        }
        Some(Leads::Round(n)) => {
            ("✓", fill(texts.next_round, &[("n", n)]), Action::Advance, Meaning::Good)
        }
        Some(Leads::Ending { title, wants: Some(reply), .. }) => {
            let values: [(&str, &dyn std::fmt::Display); 2] = [("reply", reply), ("title", title)];
            ("!", fill(texts.ending_wants, &values), Action::FocusReplies, Meaning::DueSoon)
        }
        Some(Leads::Ending { title, wants: None, .. }) => {
            ("✓", fill(texts.ending, &[("title", title)]), Action::Close, Meaning::Good)
        }
        Some(Leads::Playbook(id)) => {
            let known = canvas.model.titles.get(id).and_then(Option::as_deref);
            let title = known.unwrap_or(id.as_str());
            ("✓", fill(texts.handover, &[("title", &title)]), Action::Advance, Meaning::Good)
        }
        None => match &step.next {
            Next::End => ("✓", texts.end.to_owned(), Action::Close, Meaning::Good),
            Next::Step(_) | Next::Ending(_) | Next::Playbook(_) => {
                ("✓", texts.next_unknown.to_owned(), Action::Advance, Meaning::Good)
            }
        },
    };
    let mut line = canvas.line(format!("{sign} {text}"), look);
    line.spans.push(canvas.span(format!(" {}", canvas.key(action)), Meaning::Key));
    Row::of(line)
}
