//! What a buyer, a disk or a mistake may put in the way: a clear sentence or a cleaned text, never a
//! panic, never a byte of the buyer's on its way to the terminal.

use super::shop::{SMALL, Shop, WIDE};
use super::window::{Window, find};
use std::fs;
use std::path::Path;

/// Imports one message of a buyer's, as JSON Lines.
fn shop_with(text: &str) -> Shop {
    let shop = Shop::new("zh");
    let row = serde_json::json!({
        "case": "x", "buyer": "鱼\u{1b}]0;owned\u{7}", "platform": "taobao",
        "at": "2026-11-01T10:02:03+08:00", "from": "buyer", "text": text,
    });
    fs::write(shop.folder().join("log.jsonl"), format!("{row}\n")).unwrap();
    shop.does(&["import", "log.jsonl"]);
    shop
}

/// Opens the case and walks through the panes that show the buyer's words.
fn looked_through(shop: &Shop) -> Window {
    let mut window = shop.window("小林", WIDE);
    window.sees("1/16 先回应");
    window.press("F3", "立案");
    window.key("esc");
    window.loses("立案");
    window.press("F2", "买家的感受");
    window.key("esc");
    window.loses("买家的感受");
    window
}

#[test]
fn no_escape_of_a_buyers_reaches_the_terminal() {
    let shop = shop_with(
        "退款\u{1b}]52;c;aGFjaw==\u{7}\u{1b}]0;owned\u{7}\u{1b}[31m\u{1b}[6n\u{9b}2J\u{90}q\u{9c}\
         \u{202e}反\u{2066}向\u{200b}\u{feff}\u{e0041}\u{7f}\u{8}尾巴\r覆盖",
    );
    let window = looked_through(&shop);
    window.sees("退款");
    let bytes = window.bytes();
    for never in [
        "aGFjaw==\u{7}",
        "]0;owned",
        "\u{1b}[6n",
        "\u{9b}",
        "\u{90}",
        "\u{202e}",
        "\u{2066}",
        "\u{200b}",
        "\u{feff}",
        "\u{e0041}",
        "\u{7f}",
    ] {
        assert_eq!(find(&bytes, never.as_bytes()), None, "{never:?}");
    }
    window.quit();
    // The file keeps what was said, to the byte.
    let body: String = shop.one("SELECT body FROM message");
    assert!(body.contains("\u{1b}]52;c;"), "{body:?}");
    shop.verifies();
    let shown = shop.does(&["show", "1"]);
    assert!(!shown.contains(['\u{1b}', '\u{202e}', '\u{9b}', '\u{7}', '\u{200b}']), "{shown:?}");
}

#[test]
fn a_paste_full_of_escapes_is_a_draft_without_them() {
    let shop = shop_with("在吗");
    let mut window = shop.window("小林", SMALL);
    window.sees("1/16 先回应");
    window.key("ctrl-e");
    window.until("the draft in focus", |screen| !screen.hide_cursor());
    window.paste("好\u{9b}31m的\u{1b}]52;c;aGFjaw==\u{7}\u{202e}。");
    window.caret_behind("。");
    window.press("ctrl-s", "已发送");
    let bytes = window.bytes();
    for never in ["\u{9b}", "\u{202e}", "]52;c;aGFjaw=="] {
        assert_eq!(find(&bytes, never.as_bytes()), None, "{never:?}");
    }
    window.quit();
    shop.verifies();
}

#[test]
fn very_long_messages_are_shown_and_kept() {
    for text in [
        "杯子碎了。".repeat(10_000_000 / 15),
        "😀👨‍👩‍👧".repeat(5_000),
        "a".repeat(100_000),
        "碎".repeat(100_000),
        "e\u{301}\u{302}\u{303}".repeat(20_000),
    ] {
        let shop = shop_with(&text);
        let mut window = looked_through(&shop);
        window.key("ctrl-d");
        window.key("pageup");
        window.key("up");
        window.key("end");
        window.press("1", "采用：");
        window.press("ctrl-s", "已发送");
        window.quit();
        assert_eq!(shop.one::<String>("SELECT body FROM message WHERE no = 1"), text);
        shop.verifies();
    }
}

#[test]
fn a_broken_playbook_of_the_shop_is_listed_with_its_place() {
    let shop = shop_with("在吗");
    let broken = "id = \"mine\"\ntitle = { zh = \"我的\" }\nextends = \"cor\"\n[[step]\n";
    fs::write(shop.playbooks().join("mine.toml"), broken).unwrap();
    let listed = shop.does(&["playbook", "list"]);
    assert!(listed.lines().any(|row| row.contains("mine") && row.contains("不能用")), "{listed}");
    let checked = shop.run(&["playbook", "check"]);
    let said = String::from_utf8_lossy(&checked.stdout).into_owned()
        + &String::from_utf8_lossy(&checked.stderr);
    assert!(!checked.status.success() && said.contains("mine.toml:4:"), "{said}");
    // Everything else goes on.
    let mut window = shop.window("小林", WIDE);
    window.sees("1/16 先回应");
    window.press("F9", "我的");
    window.key("esc");
    window.loses("输入几个字查找");
    window.press("1", "采用：");
    window.press("ctrl-s", "已发送");
    window.quit();
}

/// What a start on a file says; the terminal is as before, and nobody reads of a panic.
fn refused(shop: &Shop, file: &Path) -> String {
    let (status, said) = shop.window_on(file, "小林", WIDE).end();
    assert!(!status.success(), "{said}");
    assert!(!said.contains("panicked") && !said.contains("RUST_BACKTRACE"), "{said}");
    said.replace('\n', "")
}

#[test]
fn files_that_are_no_case_files_are_named_and_left_alone() {
    let shop = shop_with("在吗");
    let whole = fs::read(shop.file()).unwrap();
    let path = |name: &str| shop.folder().join(name);
    fs::write(path("text.redress"), "这不是案卷，只是一段文字。".repeat(100)).unwrap();
    fs::write(path("cut.redress"), &whole[..whole.len() / 2 + 100]).unwrap();
    fs::write(path("head.redress"), &whole[..50]).unwrap();
    rusqlite::Connection::open(path("other.redress"))
        .unwrap()
        .execute_batch("CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1);")
        .unwrap();
    for (name, says) in [
        ("text.redress", "不是案卷"),
        ("other.redress", "不是案卷"),
        ("cut.redress", "已损坏"),
        ("head.redress", ""),
    ] {
        let before = fs::read(path(name)).unwrap();
        let said = refused(&shop, &path(name));
        assert!(said.contains(says) && said.contains(name), "{name}: {said}");
        assert_eq!(fs::read(path(name)).unwrap(), before, "{name} is left as it was");
    }
}

#[test]
fn places_where_nothing_can_be_written_are_named() {
    let shop = shop_with("在吗");
    // Rights do not bind the administrator, under whom tests may run: these places bind everyone.
    for file in ["/proc/店.redress", "/dev/null/店.redress"] {
        let said = refused(&shop, Path::new(file));
        assert!(said.contains(file), "{said}");
    }
    let inside = shop.file().join("店.redress");
    let said = refused(&shop, &inside);
    assert!(said.contains("店.redress"), "{said}");
    let missing = shop.folder().join("没有/店.redress");
    let said = refused(&shop, &missing);
    assert!(said.contains("文件夹不存在"), "{said}");
}

/// Writes more into the draft than there is room for; nothing that was typed may go.
fn write_a_lot(window: &mut Window, says: &str) {
    window.sees("1/16 先回应");
    window.key("ctrl-e");
    window.types("很长");
    for _ in 0..8 {
        window.paste(&"的一段话，写了又写。".repeat(400));
    }
    // The first to fail is the saving of the draft.
    window.sees(says);
    window.caret_behind("写。");
    window.key("ctrl-s");
    window.sees(says);
    window.caret_behind("写。");
}

#[test]
fn a_file_that_may_not_grow_is_said_and_what_was_typed_stays() {
    let shop = shop_with("在吗");
    let mut window = shop.window_with_small_files(80, SMALL);
    write_a_lot(&mut window, "不能再变大");
    assert_eq!(shop.one::<i64>("SELECT count(*) FROM message WHERE ours = 1"), 0);
    window.quit();
    let script = "ulimit -f 80; exec \"$@\"";
    let long = "很长的一条便签。".repeat(4_000);
    let said = shop.by_shell(script, &["do", "1", "note", &long]);
    let complaint = String::from_utf8_lossy(&said.stderr).into_owned();
    assert_eq!(said.status.code(), Some(1), "{complaint}");
    assert!(complaint.contains("不能再变大") && complaint.contains("ulimit"), "{complaint}");
    shop.verifies();
}

#[test]
fn a_full_disk_is_said_and_what_was_typed_stays() {
    let shop = shop_with("在吗");
    let room = fs::metadata(shop.file()).unwrap().len() / 1024 + 32 + 64;
    let Some(mut window) = shop.window_on_a_small_disk(room, SMALL) else {
        eprintln!("skipped: making a small disk needs the right to mount");
        return;
    };
    write_a_lot(&mut window, "所在磁盘已满");
    window.key("ctrl-q");
    let (status, after) = window.end();
    assert!(status.success(), "{after}");
    assert!(after.contains("EVENTS HELD"), "the file on the full disk verifies: {after}");
}
