//! 从事实到说定，全用键盘：责任、想要什么、复述、核对、账目、报价、方案、说定、付款、标记。

use super::shop::{Shop, WIDE, ago};

#[test]
fn a_settlement_is_reached_by_keyboard_alone() {
    let shop = Shop::new("zh");
    let mut window = shop.window("小林", WIDE);
    window.sees("把千牛或旺旺里复制的聊天记录直接粘贴到这里");
    window.paste(&format!("tb_小鱼 {}\n袖口开线了，补我二十块就算了\n", ago(7)));
    window.sees("1 条是新的");
    window.press("enter", "先回应");
    // Nothing is judged before a fact is confirmed.
    window.press("alt-v", "只供内部");
    window.press("1", "‹店铺›");
    window.press("enter", "先核实一条");
    window.key("esc");
    window.loses("只供内部");
    window.press("F2", "平台已有投诉");
    window.press("enter", "记录：买家的感受");
    window.press("2", "已记录：买家的感受");
    window.key("esc");
    window.loses("平台已有投诉");
    // Nobody says "the buyer" before our own side was looked at.
    window.press("alt-v", "只供内部");
    window.press("3", "‹买家›");
    window.press("enter", "先查自己这边：");
    window.press("1", "‹店铺›");
    window.press("enter", "已记下：责任");
    // The wish, in the words of the message that is there.
    window.press("alt-i", "诉求 ‹未选›");
    window.press("8", "‹补偿›");
    window.key("down");
    window.types("20");
    window.press("enter", "已记下：诉求");
    // Where it happened, and back to it.
    window.press("alt-k", "‹事发处›");
    window.press("enter", "已记下：标记");
    window.press("alt-j", "第 1 条：事发处");
    // The band: 100 paid, sells for 40, 8 to send it back; the flaw takes 10.
    window.press("alt-m", "就有区间");
    window.types("100");
    window.key("down");
    window.key("down");
    window.types("40");
    window.key("down");
    window.key("down");
    window.types("8");
    window.key("down");
    window.types("10");
    window.sees("退货要亏 ¥68.00");
    window.press("enter", "已记下：算账");
    window.press("alt-f", "补您10.00元");
    window.press("ctrl-s", "已发送");
    // The goods are looked at before a return is offered.
    window.press("alt-x", "退换核对");
    for _ in 0..8 {
        window.key("1");
        window.key("down");
    }
    window.press("enter", "已记下：退换核对");
    window.press("alt-o", "还没有方案");
    window.press("ctrl-n", "‹不产生›");
    window.press("9", "‹留用补偿›");
    window.key("down");
    window.types("10");
    window.press("enter", "1 留用补偿 ¥10.00");
    window.press("ctrl-n", "‹不产生›");
    window.press("5", "‹退货退款›");
    window.key("down");
    window.types("100");
    window.press("enter", "2 退货退款 ¥100.00");
    window.key("ctrl-t");
    window.press("ctrl-s", "已发送");
    window.press("alt-o", "发给买家时是第 1 个");
    window.press("enter", "原话");
    window.press("enter", "✓ 买家选了");
    window.key("esc");
    window.loses("✓ 买家选了");
    window.key("alt-z");
    window.press("ctrl-s", "已发送");
    window.press("alt-y", "‹补偿›");
    window.press("enter", "已记下：付款");
    window.press("alt-s", "我说一遍");
    window.press("ctrl-s", "已发送");
    window.press("alt-s", "复述的几点");
    window.press("enter", "‹对›");
    window.press("enter", "买家说对");
    window.key("esc");
    window.loses("复述的几点");
    window.press("F11", "已付 ¥10.00");
    window.key("esc");
    window.loses("已付 ¥10.00");
    window.quit();
    shop.has(
        "SELECT verdict || ' ' || wish || ' ' || paid FROM settlement",
        &["seller compensate 1000"],
    );
    shop.has("SELECT count(*) || '' FROM remedy WHERE dropped = 0", &["2"]);
    shop.has("SELECT what || amount FROM payment", &["compensation1000"]);
    shop.has("SELECT mark || message FROM mark", &["occurrence1"]);
    shop.verifies();
}
