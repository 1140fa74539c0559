use super::*;
use crate::domain::{Author, Conversation, Platform, Stamp};
use chrono::FixedOffset;
use proptest::prelude::*;
use std::fmt::Write;

fn options() -> ReadOptions {
    ReadOptions::new(
        Stamp::parse("2026-11-22T12:00:00+08:00").unwrap(),
        FixedOffset::east_opt(8 * 3_600).unwrap(),
    )
}

fn read(text: &str) -> ReadOutcome {
    JsonLines.read(text, &options())
}

const FULL: &str = r#"{"case":"ext-1","buyer":"小鱼","platform":"taobao","order":"88 42","at":"2026-11-01T10:02:03+08:00","from":"buyer","text":"碎了"}"#;

#[test]
fn a_full_line_is_read() {
    let outcome = read(FULL);
    assert_eq!(outcome.bad, []);
    let one = &outcome.conversations[0];
    assert_eq!(one.key.as_deref(), Some("ext-1"));
    assert_eq!((one.platform, one.buyer.as_str()), (Platform::Taobao, "小鱼"));
    assert_eq!(one.order.as_ref().unwrap().as_str(), "88 42");
    let message = &one.messages[0];
    assert_eq!(message.at, Stamp::parse("2026-11-01T02:02:03Z").unwrap());
    assert_eq!((message.author, message.timed), (Author::Buyer, true));
}

#[test]
fn optional_keys_may_be_missing_or_null_and_order_is_kept() {
    let text = "\u{feff}{\"case\":\"b\",\"buyer\":\"x\",\"from\":\"buyer\",\"text\":\"1\"}\r\n\n\
        {\"case\":\"a\",\"buyer\":\"y\",\"from\":\"agent\",\"text\":\"2\",\"at\":null}\n\
        {\"case\":\"b\",\"buyer\":\"x\",\"from\":\"platform\",\"text\":\"3\",\"order\":\"7\"}";
    let outcome = read(text);
    assert_eq!(outcome.bad, []);
    let keys: Vec<_> = outcome.conversations.iter().map(|c| c.key.as_deref().unwrap()).collect();
    assert_eq!(keys, ["b", "a"]);
    let b = &outcome.conversations[0];
    assert_eq!(b.platform, Platform::Shop);
    assert_eq!(b.order.as_ref().unwrap().as_str(), "7");
    assert!(b.messages.iter().all(|message| !message.timed));
    assert!(b.messages[0].at < b.messages[1].at);
}

#[test]
fn every_kind_of_bad_row_is_named_with_its_line() {
    let with = |key: &str, value: &str| {
        let mut row: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(FULL).unwrap();
        row.insert(key.into(), serde_json::from_str(value).unwrap());
        serde_json::to_string(&row).unwrap()
    };
    let without = |key: &str| {
        let mut row: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(FULL).unwrap();
        row.remove(key);
        serde_json::to_string(&row).unwrap()
    };
    let cases = [
        ("{\"case\":".to_owned(), "not-json"),
        ("[1]".to_owned(), "not-object"),
        ("退款".to_owned(), "not-json"),
        (with("colour", "1"), "unknown-key"),
        (FULL.replace("\"order\"", "\"buyer\""), "double-key"),
        (without("case"), "missing-key"),
        (without("text"), "missing-key"),
        (with("text", "7"), "wrong-type"),
        (with("at", "1700000000"), "wrong-type"),
        (with("buyer", "\" \""), "empty"),
        (with("from", "\"note\""), "unknown-value"),
        (with("platform", "\"ebay\""), "unknown-value"),
        (with("at", "\"2026-02-30T10:00:00+08:00\""), "bad-time"),
        (with("at", "\"gestern\""), "bad-time"),
        (with("buyer", "\"jemand\""), "differs"),
        (with("order", "\"9\""), "differs"),
        (with("platform", "\"jd\""), "differs"),
        ("\"\\ud800\"".to_owned(), "not-json"),
    ];
    let mut text = format!("{FULL}\n");
    for (row, _) in &cases {
        writeln!(text, "{row}").unwrap();
    }
    let outcome = read(&text);
    let found: Vec<(usize, &str)> =
        outcome.bad.iter().map(|bad| (bad.line, bad.reason.code())).collect();
    let expected: Vec<(usize, &str)> =
        cases.iter().enumerate().map(|(index, (_, code))| (index + 2, *code)).collect();
    // A text alone is not broken JSON, it is no object; serde names a lone surrogate first.
    assert_eq!(found, expected);
    assert_eq!(outcome.messages(), 1);
}

#[test]
fn bytes_that_are_no_text_are_a_bad_row_and_the_next_is_read() {
    let bytes = [b"{\"case\":\"\xff\"}\n".to_vec(), FULL.as_bytes().to_vec()].concat();
    let mut bad = Vec::new();
    let totals = read_lines(bytes.as_slice(), &options(), &mut |piece| {
        if let Piece::Bad(row) = piece {
            bad.push((row.line, row.reason));
        }
        ControlFlow::Continue(())
    });
    assert_eq!(bad, [(1, BadReason::NotText { offset: 9 })]);
    assert_eq!(totals.unwrap(), LineTotals { messages: 1, bad: 1, stopped: false });
}

#[test]
fn a_line_may_be_16_mb_and_no_longer() {
    let row = |size: usize| FULL.replace("碎了", &"x".repeat(size - FULL.len() + 6));
    let text = format!("{}\n{}\n{FULL}\n", row(LONGEST_LINE), row(LONGEST_LINE + 1));
    let outcome = read(&text);
    assert_eq!(outcome.messages(), 2);
    assert_eq!(outcome.bad.len(), 1);
    assert_eq!(outcome.bad[0].line, 2);
    assert_eq!(outcome.bad[0].reason, BadReason::TooLong { limit: LONGEST_LINE });
    assert!(outcome.bad[0].excerpt.as_str().chars().count() <= BadRow::EXCERPT);
}

#[test]
fn a_long_file_comes_in_pieces_that_join_to_the_whole() {
    let mut text = String::new();
    for index in 0..100_000 {
        writeln!(
            text,
            "{{\"case\":\"c{}\",\"buyer\":\"b\",\"from\":\"buyer\",\"text\":\"{index}\"}}",
            index % 3
        )
        .unwrap();
    }
    let mut largest = 0;
    let mut pieces = 0;
    let mut third = Vec::new();
    let totals = read_lines(text.as_bytes(), &options(), &mut |piece| {
        let Piece::Conversation(more) = piece else { panic!("a bad row") };
        pieces += 1;
        largest = largest.max(more.messages.len());
        if more.key.as_deref() == Some("c2") {
            third.extend(more.messages);
        }
        ControlFlow::Continue(())
    })
    .unwrap();
    assert_eq!(totals.messages, 100_000);
    assert!(pieces > 9 && largest < 11_000, "{pieces} pieces of at most {largest}");
    assert!(third.iter().map(|m| m.at).is_sorted());
    let whole = &read(&text).conversations[2].messages;
    assert_eq!(&third, whole);
}

#[test]
fn the_taker_can_break_off() {
    let text = format!("x\n{FULL}\n");
    let mut seen = 0;
    let totals = read_lines(text.as_bytes(), &options(), &mut |_| {
        seen += 1;
        ControlFlow::Break(())
    });
    assert_eq!((seen, totals.unwrap().stopped), (1, true));
}

fn shape(all: &[Conversation]) -> Vec<(Option<&str>, Vec<&str>)> {
    all.iter()
        .map(|one| {
            let texts = one.messages.iter().map(|message| message.text.as_stored()).collect();
            (one.key.as_deref(), texts)
        })
        .collect()
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        let _outcome = read(&text);
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _totals = read_lines(bytes.as_slice(), &options(), &mut |_| ControlFlow::Continue(()));
    }

    #[test]
    fn what_is_written_is_read_back_in_order(texts in proptest::collection::vec(any::<String>(), 1..10)) {
        let mut file = String::new();
        for text in &texts {
            let row = serde_json::json!({"case": "k", "buyer": "b", "from": "agent", "text": text});
            writeln!(file, "{row}").unwrap();
        }
        let outcome = read(&file);
        prop_assert_eq!(&outcome.bad, &[]);
        let expected: Vec<&str> = texts.iter().map(String::as_str).collect();
        prop_assert_eq!(shape(&outcome.conversations), [(Some("k"), expected)]);
    }

    #[test]
    fn a_cut_line_is_a_bad_row(at in 1usize..FULL.len() - 1) {
        let cut = String::from_utf8_lossy(&FULL.as_bytes()[..at]).into_owned();
        prop_assert_eq!(read(&cut).bad.len(), 1);
    }
}
