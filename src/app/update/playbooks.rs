//! Playbooks arrive compiled, or with why they cannot be used.

use super::{commit, overlays};
use crate::app::jobs::After;
use crate::app::notice::Notice;
use crate::app::{Effect, Model, Overlay, PlaybookChoice};
use crate::desk::Command;
use crate::domain::PlaybookRef;
use crate::playbook::{Entry, Playbook};
use std::sync::Arc;

/// The playbook of the open case arrived.
pub(super) fn compiled(
    model: &mut Model,
    reference: &PlaybookRef,
    compiled: Result<Arc<Playbook>, String>,
    out: &mut Vec<Effect>,
) {
    if model.standards.is_none() {
        out.push(Effect::ReadStandards);
    }
    let Some(open) = &mut model.open else { return };
    if open.state.playbook != *reference {
        return;
    }
    match compiled {
        Ok(playbook) => {
            open.playbook = Some(playbook);
            open.broken = None;
            model.survey();
        }
        Err(why) => open.broken = Some(why),
    }
}

/// Opens the choice of playbooks and asks for the list.
pub(super) fn choose(model: &mut Model, out: &mut Vec<Effect>) {
    model.jobs.choosing = model.case();
    overlays::open(model, Overlay::Playbooks(PlaybookChoice::default()));
    out.push(Effect::ListPlaybooks);
}

/// The list of playbooks arrived.
pub(super) fn listed(model: &mut Model, entries: Vec<Entry>) {
    let lang = model.lang;
    let current = model.open.as_ref().map(|open| open.state.playbook.id.clone());
    if let Some(Overlay::Playbooks(choice)) = model.overlays.last_mut() {
        choice.choices = entries
            .into_iter()
            .map(|entry| {
                let about = match entry.version {
                    Some(_) => entry.about.get(lang).to_owned(),
                    // It cannot be used: where and why stands instead of what it is for.
                    None => entry.diagnostics.first().map_or_else(String::new, |wrong| {
                        let (place, why) = (&wrong.place, wrong.message.get(lang));
                        format!("✗ {}:{}:{} {why}", place.file, place.line, place.column)
                    }),
                };
                (entry.id, entry.title.get(lang).to_owned(), about)
            })
            .collect();
        choice.selected =
            choice.choices.iter().position(|(id, ..)| Some(id) == current.as_ref()).unwrap_or(0);
    }
}

/// A chosen playbook arrived: the case is to run on it.
pub(super) fn chosen(
    model: &mut Model,
    compiled: Result<Arc<Playbook>, String>,
    out: &mut Vec<Effect>,
) {
    // It was chosen for the case that was on screen then.
    if model.jobs.choosing.take() != model.case() {
        return;
    }
    match compiled {
        Ok(playbook) => {
            let after = After::Chosen(playbook.title.get(model.lang).to_owned());
            commit::ask(model, Command::Choose(playbook), after, out);
        }
        Err(why) => model.say(&Notice::Refused(crate::desk::Refusal::BrokenStep(why))),
    }
}
