//! Part 8 by keyboard alone: why a row stands where it stands, views and saved ones, laying aside until
//! a time or the buyer's word, and on to what is due next.

use super::shop::{Shop, WIDE};

#[test]
fn the_queue_is_explained_filtered_and_laid_aside_by_keyboard_alone() {
    let shop = Shop::with_two_cases("en");
    let mut window = shop.window("Lin", WIDE);
    window.sees("杯子碎了");
    window.press("shift-F1", "Order: what is due next");
    window.sees("1 answer the buyer");
    window.key("esc");
    window.loses("Order: what is due next");
    // A view, saved, shown, and let go.
    window.press("shift-F10", "mood>=angry platform=jd");
    window.types("platform=jd");
    window.key("enter");
    window.loses("小** Taobao");
    window.press("shift-F10", "mood>=angry platform=jd");
    window.press("ctrl-n", "✓ platform=jd");
    window.key("esc");
    window.loses("✓ platform=jd");
    shop.has("SELECT filter FROM view", &["platform=jd"]);
    window.press("shift-F10", "✓ platform=jd");
    window.key("down");
    window.key("ctrl-d");
    window.loses("✓ platform=jd");
    shop.has("SELECT count(*) || '' FROM view", &["0"]);
    for _ in 0.."platform=jd".len() {
        window.key("backspace");
    }
    window.press("enter", "小** Taobao");
    // Laid aside until the buyer writes or a time comes; what is due next is the other case.
    // Not while the buyer waits for an answer.
    window.press("alt-p", "at a time");
    window.key("2");
    window.press("ctrl-n", "The buyer waits for an answer");
    window.key("esc");
    window.loses("at a time");
    window.key("ctrl-e");
    window.types("Looking into it.");
    window.press("ctrl-s", "»Me Looking into it.");
    window.press("alt-p", "at a time");
    window.key("3");
    window.key("tab");
    window.caret_behind("› ");
    window.types("2h");
    window.press("enter", "Laid aside.");
    shop.has("SELECT id || '' FROM cases WHERE snoozed = 1", &["1"]);
    window.press("shift-F1", "laid aside; wakes by then at the latest");
    window.key("esc");
    window.loses("laid aside; wakes");
    window.press("F10", "小** · order …7777");
    window.quit();
    // The buyer's word wakes it.
    shop.has(
        "SELECT json_extract(body, '$.on_reply') || '' FROM event WHERE kind = 'snoozed'",
        &["1"],
    );
    shop.verifies();
}
