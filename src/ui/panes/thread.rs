//! Which rows of a conversation are on screen: light places first, text only for what is seen.

use crate::app::Thread;
use crate::app::words::Clock;
use crate::domain::{Message, MessageNo};
use crate::ui::WrapCache;

/// A row of the conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ThreadRow {
    /// Older messages are in the file.
    Earlier,
    /// A day begins with this message, by its place.
    Day(usize),
    /// A line of a message: its place, and which line.
    Line(usize, usize),
    /// How much of the message is not shown.
    Cut(usize),
    /// The message was taken back.
    Retracted(usize),
    /// Newer messages are in the file.
    Newer,
}

impl ThreadRow {
    /// The place of the message the row belongs to.
    pub(super) const fn message(self) -> Option<usize> {
        match self {
            Self::Line(at, _) | Self::Cut(at) | Self::Retracted(at) => Some(at),
            Self::Earlier | Self::Day(_) | Self::Newer => None,
        }
    }
}

/// The rows on screen and what lies around them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Window {
    pub(super) rows: Vec<ThreadRow>,
    /// Rows above the first one.
    pub(super) above: usize,
    /// Messages that came while an older part was being read.
    pub(super) new_below: usize,
}

/// The window of `height` rows that the thread's scrolling asks for.
pub(super) fn window(
    thread: &Thread,
    clock: Clock<'_>,
    cache: &mut WrapCache,
    words: impl Fn(&Message) -> String,
    cells: u16,
    height: usize,
) -> Window {
    let mut rows = Vec::new();
    let mut held_end = None;
    if thread.more_before {
        rows.push(ThreadRow::Earlier);
    }
    let mut before: Option<&Message> = None;
    for (at, message) in thread.messages.iter().enumerate() {
        if before.is_none_or(|before| !clock.same_day(before.at, message.at)) {
            rows.push(ThreadRow::Day(at));
        }
        let lines = cache.lines(message.no, &words(message), cells).len();
        rows.extend((0..lines).map(|line| ThreadRow::Line(at, line)));
        if message.cut > 0 {
            rows.push(ThreadRow::Cut(at));
        }
        if message.retracted {
            rows.push(ThreadRow::Retracted(at));
        }
        if Some(message.no) == thread.hold {
            held_end = Some(rows.len());
        }
        before = Some(message);
    }
    if thread.more_after {
        rows.push(ThreadRow::Newer);
    }
    let end = held_end.unwrap_or(rows.len());
    let last_end = rows.len();
    let mut bottom = end.saturating_sub(thread.scroll).max(height).min(last_end);
    let mut top = bottom.saturating_sub(height);
    if let Some((first, after)) = thread.selected.and_then(|no| span_of(&rows, thread, no)) {
        if after > bottom {
            top = after.saturating_sub(height).min(first);
        }
        if first < top {
            top = first;
        }
        bottom = (top + height).min(last_end);
    }
    let new_below = match thread.hold {
        Some(_) if bottom < last_end => newer_than(thread, thread.hold),
        Some(_) | None => 0,
    };
    let rows = rows.get(top..bottom).map(<[ThreadRow]>::to_vec).unwrap_or_default();
    Window { rows, above: top, new_below }
}

fn newer_than(thread: &Thread, hold: Option<MessageNo>) -> usize {
    let at = thread.messages.iter().position(|message| Some(message.no) == hold);
    at.map_or(0, |at| thread.messages.len() - at - 1)
}

/// The rows of a message: the first, and the one after the last.
fn span_of(rows: &[ThreadRow], thread: &Thread, no: MessageNo) -> Option<(usize, usize)> {
    let place = thread.messages.iter().position(|message| message.no == no)?;
    let of = |row: &ThreadRow| row.message() == Some(place);
    let first = rows.iter().position(of)?;
    let last = rows.iter().rposition(of)?;
    Some((first, last + 1))
}
