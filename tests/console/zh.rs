//! 一件投诉：从粘贴千牛的聊天到结案。

use super::hands::{choose, step_row, tick, write_down};
use super::shop::{SMALL, Shop, WIDE, ago};
use super::window::{Window, left_of_caret};
use base64::Engine as _;

fn log() -> String {
    format!(
        "tb_小鱼 {}\n在吗\n已读\n旗舰店:小美 {}\n亲，在的\n已读\ntb_小鱼 {}\n收到的玻璃杯碎了，怎么办？\n整套都不能用了\n",
        ago(9),
        ago(8),
        ago(7)
    )
}

/// What the terminal was told to put on its clipboard.
fn copied(window: &Window, text: &str) {
    let text = base64::engine::general_purpose::STANDARD.encode(text);
    window.sends(format!("\x1b]52;c;{text}").as_bytes());
}

/// Pastes the log into the empty file: seen first, written when accepted.
fn take_in(shop: &Shop, window: &mut Window, log: &str) {
    window.sees("把千牛或旺旺里复制的聊天记录直接粘贴到这里");
    window.paste(log);
    window.sees("1 段对话，3 条消息，3 条是新的");
    window.sees("收到的玻璃杯碎了");
    assert_eq!(shop.one::<i64>("SELECT count(*) FROM event"), 0, "nothing before the yes");
    window.press("enter", "读入 3 条新消息");
    window.sees("1/16 先回应");
    shop.has("SELECT author FROM message ORDER BY no", &["buyer", "agent", "buyer"]);
    shop.has("SELECT platform || ' ' || name FROM buyer", &["taobao tb_小鱼"]);
}

/// The first answer: adopted, edited, sent, taken back, sent again.
fn first_answer(shop: &Shop, window: &mut Window) {
    window.press("1", "采用：致歉并约时间");
    window.caret_behind("您。");
    let (row, col) = window.look(vt100::Screen::cursor_position);
    window.types("您别着急");
    assert_eq!(window.look(vt100::Screen::cursor_position), (row, col + 8), "a sign is two cells");
    window.key("left");
    window.caret_behind("您别着");
    window.key("end");
    window.caret_behind("您别着急");
    window.key("ctrl-z");
    window.until("the typed words undone", |screen| left_of_caret(screen).ends_with("您。"));
    window.types("请放心");
    window.press("ctrl-s", "已发送：经终端放进剪贴板");
    window.sees("2/16 听买家说完");
    let text: String = shop.one("SELECT body FROM message WHERE ours = 1");
    assert!(text.ends_with("请放心"), "{text}");
    copied(window, &text);
    shop.has("SELECT status FROM promise", &["open"]);
    window.press("ctrl-u", "已撤回，草稿还在输入框里");
    window.sees("1/16 先回应");
    window.caret_behind("请放心");
    shop.has("SELECT status FROM promise", &["withdrawn"]);
    assert_eq!(shop.one::<i64>("SELECT count(*) FROM tick"), 0);
    assert_eq!(shop.one::<i64>("SELECT retracted FROM message WHERE ours = 1"), 1);
    window.press("ctrl-s", "已发送：经终端放进剪贴板");
    window.sees("2/16 听买家说完");
    shop.has("SELECT step || '/' || check_id FROM tick", &["ack/answered"]);
    shop.has("SELECT status FROM promise ORDER BY no", &["withdrawn", "open"]);
    shop.has(
        "SELECT timer || ' ' || coalesce(ended, 'runs') FROM timer WHERE timer = 'answer'",
        &["answer done"],
    );
}

/// On to the fourth step; refused where something is missing.
fn listen(shop: &Shop, window: &mut Window) {
    window.press("ctrl-n", "还差：买家把经过说完了");
    shop.has("SELECT step FROM cases", &["vent"]);
    tick(window, "买家把经过说完了");
    window.press("ctrl-n", "进入“看完记录”");
    window.press("1", "采用：记录都看过了");
    window.press("ctrl-s", "4/16 复述确认");
    window.press("ctrl-n", "还差：用自己的话复述过");
    write_down(window, "用一句话说，出了什么事", "玻璃杯碎了", "已记录：问题 = 玻璃杯碎了");
    shop.has(
        "SELECT fact || ' ' || value || ' ' || status FROM fact",
        &["problem 玻璃杯碎了 confirmed"],
    );
    window.press("1", "采用：复述问题");
    window.press("ctrl-s", "☑ 用自己的话复述过");
    tick(window, "买家说对，或者更正过了");
    window.press("ctrl-n", "5/16 只问缺的");
}

/// Back, calming and return keep every answer; a note is for us alone.
fn back_and_forth(shop: &Shop, window: &mut Window) {
    window.press("ctrl-b", "退回“复述确认”");
    window.sees("✓ 问题 玻璃杯碎了");
    window.sees("☑ 买家说对");
    window.press("ctrl-n", "进入“只问缺的”");
    window.press("F4", "回到“听买家说完”");
    window.sees("☑ 买家把经过说完了");
    window.press("F6", "便签 · 买家看不到");
    window.types("语气缓和了");
    window.press("ctrl-s", "便签已保存");
    shop.has("SELECT body FROM message WHERE author = 'note'", &["语气缓和了"]);
    window.press("ctrl-n", "进入“只问缺的”");
    shop.has("SELECT fact FROM fact", &["problem"]);
}

/// The short way to the end: the buyer wants an apology.
fn to_the_end(window: &mut Window) {
    window.press("ctrl-k", "跳过“只问缺的”这一步？");
    window.press("enter", "6/16 核实事实");
    write_down(window, "核实到了什么", "快递压碎，仓库已确认", "已记录：核实到的事实");
    tick(window, "每条都有出处");
    window.press("ctrl-n", "7/16 判断原因");
    choose(window, "问题出在哪一环", "2", "已记录：原因 = 运输");
    tick(window, "确认过有没有人身安全问题");
    window.press("ctrl-n", "8/16 对照标准");
    choose(window, "按什么办", "4", "已记录：依据 = 没有规定，店铺心意");
    tick(window, "条文和核对日期看过了");
    window.press("ctrl-n", "9/16 问买家想要什么");
    choose(window, "买家自己希望怎么处理", "1", "已记录：买家想要的 = 一个道歉");
    window.press("1", "采用：好好道个歉");
    window.press("ctrl-s", "13/16 问满不满意");
    choose(window, "办完以后，买家怎么说", "1", "已记录：买家满意吗 = 满意");
    window.press("1", "采用：谢谢您");
    window.press("ctrl-s", "15/16 回访");
    window.press("ctrl-k", "跳过“回访”这一步？");
    window.press("enter", "16/16 复盘");
}

/// Closed with its result, once the promise is kept.
fn close(shop: &Shop, window: &mut Window) {
    window.press("F8", "已解决，买家认可");
    window.types("已道歉");
    window.press("enter", "还有承诺没了结");
    assert_eq!(shop.one::<i64>("SELECT open FROM cases"), 1);
    window.sees("已道歉");
    window.key("esc");
    window.loses("已道歉");
    // The cursor stands on the promise that is still to be kept, not on the withdrawn one.
    window.press("F7", "▸· ");
    window.press("enter", "承诺已兑现");
    window.key("esc");
    window.loses("要晚，先告诉买家");
    window.press("F8", "已解决，买家认可");
    window.press("enter", "已结案：已解决，买家认可");
    window.sees("没有待办");
    shop.has("SELECT close_result FROM cases WHERE open = 0", &["settled"]);
    shop.has("SELECT status FROM promise ORDER BY no", &["withdrawn", "kept"]);
}

#[test]
fn a_complaint_is_worked_from_the_paste_to_the_end() {
    let shop = Shop::new("zh");
    let mut window = shop.window("小林", WIDE);
    take_in(&shop, &mut window, &log());
    first_answer(&shop, &mut window);
    listen(&shop, &mut window);
    back_and_forth(&shop, &mut window);
    to_the_end(&mut window);
    close(&shop, &mut window);
    window.quit();
    shop.has(
        "SELECT step || '/' || check_id FROM tick ORDER BY 1",
        &[
            "ack/answered",
            "confirm/asked",
            "records/read-thread",
            "restate/agreed",
            "restate/said-back",
            "standard/looked-up",
            "triage/safe",
            "vent/heard-out",
            "verify/sourced",
            "wish/apologised",
            "wish/own-words",
        ],
    );
    shop.has(
        "SELECT fact || ' ' || value FROM fact ORDER BY 1",
        &[
            "basis goodwill",
            "cause logistics",
            "finding 快递压碎，仓库已确认",
            "problem 玻璃杯碎了",
            "satisfied yes",
            "wish apology",
        ],
    );
    shop.has(
        "SELECT json_extract(body, '$.step') FROM event WHERE kind = 'step-entered' ORDER BY seq",
        &[
            "vent", "ack", "vent", "records", "restate", "ask", "restate", "ask", "vent", "ask",
            "verify", "triage", "standard", "wish", "confirm", "followup", "review",
        ],
    );
    shop.has("SELECT DISTINCT agent FROM event", &["小林"]);
    shop.has("SELECT count(*) || '' FROM draft", &["0"]);
    shop.verifies();
}

#[test]
fn a_log_pasted_again_brings_only_what_is_new() {
    let shop = Shop::new("zh");
    let mut window = shop.window("小林", SMALL);
    // Made once: a log of another second is another log.
    let log = log();
    take_in(&shop, &mut window, &log);
    window.paste(&log);
    window.sees("都已在案卷里，没有新的");
    window.press("enter", "这些消息都已在案卷里。");
    assert_eq!(shop.one::<i64>("SELECT count(*) FROM message"), 3);
    window.paste(&format!("{log}tb_小鱼 {}\n人呢？\n", ago(1)));
    window.sees("1 段对话，4 条消息，1 条是新的");
    window.press("enter", "读入 1 条新消息");
    shop.has("SELECT body FROM message WHERE no > 3", &["人呢？"]);
    assert_eq!(shop.one::<i64>("SELECT count(*) FROM cases"), 1);
    window.quit();
    shop.verifies();
}

#[test]
fn two_keys_are_enough_for_the_first_answer() {
    let shop = Shop::new("zh");
    let mut window = shop.window("小林", SMALL);
    take_in(&shop, &mut window, &log());
    window.quit();
    // From the opening of the program on: at most four keys, and it takes two.
    let mut window = shop.window("小林", SMALL);
    window.sees("1/16 先回应");
    window.press("1", "采用：");
    window.press("ctrl-s", "已发送");
    assert_eq!(shop.one::<i64>("SELECT count(*) FROM message WHERE ours = 1"), 1);
    window.quit();
}

#[test]
fn the_cursor_is_where_an_input_method_must_open() {
    let shop = Shop::new("zh");
    let mut window = shop.window("小林", SMALL);
    take_in(&shop, &mut window, &log());
    step_row(&mut window, "说了对不起");
    window.key("ctrl-e");
    window.until("the caret in the draft", |screen| left_of_caret(screen).ends_with("› "));
    let (row, col) = window.look(vt100::Screen::cursor_position);
    // Columns are asserted: not every terminal joins a family into one sign.
    window.write("您好，退款👨‍👩‍👧马上e\u{301}办".as_bytes());
    window.caret_at(row, col + 19);
    for (key, cells) in [("left", 17), ("left", 16), ("backspace", 14), ("backspace", 12)] {
        window.key(key);
        window.caret_at(row, col + cells);
    }
    window.key("backspace");
    window.caret_at(row, col + 10);
    // The last two lines stay free for the window of the input method.
    assert!(row <= SMALL.1 - 3, "{row}");
    window.quit();
    shop.has("SELECT body FROM draft", &["您好，退款é办"]);
}
