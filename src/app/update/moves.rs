//! Cursors and scrolling, pane by pane.

use super::{cases, edit};
use crate::app::{Action, Effect, Model, Pane};

/// Rows the wheel or a key goes at once in the conversation.
const STEP: usize = 3;
/// With fewer rows than this left above the screen, older messages are fetched.
const NEAR_TOP: usize = 80;

/// Moves in the focused pane.
pub(super) fn go(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    match model.focus {
        Pane::Queue => queue(model, action, out),
        Pane::Conversation => conversation(model, action, out),
        Pane::Step => {
            let rows = model.open.as_ref().map_or(0, crate::app::OpenCase::step_rows);
            if let Some(open) = &mut model.open {
                open.step_selected = moved(open.step_selected, action, rows, 5);
            }
        }
        Pane::Replies => {
            if let Some(open) = &mut model.open {
                let rows = open.suggestions.len().min(9);
                open.reply_selected = moved(open.reply_selected, action, rows, 5);
            }
        }
        // Pages turn the conversation while one writes.
        Pane::Composer => match action {
            Action::PageUp | Action::PageDown => page_conversation(model, action, out),
            Action::Top => edit::draft(model, Action::LineStart, out),
            Action::Bottom => edit::draft(model, Action::LineEnd, out),
            _line => edit::draft(model, action, out),
        },
    }
}

/// The place after a move in a list.
pub(super) fn moved(place: usize, action: Action, rows: usize, page: usize) -> usize {
    let last = rows.saturating_sub(1);
    let page = page.max(1);
    match action {
        Action::Up => place.saturating_sub(1),
        Action::Down => place.saturating_add(1).min(last),
        Action::PageUp => place.saturating_sub(page),
        Action::PageDown => place.saturating_add(page).min(last),
        Action::Top => 0,
        Action::Bottom => last,
        _no_move => place.min(last),
    }
}

fn queue(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let rows = model.queue.entries.len();
    let page = usize::from(model.metrics.queue_rows);
    let place = moved(model.queue.selected, action, rows, page);
    cases::select(model, place, out);
}

fn conversation(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    match action {
        Action::PageUp | Action::PageDown => return page_conversation(model, action, out),
        _by_message => {}
    }
    let Some(open) = &mut model.open else { return };
    let thread = &mut open.thread;
    let last = thread.messages.len().saturating_sub(1);
    let here = thread
        .selected
        .and_then(|no| thread.messages.iter().position(|message| message.no == no))
        .unwrap_or_else(|| last + usize::from(thread.selected.is_none() && action == Action::Up));
    let place = moved(here, action, thread.messages.len(), 1);
    thread.selected = thread.messages.get(place).map(|message| message.no);
    if place == last && action != Action::Up {
        thread.scroll = 0;
        thread.hold = None;
    }
    if place < 10 {
        cases::load_older(model, out);
    }
}

/// Brings a message on screen; where it is not loaded yet, what is older is fetched until it is.
pub(super) fn reach(model: &mut Model, no: crate::domain::MessageNo, out: &mut Vec<Effect>) {
    let loaded = |model: &Model| {
        let open = model.open.as_ref();
        open.is_some_and(|open| open.thread.messages.iter().any(|message| message.no == no))
    };
    if !loaded(model) {
        cases::load_older(model, out);
    }
}

fn page_conversation(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let rows = usize::from(model.metrics.thread_rows).saturating_sub(2).max(1);
    scroll_conversation(model, rows, action == Action::PageUp, out);
}

/// Scrolls the conversation by rows.
fn scroll_conversation(model: &mut Model, rows: usize, up: bool, out: &mut Vec<Effect>) {
    let above = model.metrics.thread_above;
    let Some(open) = &mut model.open else { return };
    let thread = &mut open.thread;
    thread.selected = None;
    if up {
        if thread.hold.is_none() {
            thread.hold = thread.messages.last().map(|message| message.no);
        }
        thread.scroll = thread.scroll.saturating_add(rows.min(above));
        if above <= NEAR_TOP {
            cases::load_older(model, out);
        }
    } else {
        thread.scroll = thread.scroll.saturating_sub(rows);
        if thread.scroll == 0 {
            thread.hold = None;
        }
    }
}

/// The wheel was turned over a pane.
pub(super) fn wheel(model: &mut Model, pane: Pane, rows: i16, out: &mut Vec<Effect>) {
    let up = rows < 0;
    let rows = usize::from(rows.unsigned_abs());
    match pane {
        Pane::Conversation => scroll_conversation(model, rows.max(STEP), up, out),
        Pane::Queue => {
            let action = if up { Action::Up } else { Action::Down };
            queue(model, action, out);
        }
        Pane::Step | Pane::Replies | Pane::Composer => {}
    }
}
