//! Part 9 by keyboard alone: tried first, the order's lines added up, handed over with owner and time,
//! the buyer told, moved, done.

use super::shop::{Shop, WIDE};

#[test]
fn work_is_tried_handed_over_told_moved_and_done_by_keyboard_alone() {
    let shop = Shop::with_case("en", &["The invoice is 54 short."]);
    let mut window = shop.window("Lin", WIDE);
    window.sees("The invoice is 54 short.");
    window.press("alt-t", "Nothing is handed to anybody");
    window.press("ctrl-n", "What you tried yourself");
    window.types("Issue the invoice again");
    window.key("tab");
    window.caret_behind("› ");
    window.types("paper 5x20, folders 3x18 = 100");
    window.sees("54.00 is lacking: 3 × folders");
    window.press("tab", "○ 2 warehouse");
    // Without an owner and an agreed time nothing is handed over.
    window.press("ctrl-n", "✗ ");
    window.key("tab");
    window.caret_behind("› ");
    window.types("Zhou");
    window.key("tab");
    window.caret_behind("› ");
    window.types("3h");
    window.press("enter", "Handed over.");
    window.sees("finance Zhou · Issue the invoice again");
    shop.has(
        "SELECT department || ' ' || owner || ' ' || status || ' ' || tried FROM task",
        &["finance Zhou open paper 5x20, folders 3x18 = 100"],
    );
    shop.has("SELECT waits_for FROM cases", &["finance"]);
    // The buyer is told who has it and until when; that promises it.
    window.press("ctrl-t", "Reply to the buyer · from: ");
    window.press("ctrl-s", "✓ Sent");
    shop.has("SELECT count(*) || '' FROM promise", &["1"]);
    window.press("alt-t", "Tasks for others");
    window.press("tab", "Another time for the task");
    window.types("5h");
    window.press("enter", "Recorded.");
    shop.has("SELECT moved || '' FROM task", &["1"]);
    window.press("enter", "What came of it");
    window.types("sent");
    window.key("enter");
    window.loses("What came of it");
    window.sees("✓");
    window.key("esc");
    window.loses("Tasks for others");
    window.quit();
    shop.has("SELECT status || ' ' || result FROM task", &["done sent"]);
    shop.has("SELECT (waits_for IS NULL) || '' FROM cases", &["1"]);
    shop.verifies();
}
