//! 第 6 项，全用键盘：话里的承诺先问再发，自己许的承诺，要晚先说，兑现，失信。

use super::shop::{SMALL, Shop, WIDE, then};

#[test]
fn a_promise_that_will_be_late_is_told_before_it_lapses() {
    let shop = Shop::with_two_cases("zh");
    let then = then(100);
    shop.does(&["--now", &then, "do", "1", "reply", "马上看", "--no-pledge"]);
    shop.does(&["--now", &then, "do", "1", "promise", "查到物流", "--due", "2h"]);
    shop.does(&["do", "2", "reply", "马上看", "--no-pledge"]);
    let mut window = shop.window("小林", SMALL);
    window.sees("杯子碎了");
    window.sees("先告诉买家：查到");
    window.sees("1 先告诉买家要晚");
    // Another time than the usual one: named in the form, said in the draft, moved when it is sent.
    window.press("F7", "要晚，先告诉买家");
    window.press("ctrl-t", "什么时候");
    window.types("3d");
    window.press("enter", "要晚一些");
    window.press("ctrl-s", "已发送");
    window.loses("先告诉买家：查到");
    shop.has("SELECT moved || status FROM promise", &["1open"]);
    shop.has("SELECT count(*) || '' FROM promise", &["1"]);
    // Taken back within its time, the promise is due when it was.
    window.press("ctrl-u", "先告诉买家：查到");
    shop.has("SELECT moved || '' FROM promise", &["0"]);
    // Its words are back in the draft: sent after all, it moves again.
    window.press("ctrl-s", "已发送");
    shop.has("SELECT moved || '' FROM promise", &["1"]);
    window.quit();
    shop.verifies();
}

#[test]
fn promises_are_found_in_typed_words_made_by_hand_kept_and_broken_by_keyboard_alone() {
    let shop = Shop::with_case("zh", &["杯子碎了"]);
    let mut window = shop.window("小林", WIDE);
    window.sees("1/16 先回应");
    // Two promises in one text: the second is none, says the agent.
    window.key("ctrl-e");
    window.types("今天给您补发一只。运费三天内退给您");
    window.press("ctrl-s", "话里的承诺");
    window.key("down");
    window.press("tab", "☐ 运费三天内退给您");
    window.press("enter", "»我 今天给您补发");
    shop.has("SELECT what FROM promise", &["今天给您补发一只"]);
    // One made by hand, without a date a person can mean, then with one.
    window.press("F7", "^N 新承诺");
    window.press("ctrl-n", "答应了什么");
    window.types("问清快递");
    window.key("tab");
    window.caret_behind("› ");
    window.types("soon");
    window.press("enter", "✗ 看不懂这个时间");
    for _ in 0..4 {
        window.key("backspace");
    }
    window.types("2h");
    window.press("enter", "· 今天 22:00 今天给您补发一只");
    window.sees("问清快递");
    shop.has(
        "SELECT what || status FROM promise ORDER BY no",
        &["今天给您补发一只open", "问清快递open"],
    );
    // Hung on a day that is not known yet; it is dated when it is.
    window.press("ctrl-n", "答应了什么");
    window.types("退到卡上");
    window.key("tab");
    window.caret_behind("› ");
    window.types("3wd after 最晚的日子");
    window.press("enter", "没有“最晚的日子”");
    for _ in 0.."最晚的日子".chars().count() {
        window.key("backspace");
    }
    window.types("最晚办好的日子");
    window.press("enter", "没定期");
    shop.has(
        "SELECT what || json_extract(body, '$.after.fact') FROM promise
         JOIN event ON kind = 'promise-made' AND json_extract(body, '$.what') = what
         WHERE what = '退到卡上'",
        &["退到卡上deed_day"],
    );
    // Kept, and broken: neither is gone.
    window.press("enter", "✓ 今天 22:00");
    window.key("down");
    window.press("ctrl-d", "标为未兑现？");
    window.press("enter", "✗ 今天");
    shop.has("SELECT status FROM promise ORDER BY no", &["kept", "broken", "open"]);
    shop.has("SELECT breaches || '' FROM cases", &["1"]);
    window.key("esc");
    window.loses("^N 新承诺");
    // The buyer is owed a word on the broken one.
    window.sees("没做到，说一声");
    window.quit();
    shop.verifies();
}
