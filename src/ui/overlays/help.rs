//! The help: every action with its keys, the place one stands at first.

use crate::app::words::standing;
use crate::app::{ACTIONS, ActionRow, Context, Group, Standing};
use crate::domain::cells::{pad, width};
use crate::ui::canvas::Canvas;
use crate::ui::lines::wrapped;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use crate::ui::{Meaning, bar};
use ratatui::layout::Rect;
use ratatui::text::Line;

/// The window: what belongs to one group, or everything.
pub(super) fn sheet(
    canvas: &Canvas<'_>,
    (scroll, group): (usize, Option<Group>),
    body: Rect,
) -> Sheet {
    let texts = &canvas.strings().help;
    let room = Sheet::room(body);
    let mut head: Vec<Row> = wrapped(&index(canvas), room, 2, canvas.style(Meaning::Key))
        .into_iter()
        .map(Row::of)
        .collect();
    let mut rows: Vec<Row> = Vec::new();
    if let Some(group) = group {
        rows.push(Row::of(canvas.line(group_name(canvas, group), Meaning::Title)));
        let of_group = ACTIONS.iter().filter(|row| row.action.group() == group);
        rows.extend(of_group.map(|row| line(canvas, row, row.context, room)));
    } else {
        head.extend(
            wrapped(texts.ime, room, 2, canvas.style(Meaning::Muted)).into_iter().map(Row::of),
        );
        rows.extend(everything(canvas, room));
    }
    Sheet {
        title: canvas.line(texts.title.to_owned(), Meaning::Title),
        head,
        rows,
        scroll: Some(scroll),
        least: 60,
        ..Sheet::default()
    }
}

/// Every action, the place one stands at first.
fn everything(canvas: &Canvas<'_>, room: usize) -> Vec<Row> {
    let here = bar::context(canvas.model.focus);
    let mut order = vec![here, Context::Global];
    order.extend(Context::ALL.into_iter().filter(|c| *c != here && *c != Context::Global));
    let mut rows = Vec::new();
    for context in order {
        let of_context: Vec<&ActionRow> =
            ACTIONS.iter().filter(|row| row.context == context).collect();
        if of_context.is_empty() {
            continue;
        }
        if !rows.is_empty() {
            rows.push(Row::blank());
        }
        rows.push(Row::of(canvas.line(heading(canvas, context), Meaning::Title)));
        rows.extend(of_context.into_iter().map(|row| line(canvas, row, context, room)));
    }
    rows
}

/// The groups with their digits, in one line.
fn index(canvas: &Canvas<'_>) -> String {
    let names = (1..).zip(Group::ALL);
    let names: Vec<String> =
        names.map(|(n, group): (u8, _)| format!("{n} {}", group_name(canvas, group))).collect();
    names.join("  ")
}

fn group_name<'a>(canvas: &Canvas<'a>, group: Group) -> &'a str {
    let texts = &canvas.strings().help;
    match group {
        Group::Work => texts.group_work,
        Group::Buyer => texts.group_buyer,
        Group::Facts => texts.group_facts,
        Group::Settle => texts.group_settle,
        Group::Time => texts.group_time,
        Group::End => texts.group_end,
        Group::Books => texts.group_books,
        Group::Moving => texts.group_moving,
        Group::Typing => texts.group_typing,
    }
}

fn heading<'a>(canvas: &Canvas<'a>, context: Context) -> &'a str {
    let texts = &canvas.strings().help;
    match context {
        Context::Global => texts.global,
        Context::Queue => texts.queue,
        Context::Conversation => texts.conversation,
        Context::Step => texts.step,
        Context::Replies => texts.replies,
        Context::Composer => texts.composer,
        Context::Overlay => texts.overlay,
    }
}

fn line(canvas: &Canvas<'_>, row: &ActionRow, context: Context, room: usize) -> Row {
    let mut keys: Vec<String> = Vec::new();
    for (bound_in, chord, action) in canvas.model.keymap.bindings() {
        let short = chord.short();
        let reaches = *bound_in == context || *bound_in == Context::Global || row.hint == 0;
        if *action == row.action && reaches && !keys.contains(&short) {
            keys.push(short);
        }
    }
    let keys = if keys.is_empty() {
        canvas.strings().help.unbound.to_owned()
    } else {
        keys.into_iter().take(3).collect::<Vec<_>>().join(" ")
    };
    let words = canvas.strings().action.get(row.name);
    let title = words.map_or(row.name, |words| words.title);
    let help = words.map_or("", |words| words.help);
    let why = canvas.model.standing(row.action);
    let (key_look, look) = if why == Standing::Ready {
        (Meaning::Key, Meaning::Text)
    } else {
        (Meaning::Muted, Meaning::Muted)
    };
    let title_cells = widest_title(canvas);
    let mut spans = vec![
        canvas.span(pad(&keys, 13), key_look),
        canvas.span(format!(" {} ", pad(title, title_cells)), look),
    ];
    spans.push(canvas.span(help, Meaning::Muted));
    let why = standing(canvas.strings(), why);
    let row = Row::of(Line::from(spans));
    if why.is_empty() || room < 50 { row } else { row.with_right(canvas.line(why, Meaning::Held)) }
}

fn widest_title(canvas: &Canvas<'_>) -> usize {
    canvas.strings().action.iter().map(|(_, words)| width(words.title)).max().unwrap_or(8)
}
