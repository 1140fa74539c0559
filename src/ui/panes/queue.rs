//! The queue: what is due next, whose it is, how they feel.

use crate::app::words::{Clock, Urgency, issue, mood, platform};
use crate::app::{Hit, Pane, QueueEntry};
use crate::domain::cells::{pad, width};
use crate::domain::{Due, Lang, Level, Stamp, Timer};
use crate::i18n::fill;
use crate::ui::canvas::Canvas;
use crate::ui::lines::cells_of;
use crate::ui::rows::{self, Choice, Row};
use crate::ui::{Meaning, panel};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Cells of the time left: `‼ 超12小时`, `! -12m`, `  tmrw`.
const fn due_cells(lang: Lang) -> usize {
    match lang {
        Lang::Zh => 10,
        Lang::En => 7,
    }
}

pub(in crate::ui) fn draw(canvas: &mut Canvas<'_>, area: Rect) {
    let model = canvas.model;
    let queue = &model.queue;
    let texts = &canvas.strings().queue;
    let more = if queue.more { "+" } else { "" };
    let count = format!("{}{more}", queue.entries.len());
    let title = panel::titled(canvas, texts.title, &[count]);
    let inner = panel::draw(canvas, area, title, Line::default(), false);
    if !queue.loaded {
        let line = canvas.line(texts.loading.to_owned(), Meaning::Muted);
        canvas.put(inner.x + 1, inner.y, inner.width.saturating_sub(2), line);
        return;
    }
    let room = usize::from(inner.width).saturating_sub(2);
    let two = two_rows(inner.height, queue.entries.len());
    let mut list = Vec::new();
    let height = usize::from(inner.height);
    let each = if two { 2 } else { 1 };
    // Only the rows that can be seen are built: what stands before the cursor and a little behind
    // it, or the first screenful.
    let seen = height / usize::from(each) + 1;
    let from = queue.selected.saturating_sub(seen);
    let upto = (queue.selected.max(seen) + 3).min(queue.entries.len());
    for (place, entry) in queue.entries.iter().enumerate().take(upto).skip(from) {
        list.extend(rows_of(canvas, entry, room, two).into_iter().map(|row| row.at(place)));
    }
    if queue.more && upto == queue.entries.len() {
        list.push(Row::of(canvas.line(texts.more.to_owned(), Meaning::Muted)));
    }
    let first = rows::first_shown(&list, Some(queue.selected), height);
    let choice = Choice {
        selected: Some(queue.selected),
        focused: model.focus == Pane::Queue,
        hit: Hit::Queue,
    };
    rows::draw(canvas, inner, list, first, choice);
    canvas.drawn.metrics.queue_rows = inner.height / each;
}

/// Two rows a case where they cost nothing: all of them fit, or there is room to spare.
const fn two_rows(height: u16, entries: usize) -> bool {
    entries * 2 <= height as usize || height >= 16
}

fn rows_of(canvas: &Canvas<'_>, entry: &QueueEntry, room: usize, two: bool) -> Vec<Row> {
    let strings = canvas.strings();
    let mut spans = due(canvas, entry.due, entry.due_since);
    let taken = cells_of(&Line::from(spans.clone()));
    let column = due_cells(canvas.model.lang);
    spans.push(Span::raw(" ".repeat(column.saturating_sub(taken) + 1)));
    let about = issue(strings, &entry.issue);
    let buyer = entry.buyer.masked();
    let feels = canvas.line(mood(strings, entry.mood), Meaning::Mood(entry.mood));
    if !two {
        let spare = room.saturating_sub(column + 2 + width(&buyer) + cells_of(&feels) + 2);
        spans.push(Span::raw(pad(about, widest_issue(canvas).min(spare.max(4)))));
        spans.push(Span::raw(format!(" {buyer}")));
        return vec![Row::of(Line::from(spans)).with_right(feels)];
    }
    spans.push(canvas.span(about, Meaning::Title));
    let first = Row::of(Line::from(spans)).with_right(feels);
    let mut second = vec![Span::raw(format!("  {buyer}"))];
    let mut about = vec![platform(strings, entry.platform).to_owned()];
    if let Some(tail) = entry.order_tail.as_ref().filter(|_| room > 36) {
        about.push(fill(strings.queue.order, &[("tail", tail)]));
    }
    if !entry.snippet.is_empty() {
        about.push(entry.snippet.clone());
    }
    second.push(canvas.span(format!(" {}", about.join(" · ")), Meaning::Muted));
    vec![first, Row::of(Line::from(second))]
}

fn widest_issue(canvas: &Canvas<'_>) -> usize {
    canvas.strings().issue.values().map(width).max().unwrap_or(8)
}

/// A due date with its sign: `‼ 超2小时`, `! 3分`, `~ 2小时` with half of its time used, `  今天`.
pub(in crate::ui) fn due(
    canvas: &Canvas<'_>,
    due: Option<Due>,
    since: Option<Stamp>,
) -> Vec<Span<'static>> {
    let Some(due) = due else {
        return vec![canvas.span(format!("  {}", canvas.strings().queue.no_due), Meaning::Muted)];
    };
    let clock = Clock::of_panes(canvas.model);
    let urgency = clock.urgency(due.at);
    let level =
        since.map_or(Level::Early, |since| Timer::level_of(since, due.at, canvas.model.panes_at));
    let sign = match urgency {
        Urgency::Overdue => {
            if canvas.theme.is_ascii() {
                "!!"
            } else {
                "‼ "
            }
        }
        Urgency::Now => "! ",
        Urgency::Soon | Urgency::Later => match level {
            Level::Early => "  ",
            Level::Half => "~ ",
            Level::ThreeQuarters | Level::Out => "! ",
        },
    };
    vec![canvas.span(format!("{sign}{}", clock.left(due.at)), meaning(urgency))]
}

/// How a due date looks.
pub(in crate::ui) const fn meaning(urgency: Urgency) -> Meaning {
    match urgency {
        Urgency::Overdue => Meaning::Overdue,
        Urgency::Now => Meaning::Alert,
        Urgency::Soon => Meaning::DueSoon,
        Urgency::Later => Meaning::Text,
    }
}
