//! 第 2 项，全用键盘：先有核实的事实，先查自己这边，判定不外说，改判另走一步。

use super::shop::{SMALL, Shop};

#[test]
fn a_verdict_waits_for_a_fact_and_our_own_faults_and_is_never_printed() {
    let shop = Shop::with_case("zh", &["杯子碎了，我要退货"]);
    let mut window = shop.window("小林", SMALL);
    window.sees("1/16 先回应");
    // Nothing but "unclear" is judged before a fact is confirmed.
    window.press("alt-v", "只供内部");
    window.press("1", "‹店铺›");
    window.press("enter", "先核实一条");
    window.press("6", "‹说不清›");
    window.press("enter", "已记下：责任");
    shop.has("SELECT verdict FROM settlement", &["unclear"]);
    window.press("F2", "平台已有投诉");
    window.press("enter", "记录：买家的感受");
    window.press("2", "已记录：买家的感受");
    window.key("esc");
    window.loses("平台已有投诉");
    // Nobody says "the buyer" before our own side was looked at.
    window.press("alt-v", "只供内部");
    window.press("3", "‹买家›");
    window.press("enter", "先查自己这边：");
    window.key("down");
    window.key("down");
    window.types("页面、包装、发货都查过，没有问题");
    window.press("enter", "已记下：责任");
    shop.has("SELECT verdict FROM settlement", &["buyer"]);
    window.press("alt-d", "✓ 责任");
    window.key("esc");
    window.loses("✓ 责任");
    // It is not said to the buyer, in whatever words.
    window.key("ctrl-e");
    window.types("经核实责任在您这边");
    window.press("ctrl-s", "把责任说给了买家听");
    shop.has("SELECT count(*) || '' FROM message WHERE ours", &["0"]);
    window.quit();
    shop.has(
        "SELECT json_extract(body, '$.deed.verdict') FROM event
         WHERE json_extract(body, '$.deed.deed') = 'verdict-given' ORDER BY seq",
        &["unclear", "buyer"],
    );
    shop.verifies();
}
