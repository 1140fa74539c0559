//! One fact being recorded: typed or chosen, with how sure it is and where it comes from.

use super::open;
use crate::app::jobs::After;
use crate::app::update::{commit, moves::moved};
use crate::app::{Action, Effect, FactForm, Field, Model, Overlay};
use crate::desk::Command;
use crate::domain::{FactId, FactKind, FactStatus, FactValue, MessageNo};

/// Opens the form of a fact, with what is known already in it.
pub(in crate::app::update) fn fact_form(
    model: &mut Model,
    fact: &FactId,
    source: Option<MessageNo>,
) {
    let lang = model.lang;
    let Some(open_case) = &model.open else { return };
    let Some(declared) = open_case.playbook.as_ref().and_then(|playbook| playbook.fact(fact))
    else {
        return;
    };
    let known = open_case.state.facts.get(fact);
    let source = source.or_else(|| known.and_then(|fact| fact.source));
    let choices: Vec<String> = match declared.kind {
        FactKind::Bool => vec!["true".into(), "false".into()],
        FactKind::Enum => declared.values.iter().map(|value| value.id.clone()).collect(),
        FactKind::Text | FactKind::Number | FactKind::Money | FactKind::Date | FactKind::List => {
            Vec::new()
        }
    };
    let typed = known.map(|fact| fact.value.to_string()).unwrap_or_default();
    let quote = source.and_then(|no| {
        let message = open_case.thread.messages.iter().find(|message| message.no == no)?;
        Some(message.text.one_line())
    });
    let form = FactForm {
        fact: fact.clone(),
        label: declared.label.get(lang).to_owned(),
        ask: declared.ask.get(lang).to_owned(),
        kind: declared.kind,
        selected: choices.iter().position(|choice| *choice == typed).unwrap_or(0),
        shown: choices.iter().map(|id| model.choice_words(declared, id)).collect(),
        value: Field::with_text(if choices.is_empty() { &typed } else { "" }),
        choices,
        status: known.map_or(FactStatus::Confirmed, |fact| fact.status),
        source,
        quote,
    };
    open(model, Overlay::FactForm(form));
}

/// Facts are recorded from the message under the cursor: the list comes first.
pub(in crate::app::update) fn facts_of_message(model: &mut Model) {
    let Some(open_case) = &mut model.open else { return };
    let newest = open_case.thread.messages.last().map(|message| message.no);
    let from = open_case.thread.selected.or(newest);
    open_case.thread.selected = from;
    open(model, model.fact_list(from));
}

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let Some(Overlay::FactForm(form)) = model.overlays.last_mut() else { return };
    match action {
        Action::Toggle => {
            form.status = match form.status {
                FactStatus::Claimed => FactStatus::Confirmed,
                FactStatus::Confirmed => FactStatus::Disputed,
                FactStatus::Disputed => FactStatus::Claimed,
            };
        }
        Action::Accept => accept(model, out),
        action => form.selected = moved(form.selected, action, form.choices.len(), 5),
    }
}

fn accept(model: &mut Model, out: &mut Vec<Effect>) {
    let strings = model.strings;
    let Some(Overlay::FactForm(form)) = model.overlays.last_mut() else { return };
    let typed = match form.choices.get(form.selected) {
        Some(choice) => choice.clone(),
        None => form.value.input.text().to_owned(),
    };
    match FactValue::parse(form.kind, &typed) {
        Err(wrong) => {
            form.value.complaint =
                Some(crate::app::words::wrong_kind(&form.label, wrong.kind, strings));
        }
        Ok(value) => {
            let (fact, status, source) = (form.fact.clone(), form.status, form.source);
            let shown = form.shown.get(form.selected).cloned().unwrap_or(typed);
            let after = After::Recorded(form.label.clone(), shown);
            model.overlays.pop();
            let command = Command::Record { fact, value, status, source };
            commit::ask(model, command, after, out);
        }
    }
}
