//! Two windows on one file.

use super::hands::tick;
use super::shop::{SMALL, Shop, WIDE, ago};
use std::time::{Duration, Instant};

fn shop_with_a_case() -> Shop {
    let shop = Shop::new("zh");
    let log = format!("tb_小鱼 {}\n杯子碎了\n旗舰店:小美 {}\n亲，在的\n", ago(9), ago(8));
    std::fs::write(shop.folder().join("log.txt"), log).unwrap();
    shop.does(&["import", "log.txt"]);
    shop
}

#[test]
fn what_one_window_does_shows_in_the_other() {
    let shop = shop_with_a_case();
    let mut lin = shop.window("小林", WIDE);
    let zhou = shop.window("小周", WIDE);
    lin.sees("1/16 先回应");
    zhou.sees("1/16 先回应");
    lin.press("1", "采用：");
    lin.press("ctrl-s", "2/16 听买家说完");
    let sent = Instant::now();
    zhou.sees("2/16 听买家说完");
    assert!(sent.elapsed() < Duration::from_secs(2), "{:?}", sent.elapsed());
    lin.quit();
    zhou.quit();
    shop.verifies();
}

#[test]
fn the_second_is_told_and_keeps_the_draft() {
    let shop = shop_with_a_case();
    let mut lin = shop.window("小林", WIDE);
    let mut zhou = shop.window("小周", SMALL);
    lin.sees("1/16 先回应");
    zhou.sees("1/16 先回应");
    zhou.key("ctrl-e");
    zhou.types("我来处理");
    // Both act as if at the same moment: the second window is stopped while the first writes.
    zhou.signal("STOP");
    tick(&mut lin, "说了对不起");
    zhou.key("ctrl-s");
    zhou.signal("CONT");
    zhou.sees("另一个窗口刚刚改过");
    zhou.caret_behind("我来处理");
    assert_eq!(shop.one::<i64>("SELECT count(*) FROM message WHERE ours = 1"), 0);
    // Having seen it, the person decides again.
    zhou.press("ctrl-s", "已发送");
    shop.has("SELECT body FROM message WHERE ours = 1", &["我来处理"]);
    lin.quit();
    zhou.quit();
    shop.has("SELECT DISTINCT agent FROM event ORDER BY 1", &["小周", "小林"]);
    shop.verifies();
}
