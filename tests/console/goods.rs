//! Part 5 by keyboard alone: the goods are looked at before a return is agreed to, looking is told from
//! wearing, and "opened means refused" is flagged.

use super::shop::{SMALL, Shop};

#[test]
fn a_return_waits_for_a_look_at_the_goods_by_keyboard_alone() {
    let shop = Shop::with_case("en", &["I do not like the cup, I want to return it"]);
    let mut window = shop.window("Lin", SMALL);
    window.sees("I do not like the cup");
    window.press("alt-i", "Wants ‹not chosen›");
    window.press("5", "‹to return it›");
    window.press("enter", "Recorded: Wish");
    window.press("alt-o", "No options yet");
    window.press("ctrl-n", "Cannot, because");
    window.press("5", "‹return, refund›");
    window.key("down");
    window.types("59");
    window.press("enter", "1 return, refund");
    window.press("tab", "Only one option");
    window.types("nothing else was wanted");
    window.press("enter", "Recorded: Only one option");
    // Nobody agrees to a return before the goods were looked at.
    window.press("ctrl-t", "Before agreeing to a return");
    window.key("esc");
    window.loses("1 return, refund");
    window.press("alt-x", "Reason ‹not chosen›");
    window.press("3", "‹no reason›");
    window.key("down");
    window.press("1", "Tags ‹on›");
    window.key("down");
    // Opened and looked at is no reason to refuse; worn and nothing wrong is one.
    window.press("3", "‹used or washed›");
    window.sees("Used and nothing wrong");
    window.press("2", "‹opened, looked at›");
    window.sees("Opening and looking at it is no reason to refuse");
    for _ in 0..5 {
        window.key("down");
        window.key("1");
    }
    window.sees("Freight back ‹the shop›");
    window.press("enter", "Recorded: Return check");
    window.press("alt-d", "✓ Return check");
    window.key("esc");
    window.loses("✓ Return check");
    window.press("alt-o", "1 return, refund");
    window.press("ctrl-t", "return it for");
    window.press("ctrl-s", "✓ Sent");
    window.quit();
    shop.has(
        "SELECT json_extract(body, '$.deed.check.worn') FROM event
         WHERE json_extract(body, '$.deed.deed') = 'return-checked'",
        &["inspected"],
    );
    shop.verifies();
}
