//! By when something was promised, or would be: a point in time, or what it is counted from while
//! that is not known.

use super::Clock;
use crate::domain::{After, Lang, Promise, Stamp};
use crate::playbook::{Playbook, PromiseView};

/// By when a promise is due.
#[must_use]
pub fn promise_due(
    promise: &Promise,
    playbook: Option<&Playbook>,
    lang: Lang,
    clock: Clock<'_>,
) -> String {
    let counted = promise.after.as_ref().filter(|_| promise.pending);
    due(promise.due, counted, playbook, lang, clock)
}

/// By when what a reply promises would be due.
#[must_use]
pub fn reply_promise_due(
    promise: &PromiseView,
    playbook: Option<&Playbook>,
    lang: Lang,
    clock: Clock<'_>,
) -> String {
    let counted = promise.after.as_ref().filter(|_| promise.pending);
    due(promise.due, counted, playbook, lang, clock)
}

fn due(
    at: Stamp,
    counted: Option<&After>,
    playbook: Option<&Playbook>,
    lang: Lang,
    clock: Clock<'_>,
) -> String {
    let words = counted.zip(playbook).and_then(|(after, book)| book.due_after(after, lang));
    words.unwrap_or_else(|| clock.point(at))
}
