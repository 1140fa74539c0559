use super::*;
use crate::domain::Stamp;
use crate::exchange::outcome::Sides;
use crate::exchange::reader::read;
use chrono::FixedOffset;
use proptest::prelude::*;

const SAMPLE: &str = "tb_买家01 2024-5-3 9:05:12\r\n在吗\r\n已读\r\n旗舰店:小美 2024-5-3 9:05:30\r\n亲，在的哦，有什么可以帮您\r\n已读\r\ntb_买家012024-5-3 9:06:01\r\n收到的杯子是碎的\r\nhttps://img.alicdn.com/imgextra/i1/xxx.jpg\r\n旗舰店:小美 --> 旗舰店:售后阿杰 2024-5-3 9:06:40\r\n转给售后同事\r\n由 服务助手 转交给\r\n原因：【离线留言自动分配】\r\ntb_买家01 撤回了一条消息\r\n旗舰店:售后阿杰\r\n2024-5-3 9:07:10\r\n亲 麻烦拍下破损的图片\r\n未读\r\n";

fn options() -> ReadOptions {
    ReadOptions::new(
        Stamp::parse("2026-11-22T12:00:00+08:00").unwrap(),
        FixedOffset::east_opt(8 * 3_600).unwrap(),
    )
}

fn said(outcome: &ReadOutcome) -> Vec<(Author, &str, String, &str)> {
    let local = |at: Stamp| at.at_offset(options().offset).format("%H:%M:%S%.3f").to_string();
    let all = outcome.conversations.iter().flat_map(|conversation| &conversation.messages);
    all.map(|m| (m.author, m.speaker.as_deref().unwrap(), local(m.at), m.text.as_stored()))
        .collect()
}

#[test]
fn a_copied_pane_is_understood() {
    let outcome = read(SAMPLE, &options());
    assert_eq!(outcome.reader, "qianniu");
    assert_eq!(outcome.bad, []);
    assert_eq!(outcome.sides, Sides::Known);
    assert_eq!(outcome.skipped, 5);
    assert_eq!(outcome.conversations[0].buyer.as_str(), "tb_买家01");
    let (jie, mei) = ("旗舰店:售后阿杰", "旗舰店:小美");
    assert_eq!(
        said(&outcome),
        [
            (Author::Buyer, "tb_买家01", "09:05:12.000".into(), "在吗"),
            (Author::Agent, mei, "09:05:30.000".into(), "亲，在的哦，有什么可以帮您"),
            (
                Author::Buyer,
                "tb_买家01",
                "09:06:01.000".into(),
                "收到的杯子是碎的\nhttps://img.alicdn.com/imgextra/i1/xxx.jpg"
            ),
            (
                Author::System,
                mei,
                "09:06:40.000".into(),
                "旗舰店:小美 --> 旗舰店:售后阿杰\n转给售后同事"
            ),
            (Author::System, "tb_买家01", "09:06:40.001".into(), "tb_买家01 撤回了一条消息"),
            (Author::Agent, jie, "09:07:10.000".into(), "亲 麻烦拍下破损的图片"),
        ]
    );
    let timed: Vec<bool> =
        outcome.conversations[0].messages.iter().map(|message| message.timed).collect();
    assert_eq!(timed, [true, true, true, true, false, true]);
}

#[test]
fn a_terminals_paste_with_bare_carriage_returns_reads_the_same() {
    let pasted = SAMPLE.replace("\r\n", "\r");
    assert_eq!(read(&pasted, &options()), read(SAMPLE, &options()));
    assert_eq!(read(&SAMPLE.replace("\r\n", "\n"), &options()), read(SAMPLE, &options()));
}

#[test]
fn other_ways_to_write_a_date_are_read() {
    let text =
        "小鱼 2024/5/3 9:05\n一\n店:甲 2024年5月3日 9:06\n二\n小鱼2024年05月03日9:07:08\n三\n";
    let outcome = read(text, &options());
    let times: Vec<String> = said(&outcome).into_iter().map(|(_, _, at, _)| at).collect();
    assert_eq!(times, ["09:05:00.000", "09:06:00.000", "09:07:08.000"]);
    assert_eq!(outcome.bad, []);
}

#[test]
fn text_before_the_first_heading_is_named_once() {
    let text = "以下是聊天记录\n第二行\n小鱼 2024-5-3 9:05:00\n在吗\n";
    let outcome = read(text, &options());
    assert_eq!(outcome.bad.len(), 1);
    assert_eq!((outcome.bad[0].line, &outcome.bad[0].reason), (1, &BadReason::NoSpeaker));
    assert_eq!(outcome.bad[0].excerpt.as_str(), "以下是聊天记录");
    assert_eq!(outcome.messages(), 1);
}

#[test]
fn an_impossible_date_is_named_and_its_text_is_not_put_into_anothers_mouth() {
    let text = "小鱼 2024-5-3 9:05:00\n在吗\n店:甲 2024-2-30 9:06:00\n全额退您\n小鱼 2024-5-3 9:07:00\n好\n";
    let outcome = read(text, &options());
    assert_eq!(outcome.bad.len(), 1);
    assert!(matches!(outcome.bad[0].reason, BadReason::BadTime { .. }));
    assert_eq!(outcome.bad[0].line, 3);
    let texts: Vec<&str> = said(&outcome).into_iter().map(|(_, _, _, text)| text).collect();
    assert_eq!(texts, ["在吗", "好"]);
}

#[test]
fn two_bare_names_are_asked_about_and_can_be_swapped() {
    let text = "老王杂货 2024-5-3 9:05:00\n亲在的\n小鱼 2024-5-3 9:06:00\n杯子碎了\n";
    let first = read(text, &options());
    let (buyer, ours) = ("老王杂货".to_owned(), vec!["小鱼".to_owned()]);
    assert_eq!(first.sides, Sides::Ambiguous { buyer, ours });
    let swapped = read(text, &options().with_ours("老王杂货"));
    assert_eq!(swapped.sides, Sides::Known);
    assert_eq!(swapped.conversations[0].buyer.as_str(), "小鱼");
    let authors: Vec<Author> = said(&swapped).into_iter().map(|(author, ..)| author).collect();
    assert_eq!(authors, [Author::Agent, Author::Buyer]);
    let known = ReadOptions { known_buyer: Some(BuyerName::new("小鱼")), ..options() };
    assert_eq!(read(text, &known), swapped);
}

#[test]
fn a_chat_of_ours_alone_needs_a_known_buyer() {
    let text = "店:甲 2024-5-3 9:05:00\n亲在吗\n";
    let outcome = read(text, &options());
    assert!(outcome.conversations.is_empty());
    assert_eq!(outcome.bad[0].reason, BadReason::NoBuyer);
    let known = ReadOptions { known_buyer: Some(BuyerName::new("小鱼")), ..options() };
    let outcome = read(text, &known);
    assert_eq!(outcome.bad, []);
    assert_eq!(outcome.conversations[0].buyer.as_str(), "小鱼");
}

#[test]
fn the_one_a_chat_is_handed_to_is_ours_and_a_robot_is_neither() {
    let text = "小鱼 2024-5-3 9:05:00\n碎了\n店:甲 --> 李姐 2024-5-3 9:06:00\n李姐 2024-5-3 9:07:00\n我来\n淘宝小二 2024-5-3 9:08:00\n已介入\n";
    let outcome = read(text, &options());
    assert_eq!(outcome.sides, Sides::Known);
    let authors: Vec<Author> = said(&outcome).into_iter().map(|(author, ..)| author).collect();
    assert_eq!(authors, [Author::Buyer, Author::System, Author::Agent, Author::Platform]);
}

#[test]
fn what_people_paste_into_a_message_stays_in_it() {
    let body = "订单编号:1234\n创建时间: 2024-05-01 10:22:11\n付款时间 2024-05-01 10:23:11\n我上次说的\n2024-5-3 9:00:00\n就撤回了一条消息\n¥59\n我 昨天 2024-5-2 9:00:00\n\n最后一行";
    let text = format!("小鱼 2024-5-3 9:05:00\n{body}\n店:甲 2024-5-3 9:06:00\n好\n");
    let outcome = read(&text, &options());
    assert_eq!(outcome.bad, []);
    let texts: Vec<&str> = said(&outcome).into_iter().map(|(_, _, _, text)| text).collect();
    assert_eq!(texts, [body, "好"]);
}

#[test]
fn headings_on_two_lines_are_read_throughout() {
    let text = "小鱼\n2024-5-3 9:05:00\n在吗\n\n店:甲\n2024-5-3 9:06:00\n在的\n未读\n";
    let outcome = read(text, &options());
    let all: Vec<(Author, &str)> =
        said(&outcome).into_iter().map(|(author, _, _, text)| (author, text)).collect();
    assert_eq!(all, [(Author::Buyer, "在吗"), (Author::Agent, "在的")]);
    assert_eq!(outcome.skipped, 1);
}

#[test]
fn product_cards_are_left_out_and_a_buyers_read_is_speech() {
    let text = "小鱼 2024-5-3 9:05:00\n这个\n当前用户来自 商品详情页\n玻璃杯 大号\n¥ 59.00\nhttps://item.example/1\n店:甲 2024-5-3 9:06:00\n收到了吗\n已读\n小鱼 2024-5-3 9:07:00\n已读\n";
    let outcome = read(text, &options());
    assert_eq!(outcome.skipped, 5);
    let texts: Vec<&str> = said(&outcome).into_iter().map(|(_, _, _, text)| text).collect();
    assert_eq!(texts, ["这个", "收到了吗", "已读"]);
}

#[test]
fn a_text_that_is_no_chat_is_refused_with_a_line() {
    let outcome = read("\n\n买菜清单：鸡蛋\n", &options());
    assert_eq!((outcome.bad.len(), outcome.bad[0].line), (1, 3));
    assert_eq!(outcome.bad[0].reason, BadReason::NotAChat);
    assert_eq!(read("", &options()), ReadOutcome::default());
}

/// A message as the generator makes it.
#[derive(Debug, Clone)]
struct Line {
    ours: bool,
    text: String,
    style: u8,
}

fn logs() -> impl Strategy<Value = Vec<Line>> {
    // Lines that are no heading, no mark and no card, and end in no blank.
    let body = "[退款发货快递坏了吗谢，。！?a-z0-9😤 ]{0,20}[退款！a-z😤](\n[退款发货坏了 a-z0-9]{0,10}[了。！?]){0,3}";
    let line = (any::<bool>(), body, 0u8..6).prop_map(|(ours, text, style)| Line {
        ours,
        text: text.trim_start().to_owned(),
        style,
    });
    proptest::collection::vec(line, 1..20).prop_map(|mut all| {
        all[0].ours = false;
        all
    })
}

fn render(log: &[Line]) -> String {
    use std::fmt::Write;
    let mut out = String::new();
    for (index, line) in log.iter().enumerate() {
        let name = if line.ours { "旗舰店:小美" } else { "tb_买家01" };
        let time = format!("2024-5-3 9:{:02}:{:02}", index / 7, index % 7);
        let gap = ["", " ", "  ", "\r\n", " ", "\n"][usize::from(line.style)];
        let mark = ["", "已读\r\n", "\r\n", "未读\n", "", "发送中\r\n"][usize::from(line.style)];
        write!(out, "{name}{gap}{time}\r\n{}\r\n{mark}", line.text).unwrap();
    }
    out
}

proptest! {
    #[test]
    fn a_log_reads_back_to_what_was_said(log in logs()) {
        let outcome = read(&render(&log), &options());
        prop_assert_eq!(&outcome.bad, &[]);
        let back: Vec<(Author, String, String)> = said(&outcome)
            .into_iter()
            .map(|(author, _, at, text)| (author, at, text.to_owned()))
            .collect();
        let meant: Vec<(Author, String, String)> = log
            .iter()
            .enumerate()
            .map(|(index, line)| {
                let author = if line.ours { Author::Agent } else { Author::Buyer };
                let at = format!("09:{:02}:{:02}.000", index / 7, index % 7);
                (author, at, line.text.clone())
            })
            .collect();
        prop_assert_eq!(back, meant);
    }

    #[test]
    fn a_longer_copy_begins_with_the_shorter_ones_messages(log in logs(), more in logs()) {
        let longer: Vec<Line> = log.iter().chain(&more).cloned().collect();
        let short = read(&render(&log), &options());
        let long = read(&render(&longer), &options());
        let (short, long) = (&short.conversations[0], &long.conversations[0]);
        prop_assert_eq!(&short.buyer, &long.buyer);
        prop_assert_eq!(&short.messages[..], &long.messages[..short.messages.len()]);
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        let _outcome = Qianniu.read(&text, &options());
    }

    #[test]
    fn lines_made_of_the_formats_own_parts_lose_nothing(
        parts in proptest::collection::vec(prop::sample::select(vec![
            "小鱼 2024-5-3 9:05:00", "店:甲", "2024-5-3 9:05:01", "店:甲 --> 店:乙 2024-5-3 9:06:00",
            "小鱼 撤回了一条消息", "已读", "在吗？", "", "¥ 59.00", "当前用户来自 商品详情页",
            "https://img.example/1.jpg", "小鱼 2024-13-3 9:05:00", "\u{202e}\u{1b}[31m退", "-->",
        ]), 0..30),
    ) {
        let text = parts.join("\r\n");
        let outcome = Qianniu.read(&text, &options());
        // Speech is somewhere: in a message, or in a bad row that names the first of its lines.
        let speech = parts.iter().filter(|part| **part == "在吗？").count();
        // Between a card's heading and its price or link any line is the name of a product.
        let written: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
        let named = written.windows(3).filter(|three| {
            three[0].starts_with("当前用户来自")
                && three[1] == "在吗？"
                && three[2].starts_with(['¥', 'h'])
        });
        let least = speech - named.count();
        let kept = said(&outcome).iter().map(|(_, _, _, text)| text.matches("在吗？").count()).sum::<usize>();
        prop_assert!((least..=speech).contains(&kept) || !outcome.bad.is_empty(), "{:?}", outcome);
    }
}
