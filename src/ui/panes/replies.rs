//! Replies that fit: the digit that adopts each, its first words, and why it is offered.

use crate::app::words::{Clock, because, reply_promise_due};
use crate::app::{Hit, LockedRung, OpenCase, Pane};
use crate::domain::cells::wrap_limited;
use crate::guide::Suggestion;
use crate::i18n::fill;
use crate::playbook::ReplyView;
use crate::ui::canvas::Canvas;
use crate::ui::lines::{cells_of, wrapped};
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
    let title = panel::titled(canvas, texts.title, &[count]);
    let ladder = ladder(canvas, open, panel::right_room(area, &title));
    let inner = panel::draw(canvas, area, title, ladder, joined);
    if n == 0 && open.locked.is_empty() {
        let room = usize::from(inner.width).saturating_sub(2);
        let lines = wrapped(texts.none, room, 3, canvas.style(Meaning::Muted));
        for (y, line) in (inner.y..inner.bottom()).zip(lines) {
            canvas.put(inner.x + 1, y, inner.width.saturating_sub(2), line);
        }
        return;
    }
    let focused = canvas.model.focus == Pane::Replies;
    let room = usize::from(inner.width).saturating_sub(2);
    let height = usize::from(inner.height);
    let waiting = open.locked.len().min(height.saturating_sub(n));
    let lengths = lengths(open, room, height - waiting, focused);
    let mut list = Vec::new();
    for (place, (suggestion, rows)) in open.suggestions.iter().zip(&lengths).enumerate().take(MOST)
    {
        list.extend(
            reply_rows(canvas, open, suggestion, place, room, *rows)
                .into_iter()
                .map(|row| row.at(place)),
        );
    }
    list.extend(open.locked.iter().take(waiting).map(|rung| locked(canvas, rung)));
    let selected = (focused || open.reply_selected > 0).then_some(open.reply_selected);
    let first = rows::first_shown(&list, selected, height);
    let choice = Choice { selected: selected.filter(|_| focused), focused, hit: Hit::Reply };
    rows::draw(canvas, inner, list, first, choice);
}

/// The techniques of calming, what was tried ticked off; the next one stands out. Where there is no
/// room for all of them, the next one and its place.
fn ladder(canvas: &Canvas<'_>, open: &OpenCase, room: usize) -> Line<'static> {
    let Some(techniques) = open.techniques() else { return Line::default() };
    let strings = canvas.strings();
    let next = techniques.iter().position(|(_, tried)| !tried);
    let all = techniques.len();
    let named = next.and_then(|place| Some((place, techniques.get(place)?.0)));
    let mut spans = Vec::new();
    for (place, (one, tried)) in techniques.into_iter().enumerate() {
        let name = strings.sign.get(one.name()).unwrap_or_else(|| one.name());
        let text = if tried { &strings.guide.tried } else { &strings.guide.technique };
        let look = if Some(place) == next { Meaning::Key } else { Meaning::Muted };
        if place > 0 {
            spans.push(Span::raw(" "));
        }
        spans.push(canvas.span(fill(text, &[("name", &name)]), look));
    }
    let whole = Line::from(spans);
    if cells_of(&whole) <= room {
        return whole;
    }
    let Some((place, one)) = named else {
        return canvas.line(format!("{all}/{all} ✓"), Meaning::Muted);
    };
    let name = strings.sign.get(one.name()).unwrap_or_else(|| one.name());
    let mut line = canvas.line(name.to_owned(), Meaning::Key);
    line.spans.push(canvas.span(format!(" {}/{all}", place + 1), Meaning::Muted));
    line
}

/// An offer whose turn has not come, and why.
fn locked(canvas: &Canvas<'_>, rung: &LockedRung) -> Row {
    let texts = &canvas.strings().replies;
    let why = if rung.enough { &texts.locked_enough } else { &texts.locked };
    let why = fill(why, &[("before", &rung.before)]);
    let title = canvas.line(format!("- {}", rung.title), Meaning::Muted);
    Row::of(title).with_right(canvas.line(why, Meaning::Held))
}

/// How many rows of text each reply gets below its title.
fn lengths(open: &OpenCase, room: usize, height: usize, focused: bool) -> Vec<usize> {
    let n = open.suggestions.len().min(MOST);
    let whole: Vec<usize> = open
        .suggestions
        .iter()
        .take(MOST)
        .enumerate()
        .map(|(place, suggestion)| {
            // More rows than a reply can be given are not counted.
            let most = if focused && place == open.reply_selected { height } else { PREVIEW };
            let text = &suggestion.reply.rendered.text;
            wrap_limited(text, room.saturating_sub(2), most).lines.len()
        })
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
        let list = labels.join(canvas.strings().refusal.list_mark);
        let text = fill(texts.gap, &[("list", &list)]);
        spans.push(Span::raw(" "));
        spans.push(canvas.span(format!("‹{text}›"), Meaning::Bad));
    }
    for (tag, look) in tags(canvas, reply, rows) {
        spans.push(Span::raw(" "));
        spans.push(canvas.span(format!("‹{tag}›"), look));
    }
    let mut list = vec![Row::of(Line::from(spans)).with_right(reason(canvas, open, suggestion))];
    let look = if suggestion.held { Meaning::Held } else { Meaning::Muted };
    let style = canvas.style(look);
    let words =
        if suggestion.held && rows <= 1 { texts.held_why } else { reply.rendered.text.as_str() };
    let text = wrapped(words, room.saturating_sub(2), rows, style);
    list.extend(text.into_iter().map(|line| Row::of(line).indented(2)));
    if rows > PREVIEW {
        let clock = Clock::of_panes(canvas.model);
        for promise in &reply.promises {
            let (lang, book) = (canvas.model.lang, open.playbook.as_deref());
            let due = reply_promise_due(promise, book, lang, clock);
            let values: [(&str, &dyn std::fmt::Display); 2] =
                [("time", &due), ("what", &promise.what)];
            let line = canvas.line(fill(texts.promise, &values), Meaning::DueSoon);
            list.push(Row::of(line).indented(2));
        }
        if !reply.attach.is_empty() {
            let names = reply.attach.join(canvas.strings().refusal.list_mark);
            let line = canvas.line(fill(texts.attach, &[("list", &names)]), Meaning::Platform);
            list.push(Row::of(line).indented(2));
        }
    }
    list
}

/// What else there is to know of a reply before it is adopted.
fn tags(canvas: &Canvas<'_>, reply: &ReplyView, rows: usize) -> Vec<(String, Meaning)> {
    let texts = &canvas.strings().replies;
    let mut tags = Vec::new();
    if !reply.kind.is_to_buyer() {
        tags.push((texts.statement.to_owned(), Meaning::Platform));
    }
    if reply.fallback {
        tags.push((texts.fallback.to_owned(), Meaning::Muted));
    }
    if !reply.attach.is_empty() && rows <= PREVIEW {
        tags.push((fill(texts.attached, &[("n", &reply.attach.len())]), Meaning::Platform));
    }
    tags
}

/// Why it is offered, or why it is held back.
fn reason(canvas: &Canvas<'_>, open: &OpenCase, suggestion: &Suggestion) -> Line<'static> {
    let strings = canvas.strings();
    if suggestion.held {
        return canvas.line(strings.replies.held.to_owned(), Meaning::Held);
    }
    if suggestion.reply.sent_before {
        return canvas.line(format!("✓ {}", strings.replies.sent), Meaning::Muted);
    }
    let Some(first) = suggestion.because.first() else { return Line::default() };
    canvas.line(because(strings, first, open.step.as_ref()), Meaning::Muted)
}
