//! Part 10 by keyboard alone: what is wanting before closing, recorded piece by piece; closing all the
//! same with a reason; asking again on the day, and "no" opens the same case.

use super::shop::{SMALL, Shop, WIDE, then};

#[test]
fn a_case_closes_when_all_it_rests_on_is_recorded_by_keyboard_alone() {
    let shop = Shop::with_case("en", &["The invoice is 54 short."]);
    shop.strict();
    let mut window = shop.window("Lin", WIDE);
    window.sees("The invoice is 54 short.");
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

#[test]
fn closing_all_the_same_is_an_act_with_a_reason_by_keyboard_alone() {
    let shop = Shop::with_case("en", &["The invoice is 54 short."]);
    shop.strict();
    let mut window = shop.window("Lin", SMALL);
    window.sees("The invoice is 54 short.");
    window.press("F8", "In your words");
    window.types("they wrote to us twice");
    for _ in 0..3 {
        window.key("down");
    }
    window.press("ctrl-n", "Close all the same");
    window.press("enter", "This wants a word on why");
    window.types("the other case has it all");
    window.press("enter", "✓ Closed:");
    window.quit();
    shop.has(
        "SELECT json_extract(body, '$.reason') FROM event WHERE kind = 'gate-overridden'",
        &["the other case has it all"],
    );
    shop.has("SELECT open || '' FROM cases", &["0"]);
    shop.verifies();
}

#[test]
fn the_buyer_is_asked_again_on_the_day_and_no_reopens_the_case() {
    let shop = Shop::with_two_cases("zh");
    let then = then(5 * 24 * 60);
    shop.does(&["--now", &then, "do", "2", "close", "void", "重复"]);
    shop.does(&["--now", &then, "do", "1", "reply", "已经补发", "--no-pledge"]);
    shop.does(&["--now", &then, "do", "1", "follow-up", "杯子用着还好吗？", "--on", "3d"]);
    shop.does(&["--now", &then, "do", "1", "close", "refused", "说好了"]);
    let mut window = shop.window("小林", WIDE);
    window.sees("该回访了");
    window.sees("1 回访");
    window.key("1");
    window.caret_behind("杯子用着还好吗？");
    window.press("ctrl-s", "已发送");
    window.sees("已回访");
    window.press("shift-F8", "结案之前");
    for _ in 0..4 {
        window.key("down");
    }
    window.press("enter", "回访结果");
    window.key("2");
    window.key("tab");
    window.caret_behind("› ");
    window.types("又裂了一只");
    window.press("enter", "记下了。");
    window.quit();
    shop.has("SELECT open || '' FROM cases WHERE id = 1", &["1"]);
    shop.has("SELECT follow_result FROM closing WHERE case_id = 1", &["unsatisfied"]);
    shop.verifies();
}
