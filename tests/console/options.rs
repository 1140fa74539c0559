//! Part 3 by keyboard alone: the wish before any option, two options or a reason, the buyer's choice in
//! the buyer's words, and one text that says what was settled.

use super::shop::{SMALL, Shop};

#[test]
fn options_are_built_told_chosen_and_settled_by_keyboard_alone() {
    let shop = Shop::with_case("en", &["The sleeve came open, the cup is fine"]);
    let mut window = shop.window("Lin", SMALL);
    window.sees("1/16 Answer");
    // No option before the wish.
    window.press("alt-o", "No options yet");
    window.press("ctrl-n", "Cannot, because");
    window.press("1", "‹apology›");
    window.press("enter", "Note first what the buyer wants");
    window.key("esc");
    window.loses("Cannot, because");
    window.key("esc");
    window.loses("No options yet");
    window.press("alt-i", "Wants ‹not chosen›");
    window.press("1", "‹an apology›");
    window.press("enter", "Recorded: Wish");
    // An apology is a wish too; the cheapest that grants it comes first, whatever was put first.
    window.press("alt-o", "No options yet");
    window.press("ctrl-n", "Cannot, because");
    window.press("8", "‹repair›");
    for _ in 0..4 {
        window.key("down");
    }
    window.types("6");
    window.press("enter", "1 repair");
    window.press("ctrl-t", "at least two, or say why there is only one");
    window.press("ctrl-n", "Cannot, because");
    window.press("1", "‹apology›");
    window.press("enter", "2 apology");
    window.press("ctrl-t", "1. a proper apology from us");
    window.press("ctrl-s", "✓ Sent");
    // Told, it can still be put anew; what the buyer has not been told is not chosen.
    window.press("alt-o", "told as 1");
    window.press("down", "▸1 repair");
    window.press("right", "Cannot, because");
    for _ in 0..5 {
        window.key("down");
    }
    for _ in 0.."1 working day".len() {
        window.key("backspace");
    }
    window.types("3 working days");
    window.press("enter", "changed since told");
    window.press("ctrl-t", "› Here are 2 ways");
    window.press("ctrl-s", "› Adopt a reply");
    window.press("alt-o", "told as 1");
    // The buyer read it as number 1, and so it is named here too.
    window.press("enter", "Quote");
    window.sees("┃ 2 apology · told as 1");
    window.press("enter", "✓ chosen");
    shop.has(
        "SELECT chosen || ' ' || chosen_quote FROM settlement",
        &["2 The sleeve came open, the cup is fine"],
    );
    window.key("esc");
    window.loses("✓ chosen");
    window.press("alt-z", "› So this is what we agree");
    window.press("ctrl-s", "»Me So this is what we agree");
    window.quit();
    shop.has("SELECT wish || (said IS NOT NULL) FROM settlement", &["apology1"]);
    shop.has("SELECT count(*) || '' FROM remedy WHERE dropped = 0", &["2"]);
    shop.verifies();
}
