//! What goes on round a case, by its keys: words owed, forms before closing, the bell.

use super::console::{morning, one_case, said};
use crate::app::{Overlay, Slip, SlipKind, SlipValue};
use crate::config::{BellSetting, ClosingRules};
use crate::desk::{AskAgain, Command, Policy};
use crate::domain::{Author, CaseId, Mood, PromiseNo, PromiseStatus, Span};
use crate::guide::Because;
use std::sync::Arc;

const CASE: CaseId = CaseId(1);

#[test]
fn a_word_owed_comes_on_top_the_moment_it_is_owed() {
    let mut console = one_case();
    console.types("马上看");
    console.press("ctrl-s");
    console.wait(Span::minutes(1));
    let due = console.model.now.plus(Span::minutes(40));
    console.elsewhere(CASE, Command::Promise { what: "查到物流".into(), due, after: None });
    console.wait(Span::seconds(2));
    let owed = |console: &super::console::Console| {
        let first = console.open().suggestions.first().map(|one| one.because.first().cloned());
        matches!(first.flatten(), Some(Because::Owed(_)))
    };
    assert!(!owed(&console));
    console.wait(Span::minutes(30));
    assert!(owed(&console), "three quarters are used");
    console.press("esc esc 1 ctrl-s");
    assert!(!owed(&console));
    let promise = console.open().state.promise(PromiseNo(1)).expect("a promise");
    assert_eq!((promise.moved, promise.status), (1, PromiseStatus::Open));
    assert_eq!(console.open().state.promises.len(), 1);
}

fn form(console: &super::console::Console) -> &Slip {
    let Some(Overlay::Slip(form)) = console.model.overlays.last() else { panic!("a form") };
    form
}

fn typed(form: &Slip, place: usize) -> &str {
    match &form.fields[place].value {
        SlipValue::Text(field) => field.input.text(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_the_buyer_said_before_is_no_word_on_what_was_done() {
    let mut console = one_case();
    console.elsewhere(CASE, Command::Mood(Mood::Angry));
    let did = Command::Did { what: "退款".into(), proof: "8842".into(), exhibit: None };
    console.elsewhere(CASE, did);
    console.wait(Span::seconds(2));
    console.press("shift-f8 down enter");
    assert_eq!(form(&console).kind, SlipKind::Confirm);
    assert_eq!((form(&console).one(0), typed(form(&console), 1)), (1, ""), "nobody is content yet");
    console.press("enter enter");
    assert!(form(&console).complaint.as_deref().is_some_and(|why| why.contains("没填")));
    console.press("esc esc");
    let at = console.model.now.plus(Span::seconds(1));
    console.wait(Span::seconds(2));
    let words = vec![said(Author::Buyer, at, "收到退款了，谢谢")];
    console.elsewhere(CASE, Command::Receive(words));
    console.elsewhere(CASE, Command::Mood(Mood::Calm));
    console.wait(Span::seconds(2));
    console.press("shift-f8 down enter");
    assert_eq!((form(&console).one(0), typed(form(&console), 1)), (0, "收到退款了，谢谢"));
    console.press("enter enter");
    assert!(console.open().state.sheet.is_confirmed());
}

#[test]
fn asking_again_is_planned_for_when_work_begins() {
    let mut console = one_case();
    let closing = ClosingRules::default();
    console.model.policy = Arc::new(Policy { closing, ..Policy::clone(&console.model.policy) });
    console.press("shift-f8 end up enter");
    assert_eq!(form(&console).kind, SlipKind::FollowUp);
    assert_eq!(typed(form(&console), 1), "2026-11-05 09:00", "from {}", morning());
    console.press("enter enter enter");
    let planned = console.open().state.sheet.follow_up_due().expect("planned").0;
    assert_eq!(planned.to_string(), "2026-11-05T01:00:00.000Z");
}

#[test]
fn a_form_that_says_nothing_says_so() {
    let mut console = one_case();
    console.press("shift-f8 down down enter ctrl-n");
    assert_eq!(form(&console).complaint.as_deref(), Some("什么都没填。先填上。"));
    console.press("space ctrl-n");
    assert_eq!(console.open().state.sheet.causes.len(), 1);
}

#[test]
fn the_bell_rings_for_a_promise_as_the_setting_says() {
    for (setting, half, over) in
        [(BellSetting::Off, 0, 0), (BellSetting::Late, 0, 1), (BellSetting::All, 1, 1)]
    {
        let mut console = one_case();
        console.types("马上看");
        console.press("ctrl-s");
        console.wait(Span::minutes(1));
        let due = console.model.now.plus(Span::minutes(10));
        console.elsewhere(CASE, Command::Promise { what: "查到物流".into(), due, after: None });
        console.wait(Span::seconds(2));
        console.model.bell = setting;
        let rung = |console: &mut super::console::Console, minutes| {
            console.asked();
            console.wait(Span::minutes(minutes));
            console.asked().into_iter().filter(|name| *name == "bell").count()
        };
        assert_eq!(rung(&mut console, 6), half, "{setting:?}");
        assert_eq!(rung(&mut console, 5), over, "{setting:?}");
        assert_eq!(rung(&mut console, 1), 0, "rung once");
    }
}

#[test]
fn a_closed_case_is_asked_again_by_its_digit() {
    let mut console = one_case();
    let due = console.model.now.plus(Span::days(3));
    let script = "杯子用着还好吗？".to_owned();
    console.elsewhere(CASE, Command::AskAgain(AskAgain::Plan { due, script }));
    let result = crate::domain::CloseResult::Void;
    let words = "重复".to_owned();
    console.elsewhere(CASE, Command::Close { result, words, despite: None });
    console.wait(Span::seconds(2));
    assert!(console.open().suggestions.is_empty(), "nothing is said on a closed case");
    console.wait(Span::days(3));
    console.press("F10 1");
    assert_eq!(console.reply(), "杯子用着还好吗？");
    console.press("ctrl-s");
    assert_eq!(console.sent(1), 1);
    assert!(!console.open().state.is_open() && console.open().state.asked_again());
}
