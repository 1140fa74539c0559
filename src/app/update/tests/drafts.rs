use super::console::{one_case, started};
use crate::app::{DraftKind, Msg};
use crate::domain::Span;
use crate::store::{DraftKind as Kept, StoreError};

#[test]
fn a_draft_is_saved_after_a_pause_and_not_before() {
    let mut console = one_case();
    console.types("亲您好");
    assert!(!console.open().saved);
    console.wait(Span::millis(400));
    assert_eq!(console.kept(1, Kept::Reply), "");
    console.wait(Span::millis(200));
    assert_eq!(console.kept(1, Kept::Reply), "亲您好");
    assert!(console.open().saved);
}

#[test]
fn one_who_never_pauses_is_saved_all_the_same() {
    let mut console = one_case();
    for _ in 0..12 {
        console.types("好");
        console.wait(Span::millis(100));
    }
    assert!(console.kept(1, Kept::Reply).chars().count() >= 6);
}

#[test]
fn an_adopted_reply_is_a_draft_from_its_adoption_on() {
    let mut console = one_case();
    console.press("1");
    console.wait(Span::millis(400));
    assert_eq!(console.kept(1, Kept::Reply), "");
    console.wait(Span::millis(100));
    assert_ne!(console.kept(1, Kept::Reply), "");
}

#[test]
fn another_case_and_back_finds_draft_and_note_as_they_were() {
    let mut console = started(&["小鱼", "阿水"]);
    console.press("enter 1 f6");
    console.types("老客");
    let (reply, adopted) = (console.reply().to_owned(), console.open().adopted.clone());
    console.press("ctrl-g down");
    assert_eq!((console.buyer(), console.reply()), ("阿水", ""));
    assert_eq!(console.kept(1, Kept::Reply), reply);
    assert_eq!(console.kept(1, Kept::Note), "老客");
    console.press("up");
    assert_eq!((console.buyer(), console.reply()), ("小鱼", reply.as_str()));
    assert_eq!(console.open().note.text(), "老客");
    assert_eq!(console.open().adopted, adopted, "where the words come from is known still");
}

#[test]
fn both_kinds_are_saved_when_the_person_turns_from_one_to_the_other() {
    let mut console = one_case();
    console.types("亲");
    console.press("f6");
    console.types("记");
    console.wait(Span::seconds(1));
    assert_eq!(console.kept(1, Kept::Reply), "亲");
    assert_eq!(console.kept(1, Kept::Note), "记");
}

#[test]
fn what_was_typed_is_found_again_however_fast_one_comes_back() {
    let mut console = started(&["小鱼", "阿水"]);
    console.press("enter");
    console.types("亲您好");
    console.rush("ctrl-g down");
    // Back before anything has reached the file.
    console.rush("up");
    console.settle();
    assert_eq!((console.buyer(), console.reply()), ("小鱼", "亲您好"));

    // The case is read before the draft is written, though it was asked for after it.
    console.press("ctrl-e");
    console.types("！");
    console.rush("ctrl-g down");
    let opened = console.performs("case");
    console.hear(opened);
    assert_eq!(console.buyer(), "阿水");
    console.rush("up");
    let read_first = console.performs("case");
    console.settle();
    console.hear(read_first);
    console.settle();
    assert_eq!((console.buyer(), console.reply()), ("小鱼", "亲您好！"));
}

#[test]
fn a_draft_that_could_not_be_saved_is_tried_again_even_from_another_case() {
    let mut console = started(&["小鱼", "阿水"]);
    console.press("enter");
    console.types("亲您好");
    console.rush("ctrl-g down");
    let place = console.pending.iter().position(|effect| {
        matches!(effect, crate::app::Effect::Store(_, crate::store::Job::SaveDraft { .. }))
    });
    let Some(crate::app::Effect::Store(id, _)) = console.pending.remove(place.expect("asked"))
    else {
        panic!("a job")
    };
    console.hear(Msg::Answered(id, Box::new(Err(StoreError::Stopped))));
    console.settle();
    assert_eq!(console.buyer(), "阿水");
    assert_eq!(console.kept(1, Kept::Reply), "");
    console.wait(Span::seconds(1));
    assert_eq!(console.kept(1, Kept::Reply), "亲您好");
}

#[test]
fn a_sent_draft_is_no_draft_any_more() {
    let mut console = one_case();
    console.press("1");
    console.wait(Span::seconds(1));
    console.press("ctrl-s");
    console.wait(Span::seconds(1));
    assert_eq!(console.kept(1, Kept::Reply), "");
    assert!(console.open().saved);
}

#[test]
fn a_draft_is_not_saved_behind_its_own_sending() {
    let mut console = one_case();
    console.press("1");
    console.rush("ctrl-s");
    // Time passes before the file has answered.
    console.hear(Msg::Tick(console.model.now.plus(Span::seconds(1))));
    console.settle();
    console.wait(Span::seconds(1));
    assert_eq!(console.kept(1, Kept::Reply), "");
}

#[test]
fn leaving_saves_both_drafts() {
    let mut console = one_case();
    console.types("亲");
    console.press("f6");
    console.types("记");
    console.press("ctrl-q");
    assert!(console.left && console.model.leaving);
    assert_eq!(console.kept(1, Kept::Reply), "亲");
    assert_eq!(console.kept(1, Kept::Note), "记");
}

#[test]
fn a_terminated_console_saves_too() {
    let mut console = one_case();
    console.types("亲");
    console.hear(Msg::Terminate);
    console.settle();
    assert!(console.left);
    assert_eq!(console.kept(1, Kept::Reply), "亲");
}

#[test]
fn a_draft_from_the_last_time_knows_the_reply_it_was_made_from() {
    let mut console = started(&["小鱼", "阿水"]);
    console.press("enter 1");
    console.wait(Span::seconds(1));
    console.model.parked.clear();
    console.press("ctrl-g down");
    // As after a new start: nothing is in hand but what the file has.
    console.model.parked.clear();
    console.press("up");
    assert_eq!(console.open().kind, DraftKind::Reply);
    assert_eq!(console.open().adopted.len(), 1);
    assert_ne!(console.open().adopted[0].title, "ack-sorry", "its title, not its id");
    console.press("ctrl-s");
    assert_eq!(console.open().state.promises.len(), 1);
}
