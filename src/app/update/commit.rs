//! An act on the open case: decided here, written by the store, believed when it is in the file.

use super::cases;
use crate::app::jobs::{After, Waiting};
use crate::app::notice::Notice;
use crate::app::{DraftKind, Effect, Model, Overlay, Pane};
use crate::desk::{Command, Desk, decide};
use crate::domain::{CaseId, CleanText, RawText, Recorded, ReplyId, StepReason};
use crate::store::{Act, Job};
use std::sync::Arc;

/// Asks for an act on the open case. While another is on its way into the file it waits its turn.
pub(super) fn ask(model: &mut Model, command: Command, after: After, out: &mut Vec<Effect>) {
    let Some(case) = model.case() else { return model.say(&Notice::NoCase) };
    if model.file.read_only {
        return model.say(&Notice::ReadOnly);
    }
    if model.jobs.acting(case) {
        model.jobs.queued.push_back((case, command, after));
        return;
    }
    decide_now(model, command, after, out);
}

fn decide_now(model: &mut Model, command: Command, after: After, out: &mut Vec<Effect>) {
    let Some(open) = &model.open else { return };
    let Some(playbook) = open.playbook.clone() else {
        let broken = open.broken.clone().unwrap_or_else(|| open.state.playbook.id.to_string());
        return model.say(&Notice::Refused(crate::desk::Refusal::BrokenStep(broken)));
    };
    let (after, clear_draft) = match (&command, after) {
        (Command::Retract(_), After::Retracted(_)) => (After::Retracted(last_reply(model)), None),
        (Command::Send(_), after) => (after, Some(DraftKind::Reply)),
        (Command::Note(_), after) => (after, Some(DraftKind::Note)),
        (_, after) => (after, None),
    };
    let pin = match &command {
        Command::Choose(new) => Some(pin_of(new)),
        _ => None,
    };
    let policy = Arc::clone(&model.policy);
    let agent = model.agent.clone();
    let desk = Desk {
        playbook: &playbook,
        policy: &policy,
        agent: &agent,
        lang: model.lang,
        now: model.now,
    };
    let Some(open) = &model.open else { return };
    match decide(&open.state, command, &desk) {
        Err(refusal) => model.say(&Notice::Refused(refusal)),
        Ok(events) => {
            let (case, expected) = (open.state.id, open.state.version);
            let act = Act {
                case: Some(case),
                expected,
                events,
                agent,
                at: model.now,
                clear_draft: clear_draft.map(Into::into),
                pin,
            };
            let id = model.jobs.begin(Waiting::Act(case, after));
            out.push(Effect::Store(id, Job::Append(act)));
        }
    }
}

fn pin_of(playbook: &crate::playbook::Playbook) -> (crate::domain::PlaybookRef, String) {
    let sources = serde_json::to_string(&playbook.pin()).unwrap_or_default();
    (playbook.reference.clone(), sources)
}

/// The reply that would be taken back: its text and what it was made of.
fn last_reply(model: &Model) -> Option<(CleanText, Vec<ReplyId>)> {
    let open = model.open.as_ref()?;
    let sent = open.state.retractable(model.now)?;
    let message = open.thread.messages.iter().find(|message| message.no == sent.no)?;
    Some((message.text.clone(), sent.replies.clone()))
}

/// An act is in the file.
pub(super) fn appended(
    model: &mut Model,
    case: CaseId,
    records: &[Recorded],
    after: After,
    out: &mut Vec<Effect>,
) {
    if model.case() == Some(case) {
        if let Some(open) = &mut model.open {
            open.take_in(records, model.now);
        }
        model.survey();
        finish(model, after, out);
        cases::load_newer(model, out);
    } else if let After::Sent(text) = after {
        // Sent from a case that is no longer on screen: the buyer's reply still goes out.
        out.push(Effect::Copy(text));
    }
    cases::load_queue(model, out);
    next_in_line(model, out);
}

fn finish(model: &mut Model, after: After, out: &mut Vec<Effect>) {
    let step =
        model.open.as_ref().and_then(|open| open.step.as_ref()).map(|step| step.title.clone());
    match after {
        After::Sent(text) => {
            if let Some(open) = &mut model.open {
                if open.reply.text() == text.as_str() {
                    open.reply.replace_all("");
                }
                open.adopted.clear();
                open.saved = true;
                open.thread.hold = None;
                open.thread.scroll = 0;
                model.focus = Pane::Replies;
            }
            out.push(Effect::Copy(text));
        }
        After::Retracted(reply) => {
            out.push(Effect::ClearClipboard);
            if let (Some(open), Some((text, made_of))) = (&mut model.open, reply) {
                open.give_back(&text, made_of);
                model.focus = Pane::Composer;
            }
            model.say(&Notice::Retracted);
        }
        After::Noted(text) => {
            if let Some(open) = &mut model.open {
                if open.note.text() == text.as_str() {
                    open.note.replace_all("");
                }
                open.kind = DraftKind::Reply;
                open.saved = true;
            }
            model.say(&Notice::Noted);
        }
        After::Moved => {
            let visit = model.open.as_ref().and_then(|open| open.state.visits.last());
            let reason = visit.and_then(|visit| visit.reason).unwrap_or(StepReason::Forward);
            model.say(&Notice::Moved(step.unwrap_or_default(), reason));
        }
        After::Recorded(fact, value) => model.say(&Notice::Recorded { fact, value }),
        // The tick is seen; what was said before, "this is still missing" at worst, is over.
        After::Ticked => model.toast = None,
        After::Felt => {
            if let Some(mood) = model.open.as_ref().map(|open| open.state.mood) {
                model.say(&Notice::Felt(mood));
            }
        }
        After::Promised => model.say(&Notice::Promised),
        After::Broken => model.say(&Notice::Broken),
        After::Closed(result) => {
            model.overlays.retain(|overlay| !matches!(overlay, Overlay::Close(_)));
            model.focus = Pane::Queue;
            model.say(&Notice::Closed(result));
        }
        After::Reopened => model.say(&Notice::Reopened),
        After::Chosen => {
            let title = model.open.as_ref().map(|open| open.playbook_title.clone());
            model.say(&Notice::Chosen(title.unwrap_or_default()));
        }
    }
}

/// Another window was faster: its events are taken in, the draft stays, and the person is told.
pub(super) fn conflict(model: &mut Model, case: CaseId, since: &[Recorded], out: &mut Vec<Effect>) {
    if model.case() == Some(case) {
        if let Some(open) = &mut model.open {
            open.take_in(since, model.now);
        }
        model.survey();
        cases::load_newer(model, out);
    }
    // What was asked for was decided on a case that has changed: the person decides anew.
    model.jobs.queued.retain(|(of, _, _)| *of != case);
    let what = crate::app::words::happened(since, model);
    model.say(&Notice::Conflict(what));
    cases::load_queue(model, out);
}

fn next_in_line(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(case) = model.case() else { return };
    let place = model.jobs.queued.iter().position(|(of, _, _)| *of == case);
    if let Some((_, command, after)) = place.and_then(|place| model.jobs.queued.remove(place)) {
        decide_now(model, command, after, out);
    }
}

/// The stored form of a draft.
pub(super) fn raw(text: &CleanText) -> RawText {
    RawText::new(text.as_str())
}
