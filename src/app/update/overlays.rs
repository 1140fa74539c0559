//! Keys while an overlay is open. One file an overlay.

mod board;
mod buyer_type;
mod clocks;
mod close;
mod confirm;
mod desk;
mod exhibit_form;
mod exhibits;
mod fact_form;
mod facts;
mod findings;
mod form;
mod heard;
mod help;
mod history;
mod mood;
mod options;
mod page;
mod palette;
mod paste;
mod playbooks;
mod points;
mod promise_form;
mod promises;
mod reply_search;
mod slip;
mod steps;
mod timeline;
mod upgrade;

pub(super) use board::{
    ask_undo, buyer_arrived, open_board, open_buyer, open_views, restore_arrived,
};
pub(super) use buyer_type::open_choice as buyer_types;
pub(super) use exhibit_form::{drop_newest, exhibit_form};
pub(super) use fact_form::{fact_form, facts_of_message};
pub(super) use mood::open_choice as moods;
pub(super) use slip::open_slip;

use super::{edit, key};
use crate::app::{Action, Board, BoardKind, Chord, Effect, Field, Model, Overlay, fold_width};

/// Opens an overlay over all others.
pub(super) fn open(model: &mut Model, overlay: Overlay) {
    model.overlays.push(overlay);
}

/// Puts another overlay in the place of the one on top.
fn instead(model: &mut Model, overlay: Overlay) {
    model.overlays.pop();
    open(model, overlay);
}

/// A chord was pressed: into the overlay's input, or as one of its actions.
pub(super) fn pressed(model: &mut Model, chord: Chord, out: &mut Vec<Effect>) {
    if let Some(c) = chord.typed() {
        typed(model, &c.to_string(), out);
        return;
    }
    let Some(action) = key::in_overlay(model, chord) else { return };
    match action {
        Action::Cancel => leave(model),
        Action::Quit => super::leave(model, out),
        Action::Redraw => out.push(Effect::Redraw),
        Action::Reload => super::playbooks::reload(model, out),
        action => act(model, action, out),
    }
}

/// Text was typed or pasted.
pub(super) fn typed(model: &mut Model, text: &str, out: &mut Vec<Effect>) {
    if close::chose(model, &text.chars().map(fold_width).collect::<String>()) {
        return;
    }
    if let Some(field) = model.overlays.last_mut().and_then(field_of) {
        field.complaint = None;
        field.input.insert(&one_line(text));
        changed(model);
        return;
    }
    // Where nothing is typed, a letter may still be a key, in full width too.
    let folded: String = text.chars().map(fold_width).collect();
    if slip::chose(model, &folded) {
        return;
    }
    let action = match folded.as_str() {
        " " if matches!(model.overlays.last(), Some(Overlay::Board(_))) => Action::Toggle,
        "j" => Action::Down,
        "k" => Action::Up,
        "q" | "n" => return leave(model),
        "y" | " " => Action::Accept,
        digit => return chose(model, digit, out),
    };
    act(model, action, out);
}

fn chose(model: &mut Model, digit: &str, out: &mut Vec<Effect>) {
    if let Ok(place @ 1..=9) = digit.parse::<usize>() {
        clicked(model, place - 1, out);
    }
}

fn one_line(text: &str) -> String {
    text.replace(['\r', '\n'], " ")
}

fn leave(model: &mut Model) {
    model.overlays.pop();
}

/// An action in the overlay on top.
pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    if let Some(field) = model.overlays.last_mut().and_then(field_of)
        && edits(action)
    {
        edit::apply(&mut field.input, action, u16::MAX);
        changed(model);
        return;
    }
    match model.overlays.last() {
        None => {}
        Some(Overlay::Help { .. }) => help::act(model, action),
        Some(Overlay::Palette(_)) => palette::act(model, action, out),
        Some(Overlay::Facts(_)) => facts::act(model, action),
        Some(Overlay::Exhibits(_)) => exhibits::act(model, action),
        Some(Overlay::ExhibitForm(_)) => exhibit_form::act(model, action, out),
        Some(Overlay::Steps(_)) => steps::act(model, action, out),
        Some(Overlay::Clocks(_)) => clocks::act(model, action),
        Some(Overlay::PromiseForm(_)) => promise_form::act(model, action, out),
        Some(Overlay::BuyerType(_)) => buyer_type::act(model, action, out),
        Some(Overlay::Page(_)) => page::act(model, action),
        Some(Overlay::Upgrade(_)) => upgrade::act(model, action, out),
        Some(Overlay::FactForm(_)) => fact_form::act(model, action, out),
        Some(Overlay::Timeline(_)) => timeline::act(model, action, out),
        Some(Overlay::Promises(_)) => promises::act(model, action, out),
        Some(Overlay::Mood(_)) => mood::act(model, action, out),
        Some(Overlay::Close(_)) => close::act(model, action, out),
        Some(Overlay::Playbooks(_)) => playbooks::act(model, action, out),
        Some(Overlay::Findings(_)) => findings::act(model, action, out),
        Some(Overlay::Overrule(_)) => findings::overrule(model, action, out),
        Some(Overlay::ReplySearch(_)) => reply_search::act(model, action),
        Some(Overlay::Heard(_)) => heard::act(model, action, out),
        Some(Overlay::Paste(_)) => paste::act(model, action, out),
        Some(Overlay::Confirm(_)) => confirm::act(model, action, out),
        Some(Overlay::Board(_)) => board::act(model, action, out),
        Some(Overlay::Slip(_)) => slip::act(model, action, out),
        Some(Overlay::Desk(_)) => desk::act(model, action, out),
        Some(Overlay::Form(_)) => form::act(model, action, out),
        Some(Overlay::Options(_)) => options::act(model, action, out),
        Some(Overlay::Points(_)) => points::act(model, action, out),
        Some(Overlay::History(_)) => history::act(model, action),
    }
}

/// A row of the overlay was clicked, or its digit pressed: chosen and accepted.
pub(super) fn clicked(model: &mut Model, row: usize, out: &mut Vec<Effect>) {
    if let Some(overlay) = model.overlays.last_mut()
        && overlay.choose(row)
    {
        act(model, Action::Accept, out);
    }
}

fn changed(model: &mut Model) {
    match model.overlays.last_mut() {
        Some(Overlay::Palette(palette)) => palette.selected = 0,
        Some(Overlay::Exhibits(exhibits)) => exhibits.selected = 0,
        Some(Overlay::Playbooks(choice)) => choice.selected = 0,
        Some(Overlay::ReplySearch(search)) => search.selected = 0,
        Some(_no_list) => {}
        None => {}
    }
}

const fn edits(action: Action) -> bool {
    matches!(
        action,
        Action::Left
            | Action::Right
            | Action::WordLeft
            | Action::WordRight
            | Action::LineStart
            | Action::LineEnd
            | Action::DeleteBackward
            | Action::DeleteForward
            | Action::DeleteWord
            | Action::UndoEdit
            | Action::RedoEdit
    )
}

/// The input of an overlay, if it has one.
fn field_of(overlay: &mut Overlay) -> Option<&mut Field> {
    match overlay {
        Overlay::Palette(palette) => Some(&mut palette.filter),
        Overlay::FactForm(form) if form.choices.is_empty() => Some(&mut form.value),
        Overlay::Close(form) => Some(&mut form.words),
        Overlay::Overrule(form) => Some(&mut form.reason),
        Overlay::ReplySearch(search) => Some(&mut search.filter),
        Overlay::Exhibits(exhibits) => Some(&mut exhibits.filter),
        Overlay::ExhibitForm(form) => Some(&mut form.words),
        Overlay::PromiseForm(form) => {
            Some(if form.at_due { &mut form.due } else { &mut form.what })
        }
        Overlay::Playbooks(choice) => Some(&mut choice.filter),
        Overlay::Slip(form) => form.input(),
        Overlay::Board(Board { kind: BoardKind::Views { filter, .. }, .. }) => Some(filter),
        Overlay::Form(form) => form.field(),
        Overlay::Desk(_)
        | Overlay::Options(_)
        | Overlay::Points(_)
        | Overlay::History(_)
        | Overlay::FactForm(_)
        | Overlay::Help { .. }
        | Overlay::Facts(_)
        | Overlay::Findings(_)
        | Overlay::Heard(_)
        | Overlay::Timeline(_)
        | Overlay::Promises(_)
        | Overlay::Steps(_)
        | Overlay::Clocks(_)
        | Overlay::Mood(_)
        | Overlay::BuyerType(_)
        | Overlay::Page(_)
        | Overlay::Upgrade(_)
        | Overlay::Paste(_)
        | Overlay::Board(_)
        | Overlay::Confirm(_) => None,
    }
}
