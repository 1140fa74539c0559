//! The draft: typed, saved a moment after each pause, and sent.

use super::commit;
use crate::app::jobs::{After, Waiting};
use crate::app::{DraftKind, Effect, Model};
use crate::desk::{Command, Reply};
use crate::domain::{CleanText, Span};
use crate::store::Job;

/// How long after the first unsaved key a draft is written: less than the second that may be lost.
pub(in crate::app) const PAUSE: Span = Span::millis(500);

/// Types text at the caret.
pub(super) fn type_in(model: &mut Model, text: &str, out: &mut Vec<Effect>) {
    edit(model, out, |composer, _| composer.insert(text));
}

/// Edits the draft, and remembers that it is not in the file yet.
pub(super) fn edit(
    model: &mut Model,
    out: &mut Vec<Effect>,
    change: impl FnOnce(&mut crate::app::Composer, u16),
) {
    let width = model.metrics.composer_width.max(1);
    let now = model.now;
    if let Some(open) = &mut model.open {
        let composer = open.draft_mut();
        let before = composer.text().to_owned();
        change(composer, width);
        if open.draft().text() != before {
            open.saved = false;
            open.edited_at.get_or_insert(now);
            // Words that are gone promise nothing.
            if open.reply.is_empty() {
                open.adopted.clear();
            }
        }
    }
    save_when_due(model, out);
}

/// Saves the draft when its first unsaved key is long enough ago.
pub(super) fn save_when_due(model: &mut Model, out: &mut Vec<Effect>) {
    let due = model
        .open
        .as_ref()
        .and_then(|open| open.edited_at)
        .is_some_and(|edited| model.now.since(edited) >= PAUSE);
    if due {
        save(model, out);
    }
}

/// Saves both drafts if something in them is not in the file.
pub(super) fn save(model: &mut Model, out: &mut Vec<Effect>) {
    if model.file.read_only {
        return;
    }
    let Some(open) = &mut model.open else { return };
    if open.edited_at.take().is_none() {
        return;
    }
    let case = open.state.id;
    let (kind, body) = (open.kind, open.draft().text().to_owned());
    let adopted = open.adopted_replies(kind);
    let id = model.jobs.begin(Waiting::Draft(case));
    let at = model.now;
    out.push(Effect::Store(id, Job::SaveDraft { case, kind: kind.into(), body, adopted, at }));
}

/// Sends the reply, or writes the note.
pub(super) fn send(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(open) = &model.open else { return };
    let text = CleanText::new(open.draft().text());
    match open.kind {
        DraftKind::Reply => {
            let reply = Reply {
                text: commit::raw(&text),
                adopted: open.adopted_replies(DraftKind::Reply),
                way: model.way,
            };
            commit::ask(model, Command::Send(reply), After::Sent(text), out);
        }
        DraftKind::Note => {
            commit::ask(model, Command::Note(commit::raw(&text)), After::Noted(text), out);
        }
    }
}
