//! An act on the open case: decided here, written by the store, believed when it is in the file.

use super::{cases, draft, focus};
use crate::app::jobs::{After, Copying, Waiting};
use crate::app::notice::Notice;
use crate::app::{DraftKind, Effect, Model, OpenCase, Pane};
use crate::desk::{Command, Desk, Refusal, decide};
use crate::domain::{CaseId, Event, Lang, Recorded, StepReason};
use crate::playbook::{Missing, Playbook};
use crate::store::{Act, Job};

/// Asks for an act on the open case, or says why it cannot be done.
pub(super) fn ask(model: &mut Model, command: Command, after: After, out: &mut Vec<Effect>) {
    if let Err(why) = try_to(model, command, after, out) {
        model.say(&why);
    }
}

/// Asks for an act on the open case. While another is on its way into the file it waits its turn.
pub(super) fn try_to(
    model: &mut Model,
    command: Command,
    after: After,
    out: &mut Vec<Effect>,
) -> Result<(), Notice> {
    let case = model.case().ok_or(Notice::NoCase)?;
    if model.file.read_only {
        return Err(Notice::ReadOnly);
    }
    if model.jobs.acting(case) {
        model.jobs.queued.push_back((case, command, after));
        return Ok(());
    }
    decide_now(model, case, command, after, out)
}

fn decide_now(
    model: &mut Model,
    case: CaseId,
    command: Command,
    after: After,
    out: &mut Vec<Effect>,
) -> Result<(), Notice> {
    let open = model.case_in_hand(case).ok_or(Notice::NoCase)?;
    let playbook = open.playbook.clone().ok_or_else(|| {
        let broken = open.broken.clone().unwrap_or_else(|| open.state.playbook.id.to_string());
        Notice::Refused(Refusal::BrokenStep(broken))
    })?;
    let after = match after {
        After::Retracted(_) => {
            After::Retracted(open.state.retractable(model.now).map(|sent| sent.no))
        }
        other => other,
    };
    let clear_draft = match &command {
        Command::Send(_) => Some(DraftKind::Reply),
        Command::Note(_) => Some(DraftKind::Note),
        _keeps_drafts => None,
    };
    let pin = match &command {
        Command::Choose(new) => Some(pin_of(new)),
        _same_playbook => None,
    };
    let desk = model.desk(open, &playbook);
    let decided = decide(&open.state, command, &desk);
    if let Err(Refusal::HandOver(other)) = decided {
        // It is compiled elsewhere; when it arrives, it is chosen for this case.
        model.jobs.choosing = Some(case);
        out.push(Effect::CompileNewest(other));
        return Ok(());
    }
    let events = decided.map_err(|refusal| Notice::Refused(by_title(refusal, &playbook, model)))?;
    let act = Act {
        case: Some(case),
        expected: open.state.version,
        events,
        agent: model.agent.clone(),
        at: model.now,
        clear_draft: clear_draft.map(Into::into),
        pin,
    };
    if let Some(kind) = clear_draft {
        // What goes out is in the ledger soon: it must not be saved as a draft behind it.
        draft::hold_back(model, case, kind);
    }
    let id = model.jobs.begin(Waiting::Act(case, after));
    out.push(Effect::Store(id, Job::Append(act)));
    Ok(())
}

impl Model {
    /// The desk as it stands for a case on screen or left unfinished.
    #[must_use]
    pub fn desk<'a>(&'a self, open: &'a OpenCase, playbook: &'a Playbook) -> Desk<'a> {
        Desk {
            playbook,
            policy: &self.policy,
            agent: &self.agent,
            lang: self.lang,
            now: self.now,
            library: None,
            earlier_cases: open.earlier_cases,
            paid_elsewhere: &open.paid_elsewhere,
            shelf: self.standards.as_deref(),
            guard: self.wits.as_ref().map(|wits| wits.guard()),
        }
    }
}

fn pin_of(playbook: &Playbook) -> (crate::domain::PlaybookRef, String) {
    let sources = serde_json::to_string(&playbook.pin()).unwrap_or_default();
    (playbook.reference.clone(), sources)
}

/// An act is in the file.
pub(super) fn appended(
    model: &mut Model,
    case: CaseId,
    records: &[Recorded],
    after: After,
    out: &mut Vec<Effect>,
) {
    if let Some(open) = model.case_in_hand_mut(case) {
        open.take_in(records);
    }
    if model.case() == Some(case) {
        cases::changed_here(model, out);
    }
    let again = opened_again(model, case, records);
    finish(model, case, after, again, out);
    cases::load_queue(model, out);
    next_in_line(model, case, out);
    model.tidy();
}

/// What follows once an act is in the file. The draft and the clipboard are seen to wherever the
/// person is by now; the focus moves only for the case on screen.
fn finish(
    model: &mut Model,
    case: CaseId,
    after: After,
    again: Vec<String>,
    out: &mut Vec<Effect>,
) {
    let on_screen = model.case() == Some(case);
    match after {
        After::Sent(text) => {
            if let Some(open) = model.case_in_hand_mut(case) {
                open.was_sent(text.clone());
                open.thread.hold = None;
                open.thread.scroll = 0;
                let statement = open.state.sent.last().is_some_and(|sent| sent.statement);
                model.jobs.copying = Copying { statement, again };
            }
            draft::settled(model, case, DraftKind::Reply);
            if on_screen && model.open.as_ref().is_some_and(|open| open.reply.is_empty()) {
                focus::out_of_composer(model);
            }
            out.push(Effect::Copy(text));
        }
        After::Retracted(no) => {
            out.push(Effect::ClearClipboard);
            let now = model.now;
            if let (Some(open), Some(no)) = (model.case_in_hand_mut(case), no) {
                open.give_back(no, now);
                if on_screen {
                    model.focus = Pane::Composer;
                }
            }
            model.say(&Notice::Retracted);
        }
        After::Noted(text) => {
            if let Some(open) = model.case_in_hand_mut(case)
                && open.note.text() == text.as_str()
            {
                open.note.replace_all("");
                open.kind = DraftKind::Reply;
            }
            draft::settled(model, case, DraftKind::Note);
            model.say(&Notice::Noted);
        }
        After::Moved => {
            if let Some(moved) = model.case_in_hand(case).map(|open| moved(open, model.lang)) {
                model.say(&moved);
            }
        }
        After::Recorded(fact, value) => {
            model.say(&with_again(Notice::Recorded { fact, value }, again));
        }
        After::Ticked => {}
        After::Typed => {
            if let Some(kind) = model.case_in_hand(case).map(|open| open.state.buyer_type) {
                model.say(&Notice::Typed(kind));
            }
        }
        After::Named(title) => model.say(&Notice::Named(title)),
        After::Collected(what) => model.say(&Notice::Collected(what)),
        After::Dropped(what) => model.say(&Notice::Dropped(what)),
        After::Pledged => model.say(&Notice::Pledged),
        After::Upgraded(title) => model.say(&Notice::Upgraded(title)),
        After::Felt => {
            if let Some(mood) = model.case_in_hand(case).map(|open| open.state.mood) {
                model.say(&Notice::Felt(mood));
            }
        }
        After::Settled(told) => model.say(&with_again(Notice::Said(told), again)),
        After::Promised => model.say(&Notice::Promised),
        After::Broken => model.say(&Notice::Broken),
        After::Said(said) => model.say(&Notice::Done(said)),
        After::Closed(result) => {
            if on_screen {
                model.focus = Pane::Queue;
            }
            model.say(&Notice::Closed(result));
        }
        After::Reopened => model.say(&Notice::Reopened),
        After::Chosen(title) => model.say(&Notice::Chosen(title)),
    }
}

/// A sentence about what was done, and about the steps it has opened again.
pub(super) fn with_again(done: Notice, steps: Vec<String>) -> Notice {
    if steps.is_empty() { done } else { Notice::OpenAgain { done: Box::new(done), steps } }
}

/// Titles of the steps that these events have opened again.
fn opened_again(model: &Model, case: CaseId, records: &[Recorded]) -> Vec<String> {
    let playbook = model.case_in_hand(case).and_then(|open| open.playbook.as_ref());
    let mut titles: Vec<String> = Vec::new();
    for recorded in records {
        let Event::StepsReopened { steps, .. } = &recorded.event else { continue };
        for id in steps {
            let step = playbook.and_then(|playbook| playbook.step(id));
            let title = step.map_or(id.as_str(), |step| step.title.get(model.lang)).to_owned();
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
    }
    titles
}

/// Where the case stands now, and why.
fn moved(open: &OpenCase, lang: Lang) -> Notice {
    let step = open.playbook.as_ref().and_then(|playbook| playbook.step(&open.state.step));
    let title = step.map_or(open.state.step.as_str(), |step| step.title.get(lang));
    let visit = open.state.visits.last();
    let reason = visit.and_then(|visit| visit.reason).unwrap_or(StepReason::Forward);
    Notice::Moved(title.to_owned(), reason)
}

/// The refusal with replies by their titles, as they stand on the screen.
pub(super) fn by_title(refusal: Refusal, playbook: &Playbook, model: &Model) -> Refusal {
    let lang = model.lang;
    let title = |id: String| match playbook.reply(&id.as_str().into()) {
        Some((_, reply)) => reply.title.get(lang).to_owned(),
        None => crate::desk::carried_title(&id.as_str().into(), lang).map_or(id, str::to_owned),
    };
    match refusal {
        Refusal::Held(ids) => Refusal::Held(ids.into_iter().map(title).collect()),
        Refusal::Missing(all) => {
            let (strings, evidence) = (&model.strings, model.evidence.as_deref());
            let label = |one| match one {
                // The pane asks the question; in a list its name will do.
                Missing::Fact { id, ask } => {
                    let label = playbook.fact(&id).map(|fact| fact.label.get(lang).to_owned());
                    Missing::Fact { id, ask: label.unwrap_or(ask) }
                }
                other => other,
            };
            let named = |one| crate::app::words::named(label(one), strings, evidence, lang);
            Refusal::Missing(all.into_iter().map(named).collect())
        }
        Refusal::ReplyWanted(reply) => Refusal::ReplyWanted(title(reply)),
        Refusal::Rung { reply, before } => {
            Refusal::Rung { reply: title(reply), before: title(before) }
        }
        Refusal::Unfit { reply, why } => Refusal::Unfit { reply: title(reply), why },
        other => other,
    }
}

/// Another window was faster: its events are taken in, the draft stays, and the person is told.
pub(super) fn conflict(
    model: &mut Model,
    case: CaseId,
    since: &[Recorded],
    after: &After,
    out: &mut Vec<Effect>,
) {
    if let Some(open) = model.case_in_hand_mut(case) {
        open.take_in(since);
    }
    if model.case() == Some(case) {
        cases::changed_here(model, out);
    }
    not_done(model, case, after);
    let what = crate::app::words::happened(since, model);
    model.say(&Notice::Conflict(what));
    cases::load_queue(model, out);
}

/// An act is not in the file: its words are a draft again, and what was asked for behind it was
/// asked for on a case that is another one now. The person decides anew.
pub(super) fn not_done(model: &mut Model, case: CaseId, after: &After) {
    model.jobs.queued.retain(|(of, _, _)| *of != case);
    match after {
        After::Sent(_) => draft::settled(model, case, DraftKind::Reply),
        After::Noted(_) => draft::settled(model, case, DraftKind::Note),
        After::Retracted(_)
        | After::Moved
        | After::Recorded(..)
        | After::Ticked
        | After::Felt
        | After::Typed
        | After::Named(_)
        | After::Collected(_)
        | After::Dropped(_)
        | After::Pledged
        | After::Promised
        | After::Settled(_)
        | After::Broken
        | After::Upgraded(_)
        | After::Said(_)
        | After::Closed(_)
        | After::Reopened
        | After::Chosen(_) => {}
    }
}

/// The acts that waited: each is decided on the case as it is then, until one is on its way.
fn next_in_line(model: &mut Model, case: CaseId, out: &mut Vec<Effect>) {
    while !model.jobs.acting(case) {
        let place = model.jobs.queued.iter().position(|(of, _, _)| *of == case);
        let Some((_, command, after)) = place.and_then(|place| model.jobs.queued.remove(place))
        else {
            return;
        };
        if let Err(why) = decide_now(model, case, command, after, out) {
            model.say(&why);
        }
    }
}
