//! Replies that fit: the digit that adopts each, its first words, and why it is offered.

use crate::app::words::{Clock, because};
use crate::app::{Hit, OpenCase, Pane};
use crate::guide::Suggestion;
use crate::i18n::fill;
use crate::ui::canvas::Canvas;
use crate::ui::lines::wrapped;
use crate::ui::rows::{self, Choice, Row};
use crate::ui::{Meaning, panel};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Digits adopt at most this many.
const MOST: usize = 9;
/// Rows of text one reply shows at most while it is not chosen.
const PREVIEW: usize = 3;

pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, joined: bool) {
    let Some(open) = &canvas.model.open else { return };
    let texts = &canvas.strings().replies;
    let n = open.suggestions.len().min(MOST);
    let count = if n == 0 { String::new() } else { n.to_string() };
    let title = panel::titled(canvas, &texts.title, &[count]);
    let inner = panel::draw(canvas, area, title, Line::default(), joined);
    if n == 0 {
        let room = usize::from(inner.width).saturating_sub(2);
        let lines = wrapped(&texts.none, room, 3, canvas.style(Meaning::Muted));
        for (y, line) in (inner.y..inner.bottom()).zip(lines) {
            canvas.put(inner.x + 1, y, inner.width.saturating_sub(2), line);
        }
        return;
    }
    let focused = canvas.model.focus == Pane::Replies;
    let room = usize::from(inner.width).saturating_sub(2);
    let height = usize::from(inner.height);
    let lengths = lengths(canvas, open, room, height, focused);
    let mut list = Vec::new();
    for (place, (suggestion, rows)) in open.suggestions.iter().zip(&lengths).enumerate().take(MOST)
    {
        list.extend(
            reply_rows(canvas, open, suggestion, place, room, *rows)
                .into_iter()
                .map(|row| row.at(place)),
        );
    }
    let selected = (focused || open.reply_selected > 0).then_some(open.reply_selected);
    let first = rows::first_shown(&list, selected, height);
    let choice = Choice { selected: selected.filter(|_| focused), focused, hit: Hit::Reply };
    rows::draw(canvas, inner, list, first, choice);
}

/// How many rows of text each reply gets below its title.
fn lengths(
    canvas: &Canvas<'_>,
    open: &OpenCase,
    room: usize,
    height: usize,
    focused: bool,
) -> Vec<usize> {
    let n = open.suggestions.len().min(MOST);
    let style = canvas.style(Meaning::Text);
    let whole: Vec<usize> = open
        .suggestions
        .iter()
        .take(MOST)
        .map(|s| wrapped(&s.reply.rendered.text, room.saturating_sub(2), 40, style).len())
        .collect();
    let mut given = vec![0; n];
    let mut left = height.saturating_sub(n);
    // The chosen one is read whole; the others share what is left, a row a round.
    if focused
        && let (Some(most), Some(mine)) =
            (whole.get(open.reply_selected), given.get_mut(open.reply_selected))
    {
        *mine = (*most).min(height.saturating_sub(1));
        left = left.saturating_sub(*mine);
    }
    for round in 1..=PREVIEW {
        for (place, (mine, most)) in given.iter_mut().zip(&whole).enumerate() {
            let held = open.suggestions.get(place).is_some_and(|s| s.held);
            let wanted = if held { round.min(1) } else { round };
            if left > 0 && *mine < wanted && *mine < *most {
                *mine += 1;
                left -= 1;
            }
        }
    }
    given
}

fn reply_rows(
    canvas: &Canvas<'_>,
    open: &OpenCase,
    suggestion: &Suggestion,
    place: usize,
    room: usize,
    rows: usize,
) -> Vec<Row> {
    let texts = &canvas.strings().replies;
    let reply = &suggestion.reply;
    let (key, words) = if suggestion.held || reply.sent_before {
        (Meaning::Muted, Meaning::Muted)
    } else {
        (Meaning::Key, Meaning::Title)
    };
    let mut spans =
        vec![canvas.span(format!("{} ", place + 1), key), canvas.span(reply.title.clone(), words)];
    if !reply.rendered.gaps.is_empty() {
        let mut labels: Vec<&str> =
            reply.rendered.gaps.iter().map(|gap| gap.label.as_str()).collect();
        labels.dedup();
        let list = labels.join(&canvas.strings().refusal.list_mark);
        let text = fill(&texts.gap, &[("list", &list)]);
        spans.push(Span::raw(" "));
        spans.push(canvas.span(format!("‹{text}›"), Meaning::Bad));
    }
    let mut list = vec![Row::of(Line::from(spans)).with_right(reason(canvas, open, suggestion))];
    let look = if suggestion.held { Meaning::Held } else { Meaning::Muted };
    let style = canvas.style(look);
    let words = if suggestion.held && rows <= 1 {
        texts.held_why.as_str()
    } else {
        reply.rendered.text.as_str()
    };
    let text = wrapped(words, room.saturating_sub(2), rows, style);
    list.extend(text.into_iter().map(|line| Row::of(line).indented(2)));
    if rows > PREVIEW {
        let clock = Clock::of(canvas.model);
        for promise in &reply.promises {
            let values: [(&str, &dyn std::fmt::Display); 2] =
                [("time", &clock.point(promise.due)), ("what", &promise.what)];
            let line = canvas.line(fill(&texts.promise, &values), Meaning::DueSoon);
            list.push(Row::of(line).indented(2));
        }
    }
    list
}

/// Why it is offered, or why it is held back.
fn reason(canvas: &Canvas<'_>, open: &OpenCase, suggestion: &Suggestion) -> Line<'static> {
    let strings = canvas.strings();
    if suggestion.held {
        return canvas.line(strings.replies.held.clone(), Meaning::Held);
    }
    if suggestion.reply.sent_before {
        return canvas.line(format!("✓ {}", strings.replies.sent), Meaning::Muted);
    }
    let Some(first) = suggestion.because.first() else { return Line::default() };
    canvas.line(because(strings, first, open.step.as_ref()), Meaning::Muted)
}
