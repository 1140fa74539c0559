//! However the program ends, the terminal is as it was and what was typed is in the file.

use super::shop::{SMALL, Shop};
use super::window::Window;

fn typing(shop: &Shop) -> Window {
    std::fs::write(
        shop.folder().join("log.txt"),
        "小鱼 2026-11-1 9:00:00\n在吗\n店:美 2026-11-1 9:01:00\n在\n",
    )
    .unwrap();
    shop.does(&["import", "log.txt"]);
    let mut window = shop.window("小林", SMALL);
    window.sees("1/16 先回应");
    window.key("ctrl-e");
    window.types("您好，马上");
    window
}

#[test]
fn leaving_by_key_saves_the_draft() {
    let shop = Shop::new("zh");
    typing(&shop).quit();
    shop.has("SELECT body FROM draft", &["您好，马上"]);
}

#[test]
fn a_request_to_end_saves_the_draft() {
    for signal in ["TERM", "HUP"] {
        let shop = Shop::new("zh");
        let window = typing(&shop);
        window.signal(signal);
        window.end();
        shop.has("SELECT body FROM draft", &["您好，马上"]);
        shop.verifies();
    }
}

#[test]
fn a_closed_terminal_saves_the_draft() {
    let shop = Shop::new("zh");
    typing(&shop).hang_up();
    shop.has("SELECT body FROM draft", &["您好，马上"]);
    shop.verifies();
}

#[test]
fn a_drafts_second_window_continues_it() {
    let shop = Shop::new("zh");
    typing(&shop).quit();
    let mut window = shop.window("小林", SMALL);
    window.sees("1/16 先回应");
    window.key("ctrl-e");
    window.caret_behind("您好，马上");
    window.quit();
}
