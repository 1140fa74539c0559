//! 承诺要晚先说、回访、切换个案时的撤回：全用键盘。

use super::shop::{SMALL, Shop, WIDE, ago};

const LOG: &str = concat!(
    r#"{"case":"ext-1","buyer":"小鱼","platform":"taobao","order":"4412345678908842","at":"2026-11-01T10:02:03+08:00","from":"buyer","text":"杯子碎了"}"#,
    "\n",
    r#"{"case":"ext-2","buyer":"小北","platform":"jd","order":"4412345678907777","at":"2026-11-01T11:02:03+08:00","from":"buyer","text":"发票没收到"}"#,
    "\n",
);

fn shop() -> Shop {
    let shop = Shop::new("zh");
    std::fs::write(shop.folder().join("log.jsonl"), LOG).unwrap();
    shop.does(&["import", "log.jsonl"]);
    shop
}

/// So many minutes ago, as `--now` takes it.
fn then(minutes: i64) -> String {
    format!("{}+08:00", ago(minutes).replace(' ', "T"))
}

#[test]
fn a_promise_that_will_be_late_is_told_before_it_lapses() {
    let shop = shop();
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
fn the_buyer_is_asked_again_on_the_day_and_no_reopens_the_case() {
    let shop = shop();
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

#[test]
fn going_to_another_case_neither_sends_nor_takes_back() {
    let shop = shop();
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

#[test]
fn the_clocks_of_a_case_are_read_beside_the_hours_they_count() {
    let shop = Shop::new("zh");
    let mut window = shop.window("小林", SMALL);
    window.sees("把千牛或旺旺里复制的聊天记录直接粘贴到这里");
    window.paste(&format!("tb_小鱼 {}\n杯子碎了\n", ago(7)));
    window.sees("1 条是新的");
    window.press("enter", "先回应");
    window.sees("买家已等");
    // What runs, until when, and the hours that count.
    window.press("alt-c", "上班：");
    window.sees("时限");
    window.sees("· 剩");
    // The promises are one key away, and back.
    window.press("tab", "还没有对买家许下承诺");
    window.press("tab", "上班：");
    window.key("esc");
    window.loses("上班：");
    // An answer stops the clock of the answer; what it promised runs beside the day's plan.
    window.key("1");
    window.press("ctrl-s", "已发送");
    window.loses("买家已等");
    window.press("alt-c", "上班：");
    window.sees("当天给方案");
    window.quit();
    shop.verifies();
}
