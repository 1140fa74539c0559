//! Two windows on one file.

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
    for (window, words) in [(&mut lin, "我来处理"), (&mut zhou, "还是我来吧")] {
        window.sees("1/16 先回应");
        window.key("ctrl-e");
        window.types(words);
    }
    // Both act at the same moment: while somebody else is writing, nothing of it reaches the file, so
    // neither can have seen the other's act. Who gets in first is anybody's.
    let other = rusqlite::Connection::open(shop.file()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    for window in [&mut lin, &mut zhou] {
        window.key("ctrl-s");
        // Keys are taken in turn: the help stands there, so the sending was asked for.
        window.press("F1", "按数字只看一类");
        window.key("esc");
        window.loses("按数字只看一类");
    }
    other.execute_batch("ROLLBACK").unwrap();
    let told = "另一个窗口刚刚改过";
    lin.until("an end of it", |screen| {
        screen.contents().contains("已发送") || screen.contents().contains(told)
    });
    zhou.until("an end of it", |screen| {
        screen.contents().contains("已发送") || screen.contents().contains(told)
    });
    assert_ne!(lin.shows(told), zhou.shows(told), "one of them, and only one");
    assert_eq!(shop.one::<i64>("SELECT count(*) FROM message WHERE ours = 1"), 1);
    let (first, mut second, words) =
        if lin.shows(told) { (zhou, lin, "我来处理") } else { (lin, zhou, "还是我来吧") };
    // Having seen it, the person decides again.
    second.key("ctrl-e");
    second.caret_behind(words);
    second.press("ctrl-s", "已发送");
    first.sees(words);
    shop.has("SELECT body FROM message WHERE ours = 1 ORDER BY no DESC LIMIT 1", &[words]);
    assert_eq!(shop.one::<i64>("SELECT count(*) FROM message WHERE ours = 1"), 2);
    first.quit();
    second.quit();
    shop.has("SELECT DISTINCT agent FROM event ORDER BY 1", &["小周", "小林"]);
    shop.verifies();
}
