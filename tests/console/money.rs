//! 第 4 项，全用键盘：区间、赔付风险、报价只升不降、超限要批、付过的不再付。

use super::shop::{SMALL, Shop};

#[test]
fn the_band_is_reckoned_and_offers_go_up_only_by_keyboard_alone() {
    let shop = Shop::with_case("zh", &["袖口开线了，补我二十块就算了"]);
    let mut window = shop.window("小林", SMALL);
    window.sees("1/16 先回应");
    window.notes_a_wish_for("20");
    // 100 paid, sells for 40, 8 to send it back; the flaw takes 10: a return costs 68.
    window.reckons_the_band();
    // The first rung, then a higher one; the ladder never goes down.
    window.press("alt-f", "补您10.00元");
    window.sends_the_draft();
    window.press("alt-f", "给您加到20.00元");
    window.press("ctrl-s", "»我 您说的我听进去了");
    window.press("alt-o", "还没有方案");
    window.puts_an_option("9", "‹留用补偿›", "10", "只能往上");
    window.quit();
    shop.has("SELECT amount || '' FROM offer ORDER BY message", &["1000", "2000"]);
    shop.verifies();
}

#[test]
fn above_the_limit_an_approval_is_asked_waits_and_is_decided_by_keyboard_alone() {
    let shop = Shop::with_case("zh", &["屏幕划了一道，赔我八十"]);
    let mut window = shop.window("小林", SMALL);
    window.sees("1/16 先回应");
    window.notes_a_wish_for("80");
    // Nobody has judged that it is ours: the goodwill of the shop is the limit.
    window.press("alt-d", "要批：¥80.00 超过自己能定的 ¥20.00");
    window.leaves("要批：¥80.00");
    window.press("alt-o", "还没有方案");
    window.puts_an_option("9", "‹留用补偿›", "80", "先向");
    window.leaves("‹留用补偿›");
    window.leaves("还没有方案");
    // Asked, and waited for.
    window.press("alt-l", "理由");
    window.types("80");
    window.key("down");
    window.types("划痕在正面");
    window.press("enter", "已记下：申请");
    window.press("alt-d", "¥80.00 在等批");
    window.leaves("¥80.00 在等批");
    window.press("alt-l", "谁批的");
    window.key("down");
    window.types("王店长");
    window.press("enter", "已记下：审批结果");
    // Now it may be put on the list, and the buyer told.
    window.press("alt-o", "还没有方案");
    window.puts_an_option("9", "‹留用补偿›", "80", "1 留用补偿 ¥80.00");
    window.press("tab", "只有一个方案");
    window.types("划痕只能补");
    window.press("enter", "已记下：只有一个方案");
    window.press("ctrl-t", "补您80.00元");
    window.sends_the_draft();
    window.notes_the_first_chosen();
    // Paid once, and not again; what was noted by mistake is struck out and stays on record.
    window.press("alt-y", "付什么 ‹补偿›");
    window.press("enter", "已记下：付款");
    window.press("alt-y", "✓ 补偿 ¥80.00");
    window.press("ctrl-n", "付什么 ‹补偿›");
    window.press("enter", "已经付过了");
    window.leaves("付什么 ‹补偿›");
    window.press("ctrl-d", "划掉一笔付款");
    window.types("记到别的单上了");
    window.press("enter", "- 补偿 ¥80.00");
    window.press("ctrl-n", "付什么 ‹补偿›");
    window.press("enter", "✓ 补偿 ¥80.00");
    window.quit();
    shop.has(
        "SELECT what || amount || coalesce(void, '') FROM payment",
        &["compensation8000记到别的单上了", "compensation8000"],
    );
    shop.has("SELECT granted || '' FROM approval", &["8000"]);
    shop.verifies();
}
