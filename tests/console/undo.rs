//! 第 11 项，全用键盘：先说收回什么再收回，重做，切换个案不动待撤回的消息。

use super::shop::{SMALL, Shop, WIDE};

#[test]
fn an_act_is_named_taken_back_and_done_again_by_keyboard_alone() {
    let shop = Shop::with_case("zh", &["杯子碎了"]);
    let mut window = shop.window("小林", SMALL);
    window.sees("1/16 先回应");
    window.press("alt-k", "‹事发处›");
    window.press("enter", "已记下：标记");
    window.press("alt-i", "诉求 ‹未选›");
    window.press("7", "‹补发›");
    window.press("enter", "已记下：诉求");
    shop.has("SELECT wish FROM settlement", &["resend"]);
    // One key and a sentence; no by Esc, yes by Enter.
    window.press("ctrl-z", "要撤销的是：");
    window.sees("· 买家想要补发");
    window.key("esc");
    window.loses("要撤销的是：");
    shop.has("SELECT wish FROM settlement", &["resend"]);
    window.press("ctrl-z", "要撤销的是：");
    window.press("enter", "已撤销：买家想要补发");
    shop.has("SELECT count(*) || '' FROM settlement WHERE wish IS NOT NULL", &["0"]);
    // The act before is next; both are done again, the older first.
    window.press("ctrl-z", "要撤销的是：");
    window.press("enter", "已撤销：第 1 条记为");
    shop.has("SELECT count(*) || '' FROM mark", &["0"]);
    window.press("ctrl-y", "要重做的是：");
    window.press("enter", "已重做：第 1 条记为");
    window.press("ctrl-y", "要重做的是：");
    window.press("enter", "已重做：买家想要补发");
    shop.has("SELECT mark FROM mark", &["occurrence"]);
    shop.has("SELECT wish FROM settlement", &["resend"]);
    window.quit();
    shop.verifies();
}

#[test]
fn going_to_another_case_neither_sends_nor_takes_back() {
    let shop = Shop::with_two_cases("zh");
    let mut window = shop.window("小林", WIDE);
    window.sees("杯子碎了");
    window.key("ctrl-e");
    window.types("马上给您看");
    window.press("ctrl-s", "»我 马上给您看");
    shop.has("SELECT body FROM message WHERE ours = 1 AND retracted = 0", &["马上给您看"]);
    // The next case: its key to take back does not reach over.
    window.press("F10", "发票没收到");
    window.press("ctrl-u", "没有可以撤回");
    shop.has(
        "SELECT case_id || body FROM message WHERE ours = 1 AND retracted = 0",
        &["1马上给您看"],
    );
    // What is written here goes out here.
    window.key("ctrl-e");
    window.types("发票今晚看");
    window.press("ctrl-s", "»我 发票今晚看");
    shop.has(
        "SELECT case_id || body FROM message WHERE ours = 1 AND retracted = 0 ORDER BY case_id",
        &["1马上给您看", "2发票今晚看"],
    );
    window.quit();
    shop.verifies();
}
