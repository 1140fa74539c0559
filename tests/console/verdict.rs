//! 第 2 项，全用键盘：先有核实的事实，先查自己这边，判定不外说，改判另走一步。

use super::shop::{SMALL, Shop};

#[test]
fn a_verdict_waits_for_a_fact_and_our_own_faults_and_is_never_printed() {
    let shop = Shop::with_case("zh", &["杯子碎了，我要退货"]);
    let mut window = shop.window("小林", SMALL);
    window.sees("1/16 先回应");
    // Nothing but "unclear" is judged before a fact is confirmed.
    window.judges_in_vain("1", "‹店铺›", "先核实一条");
    window.press("6", "‹说不清›");
    window.press("enter", "已记下：责任");
    shop.has("SELECT verdict FROM settlement", &["unclear"]);
    window.confirms_a_fact();
    // Nobody says "the buyer" before our own side was looked at.
    window.judges_in_vain("3", "‹买家›", "先查自己这边：");
    window.key("down");
    window.key("down");
    window.types("页面、包装、发货都查过，没有问题");
    window.press("enter", "已记下：责任");
    shop.has("SELECT verdict FROM settlement", &["buyer"]);
    window.press("alt-d", "✓ 责任");
    window.leaves("✓ 责任");
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
