//! A form's keys: from field to field, choices by digit or arrow, and off with it at the last.

use crate::app::jobs::After;
use crate::app::update::{commit, moves::moved, settling};
use crate::app::{Action, Effect, Model, Overlay, Slip, SlipKind, SlipValue, read_due, words};
use crate::desk::{AskAgain, Command, Handover, later_id};
use crate::domain::{Aggravator, Cause, CleanText, Department, FollowUpResult, PromiseNo, Stamp};

/// Opens a form over what is there.
pub(in crate::app::update) fn open_slip(model: &mut Model, kind: SlipKind) {
    let form = Slip::new(kind, model);
    super::open(model, Overlay::Slip(form));
}

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let Some(Overlay::Slip(form)) = model.overlays.last_mut() else { return };
    let last = form.fields.len().saturating_sub(1);
    form.complaint = None;
    match action {
        Action::Toggle => form.at = if form.at == last { 0 } else { form.at + 1 },
        Action::Accept if form.at < last => form.at += 1,
        Action::Accept | Action::Add => submit(model, out),
        action => step(form, action),
    }
}

/// A blank or a digit where nothing is typed.
pub(super) fn chose(model: &mut Model, text: &str) -> bool {
    let Some(Overlay::Slip(form)) = model.overlays.last_mut() else { return false };
    let Some(field) = form.fields.get_mut(form.at) else { return false };
    let digit = text.parse::<usize>().ok().and_then(|digit| digit.checked_sub(1));
    match &mut field.value {
        SlipValue::Text(_) => return false,
        SlipValue::One { shown, selected } => {
            if let Some(place) = digit.filter(|place| *place < shown.len()) {
                *selected = place;
            }
        }
        SlipValue::Any { ticked, selected, .. } => {
            let place = if text == " " { Some(*selected) } else { digit };
            if let Some((place, tick)) = place.and_then(|n| Some((n, ticked.get_mut(n)?))) {
                *tick = !*tick;
                *selected = place;
            }
        }
    }
    true
}

fn step(form: &mut Slip, action: Action) {
    let last = form.fields.len().saturating_sub(1);
    let Some(field) = form.fields.get_mut(form.at) else { return };
    let action = match action {
        Action::Left => Action::Up,
        Action::Right => Action::Down,
        other => other,
    };
    match &mut field.value {
        SlipValue::Text(_) => form.at = moved(form.at, action, last + 1, 1),
        SlipValue::One { shown, selected } | SlipValue::Any { shown, selected, .. } => {
            *selected = moved(*selected, action, shown.len(), 5);
        }
    }
}

/// Sends the form off. Refused, it stays as it is, with what stands in the way.
fn submit(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(Overlay::Slip(form)) = model.overlays.pop() else { return };
    if let SlipKind::TellFirst(no) = form.kind {
        return tell_first(model, no, form, out);
    }
    let command = match command(&form, model) {
        Ok(command) => command,
        Err(complaint) => return back(model, form, complaint),
    };
    let after = after(&form, model);
    match commit::try_to(model, command, after, out) {
        Ok(()) => {
            if matches!(form.kind, SlipKind::Despite(..)) {
                let closing = |overlay: &Overlay| matches!(overlay, Overlay::Close(_));
                model.overlays.retain(|overlay| !closing(overlay));
            }
        }
        Err(why) => {
            let complaint = words::notice(&why, model.strings, &model.keymap);
            back(model, form, complaint);
        }
    }
}

fn back(model: &mut Model, form: Slip, complaint: String) {
    super::open(model, Overlay::Slip(Slip { complaint: Some(complaint), ..form }));
}

fn after(form: &Slip, model: &Model) -> After {
    match &form.kind {
        SlipKind::Despite(result, _) => After::Closed(*result),
        SlipKind::Task => After::Said(model.strings.board.said_task.to_owned()),
        SlipKind::Snooze => After::Said(model.strings.board.said_snoozed.to_owned()),
        SlipKind::TaskDone(_)
        | SlipKind::TaskDrop(_)
        | SlipKind::TaskMove(_)
        | SlipKind::TellFirst(_)
        | SlipKind::Deed
        | SlipKind::Confirm
        | SlipKind::Cause
        | SlipKind::Lesson
        | SlipKind::FollowUp
        | SlipKind::FollowUpResult => After::Said(model.strings.board.said_recorded.to_owned()),
    }
}

fn command(form: &Slip, model: &Model) -> Result<Command, String> {
    let line = |place: usize| CleanText::new(form.text(place)).one_line();
    let due = |place: usize| due(form.text(place), model);
    Ok(match &form.kind {
        SlipKind::Task => Command::Task(Handover {
            what: line(0),
            tried: line(1),
            department: Department::ALL.get(form.one(2)).copied().unwrap_or(Department::Finance),
            owner: line(3),
            due: due(4)?,
        }),
        SlipKind::TaskDone(no) => Command::FinishTask { no: *no, result: line(0) },
        SlipKind::TaskDrop(no) => Command::DropTask { no: *no, reason: line(0) },
        SlipKind::TaskMove(no) => Command::MoveTask { no: *no, due: due(0)? },
        SlipKind::Deed => Command::Did { what: line(0), proof: line(1), exhibit: None },
        SlipKind::Confirm => {
            Command::Confirm { satisfied: form.one(0) == 0, words: line(1), message: None }
        }
        SlipKind::Cause => {
            let causes = form.any(0).into_iter().filter_map(|n| Cause::KNOWN.get(n));
            let worse = form.any(1).into_iter().filter_map(|n| Aggravator::ALL.get(n).copied());
            Command::Cause {
                causes: causes.filter_map(|id| Cause::parse(id)).collect(),
                aggravators: worse.collect(),
            }
        }
        SlipKind::Lesson => Command::Lesson { words: line(1), skipped: form.one(0) == 1 },
        SlipKind::FollowUp => Command::AskAgain(if form.one(0) == 0 {
            AskAgain::Plan { due: due(1)?, script: line(2) }
        } else {
            AskAgain::Skip { reason: line(2) }
        }),
        SlipKind::FollowUpResult => Command::AskAgain(AskAgain::Done {
            result: FollowUpResult::ALL
                .get(form.one(0))
                .copied()
                .unwrap_or(FollowUpResult::NoAnswer),
            words: line(1),
        }),
        SlipKind::Snooze => {
            let wakes = form.one(0);
            let until = if wakes == 1 { None } else { Some(due(1)?) };
            Command::Snooze { until, on_reply: wakes != 0 }
        }
        SlipKind::Despite(result, words) => {
            let why = line(0);
            // One reason is enough: it is what is said of the case where nothing else was.
            let words = if words.trim().is_empty() { why.clone() } else { words.clone() };
            Command::Close { result: *result, words, despite: Some(why) }
        }
        SlipKind::TellFirst(no) => Command::Move { no: *no, due: due(0)? },
    })
}

fn due(text: &str, model: &Model) -> Result<Stamp, String> {
    read_due(text, model.now, model.offset, &model.policy.calendar)
        .ok_or_else(|| model.strings.promise_form.due_wanted.to_owned())
}

/// The buyer is told of the new time first: the words stand in the draft, and sending them is what
/// gives the promise its new date.
fn tell_first(model: &mut Model, no: PromiseNo, form: Slip, out: &mut Vec<Effect>) {
    match due(form.text(0), model) {
        Ok(due) => settling::say(model, &later_id(no, due), out),
        Err(complaint) => back(model, form, complaint),
    }
}
