//! 第 7 项，全用键盘：时限、上班时间、提醒。

use super::shop::{SMALL, Shop, ago};

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
