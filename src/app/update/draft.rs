//! The draft: typed, saved a moment after each pause, and sent.

use super::{commit, overlays};
use crate::app::jobs::{After, Waiting};
use crate::app::notice::Notice;
use crate::app::{BoardKind, DraftKind, Effect, Model, OpenCase};
use crate::desk::{Command, Pledge, Refusal, Reply, carried_title};
use crate::domain::{CaseId, CleanText, RawText, ReplyId, Span, Stamp};
use crate::guide::asked_already;
use crate::i18n::fill;
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
        let before = composer.revision();
        change(composer, width);
        if open.draft().revision() != before {
            open.edited(now);
        }
    }
    save_when_due(model, out);
}

/// Saves the drafts whose first unsaved key is long enough ago, on screen or left behind.
pub(super) fn save_when_due(model: &mut Model, out: &mut Vec<Effect>) {
    let now = model.now;
    save_those(model, out, |since| now.since(since) >= PAUSE);
}

/// Saves whatever is not in the file.
pub(super) fn save(model: &mut Model, out: &mut Vec<Effect>) {
    save_those(model, out, |_| true);
}

fn save_those(model: &mut Model, out: &mut Vec<Effect>, due: impl Fn(Stamp) -> bool) {
    if model.file.read_only {
        return;
    }
    let now = model.now;
    for open in model.open.iter_mut().chain(model.parked.values_mut()) {
        let case = open.state.id;
        for kind in DraftKind::ALL {
            let mark = open.unsaved.of(kind);
            if !mark.is_some_and(&due) {
                continue;
            }
            *mark = None;
            let body = open.draft_of(kind).text().to_owned();
            let adopted = match kind {
                DraftKind::Reply => open.said().0.into_iter().map(|one| one.reply).collect(),
                DraftKind::Note => Vec::new(),
            };
            let id = model.jobs.begin(Waiting::Draft(case, kind));
            let kind = kind.into();
            out.push(Effect::Store(id, Job::SaveDraft { case, kind, body, adopted, at: now }));
        }
    }
}

/// The draft is on its way out: it is no draft to be saved.
pub(super) fn hold_back(model: &mut Model, case: CaseId, kind: DraftKind) {
    if let Some(open) = model.case_in_hand_mut(case) {
        *open.unsaved.of(kind) = None;
    }
}

/// The draft went out, or could not: what is left of it is a draft again. Where it was being saved
/// meanwhile, the file may have it from before.
pub(super) fn settled(model: &mut Model, case: CaseId, kind: DraftKind) {
    let now = model.now;
    let saving = model.jobs.saving(case, kind);
    let Some(open) = model.case_in_hand_mut(case) else { return };
    let left = !open.draft_of(kind).is_empty();
    *open.unsaved.of(kind) = (left || saving).then_some(now);
    open.saved = !left && !saving;
}

/// A draft is in the file.
pub(super) fn saved(model: &mut Model, case: CaseId) {
    let saving = DraftKind::ALL.into_iter().any(|kind| model.jobs.saving(case, kind));
    if let Some(open) = model.case_in_hand_mut(case) {
        open.saved = !saving && open.unsaved.first().is_none();
    }
    model.tidy();
}

/// A draft is not in the file: the next pause tries again.
pub(super) fn not_saved(model: &mut Model, case: CaseId, kind: DraftKind) {
    let now = model.now;
    if let Some(open) = model.case_in_hand_mut(case) {
        open.saved = false;
        open.unsaved.of(kind).get_or_insert(now);
    }
}

/// Sends the reply, or writes the note.
pub(super) fn send(model: &mut Model, out: &mut Vec<Effect>) {
    send_as(model, (None, None), out);
}

/// The same, with a reason for sending what the guard would stop. Before the guard is there nothing
/// goes out: it is on its way since the first word, and sending waits for it.
pub(super) fn send_though(model: &mut Model, overrule: Option<String>, out: &mut Vec<Effect>) {
    send_as(model, (overrule, None), out);
}

/// The same, once it is also said which promises in the reply's own words count.
pub(super) fn send_as(
    model: &mut Model,
    (overrule, pledges): (Option<String>, Option<Vec<Pledge>>),
    out: &mut Vec<Effect>,
) {
    let Some(open) = &model.open else { return };
    if open.kind == DraftKind::Reply && !open.reply.is_empty() && model.wits.is_none() {
        model.jobs.sending = Some(open.state.id);
        return;
    }
    let case = open.state.id;
    let mut text = open.draft().text();
    // The key is pressed twice easily: what is going out already does not go out again.
    for coming in model.jobs.coming(case) {
        text = match (coming, open.kind) {
            (After::Sent(sent), DraftKind::Reply) | (After::Noted(sent), DraftKind::Note) => {
                text.strip_prefix(sent.as_str()).map_or(text, |rest| rest.trim_start_matches('\n'))
            }
            (_, DraftKind::Reply | DraftKind::Note) => text,
        };
    }
    if text.is_empty() && !open.draft().is_empty() {
        return;
    }
    let text = CleanText::new(text);
    if let Some(why) = asked_already_known(model, open, &text) {
        // Told once; the same words sent again are meant.
        if let Some(open) = &mut model.open {
            open.questioned = Some(text);
        }
        return model.say(&Notice::Told(why));
    }
    let raw = RawText::new(text.as_str());
    let (command, after) = match open.kind {
        DraftKind::Reply => {
            let has = |reply: &ReplyId| {
                let own = carried_title(reply, model.lang).is_some();
                own || open.playbook.as_ref().is_some_and(|book| book.reply(reply).is_some())
            };
            let (said, written) = open.said();
            // Another playbook may have been chosen since the words were adopted.
            let adopted = said.into_iter().map(|adopted| adopted.reply).filter(has).collect();
            let why = overrule.clone();
            let reply =
                Reply { text: raw, adopted, way: model.way, written, overrule: why, pledges };
            (Command::Send(reply), After::Sent(text))
        }
        DraftKind::Note => (Command::Note(raw), After::Noted(text)),
    };
    match commit::try_to(model, command, after, out) {
        Ok(()) => {}
        // The words promise something: it is said first whether that counts.
        Err(Notice::Refused(Refusal::Pledges(found))) => {
            let counts = vec![true; found.len()];
            overlays::open_board(model, BoardKind::Pledges { found, counts, overrule });
        }
        Err(why) => model.say(&why),
    }
}

/// What is to be said of a question in a reply whose answer is on record; nothing the second time.
fn asked_already_known(model: &Model, open: &OpenCase, text: &CleanText) -> Option<String> {
    if open.kind != DraftKind::Reply || open.questioned.as_ref() == Some(text) {
        return None;
    }
    let playbook = open.playbook.as_ref()?;
    let known = asked_already(text.as_str(), &open.state, playbook, model.lang)?;
    let by = known.by.as_ref().unwrap_or(&model.agent);
    let values: [(&str, &dyn std::fmt::Display); 3] =
        [("fact", &known.label), ("value", &known.value), ("by", by)];
    Some(fill(model.strings.settling.say.asked_already, &values))
}
