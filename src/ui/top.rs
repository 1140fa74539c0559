//! The top line: the file and its counts, or the queue folded to one line where it has no column.

use super::canvas::Canvas;
use super::layout::Shape;
use super::lines::ends;
use super::{Meaning, panes};
use crate::app::QueueEntry;
use crate::app::words::{Clock, Urgency, buyer_type, issue, mood};
use crate::i18n::fill;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, shape: Shape) {
    let folded = shape != Shape::Wide
        && canvas.model.open.is_some()
        && canvas.model.focus != crate::app::Pane::Queue;
    let left = if folded { folded_queue(canvas) } else { counts(canvas) };
    let right = file(canvas, shape);
    let room = area.width.saturating_sub(2);
    canvas.put(area.x + 1, area.y, room, ends(left, right, usize::from(room)));
}

/// `理顺 · 待办 12 · 超时 2`.
fn counts(canvas: &Canvas<'_>) -> Line<'static> {
    let texts = &canvas.strings().title;
    let queue = &canvas.model.queue;
    let mut spans = vec![canvas.span(texts.name.to_owned(), Meaning::Title)];
    if queue.loaded {
        let (counted, more) = queue.open;
        let open = usize::try_from(counted).unwrap_or(usize::MAX).max(queue.entries.len());
        let text = if more || (queue.more && counted == 0) {
            fill(texts.waiting_more, &[("n", &open)])
        } else if open == 0 {
            texts.none.to_owned()
        } else {
            fill(texts.waiting, &[("n", &open)])
        };
        spans.push(canvas.span(" · ", Meaning::Muted));
        spans.push(Span::raw(text));
        spans.extend(overdue(canvas));
    }
    Line::from(spans)
}

fn overdue(canvas: &Canvas<'_>) -> Vec<Span<'static>> {
    let clock = Clock::of_panes(canvas.model);
    let late = |entry: &&QueueEntry| {
        entry.due.is_some_and(|due| clock.urgency(due.at) == Urgency::Overdue)
    };
    let n = canvas.model.queue.entries.iter().filter(late).count();
    if n == 0 {
        return Vec::new();
    }
    let text = fill(canvas.strings().title.overdue, &[("n", &n)]);
    vec![canvas.span(" · ", Meaning::Muted), canvas.span(format!("‼{text}"), Meaning::Overdue)]
}

/// `待办 3/12 ‼ 超2小时 物流 李** 生气 · 还有 9 件`.
fn folded_queue(canvas: &Canvas<'_>) -> Line<'static> {
    let strings = canvas.strings();
    let queue = &canvas.model.queue;
    let open = canvas.model.case();
    let place = queue.entries.iter().position(|entry| Some(entry.case) == open);
    let mut spans = vec![canvas.span(strings.queue.title.to_owned(), Meaning::Title)];
    let more = if queue.more { "+" } else { "" };
    let all = queue.entries.len();
    let Some((place, entry)) = place.and_then(|at| Some((at, queue.entries.get(at)?))) else {
        spans.push(Span::raw(format!(" {all}{more}")));
        spans.extend(overdue(canvas));
        return Line::from(spans);
    };
    spans.push(Span::raw(format!(" {}/{all}{more} ", place + 1)));
    spans.extend(panes::queue::due(canvas, entry.due, entry.due_since));
    spans.push(Span::raw(format!(" {} {} ", issue(strings, &entry.issue), entry.buyer.masked())));
    spans.push(canvas.span(mood(strings, entry.mood), Meaning::Mood(entry.mood)));
    let kind = canvas.model.open.as_ref().and_then(|open| open.state.buyer_type);
    if let Some(kind) = kind {
        spans.push(Span::raw(format!(" {}", buyer_type(strings, kind))));
    }
    spans.extend(overdue(canvas));
    Line::from(spans)
}

/// `demo.redress · 客服 小林`.
fn file(canvas: &Canvas<'_>, shape: Shape) -> Line<'static> {
    let strings = canvas.strings();
    let facts = &canvas.model.file;
    let mut spans = Vec::new();
    if facts.read_only {
        spans.push(canvas.span(strings.title.read_only.to_owned(), Meaning::Alert));
    }
    let mut parts = Vec::new();
    if facts.demo {
        parts.push(strings.title.demo.to_owned());
    } else if !facts.name.is_empty() {
        parts.push(facts.name.clone());
    }
    if shape == Shape::Wide {
        parts.push(fill(strings.title.agent, &[("name", &canvas.model.agent)]));
    } else {
        parts.push(canvas.model.agent.to_string());
    }
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !spans.is_empty() {
            spans.push(canvas.span(" · ", Meaning::Muted));
        }
        spans.push(canvas.span(part, Meaning::Muted));
    }
    Line::from(spans)
}
