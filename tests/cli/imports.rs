//! `redress import`: all or nothing, again and again, in every encoding.

use super::bench::{Bench, fixture};
use std::fmt::Write as _;

#[test]
fn importing_again_adds_nothing_and_a_longer_copy_only_its_end() {
    let bench = Bench::new();
    let line = |no: u32, from: &str, text: &str| {
        format!(
            "{{\"case\":\"k\",\"buyer\":\"小北\",\"at\":\"2026-11-21T10:0{no}:00+08:00\",\
             \"from\":\"{from}\",\"text\":\"{text}\"}}\n"
        )
    };
    let mut log = line(1, "buyer", "杯子碎了") + &line(2, "agent", "您好");
    let first = bench.write("log.jsonl", log.as_bytes());
    let report = bench.json(&["import", &first]);
    assert_eq!((&report["messages_new"], &report["cases_opened"]), (&2.into(), &1.into()));
    let again = bench.json(&["import", &first]);
    assert_eq!((&again["messages_new"], &again["messages_known"]), (&0.into(), &2.into()));
    log.push_str(&line(3, "buyer", "在吗"));
    let longer = bench.write("longer.jsonl", log.as_bytes());
    let more = bench.json(&["import", &longer]);
    assert_eq!((&more["messages_new"], &more["cases_grown"]), (&1.into(), &1.into()));
    assert_eq!(bench.sql("SELECT count(*) FROM message"), "3");
    assert_eq!(bench.sql("SELECT issue FROM cases"), "damage");
    bench.sound();
}

#[test]
fn messages_without_a_time_of_their_own_are_known_again() {
    let bench = Bench::new();
    let line = |text: &str| {
        format!("{{\"case\":\"k\",\"buyer\":\"b\",\"from\":\"buyer\",\"text\":\"{text}\"}}\n")
    };
    let log = line("催") + &line("催") + &line("在吗");
    let path = bench.write("log.jsonl", log.as_bytes());
    assert_eq!(bench.json(&["import", &path])["messages_new"], 3);
    assert_eq!(bench.json(&["import", &path])["messages_new"], 0);
    let path = bench.write("log.jsonl", (log + &line("催")).as_bytes());
    assert_eq!(bench.json(&["import", &path])["messages_new"], 1);
}

#[test]
fn a_closed_case_is_not_opened_anew_by_its_own_log() {
    let bench = Bench::new();
    let chat = fixture("qianniu_utf8.txt");
    bench.run(&["import", &chat]).done();
    bench.run(&["do", "1", "close", "void", "by mistake"]).done();
    let again = bench.json(&["import", &chat]);
    assert_eq!((&again["messages_new"], &again["cases_opened"]), (&0.into(), &0.into()));
    assert_eq!(bench.sql("SELECT count(*) FROM cases"), "1");
    assert_eq!(bench.sql("SELECT open FROM cases"), "0");
}

#[test]
fn every_encoding_brings_the_same_messages() {
    let texts: Vec<String> =
        ["qianniu_utf8.txt", "qianniu_gb18030.txt", "qianniu_utf16le.txt", "bom"]
            .into_iter()
            .map(|name| {
                let bench = Bench::new();
                let path = if name == "bom" {
                    let plain = std::fs::read(fixture("qianniu_utf8.txt")).unwrap();
                    bench.write("bom.txt", &[b"\xef\xbb\xbf", plain.as_slice()].concat())
                } else {
                    fixture(name)
                };
                bench.run(&["import", &path]).done();
                bench.sound();
                bench.sql(
                    "SELECT group_concat(body, '|') FROM (SELECT body FROM message ORDER BY no)",
                )
            })
            .collect();
    assert!(texts[0].contains('|'));
    assert!(texts.iter().all(|text| *text == texts[0]), "{texts:?}");
}

#[test]
fn a_file_with_bad_rows_is_refused_whole_and_each_is_named() {
    let bench = Bench::new();
    let run = bench.run(&["import", &fixture("bad_rows.jsonl")]);
    let err = run.failed();
    let named = err.lines().filter(|line| line.starts_with("Line ")).count();
    assert!(named == 2, "{err}");
    assert!(err.contains("nothing was written") && err.contains("--skip-bad"), "{err}");
    assert_eq!(bench.sql("SELECT count(*) FROM event"), "0");
    let zh = bench.run(&["--lang", "zh", "import", &fixture("bad_rows.jsonl")]).failed();
    assert!(zh.contains("第 ") && zh.contains("什么都没有写入"), "{zh}");
    let document = bench.run(&["import", &fixture("bad_rows.jsonl"), "--json"]).document();
    assert_eq!((&document["written"], &document["messages_new"]), (&false.into(), &0.into()));
    assert_eq!(document["bad"].as_array().unwrap().len(), named);
}

#[test]
fn bad_rows_are_left_out_when_asked_and_reported() {
    let bench = Bench::new();
    let report = bench.json(&["import", "--skip-bad", &fixture("bad_rows.jsonl")]);
    assert_eq!(report["written"], true);
    assert!(report["messages_new"].as_u64() > Some(0), "{report}");
    assert!(report["bad_rows"].as_u64() > Some(0), "{report}");
    assert_eq!(
        bench.sql("SELECT count(*) FROM message"),
        report["messages_new"].as_u64().unwrap().to_string()
    );
    bench.sound();
}

#[test]
fn a_trial_run_tells_and_writes_nothing() {
    let bench = Bench::new();
    let out = bench.run(&["import", "--dry-run", &fixture("chat.jsonl")]).done();
    assert!(out.starts_with("Would import"), "{out}");
    assert_eq!(bench.sql("SELECT count(*) FROM event"), "0");
}

#[test]
fn two_strangers_are_asked_about_and_then_told_apart() {
    let bench = Bench::new();
    let chat = "阿远 2026-11-21 10:00:00\n杯子碎了\n小美 2026-11-21 10:01:00\n您好\n";
    let path = bench.write("chat.txt", chat.as_bytes());
    let err = bench.run(&["import", &path]).failed();
    assert!(err.contains("阿远") && err.contains("小美") && err.contains("--shop"), "{err}");
    assert_eq!(bench.sql("SELECT count(*) FROM event"), "0");
    bench.run(&["import", "--shop", "小美", &path]).done();
    assert_eq!(bench.sql("SELECT name FROM buyer"), "阿远");
    let other = Bench::new();
    let path = other.write("chat.txt", chat.as_bytes());
    other.run(&["import", "--buyer", "小美", &path]).done();
    assert_eq!(other.sql("SELECT name FROM buyer"), "小美");
}

#[test]
fn a_case_longer_than_one_piece_stays_whole() {
    let bench = Bench::new();
    let mut log = String::new();
    for n in 0..20_000 {
        let (from, second) = (if n % 2 == 0 { "buyer" } else { "agent" }, n / 2);
        writeln!(
            log,
            "{{\"case\":\"long\",\"buyer\":\"b\",\"from\":\"{from}\",\"text\":\"好的\",\
             \"at\":\"2026-11-01T{:02}:{:02}:{:02}Z\"}}",
            second / 3_600,
            second / 60 % 60,
            second % 60
        )
        .unwrap();
    }
    let path = bench.write("long.jsonl", log.as_bytes());
    assert_eq!(bench.json(&["import", &path])["messages_new"], 20_000);
    let again = bench.json(&["import", &path]);
    assert_eq!((&again["messages_new"], &again["messages_known"]), (&0.into(), &20_000.into()));
    bench.sound();
}

#[test]
fn files_that_cannot_be_read_are_a_sentence() {
    let bench = Bench::new();
    assert!(bench.run(&["import", "nowhere.txt"]).failed().contains("nowhere.txt"));
    let picture = bench.write("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\0\xff\xff");
    bench.run(&["import", &picture]).failed();
    let prose = bench.write("prose.txt", "从前有座山".as_bytes());
    assert!(bench.run(&["import", &prose]).failed().contains("neither"), "prose");
}

#[test]
fn a_buyer_who_sends_escapes_is_shown_cleaned() {
    let bench = Bench::new();
    let log = "{\"case\":\"e\",\"buyer\":\"\\u001b]0;x\\u0007b\",\"from\":\"buyer\",\
               \"text\":\"\\u001b[2J\\u202e退款\\u001b]52;c;aGk=\\u0007\"}\n";
    let path = bench.write("e.jsonl", log.as_bytes());
    bench.run(&["import", &path]).done();
    for arguments in [&["queue"][..], &["show", "1"], &["show", "1", "--json"]] {
        let out = bench.run(arguments).done();
        assert!(!out.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{out:?}");
        assert!(out.contains("退款"), "{out}");
    }
}
