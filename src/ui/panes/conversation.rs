//! The conversation: who said what and when, the newest at the bottom.

use super::thread::{ThreadRow, Window, window};
use crate::app::words::{Clock, author, buyer_type, platform, result};
use crate::app::{Hit, OpenCase, Pane};
use crate::domain::{Author, Message, Stage};
use crate::i18n::{Strings, fill};
use crate::ui::canvas::Canvas;
use crate::ui::layout::Shape;
use crate::ui::lines::cells_of;
use crate::ui::{Meaning, panel};
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Below this width the time of each message is left out.
const ROOMY: u16 = 36;

pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect) {
    let Some(open) = &canvas.model.open else { return };
    let title = title(canvas, open);
    let right = waiting(canvas, open);
    let inner = panel::draw(canvas, area, title, right, false);
    let (inner, below) = split(inner);
    if let Some(below) = below {
        super::heard::draw(canvas, open, below);
    }
    let timed = inner.width >= ROOMY;
    let lead = lead_cells(timed);
    let cells = inner.width.saturating_sub(lead + 1);
    let height = usize::from(inner.height);
    let clock = Clock::of_panes(canvas.model);
    let strings = canvas.strings();
    let shown = window(&open.thread, clock, canvas.cache, |m| words(strings, m), cells, height);
    // The mark of new messages has a row of its own, taken from the top.
    let skipped = usize::from(shown.new_below > 0 && shown.rows.len() >= height);
    canvas.drawn.metrics.thread_rows = inner.height;
    canvas.drawn.metrics.thread_above = shown.above + skipped;
    if open.thread.messages.is_empty() {
        let line = canvas.line(canvas.strings().conversation.empty.to_owned(), Meaning::Muted);
        canvas.put(inner.x + 1, inner.y, inner.width.saturating_sub(2), line);
        return;
    }
    for (y, row) in (inner.y..inner.bottom()).zip(shown.rows.iter().skip(skipped)) {
        let line = Rect { y, height: 1, ..inner };
        draw_row(canvas, open, *row, line, lead, timed);
    }
    new_below(canvas, &shown, inner);
}

/// The rows of the conversation, and the one below them for what was heard.
fn split(inner: Rect) -> (Rect, Option<Rect>) {
    if inner.height < super::heard::LEAST {
        return (inner, None);
    }
    let above = Rect { height: inner.height - 1, ..inner };
    (above, Some(Rect { y: above.bottom(), height: 1, ..inner }))
}

fn draw_row(
    canvas: &mut Canvas<'_>,
    open: &OpenCase,
    row: ThreadRow,
    area: Rect,
    lead: u16,
    timed: bool,
) {
    let texts = &canvas.strings().conversation;
    let message = |at: usize| open.thread.messages.get(at);
    let room = area.width.saturating_sub(lead);
    match row {
        ThreadRow::Earlier => rule(canvas, area, texts.earlier),
        ThreadRow::Newer => rule(canvas, area, texts.newer),
        ThreadRow::Day(at) => {
            if let Some(message) = message(at) {
                let day = Clock::of_panes(canvas.model).day(message.at);
                rule(canvas, area, &day);
            }
        }
        ThreadRow::Line(at, no) => {
            let Some(message) = message(at) else { return };
            if no == 0 {
                draw_lead(canvas, message, area, timed);
            }
            let text = words(canvas.strings(), message);
            let lines = canvas.cache.lines(message.no, &text, room.saturating_sub(1));
            let Some(shown) = lines.get(no) else { return };
            let meaning = if message.retracted { Meaning::Retracted } else { voice(message) };
            let name = text.len() - message.text.as_str().len();
            let line = if no == 0 && name <= shown.shown_end {
                let (who, said) = shown.shown(&text).split_at_checked(name).unwrap_or_default();
                Line::from(vec![
                    canvas.span(who, colour(message.author)),
                    canvas.span(said, meaning),
                ])
            } else {
                canvas.line(shown.shown(&text), meaning)
            };
            canvas.put(area.x + lead, area.y, room, line);
        }
        ThreadRow::Cut(at) => {
            let Some(message) = message(at) else { return };
            let text = fill(texts.cut, &[("n", &message.cut)]);
            let line = canvas.line(text, Meaning::Muted);
            canvas.put(area.x + lead, area.y, room, line);
        }
        ThreadRow::Retracted(_) => {
            let line = canvas.line(format!("✗ {}", texts.retracted), Meaning::Muted);
            canvas.put(area.x + lead, area.y, room, line);
        }
    }
    let Some(message) = row.message().and_then(message) else { return };
    canvas.hit(area, Hit::Message(message.no));
    if open.thread.selected == Some(message.no) {
        let focused = canvas.model.focus == Pane::Conversation;
        if focused {
            canvas.tint(area, Meaning::Selected);
        }
        let mark = canvas.line("▌", if focused { Meaning::Focus } else { Meaning::Muted });
        canvas.put(area.x, area.y, 1, mark);
    }
}

/// A message's words behind the name of who says them: the name takes no column of its own.
fn words(strings: &Strings, message: &Message) -> String {
    format!("{} {}", author(strings, message.author), message.text)
}

/// Time and sign in front of a message's first line.
fn draw_lead(canvas: &mut Canvas<'_>, message: &Message, area: Rect, timed: bool) {
    let mut spans = Vec::new();
    if timed {
        let hour = Clock::of_panes(canvas.model).hour(message.at);
        spans.push(canvas.span(format!("{hour} "), Meaning::Muted));
    }
    spans.push(canvas.span(sign(message.author), colour(message.author)));
    canvas.put(area.x + 1, area.y, area.width.saturating_sub(1), Line::from(spans));
}

/// A line across with words in its middle.
fn rule(canvas: &mut Canvas<'_>, area: Rect, text: &str) {
    let line = canvas.line(format!("╌╌ {text} "), Meaning::Muted);
    let cells = cells_of(&line);
    let mut spans = line.spans;
    let rest = usize::from(area.width).saturating_sub(cells + 2);
    spans.push(canvas.span("╌".repeat(rest), Meaning::Border));
    canvas.put(area.x + 1, area.y, area.width.saturating_sub(1), Line::from(spans));
}

fn new_below(canvas: &mut Canvas<'_>, shown: &Window, inner: Rect) {
    if shown.new_below == 0 || inner.height == 0 {
        return;
    }
    let text = fill(canvas.strings().conversation.new_below, &[("n", &shown.new_below)]);
    let line = canvas.line(format!(" {text} "), Meaning::DueSoon);
    let cells = u16::try_from(cells_of(&line)).unwrap_or(u16::MAX).min(inner.width);
    let y = inner.bottom() - 1;
    canvas.put(inner.right() - cells, y, cells, line);
}

fn title(canvas: &Canvas<'_>, open: &OpenCase) -> Line<'static> {
    let strings = canvas.strings();
    let state = &open.state;
    let mut parts = Vec::new();
    // Where the queue is folded to the top line, that tells it beside the mood.
    let alone = Shape::of(canvas.buf.area().width) == Shape::Wide;
    let kind = state.buyer_type.filter(|_| alone);
    parts.extend(kind.map(|kind| buyer_type(strings, kind).to_owned()));
    if let Some(order) = &state.order {
        parts.push(fill(strings.conversation.order, &[("tail", &order.no.tail())]));
        let bought = order.title.clone().unwrap_or_default();
        let paid = order.amount.map(|fen| format!("¥{fen}")).unwrap_or_default();
        parts.push([bought, paid].join(" ").trim().to_owned());
    }
    parts.push(platform(strings, state.platform).to_owned());
    if !open.history.is_empty() {
        parts.push(fill(strings.conversation.history, &[("n", &open.history.len())]));
    }
    panel::titled(canvas, &state.buyer.masked(), &parts)
}

/// Since when the buyer waits, or how the case ended.
fn waiting(canvas: &Canvas<'_>, open: &OpenCase) -> Line<'static> {
    let texts = &canvas.strings().conversation;
    let clock = Clock::of_panes(canvas.model);
    match (&open.state.stage, open.state.tally.waiting_since) {
        (Stage::Closed(closing), _) => {
            let how = result(canvas.strings(), closing.result);
            canvas.line(fill(texts.closed, &[("result", &how)]), Meaning::Good)
        }
        (Stage::Open, Some(since)) => {
            let late = open.state.next_due().is_some_and(|due| due.at <= canvas.model.panes_at);
            let meaning = if late { Meaning::Overdue } else { Meaning::DueSoon };
            let time = clock.span(canvas.model.panes_at.since(since));
            canvas.line(fill(texts.waiting, &[("time", &time)]), meaning)
        }
        (Stage::Open, None) => Line::default(),
    }
}

/// The mark of the chosen message, the time, and the sign.
const fn lead_cells(timed: bool) -> u16 {
    if timed { 8 } else { 2 }
}

const fn sign(author: Author) -> &'static str {
    match author {
        Author::Buyer => "«",
        Author::Agent => "»",
        Author::Platform => "#",
        Author::System => "-",
        Author::Note => "✎",
    }
}

const fn colour(author: Author) -> Meaning {
    match author {
        Author::Buyer => Meaning::Title,
        Author::Agent => Meaning::Agent,
        Author::Platform => Meaning::Platform,
        Author::System => Meaning::System,
        Author::Note => Meaning::Note,
    }
}

/// How a message's words look.
const fn voice(message: &Message) -> Meaning {
    match message.author {
        Author::Buyer => Meaning::Buyer,
        Author::Agent => Meaning::Agent,
        Author::Platform => Meaning::Platform,
        Author::System => Meaning::System,
        Author::Note => Meaning::Note,
    }
}
