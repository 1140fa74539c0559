use super::console::{Console, one_case, started};
use crate::app::{Action, Context, Key, Overlay, Pane, Standing, StepRow};
use crate::domain::{CloseResult, Span};

fn step(console: &Console) -> &str {
    console.open().state.step.as_str()
}

#[test]
fn a_refused_advance_says_what_is_missing() {
    let mut console = one_case();
    let missing = console.open().step.as_ref().expect("surveyed").checks[0].text.clone();
    console.press("ctrl-n");
    assert!(console.told().contains(&missing), "{}", console.told());
    assert_eq!(step(&console), "ack");
}

#[test]
fn ticked_the_way_is_free() {
    let mut console = one_case();
    console.press("ctrl-t space");
    assert!(matches!(console.open().step_row(), Some(StepRow::Check { done: true, .. })));
    console.press("ctrl-n");
    assert_eq!(step(&console), "vent");
    assert!(console.told().contains("听买家说完"), "{}", console.told());
}

#[test]
fn back_and_calm_keep_every_answer_and_say_so() {
    let mut console = one_case();
    console.press("1 ctrl-s");
    assert_eq!(step(&console), "vent");
    console.press("ctrl-t space ctrl-n");
    assert_eq!(step(&console), "records");
    let checks = console.open().state.checks.clone();
    console.press("f4");
    assert_eq!(step(&console), "vent");
    assert!(console.told().contains("保留"), "{}", console.told());
    console.press("ctrl-n");
    assert_eq!(step(&console), "records", "on from calming is where one was");
    console.press("ctrl-b");
    assert_eq!(step(&console), "vent");
    console.press("ctrl-b");
    assert_eq!(step(&console), "ack", "two steps back, whatever lay between");
    assert_eq!(console.open().state.checks, checks);
}

#[test]
fn acts_pressed_in_a_row_are_done_in_a_row() {
    let mut console = one_case();
    console.rush("1 ctrl-s ctrl-t space ctrl-b");
    console.settle();
    assert_eq!(step(&console), "ack");
    assert!(console.ledger(1).iter().filter(|kind| **kind == "step-entered").count() == 2);
}

#[test]
fn a_refusal_in_the_row_does_not_stop_what_is_behind_it() {
    let mut console = one_case();
    console.press("f6");
    console.types("记");
    // Ticking is on its way; going on twice is refused the second time; the note is still written.
    console.press("ctrl-t");
    console.rush("space ctrl-n ctrl-n ctrl-s");
    console.settle();
    assert_eq!(step(&console), "vent");
    assert!(console.ledger(1).contains(&"note-written"));
}

#[test]
fn a_closed_case_leaves_the_queue_and_the_next_is_shown() {
    let mut console = started(&["小鱼", "阿水"]);
    console.press("enter f8");
    assert!(matches!(console.model.overlays.last(), Some(Overlay::Close(_))));
    console.press("down down down down");
    console.types("重复");
    console.press("enter");
    assert!(console.model.overlays.is_empty());
    assert_eq!(console.model.queue.entries.len(), 1);
    assert_eq!(console.buyer(), "阿水");
    assert_eq!(console.model.focus, Pane::Queue);
    assert!(console.ledger(1).contains(&"case-closed"));
}

#[test]
fn a_refused_close_keeps_the_form_and_its_words() {
    let mut console = one_case();
    console.press("f8");
    console.types("说明");
    console.press("enter");
    let Some(Overlay::Close(form)) = console.model.overlays.last() else { panic!("still open") };
    assert_eq!(form.words.input.text(), "说明");
    assert_eq!(form.words.complaint.as_deref(), Some(console.model.strings.refusal.not_at_end));
    console.press("down");
    let Some(Overlay::Close(form)) = console.model.overlays.last() else { panic!("still open") };
    assert_eq!((form.selected, form.words.complaint.as_deref()), (CloseResult::Unanswered, None));
    console.press("enter");
    assert!(console.ledger(1).contains(&"case-closed"));
}

#[test]
fn why_a_case_is_closed_all_the_same_is_written_once() {
    let mut console = one_case();
    console.press("f8");
    console.types("4");
    console.press("ctrl-n");
    console.types("电话里说开了");
    console.press("ctrl-n");
    assert!(console.model.overlays.is_empty());
    assert!(console.ledger(1).contains(&"case-closed"));
}

#[test]
fn a_digit_picks_the_result_until_a_word_is_written() {
    let mut console = one_case();
    console.press("f8");
    console.types("２");
    console.types("3");
    console.types("裁定书 5");
    console.types("5");
    let Some(Overlay::Close(form)) = console.model.overlays.last() else { panic!("still open") };
    assert_eq!((form.selected, form.words.input.text()), (CloseResult::Ruled, "裁定书 55"));
}

#[test]
fn a_closed_case_on_screen_can_be_taken_up_again() {
    let mut console = one_case();
    console.press("f8 down");
    console.types("买家没回");
    console.press("enter");
    assert!(!console.open().state.is_open(), "the last case stays on screen");
    assert_eq!(console.model.standing(Action::Advance), Standing::Closed);
    console.press("ctrl-r");
    assert!(console.open().state.is_open());
    assert_eq!(console.model.queue.entries.len(), 1);
}

#[test]
fn on_a_closed_case_a_note_can_be_written() {
    let mut console = one_case();
    console.press("f8 down");
    console.types("买家没回");
    console.press("enter f6");
    console.types("又来电话");
    assert_eq!(console.model.standing(Action::Send), Standing::Ready);
    console.press("ctrl-s");
    assert!(console.ledger(1).contains(&"note-written"));
}

#[test]
fn the_queues_cursor_and_the_case_on_screen_go_together() {
    let mut console = started(&["小鱼", "阿水", "大牛"]);
    console.press("end");
    assert_eq!(console.buyer(), "大牛");
    console.press("home");
    assert_eq!(console.buyer(), "小鱼");
    console.press("pagedown f10");
    assert_eq!((console.buyer(), console.model.focus), ("小鱼", Pane::Replies));
    // The reply puts the case further down; the cursor stays on it.
    console.press("1 ctrl-s ctrl-g");
    let under = &console.model.queue.entries[console.model.queue.selected];
    assert_eq!(under.buyer.as_str(), console.buyer());
}

#[test]
fn enter_in_the_queue_opens_what_is_under_the_cursor() {
    let mut console = started(&["小鱼", "阿水"]);
    console.model.queue.selected = 1;
    console.press("enter");
    assert_eq!((console.buyer(), console.model.focus), ("阿水", Pane::Replies));
}

#[test]
fn escape_goes_out_one_pane_at_a_time_and_never_leaves() {
    let mut console = one_case();
    console.press("ctrl-e esc");
    assert_eq!(console.model.focus, Pane::Replies);
    console.press("esc");
    assert_eq!(console.model.focus, Pane::Queue);
    console.press("esc");
    assert!(!console.left);
    assert!(console.told().contains("^Q"), "{}", console.told());
}

#[test]
fn the_tab_key_goes_round() {
    let mut console = started(&["小鱼"]);
    for pane in Pane::ALL.iter().cycle().skip(1).take(5) {
        console.press("tab");
        assert_eq!(console.model.focus, *pane);
    }
    console.press("shift-tab");
    assert_eq!(console.model.focus, Pane::Composer);
}

#[test]
fn a_message_is_chosen_in_the_conversation() {
    let mut console = one_case();
    console.press("1 ctrl-s ctrl-d up up");
    let newest_but_one = console.open().thread.messages[0].no;
    assert_eq!(console.open().thread.selected, Some(newest_but_one));
    console.press("end");
    assert_eq!(console.open().thread.selected, Some(console.open().thread.messages[1].no));
}

#[test]
fn sentences_go_after_a_while() {
    let mut console = one_case();
    console.press("ctrl-n");
    assert!(console.model.toast.is_some());
    console.wait(Span::seconds(30));
    assert!(console.model.toast.is_none());
}

#[test]
fn every_key_of_every_pane_does_something_or_nothing_but_never_harm() {
    let bindings = crate::app::Keymap::new(None).0;
    for pane in Pane::ALL {
        let mut console = one_case();
        for (context, chord, action) in bindings.bindings() {
            if *action == Action::Quit || *context == Context::Overlay {
                continue;
            }
            console.model.overlays.clear();
            console.model.focus = pane;
            console.hear(crate::app::Msg::Key(*chord));
            console.settle();
            console.hear(crate::app::Msg::Key(crate::app::Chord::plain(Key::Esc)));
            console.settle();
        }
        assert!(!console.left);
        let report = console.other_window().verify(|_, _| {}).expect("verified");
        assert!(report.finding.is_none(), "{:?}", report.finding);
    }
}
