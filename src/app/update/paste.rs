//! Pasted text: a chat log is previewed and taken in, anything else goes into the draft.

use super::{cases, draft, overlays};
use crate::app::jobs::Waiting;
use crate::app::notice::Notice;
use crate::app::{Effect, Imported, Incoming, Model, Overlay, Pane, PastePreview, Target};
use crate::desk::{Known, fresh};
use crate::domain::{CleanText, Platform};
use crate::exchange::{self, ReadOptions, ReadOutcome, Sides};
use crate::store::{Job, Located, Overlap};

/// Lines that cannot be read, shown in the preview.
const BAD_LINES: usize = 20;

/// Text was pasted.
pub(super) fn pasted(model: &mut Model, text: String, out: &mut Vec<Effect>) {
    if !model.overlays.is_empty() {
        overlays::typed(model, &text, out);
        return;
    }
    let read = exchange::read(&text, &options(model));
    let messages: usize = read.conversations.iter().map(|c| c.messages.len()).sum();
    // Two dated speakers make a log; one line may be meant for the draft.
    if messages < 2 && (model.focus == Pane::Composer || messages == 0) {
        if model.open.is_some() {
            model.focus = Pane::Composer;
            draft::type_in(model, &text, out);
        }
        return;
    }
    show(model, text, read, out);
}

/// What a reader cannot find in the text itself.
fn options(model: &Model) -> ReadOptions {
    ReadOptions {
        platform: Platform::Taobao,
        shop_names: vec![model.policy.shop.name.clone()],
        known_buyer: model.open.as_ref().map(|open| open.state.buyer.clone()),
        ..ReadOptions::new(model.now, model.offset)
    }
}

/// Shows what was understood, and asks the file what of it is new.
fn show(model: &mut Model, pasted: String, read: ReadOutcome, out: &mut Vec<Effect>) {
    let incoming = read.conversations.iter().map(|conversation| Incoming {
        conversation: conversation.clone(),
        target: Target::Unknown,
        fresh: conversation.messages.len(),
    });
    let bad = read.bad.iter().take(BAD_LINES);
    let preview = PastePreview {
        pasted,
        incoming: incoming.collect(),
        bad: bad.map(|row| (row.line, row.excerpt.as_str().to_owned())).collect(),
        sides_guessed: matches!(read.sides, Sides::Ambiguous { .. }),
        accepted: false,
        scroll: 0,
    };
    overlays::open(model, Overlay::Paste(preview));
    let id = model.jobs.begin(Waiting::Located);
    out.push(Effect::Store(id, Job::Locate { conversations: read.conversations }));
}

/// The other side is the buyer: the text is read again with the guessed buyer known to be ours.
pub(super) fn swap_sides(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(Overlay::Paste(preview)) = model.overlays.last() else { return };
    let Some(guessed) = preview.incoming.first().map(|incoming| &incoming.conversation.buyer)
    else {
        return;
    };
    if !preview.sides_guessed {
        return;
    }
    let options = options(model).with_ours(guessed.as_str());
    let pasted = preview.pasted.clone();
    model.overlays.pop();
    let mut read = exchange::read(&pasted, &options);
    // The person has looked once; the question stays open so that they can turn it back.
    if read.sides == Sides::Known {
        read.sides = Sides::Ambiguous { buyer: String::new(), ours: Vec::new() };
    }
    show(model, pasted, read, out);
}

/// The file told where the conversations belong: now it is known what is new.
pub(super) fn located(model: &mut Model, found: Vec<Located>, out: &mut Vec<Effect>) {
    let Some(Overlay::Paste(preview)) = model.overlays.last_mut() else { return };
    for located in found {
        // The sides may have been swapped since it was asked: each answer has its question in it.
        let mut asked = preview.incoming.iter_mut();
        let Some(incoming) = asked.find(|incoming| {
            incoming.target == Target::Unknown && incoming.conversation == located.conversation
        }) else {
            continue;
        };
        let all = incoming.conversation.messages.len();
        let known: Vec<Known> = located.overlap.into_iter().map(known).collect();
        match located.state {
            None => {
                incoming.target = Target::New;
                incoming.fresh = all;
            }
            // A closed case that has nothing of it is another complaint: a new case.
            Some(state) if !state.is_open() && nothing_of(&known, incoming) => {
                incoming.target = Target::New;
                incoming.fresh = all;
            }
            Some(state) => {
                let new = fresh(&known, incoming.conversation.messages.clone()).len();
                incoming.target = Target::Existing { case: state.id, known: all - new };
                incoming.fresh = new;
            }
        }
    }
    let unknown = |incoming: &Incoming| incoming.target == Target::Unknown;
    if preview.accepted
        && !preview.incoming.iter().any(unknown)
        && let Some(Overlay::Paste(preview)) = model.overlays.pop()
    {
        accept(model, preview, out);
    }
}

/// Whether the file's messages hold none of the pasted ones.
fn nothing_of(known: &[Known], incoming: &Incoming) -> bool {
    let messages = &incoming.conversation.messages;
    fresh(known, messages.clone()).len() == messages.len()
}

fn known(overlap: Overlap) -> Known {
    let Overlap { no, author, at, text, ours } = overlap;
    Known { no, author, at, text: text.clean(), ours }
}

/// The preview was accepted.
pub(super) fn accept(model: &mut Model, preview: PastePreview, out: &mut Vec<Effect>) {
    if model.file.read_only {
        return model.say(&Notice::ReadOnly);
    }
    if preview.incoming.iter().all(|incoming| incoming.fresh == 0) {
        return model.say(&Notice::NothingNew);
    }
    let conversations = preview.incoming.into_iter().map(|incoming| incoming.conversation);
    out.push(Effect::Import(conversations.collect()));
}

/// What was taken for a log is meant for the draft.
pub(super) fn into_draft(model: &mut Model, text: &str, out: &mut Vec<Effect>) {
    if model.open.is_some() {
        model.focus = Pane::Composer;
        draft::type_in(model, CleanText::new(text).as_str(), out);
    }
}

/// Taking in is done.
pub(super) fn imported(model: &mut Model, result: Result<Imported, String>, out: &mut Vec<Effect>) {
    match result {
        Err(why) => model.say(&Notice::ImportFailed(why)),
        Ok(done) => {
            let (messages, cases) = (done.messages, done.cases);
            model.say(&if messages == 0 {
                Notice::NothingNew
            } else {
                Notice::Imported { messages, cases }
            });
            if let Some(case) = done.last {
                cases::show_news(model, case, out);
            }
            cases::load_queue(model, out);
        }
    }
}
