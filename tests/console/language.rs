//! 一件投诉走遍剧本的各样写法：买家类型、分组、凭证、逐级方案、重看、结局，全用键盘。

use super::hands::{choose, step_row, tick, write_down};
use super::shop::{Shop, WIDE, ago};

/// Every construct of the language once.
const LANGUAGE: &str = include_str!("../../src/desk/tests/language.toml");

#[test]
fn every_construct_is_walked_by_keyboard_alone() {
    let shop = Shop::new("zh");
    std::fs::write(shop.playbooks().join("language.toml"), LANGUAGE).unwrap();
    let mut window = shop.window("小林", WIDE);
    window.sees("把千牛或旺旺里复制的聊天记录直接粘贴到这里");
    window.paste(&format!("tb_小鱼 {}\n收到的玻璃杯碎了，怎么办？\n", ago(7)));
    window.sees("1 条是新的");
    window.press("enter", "先回应");
    // The shop's own playbook: found by typing, read, chosen.
    window.press("F9", "正在用");
    window.types("language");
    window.press("enter", "用在这个案子上");
    window.sees("收集");
    window.press("enter", "换成剧本");
    window.press("enter", "已换成剧本“语言”");
    window.sees("1/8 安抚");
    // What kind of buyer it is.
    window.press("shift-F5", "这是哪类买家");
    window.press("4", "买家类型记为有备而来");
    tick(&mut window, "听完了");
    window.press("ctrl-n", "收集 0/3");
    write_down(&mut window, "多少钱", "100", "已记录：价格");
    write_down(&mut window, "已付多少", "40", "已记录：已付");
    window.sees("收集 1/3");
    // Another step of the group first.
    window.press("ctrl-o", "正在这一步");
    window.press("3", "进入“日期”");
    write_down(&mut window, "哪天签收", &day(), "已记录：签收日期");
    window.press("ctrl-n", "进入“凭证”");
    step_row(&mut window, "凭证");
    window.press("space", "是哪一种");
    window.press("enter", "已记凭证：签收底单");
    window.sees("收集 3/3 已够");
    window.press("ctrl-n", "进入“规则”");
    choose(&mut window, "符合条件吗", "1", "已记录：符合 = 是");
    tick(&mut window, "查过了");
    window.press("ctrl-n", "先发“方案一”");
    // The next offer only after the first, and only while the buyer is not content.
    window.press("F5", "买家现在的情绪");
    window.press("2", "情绪记为不安");
    window.key("ctrl-f");
    window.press("1", "采用：方案一");
    window.press("ctrl-s", "已发送");
    window.sees("退货退款，收到退货后");
    // A fact changes: what rests on it is open again.
    window.press("F2", "算出来的");
    window.key("down");
    window.press("enter", "记录：价格");
    window.key("backspace");
    window.types("1");
    window.press("enter", "要重看：规则");
    window.key("esc");
    window.loses("算出来的");
    window.press("ctrl-n", "重看中，看完回到“商量”");
    tick(&mut window, "查过了");
    window.press("ctrl-n", "进入“商量”");
    // Not eligible after all: the way comes to an ending that wants its words.
    window.press("F2", "算出来的");
    window.down_to("符合");
    window.press("enter", "记录：符合");
    window.press("2", "要重看：日期");
    window.key("esc");
    window.loses("算出来的");
    window.press("ctrl-n", "先发“不符合”才能结案");
    window.press("F8", "剧本的结局：不符合，已说明");
    window.press("enter", "再在这里结案");
    window.key("esc");
    window.loses("剧本的结局");
    window.key("ctrl-f");
    window.press("2", "采用：不符合");
    window.press("ctrl-s", "结局：不符合，已说明");
    window.press("F8", "剧本的结局：不符合，已说明");
    window.press("enter", "已结案：说明理由后拒绝");
    window.quit();
    shop.has("SELECT close_result FROM cases", &["refused"]);
    let kinds = "SELECT DISTINCT kind FROM event WHERE kind IN ('buyer-type-set', 'exhibit-noted', \
                 'steps-reopened', 'playbook-chosen') ORDER BY kind";
    shop.has(kinds, &["buyer-type-set", "exhibit-noted", "playbook-chosen", "steps-reopened"]);
    let ending = "SELECT json_extract(body, '$.ending') FROM event WHERE kind = 'case-closed'";
    shop.has(ending, &["refused"]);
    shop.verifies();
}

/// Yesterday, by the shop's clock.
fn day() -> String {
    ago(24 * 60).chars().take(10).collect()
}
