//! Part 12 by keyboard alone: orders, earlier cases with their end, money paid, promises broken, flags;
//! like cases only once the wish is known.

use super::shop::{SMALL, Shop, then};

#[test]
fn the_buyer_is_known_at_a_glance_and_like_cases_wait_for_the_wish() {
    let shop = Shop::with_two_cases("en");
    let before = then(3 * 24 * 60);
    let told = |words: &[&str]| {
        let mut all = vec!["--now", before.as_str(), "do", "1"];
        all.extend(words);
        shop.does(&all);
    };
    // An earlier case of the same buyer: paid for, a promise broken, closed.
    told(&["order", "4412345678908842", "--title", "Cup", "--amount", "59"]);
    told(&["promise", "Call back", "--due", "2h"]);
    told(&["break", "1"]);
    told(&["pay", "compensation", "6", "--proof", "T1"]);
    told(&["reply", "Sorry", "--no-pledge"]);
    told(&["close", "refused", "agreed"]);
    let log = r#"{"case":"ext-9","buyer":"小鱼","platform":"taobao","order":"4412345678908842","at":"2026-11-20T10:02:03+08:00","from":"buyer","text":"杯子又碎了"}"#;
    std::fs::write(shop.folder().join("more.jsonl"), log).unwrap();
    shop.does(&["import", "more.jsonl"]);
    shop.does(&["do", "2", "close", "void", "twice"]);
    let mut window = shop.window("Lin", SMALL);
    window.sees("杯子又碎了");
    window.press("alt-n", "2 cases, 1 open");
    window.sees("1 broken promise to this buyer");
    window.sees("Paid to them: ¥6.00");
    window.sees("refused");
    window.sees("Cup");
    window.key("end");
    window.sees("Ask what this buyer wants first");
    window.key("esc");
    window.loses("Paid to them: ¥6.00");
    window.press("alt-i", "Wants ‹not chosen›");
    window.press("7", "‹it sent again›");
    window.press("enter", "Recorded: Wish");
    window.press("alt-n", "2 cases, 1 open");
    window.key("end");
    window.sees("Similar cases of others");
    window.until("no word on the wish", |screen| {
        !screen.contents().contains("Ask what this buyer wants first")
    });
    window.quit();
    shop.verifies();
}
