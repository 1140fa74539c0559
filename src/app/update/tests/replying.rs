use super::console::{Console, events, one_case, started};
use crate::app::{Chord, DraftKind, Key, Msg, Pane};
use crate::domain::{Event, Mood, Span};

#[test]
fn the_start_loads_the_queue_and_shows_the_case_due_first() {
    let console = started(&["小鱼", "阿水"]);
    assert_eq!(console.model.queue.entries.len(), 2);
    assert_eq!(console.model.queue.open, (2, false));
    assert_eq!(console.buyer(), "小鱼");
    assert!(!console.open().suggestions.is_empty());
    assert_eq!(console.model.focus, Pane::Queue);
}

#[test]
fn an_empty_file_shows_nothing_and_asks_nothing_more() {
    let mut console = started(&[]);
    assert!(console.model.open.is_none() && console.model.queue.loaded);
    console.press("enter 1 ctrl-s ctrl-n");
    assert_eq!(console.told(), console.model.strings.refusal.no_case);
    assert_eq!(console.asked(), Vec::<&str>::new());
}

#[test]
fn three_keys_send_the_first_reply_and_the_effects_are_append_then_copy() {
    let mut console = started(&["小鱼"]);
    console.rush("enter 1");
    assert_eq!(console.model.focus, Pane::Composer);
    let draft = console.reply().to_owned();
    assert!(draft.contains("小林"), "{draft}");
    assert_eq!(console.asked(), Vec::<&str>::new());
    console.rush("ctrl-s");
    assert_eq!(console.asked(), ["append"], "nothing is claimed before it is in the file");
    assert_eq!(console.reply(), draft);
    console.step();
    let asked = console.asked();
    assert_eq!(asked.first(), Some(&"messages"), "{asked:?}");
    assert_eq!(asked.iter().filter(|name| **name == "copy").count(), 1);
    console.settle();
    assert_eq!(console.clipboard, [Some(draft)]);
    assert_eq!(console.reply(), "");
    assert_eq!(console.open().thread.messages.len(), 2);
    assert_eq!(console.sent(1), 1);
    assert_eq!(console.open().state.promises.len(), 1);
    assert_eq!(console.open().state.step.as_str(), "vent");
}

#[test]
fn digits_adopt_at_the_caret_and_never_overwrite() {
    let mut console = one_case();
    console.types("您好");
    console.press("alt-1");
    assert!(console.reply().starts_with("您好\n"), "{}", console.reply());
    let once = console.reply().chars().count();
    console.press("alt-2");
    assert!(console.reply().chars().count() > once);
    assert_eq!(console.open().adopted.len(), 2);
}

#[test]
fn in_the_composer_a_digit_is_text() {
    let mut console = one_case();
    console.press("ctrl-e");
    console.types("退1件");
    assert_eq!(console.reply(), "退1件");
    assert!(console.open().adopted.is_empty());
}

#[test]
fn a_reply_adopted_twice_is_one_reply() {
    let mut console = one_case();
    console.press("1 alt-1");
    assert_eq!(console.open().said().0.len(), 1);
    console.rush("ctrl-s");
    let append = console.pending.back().expect("an act");
    let Some(Event::ReplySent { replies, .. }) = events(append).first() else { panic!("sent") };
    assert_eq!(replies.len(), 1);
}

#[test]
fn words_taken_out_again_promise_nothing() {
    let mut console = one_case();
    console.types("您好");
    console.press("alt-1 ctrl-z");
    assert_eq!(console.reply(), "您好");
    assert!(console.open().adopted.is_empty());
    console.press("ctrl-s");
    assert!(console.open().state.promises.is_empty());
    assert!(!console.ledger(1).contains(&"check-set"));
}

#[test]
fn words_changed_a_little_are_still_the_reply() {
    let mut console = one_case();
    console.press("1 enter");
    console.types("有事随时找我");
    console.press("ctrl-s");
    assert_eq!(console.open().state.promises.len(), 1);
}

#[test]
fn typing_in_a_pane_of_the_case_begins_a_reply() {
    for pane in ["ctrl-f", "ctrl-t", "ctrl-d"] {
        let mut console = one_case();
        console.press(pane);
        console.types("亲");
        assert_eq!((console.reply(), console.model.focus), ("亲", Pane::Composer), "{pane}");
    }
}

#[test]
fn an_input_method_in_the_queue_is_told_of() {
    let mut console = started(&["小鱼"]);
    console.hear(Msg::Text("退款".into()));
    assert_eq!(console.told(), console.model.strings.notice.ime_hint);
    assert_eq!(console.reply(), "");
    assert_eq!(console.model.focus, Pane::Queue);
}

#[test]
fn full_width_keys_are_the_keys_they_look_like() {
    let mut console = started(&["小鱼", "阿水"]);
    console.hear(Msg::Key(Chord::plain(Key::Char('ｊ'))));
    console.settle();
    assert_eq!(console.buyer(), "阿水");
    console.hear(Msg::Text("ｋ".into()));
    console.settle();
    assert_eq!(console.buyer(), "小鱼", "committed by an input method it is the same key");
    console.hear(Msg::Text("１".into()));
    assert!(!console.reply().is_empty());
    let before = console.reply().to_owned();
    console.hear(Msg::Text("１".into()));
    assert_eq!(console.reply(), format!("{before}１"), "in the composer it is text");
}

#[test]
fn an_empty_draft_is_not_sent() {
    let mut console = one_case();
    console.press("ctrl-s");
    assert_eq!(console.told(), console.model.strings.refusal.empty_draft);
    console.press("ctrl-e");
    console.types("   ");
    console.press("ctrl-s");
    assert!(console.clipboard.is_empty());
}

#[test]
fn the_key_pressed_twice_sends_once() {
    let mut console = one_case();
    console.rush("1 ctrl-s ctrl-s ctrl-s");
    console.settle();
    assert_eq!(console.sent(1), 1);
    assert_eq!(console.clipboard.len(), 1);
}

#[test]
fn what_is_typed_while_a_reply_goes_out_stays_in_the_draft() {
    let mut console = one_case();
    console.press("1");
    console.rush("ctrl-s");
    for c in "还有".chars() {
        console.hear(Msg::Key(Chord::plain(Key::Char(c))));
    }
    console.settle();
    assert_eq!(console.reply(), "还有");
    assert_eq!(console.clipboard.len(), 1);
    assert_eq!(console.model.focus, Pane::Composer);
    console.rush("ctrl-s ctrl-s");
    console.settle();
    assert_eq!(console.clipboard.last(), Some(&Some("还有".to_owned())));
    assert_eq!(console.sent(1), 2);
}

#[test]
fn offers_are_not_adopted_while_the_buyer_is_angry() {
    let mut console = one_case();
    console.elsewhere(console.open().state.id, crate::desk::Command::Mood(Mood::Angry));
    console.wait(Span::seconds(2));
    let held = console.open().suggestions.iter().position(|suggestion| suggestion.held);
    if let Some(held) = held {
        console.press(&(held + 1).to_string());
        assert_eq!(console.reply(), "");
    }
    assert_eq!(console.open().state.mood, Mood::Angry);
}

fn undo_after(seconds: i64) -> Console {
    let mut console = one_case();
    console.press("1 ctrl-s");
    console.wait(Span::seconds(seconds));
    console.asked();
    console.press("ctrl-u");
    console
}

#[test]
fn within_the_window_a_reply_comes_back_into_the_draft() {
    let mut console = undo_after(5);
    assert_eq!(console.sent(1), 0);
    assert_eq!(console.clipboard.last(), Some(&None));
    assert!(console.reply().contains("小林"));
    assert_eq!(console.told(), console.model.strings.notice.retracted);
    assert_eq!(console.open().state.step.as_str(), "ack");
    assert!(console.open().thread.messages.iter().any(|message| message.retracted));
    // Sent again it still is the scripted reply.
    console.press("ctrl-s");
    assert_eq!(console.open().state.open_promises().count(), 1);
}

#[test]
fn after_the_window_it_is_too_late() {
    let mut console = undo_after(11);
    assert_eq!(console.sent(1), 1);
    assert_eq!(console.told(), console.model.strings.refusal.undo_over);
    assert_eq!(console.asked(), Vec::<&str>::new());
}

#[test]
fn taken_back_at_once_the_words_are_there_too() {
    let mut console = one_case();
    console.rush("1 ctrl-s ctrl-u");
    console.settle();
    assert_eq!(console.sent(1), 0);
    assert!(console.reply().contains("小林"));
    assert_eq!(console.clipboard.last(), Some(&None));
}

#[test]
fn a_reply_names_the_time_of_its_adoption_not_of_its_first_showing() {
    let mut console = one_case();
    assert!(console.open().suggestions[0].reply.rendered.text.contains("10:30"));
    console.hear(Msg::Tick(console.model.now.plus(Span::seconds(59))));
    console.model.now = console.model.now.plus(Span::minutes(20));
    console.press("1");
    assert!(console.reply().contains("10:5"), "{}", console.reply());
}

#[test]
fn what_is_promised_is_due_when_the_words_say() {
    let mut console = one_case();
    console.press("1");
    assert!(console.reply().contains("10:30"));
    console.wait(Span::minutes(20));
    console.press("ctrl-s");
    let due = console.open().state.promises[0].due;
    assert_eq!(due, super::console::morning().plus(Span::minutes(30)));
}

#[test]
fn a_note_is_private() {
    let mut console = one_case();
    console.press("f6");
    assert_eq!((console.open().kind, console.model.focus), (DraftKind::Note, Pane::Composer));
    console.types("老客");
    console.press("ctrl-s");
    assert!(console.clipboard.is_empty(), "a note is never copied");
    assert!(console.ledger(1).contains(&"note-written"));
    assert_eq!(console.open().kind, DraftKind::Reply);
    assert_eq!(console.open().note.text(), "");
    assert_eq!(console.told(), console.model.strings.notice.note_saved);
}

#[test]
fn a_click_on_a_reply_adopts_it() {
    let mut console = one_case();
    console.hear(Msg::Click(crate::app::Hit::Reply(0)));
    assert!(console.reply().contains("小林"));
    assert_eq!(console.model.focus, Pane::Composer);
}
