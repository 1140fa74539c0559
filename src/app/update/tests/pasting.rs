use super::console::{one_case, started};
use crate::app::{Overlay, Pane, PastePreview, Target};

const LOG: &str = "小花 2026-11-2 9:05:12\n在吗\n旗舰店:小美 2026-11-2 9:05:30\n亲，在的\n小花 2026-11-2 9:06:01\n收到的杯子是碎的\n";
const LONGER: &str = "小花 2026-11-2 9:05:12\n在吗\n旗舰店:小美 2026-11-2 9:05:30\n亲，在的\n小花 2026-11-2 9:06:01\n收到的杯子是碎的\n小花 2026-11-2 9:08:00\n人呢\n";

fn preview(console: &super::console::Console) -> &PastePreview {
    match console.model.overlays.last() {
        Some(Overlay::Paste(preview)) => preview,
        other => panic!("no preview: {other:?}"),
    }
}

#[test]
fn a_pasted_log_is_previewed_and_nothing_is_written_before_it_is_accepted() {
    let mut console = started(&["小鱼"]);
    console.pastes(LOG);
    assert_eq!(preview(&console).incoming.len(), 1);
    assert_eq!(preview(&console).incoming[0].target, Target::New);
    assert_eq!(preview(&console).incoming[0].fresh, 3);
    assert!(!console.asked().iter().any(|name| ["append", "import"].contains(name)));
    console.press("enter");
    assert_eq!(console.buyer(), "小花");
    assert_eq!(console.open().thread.messages.len(), 3);
    assert_eq!(console.model.focus, Pane::Replies, "ready for a reply");
    let under = &console.model.queue.entries[console.model.queue.selected];
    assert_eq!(under.buyer.as_str(), "小花");
}

#[test]
fn an_empty_console_begins_with_a_paste() {
    let mut console = started(&[]);
    console.pastes(LOG);
    console.press("enter 1 ctrl-s");
    assert_eq!(console.sent(1), 1);
}

#[test]
fn the_same_log_again_adds_nothing() {
    let mut console = started(&[]);
    console.pastes(LOG);
    console.press("enter ctrl-g");
    console.asked();
    console.pastes(LOG);
    assert_eq!(preview(&console).incoming[0].fresh, 0);
    assert!(matches!(preview(&console).incoming[0].target, Target::Existing { known: 3, .. }));
    console.press("enter");
    assert_eq!(console.told(), console.model.strings.notice.nothing_new);
    assert!(!console.asked().contains(&"import"));
}

#[test]
fn a_longer_copy_adds_its_end() {
    let mut console = started(&[]);
    console.pastes(LOG);
    console.press("enter");
    console.pastes(LONGER);
    assert_eq!(preview(&console).incoming[0].fresh, 1);
    console.press("enter");
    assert_eq!(console.open().thread.messages.len(), 4);
}

#[test]
fn a_quick_yes_waits_until_it_is_known_where_the_words_belong() {
    let mut console = started(&["小鱼"]);
    console.hear(crate::app::Msg::Paste(LOG.into()));
    console.rush("enter");
    assert_eq!(preview(&console).incoming[0].target, Target::Unknown);
    assert!(!console.asked().contains(&"import"));
    console.settle();
    assert_eq!(console.buyer(), "小花");
}

#[test]
fn leaving_the_preview_writes_nothing_and_puts_nothing() {
    for leaving in ["esc", "ctrl-c", "n"] {
        let mut console = one_case();
        console.pastes(LOG);
        console.press(leaving);
        assert!(console.model.overlays.is_empty(), "{leaving}");
        assert_eq!(console.reply(), "", "{leaving}");
        assert!(!console.asked().iter().any(|name| ["append", "import"].contains(name)));
    }
}

#[test]
fn a_key_of_its_own_takes_the_pasted_text_for_the_draft() {
    let mut console = one_case();
    console.pastes(LOG);
    console.press("ctrl-t");
    assert!(console.model.overlays.is_empty());
    assert_eq!(console.reply(), LOG);
    assert_eq!(console.model.focus, Pane::Composer);
    // Without a case there is no draft, and the preview stays.
    let mut console = started(&[]);
    console.pastes(LOG);
    console.press("ctrl-t");
    assert_eq!(preview(&console).incoming.len(), 1);
}

#[test]
fn a_line_pasted_into_the_composer_is_text() {
    let mut console = one_case();
    console.press("ctrl-e");
    console.pastes("单号 8842");
    assert_eq!(console.reply(), "单号 8842");
    assert!(console.model.overlays.is_empty());
}

#[test]
fn many_lines_that_are_no_log_are_text_too() {
    let mut console = one_case();
    console.pastes("第一行\n第二行\r\n第三行");
    assert_eq!(console.reply(), "第一行\n第二行\n第三行");
    assert_eq!(console.model.focus, Pane::Composer);
}

#[test]
fn what_a_terminal_must_not_get_does_not_come_in_by_a_paste() {
    let mut console = one_case();
    console.pastes("好\u{1b}]52;c;eHh4\u{7}的\u{202e}");
    assert_eq!(console.reply(), "好的");
}

#[test]
fn two_questions_where_the_words_belong_are_not_mixed_up() {
    let two = "小花 2026-11-2 9:05:12\n在吗\n小美 2026-11-2 9:05:30\n亲，在的\n";
    let mut console = started(&["小花"]);
    console.hear(crate::app::Msg::Paste(two.into()));
    if !preview(&console).sides_guessed {
        return;
    }
    let guessed = preview(&console).incoming[0].conversation.buyer.clone();
    let first = console.performs("locate");
    console.rush("tab");
    assert_ne!(preview(&console).incoming[0].conversation.buyer, guessed);
    console.hear(first);
    assert_eq!(preview(&console).incoming[0].target, Target::Unknown, "that was the other one");
    console.settle();
    assert_ne!(preview(&console).incoming[0].target, Target::Unknown);
}
