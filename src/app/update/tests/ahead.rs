use super::console::{started, with_cases};
use crate::app::{Msg, Pane};
use crate::domain::{CaseId, Span};
use crate::store::StoreError;

#[test]
fn keys_pressed_before_the_first_case_has_come_wait_for_it() {
    let mut console = with_cases(&["小鱼"]);
    console.hear(Msg::Start);
    console.rush("enter 1 ctrl-s");
    console.settle();
    assert_eq!(console.sent(1), 1);
}

#[test]
fn keys_are_meant_for_the_case_that_is_coming() {
    let mut console = started(&["小鱼", "阿水", "大牛"]);
    console.rush("down down enter 1");
    assert_eq!(console.reply(), "", "nothing is put into the case that is still on screen");
    console.settle();
    assert_eq!(console.buyer(), "大牛");
    assert!(console.reply().contains("小林"));
    console.press("ctrl-g up up");
    assert_eq!((console.buyer(), console.reply()), ("小鱼", ""));
}

#[test]
fn text_waits_as_well_and_in_its_order() {
    let mut console = started(&["小鱼", "阿水"]);
    console.rush("down enter ctrl-e");
    console.hear(Msg::Text("您好".into()));
    console.rush("enter");
    console.hear(Msg::Paste("第二行".into()));
    console.settle();
    assert_eq!((console.buyer(), console.reply()), ("阿水", "您好\n第二行"));
}

#[test]
fn only_the_last_of_many_cases_comes_on_screen() {
    let mut console = started(&["小鱼", "阿水", "大牛"]);
    console.rush("down down up");
    console.settle();
    assert_eq!(console.buyer(), "阿水");
}

#[test]
fn a_case_that_does_not_come_holds_no_key_back() {
    let mut console = started(&["小鱼", "阿水"]);
    console.rush("down enter");
    let Some(crate::app::Effect::Store(id, _)) = console.pending.pop_front() else {
        panic!("the case is asked for")
    };
    console.hear(Msg::Answered(id, Box::new(Err(StoreError::NoCase { case: CaseId(2) }))));
    assert_eq!(console.model.focus, Pane::Replies);
    assert_ne!(console.told(), "");
}

#[test]
fn no_key_waits_for_ever() {
    let mut console = started(&["小鱼", "阿水"]);
    console.rush("down enter");
    console.pending.clear();
    console.hear(Msg::Tick(console.model.now.plus(Span::seconds(3))));
    assert_eq!(console.model.focus, Pane::Replies);
}

#[test]
fn one_can_always_leave() {
    let mut console = started(&["小鱼", "阿水"]);
    console.rush("down enter ctrl-q");
    assert!(console.model.leaving);
}

#[test]
fn send_carries_the_case_it_was_written_for() {
    let mut console = started(&["小鱼", "阿水"]);
    console.press("enter 1");
    console.rush("ctrl-s ctrl-g down");
    let opened = console.performs("case");
    console.hear(opened);
    assert_eq!(console.buyer(), "阿水");
    console.settle();
    assert_eq!((console.sent(1), console.sent(2)), (1, 0));
    assert_eq!(console.clipboard.len(), 1);
    assert_eq!(console.reply(), "");
    // Answered, it is due later than the other.
    console.press("down");
    assert_eq!((console.buyer(), console.reply()), ("小鱼", ""));
}

#[test]
fn acts_that_wait_are_done_on_their_case_though_another_is_on_screen() {
    let mut console = started(&["小鱼", "阿水"]);
    console.press("enter");
    console.press("f5 down enter");
    console.press("1");
    // The mood is on its way; the reply waits behind it; the person is elsewhere already.
    console.rush("f5 down enter ctrl-s ctrl-g down");
    console.settle();
    assert_eq!(console.buyer(), "阿水");
    assert_eq!((console.sent(1), console.sent(2)), (1, 0));
    assert!(console.model.parked.is_empty(), "nothing of it is left to do");
}
