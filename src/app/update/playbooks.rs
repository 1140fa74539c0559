//! Playbooks arrive compiled, or with why they cannot be used.

use super::{commit, overlays};
use crate::app::jobs::After;
use crate::app::notice::Notice;
use crate::app::{
    BookRow, Compiled, Effect, Leads, Model, Overlay, PlaybookChoice, PlaybookPage, Reloaded,
    Upgrade, words,
};
use crate::desk::{Command, Refusal, moved};
use crate::domain::{Lang, PlaybookId};
use crate::playbook::{Diagnostic, Entry, Origin, Playbook};
use std::sync::Arc;

/// The playbook of the open case arrived.
pub(super) fn compiled(model: &mut Model, compiled: Compiled, out: &mut Vec<Effect>) {
    if model.standards.is_none() {
        out.push(Effect::ReadStandards);
    }
    let Some(open) = &mut model.open else { return };
    if open.state.playbook != compiled.reference {
        return;
    }
    open.newer = compiled.newer;
    match compiled.book {
        Ok(playbook) => {
            open.playbook = Some(playbook);
            open.broken = None;
            model.survey();
        }
        Err(why) => open.broken = Some(why),
    }
}

/// Asks what the playbook is called to which the case will be handed over.
pub(super) fn name_the_next(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(Leads::Playbook(id)) = model.open.as_ref().and_then(|open| open.leads.as_ref()) else {
        return;
    };
    if !model.titles.contains_key(id) {
        let id = id.clone();
        model.titles.insert(id.clone(), None);
        out.push(Effect::Fetch(id));
    }
}

/// A playbook to be looked at arrived.
pub(super) fn fetched(model: &mut Model, id: &PlaybookId, fetched: Result<Arc<Playbook>, String>) {
    let title = fetched.as_ref().map(|book| book.title.get(model.lang).to_owned());
    model.titles.insert(id.clone(), Some(title.unwrap_or_else(|_broken| id.to_string())));
    if let Some(Overlay::Page(page)) = model.overlays.last_mut()
        && page.row.id == *id
    {
        match fetched {
            Ok(book) => page.book = Some(book),
            Err(why) if page.row.faults.is_empty() => page.row.faults.push(why),
            Err(_told_already) => {}
        }
    }
}

/// Opens the list of playbooks and asks for it.
pub(super) fn choose(model: &mut Model, out: &mut Vec<Effect>) {
    overlays::open(model, Overlay::Playbooks(PlaybookChoice::default()));
    out.push(Effect::ListPlaybooks);
}

/// Opens the page of a playbook and asks for its steps.
pub(super) fn look_at(model: &mut Model, row: BookRow, out: &mut Vec<Effect>) {
    if row.usable {
        out.push(Effect::Fetch(row.id.clone()));
    }
    overlays::open(model, Overlay::Page(PlaybookPage { row, book: None, scroll: 0 }));
}

/// The list of playbooks arrived.
pub(super) fn listed(model: &mut Model, entries: Vec<Entry>) {
    let lang = model.lang;
    let current = model.open.as_ref().map(|open| open.state.playbook.id.clone());
    let list = model.overlays.iter_mut().find_map(|overlay| match overlay {
        Overlay::Playbooks(choice) => Some(choice),
        _another => None,
    });
    let Some(choice) = list else { return };
    let first_time = !choice.listed;
    choice.choices = entries.into_iter().map(|entry| row(entry, lang)).collect();
    // The shop's own first, then methods, then what is built on them.
    choice.choices.sort_by_key(|row| (row.origin != Origin::Shop, !row.spine));
    choice.listed = true;
    if first_time {
        let place = choice.found().iter().position(|row| Some(&row.id) == current.as_ref());
        choice.selected = place.unwrap_or(0);
    }
}

fn row(entry: Entry, lang: Lang) -> BookRow {
    BookRow {
        title: entry.title.get(lang).to_owned(),
        about: entry.about.get(lang).to_owned(),
        origin: entry.origin,
        spine: entry.spine,
        overridden: entry.overridden,
        usable: entry.version.is_some(),
        faults: entry.diagnostics.iter().map(|wrong| placed(wrong, lang)).collect(),
        id: entry.id,
    }
}

/// What is wrong, and where.
fn placed(wrong: &Diagnostic, lang: Lang) -> String {
    let (place, why) = (&wrong.place, wrong.message.get(lang));
    format!("{}:{}:{} {why}", place.file, place.line, place.column)
}

/// A chosen playbook arrived: the case is to run on it.
pub(super) fn chosen(
    model: &mut Model,
    compiled: Result<Arc<Playbook>, String>,
    out: &mut Vec<Effect>,
) {
    // It was chosen for the case that was on screen then.
    let chosen_for = model.jobs.choosing.take();
    if chosen_for.is_none() || chosen_for != model.case() {
        return;
    }
    match compiled {
        Ok(playbook) => {
            let after = After::Chosen(playbook.title.get(model.lang).to_owned());
            commit::ask(model, Command::Choose(playbook), after, out);
        }
        Err(why) => model.say(&Notice::Refused(Refusal::BrokenStep(why))),
    }
}

/// Asks for the playbooks as they stand in the folder now.
pub(super) fn reload(model: &Model, out: &mut Vec<Effect>) {
    let current = model.open.as_ref().map(|open| open.state.playbook.id.clone());
    out.push(Effect::ReloadPlaybooks(current));
}

/// The playbooks were read anew. Cases go on with the version they run on.
pub(super) fn reloaded(model: &mut Model, reloaded: Reloaded, out: &mut Vec<Effect>) {
    model.titles.clear();
    let Reloaded { entries, newest } = reloaded;
    if let Some(open) = &mut model.open {
        let runs_on = &open.state.playbook;
        let same = |book: &Arc<Playbook>| book.reference.id == runs_on.id;
        open.newer = newest.filter(|book| same(book) && book.reference != *runs_on);
        if open.broken.is_some() {
            out.push(Effect::Compile(runs_on.clone(), None));
        }
    }
    let own = entries.iter().filter(|entry| entry.origin == Origin::Shop);
    let mut broken = own.clone().filter(|entry| entry.version.is_none());
    let first = broken.next();
    let notice = match first {
        // What a file of the shop stands in for is there, and is none to choose from.
        None => Notice::Reloaded {
            all: entries.iter().filter(|entry| !entry.overridden).count(),
            own: own.count(),
        },
        Some(first) => Notice::ReloadedBroken {
            first: first
                .diagnostics
                .first()
                .map_or_else(|| first.name.clone(), |wrong| placed(wrong, model.lang)),
            broken: 1 + broken.count(),
        },
    };
    model.say(&notice);
    listed(model, entries);
}

/// Shows what moving the case to the newer version of its playbook would change.
pub(super) fn upgrade(model: &mut Model) {
    let Some(open) = &model.open else { return };
    let Some((newer, playbook)) = open.newer.as_ref().zip(open.playbook.as_ref()) else {
        return model.say(&Notice::Newest);
    };
    let desk = model.desk(open, playbook);
    match moved(&open.state, newer, &desk) {
        Ok(report) => {
            let lines = words::moved(&report, playbook, newer, model.lang, model.strings);
            overlays::open(model, Overlay::Upgrade(Upgrade { lines, scroll: 0 }));
        }
        Err(refusal) => model.say(&Notice::Refused(refusal)),
    }
}
