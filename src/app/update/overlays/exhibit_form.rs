//! One exhibit being noted: its kind where several would do, what it is, and where it came from.

use super::open;
use crate::app::jobs::After;
use crate::app::update::{commit, moves::moved};
use crate::app::{Action, Confirm, Effect, ExhibitForm, Field, Model, Overlay, words};
use crate::desk::Command;
use crate::domain::{CleanText, ExhibitKind, MessageNo};

/// Opens the form for one of these kinds.
pub(in crate::app::update) fn exhibit_form(
    model: &mut Model,
    kinds: Vec<ExhibitKind>,
    source: Option<MessageNo>,
) {
    let Some(open_case) = &model.open else { return };
    let said =
        source.and_then(|no| open_case.thread.messages.iter().find(|message| message.no == no));
    let quote = said.map(|message| message.text.one_line());
    let words = Field::default();
    open(model, Overlay::ExhibitForm(ExhibitForm { kinds, selected: 0, words, source, quote }));
}

/// Asks whether the exhibit collected last of these kinds is to be dropped.
pub(in crate::app::update) fn drop_newest(model: &mut Model, any: &[ExhibitKind]) {
    let state = model.open.as_ref().map(|open| &open.state);
    let held = state.into_iter().flat_map(crate::domain::CaseState::held_exhibits);
    let newest = held.filter(|held| any.contains(&held.kind)).last().map(|held| held.no);
    if let Some(no) = newest {
        open(model, Overlay::Confirm(Confirm::DropExhibit(no)));
    }
}

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let Some(Overlay::ExhibitForm(form)) = model.overlays.last_mut() else { return };
    if action != Action::Accept {
        form.selected = moved(form.selected, action, form.kinds.len(), 5);
        return;
    }
    let Some(kind) = form.kinds.get(form.selected).cloned() else { return };
    let what = CleanText::new(form.words.input.text()).one_line().trim().to_owned();
    let source = form.source;
    model.overlays.pop();
    let name = words::exhibit(model.evidence.as_deref(), model.lang, &kind).to_owned();
    commit::ask(model, Command::Exhibit { kind, what, source }, After::Collected(name), out);
}
