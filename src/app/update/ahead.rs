//! Keys that come before the case they are meant for: a person who knows the way presses them
//! without waiting for the screen. They wait for it, in their order.

use super::key;
use crate::app::jobs::Waiting;
use crate::app::{Action, Model, Msg, Pane};
use crate::domain::Span;

/// However long a case takes to come, keys wait no longer than this.
const PATIENCE: Span = Span::seconds(2);

/// Whether a message has to wait.
pub(super) fn waits(model: &Model, msg: &Msg) -> bool {
    match msg {
        Msg::Key(chord) => {
            let pressed = model.keymap.action(key::context_of(model.focus), *chord);
            coming(model) && !pressed.is_some_and(|action| goes_ahead(model, action))
        }
        Msg::Text(_) | Msg::Paste(_) => coming(model),
        Msg::Start
        | Msg::Resize(..)
        | Msg::Drawn(_)
        | Msg::Click(_)
        | Msg::Scroll(..)
        | Msg::Tick(_)
        | Msg::Answered(..)
        | Msg::Compiled(..)
        | Msg::Chosen(_)
        | Msg::Standards(..)
        | Msg::Fetched(..)
        | Msg::Listed(_)
        | Msg::Reloaded(_)
        | Msg::Copied(_)
        | Msg::Imported(_)
        | Msg::Looked
        | Msg::Heard(..)
        | Msg::Guarded(..)
        | Msg::Told(_)
        | Msg::Terminate => false,
    }
}

/// Puts a message in line.
pub(super) fn hold(model: &mut Model, msg: Msg) {
    model.jobs.held_since.get_or_insert(model.now);
    model.jobs.held.push_back(msg);
}

/// The next message whose turn has come.
pub(super) fn next(model: &mut Model) -> Option<Msg> {
    let waited = model.jobs.held_since.is_some_and(|since| model.now.since(since) >= PATIENCE);
    if coming(model) && !waited {
        return None;
    }
    let next = model.jobs.held.pop_front();
    if model.jobs.held.is_empty() {
        model.jobs.held_since = None;
    }
    next
}

/// Whether a case is on its way to the screen: it, or its playbook.
fn coming(model: &Model) -> bool {
    if !model.overlays.is_empty() {
        return false;
    }
    let first_page = !model.queue.loaded && model.jobs.has(&Waiting::Queue);
    let case = model.jobs.opening.is_some();
    let playbook =
        model.open.as_ref().is_some_and(|open| open.playbook.is_none() && open.broken.is_none());
    first_page || case || playbook
}

/// What can be done whichever case is coming, as long as nothing waits before it.
fn goes_ahead(model: &Model, action: Action) -> bool {
    if matches!(action, Action::Quit | Action::Redraw) {
        return true;
    }
    let moves = matches!(
        action,
        Action::Up
            | Action::Down
            | Action::PageUp
            | Action::PageDown
            | Action::Top
            | Action::Bottom
            | Action::OpenNext
            | Action::Help
            | Action::Palette
    );
    model.jobs.held.is_empty() && moves && model.focus == Pane::Queue
}
