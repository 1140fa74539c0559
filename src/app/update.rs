//! The only code that changes the model. No clock, no I/O: what the world is to do leaves as
//! effects.

mod act;
mod ahead;
mod answer;
mod cases;
mod commit;
mod draft;
mod edit;
mod focus;
mod guide;
mod key;
mod moves;
mod overlays;
mod paste;
mod playbooks;
mod reach;
mod settling;
#[cfg(test)]
mod tests;
mod tick;

pub(super) use draft::PAUSE as DRAFT_PAUSE;

use super::jobs::Copying;
use super::{CopyFailure, Effect, Hit, Model, Msg, Pane, notice::Notice};

/// Takes one message in; returns what the world is to do.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let mut effects = Vec::new();
    if ahead::waits(model, &msg) {
        ahead::hold(model, msg);
    } else {
        take(model, msg, &mut effects);
    }
    while let Some(held) = ahead::next(model) {
        take(model, held, &mut effects);
    }
    playbooks::name_the_next(model, &mut effects);
    guide::watch(model, &mut effects);
    effects
}

fn take(model: &mut Model, msg: Msg, out: &mut Vec<Effect>) {
    if !reach::stays_in_the_draft(model, &msg) {
        model.panes_changed();
    }
    match msg {
        Msg::Start => cases::load_queue(model, out),
        Msg::Key(chord) => key::pressed(model, chord, out),
        Msg::Text(text) => key::typed(model, &text, out),
        Msg::Paste(text) => paste::pasted(model, text, out),
        Msg::Resize(columns, rows) => model.size = (columns, rows),
        Msg::Drawn(metrics) => model.metrics = metrics,
        Msg::Click(hit) => clicked(model, hit, out),
        Msg::Scroll(pane, rows) => moves::wheel(model, pane, rows, out),
        Msg::Tick(now) => tick::tick(model, now, out),
        Msg::Answered(id, answer) => answer::answered(model, id, *answer, out),
        Msg::Compiled(compiled) => playbooks::compiled(model, *compiled, out),
        Msg::Fetched(id, fetched) => playbooks::fetched(model, &id, fetched),
        Msg::Standards(standards, evidence, fault) => {
            model.standards = Some(standards);
            model.evidence = Some(evidence);
            model.survey();
            if let Some(fault) = fault {
                model.say(&Notice::Told(super::words::shelf_fault(&fault, model.strings)));
            }
        }
        Msg::Chosen(compiled) => playbooks::chosen(model, compiled, out),
        Msg::Listed(entries) => playbooks::listed(model, entries),
        Msg::Reloaded(reloaded) => playbooks::reloaded(model, *reloaded, out),
        Msg::Copied(Ok(way)) => {
            let Copying { statement, again } = std::mem::take(&mut model.jobs.copying);
            let sent = if statement { Notice::Stated(way) } else { Notice::Sent(way) };
            model.say(&commit::with_again(sent, again));
        }
        Msg::Copied(Err(CopyFailure::TooLong)) => model.say(&Notice::CopyTooLong),
        Msg::Copied(Err(CopyFailure::Failed(why))) => model.say(&Notice::CopyFailed(why)),
        Msg::Imported(result) => paste::imported(model, result, out),
        Msg::Heard(case, scene, heard, wits) => {
            guide::heard(model, (case, scene, heard), wits, out);
        }
        Msg::Guarded(case, text, findings, wits) => {
            guide::read(model, (case, text, findings), wits, out);
        }
        Msg::Looked => {}
        Msg::Told(text) => model.say(&Notice::Told(text)),
        Msg::Terminate => leave(model, out),
    }
}

/// Leaves with every draft in the file.
pub(super) fn leave(model: &mut Model, out: &mut Vec<Effect>) {
    draft::save(model, out);
    model.leaving = true;
    out.push(Effect::Quit);
}

fn clicked(model: &mut Model, hit: Hit, out: &mut Vec<Effect>) {
    match hit {
        Hit::Overlay(row) => overlays::clicked(model, row, out),
        _ if !model.overlays.is_empty() => {}
        Hit::Queue(place) => {
            focus::to(model, Pane::Queue);
            cases::select(model, place, out);
        }
        Hit::Message(no) => {
            focus::to(model, Pane::Conversation);
            if let Some(open) = &mut model.open {
                open.thread.selected = Some(no);
            }
        }
        Hit::Step(row) => {
            focus::to(model, Pane::Step);
            if let Some(open) = &mut model.open {
                open.step_selected = row;
            }
            act::tick(model, out);
        }
        Hit::Reply(place) => {
            act::adopt(model, place);
        }
        Hit::Pane(pane) => focus::to(model, pane),
    }
}
