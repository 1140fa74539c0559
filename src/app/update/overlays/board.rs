//! A list's keys: what choosing a row does, and what its other keys do.

use super::slip::open_slip;
use crate::app::board::{Board, BoardKind, wrap};
use crate::app::jobs::{After, Waiting};
use crate::app::notice::Notice;
use crate::app::update::{cases, commit, draft, guide, moves::moved, settling};
use crate::app::{
    Action, CloseForm, DraftKind, Effect, Field, FormKind, Model, Overlay, Pane, SlipKind, words,
};
use crate::desk::{Command, Refusal};
use crate::domain::{CloseResult, Filter, Owed, Recorded};
use crate::guide::like_scripts;
use crate::i18n::fill;
use crate::playbook::ReplyView;
use crate::store::{Glance, Job};

/// Opens a list.
pub(in crate::app::update) fn open_board(model: &mut Model, kind: BoardKind) {
    super::open(model, Overlay::Board(Board::new(kind)));
}

/// The views of the queue, the filter in force in the input.
pub(in crate::app::update) fn open_views(model: &mut Model, out: &mut Vec<Effect>) {
    let filter = Field::with_text(model.queue.filter.as_str());
    open_board(model, BoardKind::Views { filter, saved: Vec::new() });
    let id = model.jobs.begin(Waiting::Views);
    out.push(Effect::Store(id, Job::Views));
}

/// The buyer of the open case at a glance.
pub(in crate::app::update) fn open_buyer(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(case) = model.case() else { return };
    open_board(model, BoardKind::Buyer(None, Vec::new()));
    let id = model.jobs.begin(Waiting::Buyer(case));
    out.push(Effect::Store(id, Job::Buyer { case }));
}

/// Asks what would be taken back, or done again. A reply that can still be taken back goes first: it
/// has a way of its own.
pub(in crate::app::update) fn ask_undo(model: &mut Model, redo: bool, out: &mut Vec<Effect>) {
    let Some(open) = &model.open else { return };
    let case = open.state.id;
    let newest = open.state.acts.to_undo();
    let sent = open.state.retractable(model.now);
    if !redo && sent.zip(newest).is_some_and(|(sent, newest)| sent.at == newest.at) {
        return commit::ask(model, Command::Retract(None), After::Retracted(None), out);
    }
    let id = model.jobs.begin(Waiting::Restore(case));
    out.push(Effect::Store(id, Job::Restore { case, redo }));
}

/// It is known what would be taken back: said first, done on yes.
pub(in crate::app::update) fn restore_arrived(
    model: &mut Model,
    redo: bool,
    to: Box<crate::domain::CaseState>,
    records: &[Recorded],
) {
    let evidence = model.evidence.as_deref();
    let clock = words::Clock::of(model);
    let bookkeeping = |one: &&Recorded| !one.event.kind().starts_with("timer-");
    let told: Vec<String> = records
        .iter()
        .filter(bookkeeping)
        .map(|one| {
            let open = model.open.as_ref();
            words::event(model.strings, model.lang, clock, open, evidence, &one.event)
        })
        .collect();
    open_board(model, BoardKind::Undo { redo, to, lines: told });
}

/// Puts words into the draft of a reply, behind what is typed, and the caret there.
pub(super) fn into_draft(model: &mut Model, text: &str) {
    let now = model.now;
    if let Some(open) = &mut model.open {
        open.kind = DraftKind::Reply;
        open.reply.adopt(text);
        open.edited(now);
    }
    model.overlays.clear();
    model.focus = Pane::Composer;
}

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let page = usize::from(model.metrics.overlay_rows);
    let Some(Overlay::Board(board)) = model.overlays.last() else { return };
    let rows = model.board(board).rows;
    let selected = board.selected;
    let moves = matches!(
        action,
        Action::Up
            | Action::Down
            | Action::PageUp
            | Action::PageDown
            | Action::Top
            | Action::Bottom
    );
    if moves {
        if let Some(Overlay::Board(board)) = model.overlays.last_mut() {
            board.selected = moved(selected, action, rows.len(), page);
        }
        return;
    }
    match &board.kind {
        BoardKind::Tasks => tasks(model, selected, action, out),
        BoardKind::Payments => payments(model, selected, action),
        BoardKind::Wrap => wrapped(model, selected, action),
        BoardKind::Why(_) => {
            if action == Action::Accept {
                model.overlays.pop();
            }
        }
        BoardKind::Buyer(_, scripts) => {
            let first = rows.len().saturating_sub(scripts.len());
            let place = selected.checked_sub(first);
            let reply = place.and_then(|place| scripts.get(place)).map(|(_, reply)| reply.clone());
            if action == Action::Accept {
                take_script(model, reply);
            }
        }
        BoardKind::Views { .. } => views(model, selected, action, out),
        BoardKind::Pledges { .. } => pledges(model, selected, action, out),
        BoardKind::Undo { .. } => undo(model, action, out),
    }
}

/// The buyer of a case at a glance has been read: replies like their words are looked up beside it.
pub(in crate::app::update) fn buyer_arrived(model: &mut Model, found: Option<Box<Glance>>) {
    let asked = found.as_ref().map(|glance| glance.asked.clone()).filter(|asked| !asked.is_empty());
    let scripts = asked.map(|asked| like_scripts(&asked, model.all_replies(), FEW));
    if let Some(Overlay::Board(board)) = model.overlays.last_mut()
        && let BoardKind::Buyer(glance, like) = &mut board.kind
    {
        (*glance, *like) = (found, scripts.unwrap_or_default());
    }
}

/// So many replies like the buyer's words are shown.
const FEW: usize = 3;

/// Puts the chosen reply into the draft, if one is chosen and it can be said now.
fn take_script(model: &mut Model, reply: Option<ReplyView>) {
    model.overlays.pop();
    let Some(reply) = reply else { return };
    if model.open.as_ref().is_some_and(|open| open.holds(&reply)) {
        return model.say(&Notice::Refused(Refusal::Held(vec![reply.title])));
    }
    guide::adopt(model, &reply);
}

fn tasks(model: &mut Model, selected: usize, action: Action, out: &mut Vec<Effect>) {
    let Some(open) = &model.open else { return };
    let task = open.state.tasks.get(selected);
    match (action, task) {
        (Action::Add, _) | (Action::Accept, None) => open_slip(model, SlipKind::Task),
        (Action::Accept, Some(task)) if task.is_open() => {
            let kind = SlipKind::TaskDone(task.no);
            open_slip(model, kind);
        }
        (Action::Break, Some(task)) if task.is_open() => {
            let kind = SlipKind::TaskDrop(task.no);
            open_slip(model, kind);
        }
        (Action::Toggle, Some(task)) if task.is_open() => {
            let kind = SlipKind::TaskMove(task.no);
            open_slip(model, kind);
        }
        (Action::AsDraft, Some(task)) if task.is_open() => {
            let words = Owed::Handed(task.no).reply();
            settling::say(model, &words, out);
        }
        (Action::AsDraft, Some(task)) => {
            let values: [(&str, &dyn std::fmt::Display); 2] =
                [("what", &task.what), ("result", &task.result)];
            let text = fill(model.strings.board.notice_done, &values);
            into_draft(model, &text);
        }
        _nothing_to_do => {}
    }
}

fn payments(model: &mut Model, selected: usize, action: Action) {
    let Some(open) = &model.open else { return };
    let paid = open.state.settling.payments.get(selected).filter(|paid| paid.void.is_none());
    match (action, paid.map(|paid| paid.no)) {
        (Action::Add, _) => settling::fill_in(model, FormKind::Pay),
        (Action::Break, Some(no)) => settling::fill_in(model, FormKind::Void(no)),
        _no_use_here => {}
    }
}

fn wrapped(model: &mut Model, selected: usize, action: Action) {
    if action != Action::Accept {
        return;
    }
    let Some(open) = &model.open else { return };
    let (is_open, planned) = (open.state.is_open(), open.state.sheet.follow_up_due().is_some());
    match selected {
        wrap::DEED => open_slip(model, SlipKind::Deed),
        wrap::CONFIRM => open_slip(model, SlipKind::Confirm),
        wrap::CAUSE => open_slip(model, SlipKind::Cause),
        wrap::LESSON => open_slip(model, SlipKind::Lesson),
        wrap::FOLLOW_UP if planned && !is_open => open_slip(model, SlipKind::FollowUpResult),
        wrap::FOLLOW_UP => open_slip(model, SlipKind::FollowUp),
        wrap::CLOSE if is_open => {
            let form = CloseForm { selected: CloseResult::Settled, words: Field::default() };
            super::open(model, Overlay::Close(form));
        }
        _no_row => {}
    }
}

fn views(model: &mut Model, selected: usize, action: Action, out: &mut Vec<Effect>) {
    let Some(Overlay::Board(board)) = model.overlays.last_mut() else { return };
    let BoardKind::Views { filter, saved } = &mut board.kind else { return };
    let typed = filter.input.text().trim().to_owned();
    let chosen = selected.checked_sub(1).and_then(|n| saved.get(n)).cloned();
    let text = match (action, &chosen) {
        (Action::Break, Some(chosen)) => chosen.clone(),
        (Action::Break, None) => return,
        (Action::Accept, Some(chosen)) if typed == model.queue.filter.as_str() => chosen.clone(),
        (Action::Accept, None) if typed == model.queue.filter.as_str() => String::new(),
        (Action::Accept | Action::Add, _) => typed,
        _no_use_here => return,
    };
    let wanted = match Filter::parse(&text) {
        Ok(wanted) => wanted,
        Err(wrong) => {
            filter.complaint = Some(words::filter_error(&wrong, model.strings));
            return;
        }
    };
    match action {
        Action::Accept => {
            model.overlays.pop();
            model.queue.filter = wanted;
            model.queue.entries.clear();
            model.queue.selected = 0;
            cases::load_queue(model, out);
        }
        _saved_or_let_go => {
            if model.file.read_only || wanted.is_empty() {
                return;
            }
            let keep = action == Action::Add;
            let id = model.jobs.begin(Waiting::Views);
            let filter = wanted.as_str().to_owned();
            out.push(Effect::Store(id, Job::SaveView { filter, keep }));
        }
    }
}

fn pledges(model: &mut Model, selected: usize, action: Action, out: &mut Vec<Effect>) {
    let Some(Overlay::Board(board)) = model.overlays.last_mut() else { return };
    let BoardKind::Pledges { found, counts, overrule } = &mut board.kind else { return };
    match action {
        Action::Toggle => {
            if let Some(counts) = counts.get_mut(selected) {
                *counts = !*counts;
            }
        }
        Action::Accept => {
            let (found, overrule) = (std::mem::take(found), overrule.take());
            let said = found.into_iter().zip(counts.iter()).filter(|(_, counts)| **counts);
            let said = said.map(|(one, _)| one).collect();
            model.overlays.pop();
            draft::send_as(model, (overrule, Some(said)), out);
        }
        _no_use_here => {}
    }
}

fn undo(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    if action != Action::Accept {
        return;
    }
    let Some(Overlay::Board(board)) = model.overlays.pop() else { return };
    let BoardKind::Undo { redo, to, lines } = board.kind else { return };
    let texts = &model.strings.board;
    let text = if redo { &texts.said_redone } else { &texts.said_undone };
    let what = lines.first().cloned().unwrap_or_default();
    let key = model.key_of(if redo { Action::Undo } else { Action::Redo });
    let said = fill(text, &[("what", &what), ("key", &key)]);
    commit::ask(model, Command::Undo { to, redo }, After::Said(said), out);
}
