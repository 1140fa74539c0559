//! Part 1 by keyboard alone: a fact made of a message, its history, marks and jumps, the points said
//! back, and a question whose answer is on record.

use super::shop::{SMALL, Shop};

#[test]
fn facts_are_made_marked_said_back_and_corrected_by_keyboard_alone() {
    let shop = Shop::with_case("en", &["The sleeve came open at the seam", "Give me 20"]);
    let mut window = shop.window("Lin", SMALL);
    window.sees("1/16 Answer");
    // One key makes a fact of the message under the cursor; the third is what happened.
    window.press("ctrl-d", "Make a fact");
    window.press("up", "┃▌");
    window.key("up");
    window.press("enter", "? Platform case");
    for _ in 0..3 {
        window.key("down");
    }
    window.press("enter", "Their words: The sleeve came open");
    window.types("the sleeve came open");
    window.press("tab", "[disputed]");
    window.press("tab", "[claimed]");
    window.press("enter", "Recorded: Problem");
    window.sees("message 1");
    shop.has(
        "SELECT fact || ' ' || value || ' ' || status || ' ' || source FROM fact",
        &["problem the sleeve came open claimed 1"],
    );
    window.key("esc");
    window.loses("? Platform case");
    // Where it happened; a message can be more than one thing.
    window.press("alt-k", "‹where it happened›");
    window.press("enter", "Recorded: Mark");
    window.press("alt-k", "‹where it happened›");
    window.press("2", "‹first enquiry›");
    window.key("enter");
    window.loses("‹first enquiry›");
    window.press("ctrl-e", "Alt-1…3 Adopt");
    window.press("alt-j", "✓ Message 1:");
    shop.has("SELECT mark || message FROM mark ORDER BY 1", &["enquiry1", "occurrence1"]);
    // Said back in points with the two questions, sent, and answered point by point.
    window.press("alt-s", "Let me say it back: Problem");
    window.press("ctrl-s", "✓ Sent");
    shop.has(
        "SELECT count(*) || '' FROM message
         WHERE body LIKE '%Is that right? Is there anything else?'",
        &["1"],
    );
    window.press("alt-s", "Points said back");
    window.press("enter", "‹right›");
    window.press("2", "‹not right›");
    window.key("down");
    window.types("the cuff came open");
    window.press("enter", "corrected");
    window.key("esc");
    window.loses("Points said back");
    // How it was before is kept.
    window.press("F2", "? Platform case");
    for _ in 0..3 {
        window.key("down");
    }
    window.press("ctrl-n", "as it was recorded");
    window.sees("the sleeve came open");
    window.key("esc");
    window.loses("as it was recorded");
    window.key("esc");
    window.loses("? Platform case");
    shop.has("SELECT value FROM fact WHERE fact = 'problem'", &["the cuff came open"]);
    shop.has(
        "SELECT count(*) || '' FROM event WHERE kind = 'fact-recorded'
         AND json_extract(body, '$.fact') = 'problem'",
        &["2"],
    );
    // What is known is not asked again without a word on whom to ask.
    window.key("ctrl-e");
    window.types("What happened, in one sentence?");
    window.press("ctrl-s", "Known already: Problem");
    shop.has("SELECT count(*) || '' FROM message WHERE ours", &["1"]);
    window.quit();
    shop.verifies();
}
