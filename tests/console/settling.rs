//! 从弄清到谈妥，全用键盘：责任、诉求、复述、核对、算账、报价、方案、协商结果、付款、标记。

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
    window.judges_in_vain("1", "‹店铺›", "先核实一条");
    window.leaves("只供内部");
    window.confirms_a_fact();
    // Nobody says "the buyer" before our own side was looked at.
    window.judges_in_vain("3", "‹买家›", "先查自己这边：");
    window.press("1", "‹店铺›");
    window.press("enter", "已记下：责任");
    // The wish, in the words of the message that is there.
    window.notes_a_wish_for("20");
    // Where it happened, and back to it.
    window.press("alt-k", "‹事发处›");
    window.press("enter", "已记下：标记");
    window.press("alt-j", "第 1 条：事发处");
    // The band: 100 paid, sells for 40, 8 to send it back; the flaw takes 10.
    window.reckons_the_band();
    window.press("alt-f", "补您10.00元");
    window.sends_the_draft();
    // The goods are looked at before a return is offered.
    window.press("alt-x", "退换核对");
    for _ in 0..8 {
        window.key("1");
        window.key("down");
    }
    window.press("enter", "已记下：退换核对");
    window.press("alt-o", "还没有方案");
    window.puts_an_option("9", "‹留用补偿›", "10", "1 留用补偿 ¥10.00");
    window.puts_an_option("5", "‹退货退款›", "100", "2 退货退款 ¥100.00");
    window.key("ctrl-t");
    window.sends_the_draft();
    window.notes_the_first_chosen();
    window.key("alt-z");
    window.sends_the_draft();
    window.press("alt-y", "‹补偿›");
    window.press("enter", "已记下：付款");
    window.press("alt-s", "我说一遍");
    window.sends_the_draft();
    window.press("alt-s", "复述的几点");
    window.press("enter", "‹对›");
    window.press("enter", "买家说对");
    window.leaves("复述的几点");
    window.press("F11", "已付 ¥10.00");
    window.leaves("已付 ¥10.00");
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
