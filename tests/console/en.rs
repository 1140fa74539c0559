//! A complaint in English, from a file of JSON Lines.

use super::hands::{choose, tick, write_down};
use super::shop::{Shop, WIDE};

const LOG: &str = concat!(
    r#"{"case":"ext-1","buyer":"fish","platform":"taobao","order":"4412345678908842","at":"2026-11-01T10:02:03+08:00","from":"buyer","text":"Is anyone there?"}"#,
    "\n",
    r#"{"case":"ext-1","buyer":"fish","platform":"taobao","from":"agent","text":"Yes, how can I help?"}"#,
    "\n",
    r#"{"case":"ext-1","buyer":"fish","platform":"taobao","from":"buyer","text":"The glass arrived broken."}"#,
    "\n",
);

#[test]
fn a_complaint_is_worked_from_the_import_to_the_end() {
    let shop = Shop::new("en");
    std::fs::write(shop.folder().join("log.jsonl"), LOG).unwrap();
    shop.does(&["import", "log.jsonl"]);
    shop.does(&["import", "log.jsonl"]);
    shop.has("SELECT author FROM message ORDER BY no", &["buyer", "agent", "buyer"]);
    shop.has("SELECT key || ' ' || order_no FROM cases", &["ext-1 4412345678908842"]);

    let mut window = shop.window("Lin", WIDE);
    window.sees("1/16 Answer");
    window.sees("The glass arrived broken.");
    window.press("1", "from: Sorry");
    window.caret_behind(".");
    window.write(b" Please keep the box.");
    window.caret_behind("box.");
    window.press("ctrl-s", "2/16 Hear them out");
    let text: String = shop.one("SELECT body FROM message WHERE ours = 1");
    assert!(text.ends_with("Please keep the box."), "{text}");

    window.press("ctrl-n", "Still missing: The buyer has told the whole story");
    tick(&mut window, "The buyer has told the whole");
    window.press("ctrl-n", "3/16 Read the record");
    tick(&mut window, "Read the whole chat");
    window.press("ctrl-n", "4/16 Say it back");
    let recorded = "Recorded: Problem = The glass broke";
    write_down(&mut window, "What happened, in", "The glass broke", recorded);
    tick(&mut window, "Said it back in own words");
    tick(&mut window, "The buyer said yes");
    window.press("ctrl-n", "5/16 Ask what is missing");
    window.press("ctrl-b", "4/16 Say it back");
    window.sees("✓ Problem The glass");
    window.press("ctrl-n", "5/16 Ask what is missing");
    window.press("F4", "2/16 Hear them out");
    window.press("ctrl-n", "5/16 Ask what is missing");
    window.press("ctrl-k", "Enter yes");
    window.press("enter", "6/16 Check the facts");
    write_down(&mut window, "What did you find", "Crushed on the way", "Recorded: What we found");
    tick(&mut window, "Every fact has a source");
    window.press("ctrl-n", "7/16 Find the cause");
    choose(&mut window, "Where did it go wrong", "2", "Recorded: Cause = delivery");
    tick(&mut window, "Made sure about safety");
    window.press("ctrl-n", "8/16 Find the rule");
    choose(&mut window, "What do we go by", "4", "Recorded: Basis = no rule, goodwill");
    tick(&mut window, "Read the text and its check");
    window.press("ctrl-n", "9/16 Ask for the wish");
    choose(&mut window, "What does the buyer want", "1", "Recorded: Wish = an apology");
    window.press("1", "from: A proper");
    window.press("ctrl-s", "13/16 Ask if it is right");
    choose(&mut window, "What does the buyer say", "1", "Recorded: Satisfied = satisfied");
    window.press("1", "from: Thank");
    window.press("ctrl-s", "15/16 Follow up");
    window.press("ctrl-k", "Enter yes");
    window.press("enter", "16/16 Learn from it");
    window.press("F7", "Answer after reading");
    window.press("enter", "✓ Promise kept");
    window.key("esc");
    window.loses("Answer after reading");
    window.press("F8", "In your words");
    window.press("enter", "✓ Closed: Settled");
    window.quit();

    shop.has("SELECT close_result FROM cases WHERE open = 0", &["settled"]);
    shop.has("SELECT status FROM promise", &["kept"]);
    shop.has(
        "SELECT fact FROM fact ORDER BY 1",
        &["basis", "cause", "finding", "problem", "satisfied", "wish"],
    );
    shop.verifies();
}
