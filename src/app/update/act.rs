//! An action, from a key or the palette.

use super::{
    answer, cases, commit, draft, edit, focus, guide, leave, moves, overlays, playbooks, settling,
};
use crate::app::jobs::{After, Waiting};
use crate::app::notice::Notice;
use crate::app::{
    Action, BoardKind, Clocks, CloseForm, Confirm, DeskRow, DraftKind, Effect, Exhibits, Field,
    Leads, Model, OpenCase, Overlay, Palette, Pane, Promises, SlipKind, Standing, StepStanding,
    StepsChoice, Timeline,
};
use crate::desk::Command;
use crate::domain::{CloseResult, Promise, PromiseStatus};
use crate::store::Job;

/// Does an action, or says why it cannot be done.
#[expect(clippy::too_many_lines, reason = "one short arm for each action, and no more")]
pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    match model.standing(action) {
        Standing::ReadOnly => return model.say(&Notice::ReadOnly),
        Standing::NoCase => return model.say(&Notice::NoCase),
        Standing::NoOtherStep => return model.say(&Notice::NoOtherStep),
        Standing::Newest => return model.say(&Notice::Newest),
        // The desk has the better words for the others.
        Standing::Ready
        | Standing::Closed
        | Standing::NotClosed
        | Standing::NoDraft
        | Standing::NothingToRetract => {}
    }
    if let Some(place) = action.adopts() {
        return adopt(model, place);
    }
    match action {
        Action::OpenCase => cases::open_selected(model, out),
        Action::OpenNext => cases::open_next(model, out),
        Action::Send => draft::send(model, out),
        Action::Retract => {
            commit::ask(model, Command::Retract(None), After::Retracted(None), out);
        }
        Action::Advance => commit::ask(model, Command::Advance, After::Moved, out),
        Action::Back => commit::ask(model, Command::Back(None), After::Moved, out),
        Action::Calm => commit::ask(model, Command::Calm, After::Moved, out),
        Action::Skip => skip(model),
        Action::Note => toggle_note(model),
        Action::Mood => overlays::moods(model),
        Action::BuyerType => overlays::buyer_types(model),
        Action::Exhibits => overlays::open(model, Overlay::Exhibits(Exhibits::default())),
        Action::Clocks => overlays::open(model, Overlay::Clocks(Clocks::default())),
        Action::SearchReplies => guide::search(model),
        Action::Agree => guide::agree(model, out),
        Action::Heard => guide::all_heard(model),
        Action::Rewrite => guide::rewrite(model, 0, out),
        Action::Findings => guide::findings(model),
        Action::Steps => steps(model),
        Action::Upgrade => playbooks::upgrade(model),
        Action::Reload => playbooks::reload(model, out),
        Action::Facts => overlays::open(model, model.fact_list(None)),
        Action::Timeline => timeline(model, out),
        Action::Promises => promises(model),
        Action::Tasks => overlays::open_board(model, BoardKind::Tasks),
        Action::Wrap => overlays::open_board(model, BoardKind::Wrap),
        Action::Snooze => snooze(model, out),
        Action::Buyer => overlays::open_buyer(model, out),
        Action::Why => why(model),
        Action::Views => overlays::open_views(model, out),
        Action::Undo => overlays::ask_undo(model, false, out),
        Action::Redo => overlays::ask_undo(model, true, out),
        Action::Desk => settling::desk(model),
        Action::Verdict => settling::tool(model, DeskRow::Verdict, out),
        Action::Wish => settling::tool(model, DeskRow::Wish, out),
        Action::Options => settling::tool(model, DeskRow::Options, out),
        Action::Money => settling::tool(model, DeskRow::Money, out),
        Action::Offer => settling::tool(model, DeskRow::Offer, out),
        Action::Approval => settling::tool(model, DeskRow::Approval, out),
        Action::Settlement => settling::tool(model, DeskRow::Settlement, out),
        Action::Pay => settling::tool(model, DeskRow::Pay, out),
        Action::ReturnCheck => settling::tool(model, DeskRow::Return, out),
        Action::Restate => settling::tool(model, DeskRow::Restate, out),
        Action::Mark => settling::mark(model),
        Action::Jump => settling::jump(model, out),
        Action::Playbooks => playbooks::choose(model, out),
        Action::Close => close(model),
        Action::Reopen => {
            commit::ask(model, Command::Reopen { reason: String::new() }, After::Reopened, out);
        }
        Action::AdoptSelected => {
            let place = model.open.as_ref().map_or(0, |open| open.reply_selected);
            adopt(model, place);
        }
        Action::Tick => tick(model, out),
        Action::FactFromMessage => overlays::facts_of_message(model),
        Action::Up
        | Action::Down
        | Action::PageUp
        | Action::PageDown
        | Action::Top
        | Action::Bottom => {
            moves::go(model, action, out);
        }
        Action::FocusQueue => focus::to(model, Pane::Queue),
        Action::FocusConversation => focus::to(model, Pane::Conversation),
        Action::FocusStep => focus::to(model, Pane::Step),
        Action::FocusReplies => focus::to(model, Pane::Replies),
        Action::FocusComposer => focus::to(model, Pane::Composer),
        Action::FocusNext => focus::turn(model, true),
        Action::FocusPrevious => focus::turn(model, false),
        Action::UndoEdit
        | Action::RedoEdit
        | Action::NewLine
        | Action::DeleteBackward
        | Action::DeleteForward
        | Action::DeleteWord
        | Action::DeleteToLineEnd
        | Action::Left
        | Action::Right
        | Action::WordLeft
        | Action::WordRight
        | Action::LineStart
        | Action::LineEnd => edit::draft(model, action, out),
        Action::Cancel => cancel(model),
        Action::Help => overlays::open(model, Overlay::Help { scroll: 0, group: None }),
        Action::Palette => overlays::open(model, Overlay::Palette(Palette::default())),
        Action::Redraw => out.push(Effect::Redraw),
        Action::Quit => leave(model, out),
        // Keys of overlays mean nothing where there is none; adoptions are done above.
        Action::Accept
        | Action::Toggle
        | Action::AsDraft
        | Action::Add
        | Action::Break
        | Action::Adopt1
        | Action::Adopt2
        | Action::Adopt3
        | Action::Adopt4
        | Action::Adopt5
        | Action::Adopt6
        | Action::Adopt7
        | Action::Adopt8
        | Action::Adopt9 => {}
    }
}

fn cancel(model: &mut Model) {
    if model.toast.take().is_some() && model.focus == Pane::Queue {
        return;
    }
    if !focus::out_of(model) {
        model.say(&Notice::HowToQuit);
    }
}

/// Asks before an optional step is left out; another one cannot be, and that is said at once.
fn skip(model: &mut Model) {
    let step = model.open.as_ref().and_then(|open| open.step.as_ref());
    if step.is_some_and(|step| !step.optional) {
        return model.say(&Notice::Refused(crate::desk::Refusal::NotOptional));
    }
    overlays::open(model, Overlay::Confirm(Confirm::Skip));
}

/// A case laid aside is taken up again; another is laid aside, once it is known for how long.
fn snooze(model: &mut Model, out: &mut Vec<Effect>) {
    let asleep = model.open.as_ref().is_some_and(|open| open.state.snooze.is_some());
    if asleep {
        let said = model.strings.board.said_woken.to_owned();
        return commit::ask(model, Command::Wake, After::Said(said.clone()), out);
    }
    overlays::open_slip(model, SlipKind::Snooze);
}

/// Why the case under the queue's cursor, or the open one, stands where it stands.
fn why(model: &mut Model) {
    let entry = model.queue.entries.get(model.queue.selected).map(|entry| entry.case);
    let case = if model.focus == Pane::Queue { entry } else { model.case().or(entry) };
    match case {
        Some(case) => overlays::open_board(model, BoardKind::Why(case)),
        None => model.say(&Notice::NoCase),
    }
}

/// The promises, the cursor on the first that is still to be kept.
fn promises(model: &mut Model) {
    let open = |promise: &Promise| promise.status == PromiseStatus::Open;
    let state = model.open.as_ref().map(|open| &open.state);
    let selected = state.and_then(|state| state.promises.iter().position(open)).unwrap_or(0);
    overlays::open(model, Overlay::Promises(Promises { selected }));
}

/// The steps that can be taken up, the cursor on the first that waits for it.
fn steps(model: &mut Model) {
    let waits = |standing: StepStanding| match standing {
        StepStanding::Reopened | StepStanding::Open => true,
        StepStanding::Here | StepStanding::Done => false,
    };
    let steps = model.other_steps();
    let again = steps.iter().position(|step| step.standing == StepStanding::Reopened);
    let first = again.or_else(|| steps.iter().position(|step| waits(step.standing)));
    overlays::open(model, Overlay::Steps(StepsChoice { selected: first.unwrap_or(0) }));
}

fn toggle_note(model: &mut Model) {
    if let Some(open) = &mut model.open {
        open.kind = match open.kind {
            DraftKind::Reply => DraftKind::Note,
            DraftKind::Note => DraftKind::Reply,
        };
        model.focus = Pane::Composer;
    }
}

fn close(model: &mut Model) {
    let Some(open) = &model.open else { return };
    if !open.state.is_open() {
        return model.say(&Notice::Refused(crate::desk::Refusal::CaseClosed));
    }
    // Where the playbook comes to an ending, that has its result.
    let selected = match &open.leads {
        Some(Leads::Ending { result, .. }) => *result,
        Some(Leads::Step(_) | Leads::Again(_) | Leads::Round(_) | Leads::Playbook(_)) | None => {
            CloseResult::Settled
        }
    };
    let form = CloseForm { selected, words: Field::default() };
    overlays::open(model, Overlay::Close(form));
}

fn timeline(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(case) = model.case() else { return };
    overlays::open(model, Overlay::Timeline(Timeline::default()));
    let id = model.jobs.begin(Waiting::Timeline(case));
    out.push(Effect::Store(id, Job::Timeline { case, before: None, limit: answer::TIMELINE_PAGE }));
}

/// Puts a suggested reply into the draft, at the caret, never over what is typed. It names times:
/// those of now, not of when it was first shown.
pub(super) fn adopt(model: &mut Model, place: usize) {
    let shown = |model: &Model| {
        let open = model.open.as_ref()?;
        open.suggestions.get(place).map(|suggestion| suggestion.reply.id.clone())
    };
    if model.open.is_none() {
        return model.say(&Notice::NoCase);
    }
    let Some(chosen) = shown(model) else { return };
    model.survey();
    let now = model.now;
    let Some(open) = &mut model.open else { return };
    let mut suggestions = open.suggestions.iter();
    let Some(place) = suggestions.position(|suggestion| suggestion.reply.id == chosen) else {
        return;
    };
    if let Some(held) = open.suggestions.get(place).filter(|suggestion| suggestion.held) {
        let held = vec![held.reply.title.clone()];
        return model.say(&Notice::Refused(crate::desk::Refusal::Held(held)));
    }
    open.adopt(place, now);
    model.focus = Pane::Composer;
}

/// Ticks the check, or opens the form of the fact, under the cursor of the step pane.
pub(super) fn tick(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(row) = model.open.as_ref().and_then(OpenCase::step_row) else { return };
    match row {
        crate::app::StepRow::Check { check, done } => {
            let command = Command::Check { step: None, check, done: !done };
            commit::ask(model, command, After::Ticked, out);
        }
        crate::app::StepRow::Exhibit { any, collected: false } => {
            overlays::exhibit_form(model, any, None);
        }
        crate::app::StepRow::Exhibit { any, collected: true } => overlays::drop_newest(model, &any),
        crate::app::StepRow::Fact(fact) => overlays::fact_form(model, &fact, None),
    }
}
