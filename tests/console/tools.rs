//! The desk's tools by keyboard alone: a task, promises in typed words, laying aside, undo, reasons,
//! views, the buyer, and closing with what it rests on.

use super::shop::{Shop, WIDE};

const LOG: &str = concat!(
    r#"{"case":"ext-1","buyer":"fish","platform":"taobao","order":"4412345678908842","at":"2026-11-01T10:02:03+08:00","from":"buyer","text":"The invoice is 54 short."}"#,
    "\n",
);

#[test]
fn the_tools_of_the_desk_are_used_by_keyboard_alone() {
    let shop = Shop::new("en");
    std::fs::remove_file(shop.folder().join("home/config/policy.toml")).unwrap();
    std::fs::write(shop.folder().join("log.jsonl"), LOG).unwrap();
    shop.does(&["import", "log.jsonl"]);
    let mut window = shop.window("Lin", WIDE);
    window.sees("The invoice is 54 short.");

    // Handed to finance, with what was tried: the lines explain the difference.
    window.press("alt-t", "Nothing is handed to anybody");
    window.press("ctrl-n", "What you tried yourself");
    window.types("Issue the invoice again");
    window.key("tab");
    window.caret_behind("› ");
    window.types("paper 5x20, folders 3x18 = 100");
    window.sees("54.00 is lacking: 3 × folders");
    window.press("tab", "○ 2 warehouse");
    window.key("tab");
    window.caret_behind("› ");
    window.types("Zhou");
    window.key("tab");
    window.caret_behind("› ");
    window.types("3h");
    window.press("enter", "Handed over.");
    window.sees("finance Zhou · Issue the invoice again");
    window.key("esc");
    window.loses("Tasks for others");
    shop.has(
        "SELECT department || ' ' || owner || ' ' || status FROM task",
        &["finance Zhou open"],
    );

    // Taken back, and done again; each says what first.
    window.press("ctrl-z", "This will be taken back:");
    window.press("enter", "Taken back: Handed to finance");
    shop.has("SELECT count(*) || '' FROM task", &["0"]);
    window.press("ctrl-y", "This will be done again:");
    window.press("enter", "Done again: Handed to finance");
    shop.has("SELECT count(*) || '' FROM task", &["1"]);

    // Promises in typed words are asked about before they are sent.
    window.key("ctrl-e");
    window.types("We will send the invoice within 3 days.");
    window.press("ctrl-s", "Promises in these words");
    window.press("enter", "»Me We will send the invoice");
    shop.has("SELECT what FROM promise", &["We will send the invoice within 3 days"]);

    // Laid aside until the buyer writes; why it stands where it stands; the buyer at a glance.
    window.press("alt-p", "at a time");
    window.key("2");
    window.press("ctrl-n", "Laid aside.");
    shop.has("SELECT snoozed || '' FROM cases", &["1"]);
    window.press("shift-F1", "laid aside; wakes by then at the latest");
    window.key("esc");
    window.loses("Why here");
    window.press("alt-p", "Taken up again.");
    window.press("alt-n", "1 case, 1 open");
    window.key("esc");
    window.loses("1 case, 1 open");

    // A view of the queue.
    window.press("shift-F10", "mood>=angry platform=jd");
    window.types("waits=courier");
    window.key("enter");
    window.loses("f** Taobao");
    window.press("shift-F10", "waits=courier");
    window.press("ctrl-n", "✓ waits=courier");
    for _ in 0.."waits=courier".len() {
        window.key("backspace");
    }
    window.press("enter", "f** Taobao");

    // Closing says what is wanting; it is recorded, and the case is closed.
    window.press("alt-t", "Tasks for others");
    window.press("enter", "What came of it");
    window.types("sent");
    window.press("enter", "Recorded.");
    window.key("esc");
    window.loses("Tasks for others");
    window.press("F7", "new promise");
    window.press("enter", "✓ Promise kept");
    window.key("esc");
    window.loses("new promise");
    window.press("F8", "In your words");
    window.types("no rule for it");
    for _ in 0..3 {
        window.key("down");
    }
    window.press("enter", "Wanting before closing");
    window.press("tab", "Why it came to it");
    window.key("down");
    window.key("down");
    window.press("enter", "goods · poor quality");
    window.key("space");
    window.press("ctrl-n", "✓ Why it came to it");
    window.key("down");
    window.press("enter", "there is one");
    window.key("tab");
    window.caret_behind("› ");
    window.types("Count the lines before it leaves");
    window.press("enter", "✓ What is learned");
    window.key("esc");
    window.loses("✓ What is learned");
    window.press("enter", "✓ Closed:");
    window.quit();
    shop.has("SELECT close_result FROM cases", &["refused"]);
    shop.has("SELECT cause FROM cause", &["goods/quality"]);
    shop.has("SELECT lesson FROM closing", &["Count the lines before it leaves"]);
    shop.verifies();
}
