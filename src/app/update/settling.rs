//! The desk's tools from the keyboard: opened by a key, filled in, decided; texts put into the draft.

use super::overlays;
use crate::app::notice::Notice;
use crate::app::{
    BoardKind, DeskList, DeskRow, Effect, FormKind, Model, OptionsList, Overlay, Pane, PointsList,
};
use crate::desk::{Command, Reply, carried_text, carried_title, decide};
use crate::domain::{Author, Mark, MessageNo, RawText, ReplyId, SendWay};

/// Opens the desk.
pub(super) fn desk(model: &mut Model) {
    overlays::open(model, Overlay::Desk(DeskList::default()));
}

/// Opens a tool of the desk.
pub(super) fn tool(model: &mut Model, row: DeskRow, out: &mut Vec<Effect>) {
    let Some(open) = &model.open else { return model.say(&Notice::NoCase) };
    let settling = &open.state.settling;
    let form = match row {
        DeskRow::Verdict => FormKind::Verdict,
        DeskRow::Wish => FormKind::Wish(meant(model)),
        DeskRow::Money => FormKind::Money,
        DeskRow::Return => FormKind::Return,
        DeskRow::Pay if !settling.payments.is_empty() => {
            return overlays::open_board(model, BoardKind::Payments);
        }
        DeskRow::Pay => FormKind::Pay,
        DeskRow::Approval if settling.waiting().is_some() => FormKind::Rule,
        DeskRow::Approval => FormKind::Ask,
        DeskRow::Options => {
            return overlays::open(model, Overlay::Options(OptionsList::default()));
        }
        DeskRow::Restate if !settling.restated.is_empty() => {
            return overlays::open(model, Overlay::Points(PointsList::default()));
        }
        DeskRow::Restate => return say(model, &ReplyId::from("desk.restate"), out),
        DeskRow::Offer => return say(model, &ReplyId::from("desk.offer"), out),
        DeskRow::Settlement => return say(model, &ReplyId::from("desk.settlement"), out),
        DeskRow::Marks => return jump(model, out),
    };
    fill_in(model, form);
}

/// Opens a form.
pub(super) fn fill_in(model: &mut Model, kind: FormKind) {
    if let Some(form) = model.form(kind) {
        overlays::open(model, Overlay::Form(Box::new(form)));
    }
}

/// The buyer's message that is meant: the one under the cursor, else the newest.
pub(super) fn meant(model: &Model) -> Option<MessageNo> {
    let thread = &model.open.as_ref()?.thread;
    let buyer = |no: MessageNo| {
        thread.messages.iter().any(|one| one.no == no && one.author == Author::Buyer)
    };
    let newest = || thread.messages.iter().rev().find(|one| one.author == Author::Buyer);
    thread.selected.filter(|no| buyer(*no)).or_else(|| newest().map(|one| one.no))
}

/// Puts a text of the desk's own into the draft, or says at once why it could not be sent.
pub(super) fn say(model: &mut Model, id: &ReplyId, out: &mut Vec<Effect>) {
    let Some(open) = &model.open else { return model.say(&Notice::NoCase) };
    let Some(playbook) = &open.playbook else { return };
    let desk = model.desk(open, playbook);
    let text = carried_text(id, &open.state, &desk);
    // Sending it is rehearsed: what stands in the way is better told before it is changed by hand.
    let reply = Reply {
        text: RawText::new(text.clone().unwrap_or_default()),
        adopted: vec![id.clone()],
        way: SendWay::Recorded,
        written: None,
        overrule: None,
        pledges: Some(Vec::new()),
    };
    if let Err(why) = decide(&open.state, Command::Send(reply), &desk) {
        let why = super::commit::by_title(why, playbook, model);
        return model.say(&Notice::Refused(why));
    }
    let title = carried_title(id, model.lang).unwrap_or_default().to_owned();
    let now = model.now;
    let Some((open, text)) = model.open.as_mut().zip(text) else { return };
    open.adopt_own(id.clone(), title, text, now);
    model.overlays.clear();
    model.focus = Pane::Composer;
    super::draft::save_when_due(model, out);
}

/// Marks the message under the cursor.
pub(super) fn mark(model: &mut Model) {
    let Some(open) = &model.open else { return model.say(&Notice::NoCase) };
    let newest = open.thread.messages.last().map(|message| message.no);
    match open.thread.selected.or(newest) {
        Some(no) => fill_in(model, FormKind::Mark(no)),
        None => model.say(&Notice::Said(model.strings.settling.say.no_mark.to_owned())),
    }
}

/// To the next marked message, from the newest back to the oldest and round again.
pub(super) fn jump(model: &mut Model, out: &mut Vec<Effect>) {
    let strings = model.strings;
    let say = &strings.settling.say;
    let Some(open) = &mut model.open else { return model.say(&Notice::NoCase) };
    let mut marks: Vec<(MessageNo, Mark)> =
        open.state.settling.marks.iter().map(|(mark, no)| (*no, *mark)).collect();
    marks.sort_unstable();
    let here = open.thread.selected;
    let before = marks.iter().rev().find(|(no, _)| here.is_some_and(|here| *no < here));
    let Some((no, mark)) = before.or_else(|| marks.last()).copied() else {
        return model.say(&Notice::Said(say.no_mark.to_owned()));
    };
    open.thread.selected = Some(no);
    open.thread.hold = Some(no);
    open.thread.scroll = 0;
    model.overlays.clear();
    model.focus = Pane::Conversation;
    let name = crate::app::words::mark(strings, mark);
    let text = crate::i18n::fill(say.jumped, &[("n", &no), ("mark", &name)]);
    super::moves::reach(model, no, out);
    model.say(&Notice::Said(text));
}
