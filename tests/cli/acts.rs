//! `redress do`: a case from its first reply to its end, refusals, other windows.

use super::bench::{Bench, fixture};

fn bench() -> Bench {
    let bench = Bench::new();
    let log = "{\"case\":\"g\",\"buyer\":\"小北\",\"platform\":\"taobao\",\"order\":\"3301842907\",\
               \"at\":\"2026-11-22T09:58:00+08:00\",\"from\":\"buyer\",\"text\":\"杯子碎了\"}\n";
    let path = bench.write("g.jsonl", log.as_bytes());
    bench.run(&["import", &path]).done();
    bench
}

#[test]
fn a_reply_is_adopted_recorded_and_taken_back() {
    let bench = bench();
    let replies = bench.json(&["show", "1"])["replies"].clone();
    let id = replies[0]["id"].as_str().unwrap();
    let sent = bench.json(&["do", "1", "reply", "--adopt", id]);
    assert_eq!(sent["format"], "redress.act/1");
    assert!(sent["events"].as_array().unwrap().contains(&"reply-sent".into()), "{sent}");
    assert_eq!(bench.sql("SELECT count(*) FROM message WHERE author = 'agent'"), "1");
    assert_eq!(bench.sql("SELECT agent FROM event ORDER BY seq DESC LIMIT 1"), "Lin");
    bench.run(&["do", "1", "retract"]).done();
    assert_eq!(bench.sql("SELECT count(*) FROM message WHERE retracted = 1"), "1");
    assert!(bench.run(&["do", "1", "retract"]).failed().contains("no reply"));
    bench.sound();
}

#[test]
fn several_cases_pass_the_gate_one_by_one() {
    let bench = bench();
    let log = "{\"case\":\"h\",\"buyer\":\"小南\",\"platform\":\"taobao\",\
               \"at\":\"2026-11-22T09:58:00+08:00\",\"from\":\"buyer\",\"text\":\"发票呢\"}\n";
    let path = bench.write("h.jsonl", log.as_bytes());
    bench.run(&["import", &path]).done();
    bench.run(&["do", "2,1，2", "cause", "logistics/slow"]).done();
    assert_eq!(bench.sql("SELECT group_concat(case_id) FROM cause"), "1,2");
    // One that stands open keeps nobody else from being done, and none is closed past its gate.
    bench.run(&["do", "1", "promise", "回话", "--due", "2h"]).done();
    let complaint = bench.run(&["do", "1,2,77", "close", "void", "重复"]).failed();
    assert_eq!(complaint.lines().count(), 2, "{complaint}");
    assert!(complaint.contains("1: ") && complaint.contains("77"), "{complaint}");
    assert_eq!(bench.sql("SELECT group_concat(id) FROM cases WHERE open = 0"), "2");
    // A document for each, a line each.
    let output = bench.command(&["do", "1,2", "note", "记一笔", "--json"]).output().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    let cases: Vec<i64> = lines
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["case"].as_i64().unwrap()
        })
        .collect();
    assert_eq!(cases, [1, 2]);
    bench.run(&["do", "1,2", "calm", "--expect", "3"]).misused();
    bench.run(&["do", "1,x", "calm"]).misused();
    bench.sound();
}

#[test]
fn words_come_from_the_argument_or_from_standard_input() {
    let bench = bench();
    bench.run(&["do", "1", "reply", "您好，马上为您处理"]).done();
    let mut command = bench.command(&["do", "1", "reply", "-"]);
    command.write_stdin("第二句\n第三句\n").assert().success();
    let mut command = bench.command(&["do", "1", "note", "-"]);
    command.write_stdin("退款找财务\n").assert().success();
    let said = bench.sql(
        "SELECT group_concat(body, '|') FROM (SELECT body FROM message
        WHERE author IN ('agent', 'note') ORDER BY no)",
    );
    assert_eq!(said, "您好，马上为您处理|第二句\n第三句|退款找财务");
    assert!(bench.run(&["do", "1", "reply"]).failed().contains("empty"));
    assert!(bench.run(&["do", "1", "reply", "退 {{ order.no }}"]).failed().contains("order.no"));
    assert!(bench.run(&["do", "1", "reply", "--adopt", "nope"]).failed().contains("nope"));
}

#[test]
fn what_is_missing_is_said_and_what_is_done_moves_the_case() {
    let bench = bench();
    let refused = bench.run(&["do", "1", "advance", "--json"]);
    assert_eq!(refused.code, 1);
    let document = refused.document();
    assert_eq!(document["format"], "redress.refusal/1");
    assert_eq!(document["refused"], "missing");
    assert!(document["way_out"].as_str().unwrap().contains("redress do 1 check"), "{document}");
    let missing = document["missing"].as_array().unwrap();
    for one in missing {
        assert_eq!(one["kind"], "check");
        let check = format!("{}/{}", "acknowledge", one["id"].as_str().unwrap());
        let step = bench.json(&["show", "1"])["step"]["id"].as_str().unwrap().to_owned();
        bench.run(&["do", "1", "check", &check.replace("acknowledge", &step)]).done();
    }
    let before = bench.json(&["show", "1"])["step"]["id"].clone();
    let after = bench.json(&["do", "1", "advance"]);
    assert_ne!(after["step"], before);
    let back = bench.json(&["do", "1", "back"]);
    assert_eq!(back["step"], before);
    bench.sound();
}

#[test]
fn every_act_has_its_command() {
    let bench = bench();
    for act in [
        &["mood", "angry"][..],
        &["issue", "refund"],
        &["order", "884201", "--title", "玻璃杯", "--amount", "59.90"],
        &["record", "wish", "refund", "--status", "claimed", "--from", "1"],
        &["promise", "退款到账", "--due", "2026-11-23 18:00"],
        &["move", "1", "--due", "3wd"],
        &["keep", "1"],
        &["promise", "补寄", "--due", "2h working"],
        &["break", "2"],
        &["type", "prepared"],
        &["type", "none"],
        &["exhibit", "ev.photos", "三张照片", "--from", "1"],
        &["exhibit", "track"],
        &["drop", "2"],
        &["playbook", "promise-breach"],
        &[
            "task",
            "补开发票",
            "--to",
            "finance",
            "--owner",
            "老周",
            "--due",
            "2h",
            "--tried",
            "对过明细",
        ],
        &["task-move", "1", "--due", "4h"],
        &["task-done", "1", "开好了"],
        &[
            "task",
            "查监控",
            "--to",
            "warehouse",
            "--owner",
            "小李",
            "--due",
            "2h",
            "--tried",
            "问过",
        ],
        &["task-drop", "2", "不用了"],
        &["reply", "您放心", "--no-pledge"],
        &["snooze", "--until", "1d", "--reply"],
        &["wake"],
        &["did", "退款", "--proof", "流水号 8842"],
        &["confirm", "收到了", "--from", "1"],
        &["cause", "service/invoice", "goods/missing", "--worse", "delay"],
        &["lesson", "先对明细"],
        &["follow-up", "还好用吗", "--on", "3d"],
        &["undo"],
        &["redo"],
        &["close", "refused", "超过质保期"],
        &["reopen", "买家又来了"],
        &["note", "--", "-1 分"],
    ] {
        let run = bench.run(&[&["do", "1"], act].concat());
        assert_eq!(run.code, 0, "{act:?} {run:?}");
        assert!(run.out.starts_with("Case 1:"), "{run:?}");
    }
    let case = bench.json(&["show", "1"])["case"].clone();
    assert_eq!(case["order"]["amount_fen"], 5_990);
    assert_eq!(case["facts"]["wish"]["status"], "claimed");
    assert_eq!(case["facts"]["wish"]["source"], 1);
    assert_eq!(case["promises"][0]["status"], "kept");
    assert_eq!(case["promises"][0]["moved"], 1);
    assert_eq!(case["promises"][1]["status"], "broken");
    assert_eq!(case["playbook"]["id"], "promise-breach");
    assert_eq!(case["buyer_type"], serde_json::Value::Null);
    let exhibits = case["exhibits"].as_array().unwrap();
    assert_eq!((exhibits.len(), &exhibits[0]["what"]), (1, &"三张照片".into()));
    assert_eq!(case["open"], true);
    bench.sound();
}

#[test]
fn refusals_name_the_reason_and_the_nearest_name() {
    let bench = bench();
    for (act, told) in [
        (&["record", "wsh", "refund"][..], "wish"),
        (&["record", "wish", "moon"], "can be"),
        (&["record", "wish", "refund", "--from", "77"], "77"),
        (&["keep", "9"], "9"),
        (&["promise", "x", "--due", "2020-01-01 10:00"], "passed"),
        (&["close", "ruled"], "word"),
        (&["task", "x", "--to", "finance", "--owner", "y", "--due", "2h"], "tried"),
        (&["reply", "We will ship it today"], "promise"),
        (&["snooze", "--reply"], "waits"),
        (&["follow-up", "--result", "satisfied"], "Plan"),
        (&["redo"], "nothing"),
        (&["reopen"], "open already"),
        (&["playbook", "damged"], "damged"),
        (&["skip"], "cannot be skipped"),
        (&["exhibit", "ev.phtos"], "ev.photos"),
        (&["drop", "3"], "no exhibit 3"),
        (&["enter", "vent"], "vent"),
        (&["playbook"], "Nothing"),
        (&["back"], "first step"),
    ] {
        let err = bench.run(&[&["do", "1"], act].concat()).failed();
        assert!(err.contains(told), "{act:?}: {err}");
    }
    assert!(bench.run(&["do", "9", "note", "x"]).failed().contains('9'));
    assert!(bench.run(&["--lang", "zh", "do", "1", "skip"]).failed().contains("不能跳过"));
    bench.run(&["do", "1", "close", "void", "重复"]).done();
    assert!(bench.run(&["do", "1", "reply", "x"]).failed().contains("closed"));
}

#[test]
fn an_expected_version_guards_what_another_window_would_change() {
    let bench = bench();
    let seen = bench.version("1").to_string();
    bench.run(&["do", "1", "mood", "angry"]).done();
    let run = bench.run(&["do", "1", "reply", "您好", "--expect", &seen, "--json"]);
    assert_eq!(run.document()["refused"], "conflict");
    assert!(run.document()["way_out"].as_str().unwrap().contains("redress show 1"));
    assert!(run.failed().contains("mood set"), "what changed is said");
    assert_eq!(bench.sql("SELECT count(*) FROM message WHERE author = 'agent'"), "0");
    // A note would mean the same on the newer case, but whoever names a version is held to it.
    for act in [&["note", "x"][..], &["record", "wish", "refund"], &["check", "answered"]] {
        let run = bench.run(&[&["do", "1"], act, &["--expect", &seen]].concat());
        assert!(run.failed().contains("mood set"), "{act:?}");
    }
    assert_eq!(bench.version("1").to_string(), (seen.parse::<u32>().unwrap() + 1).to_string());
    let now = bench.version("1").to_string();
    bench.run(&["do", "1", "reply", "您好", "--expect", &now]).done();
}

#[test]
fn many_programs_at_once_lose_no_note() {
    let bench = bench();
    std::thread::scope(|scope| {
        for program in 0..4 {
            let bench = &bench;
            scope.spawn(move || {
                for n in 0..5 {
                    bench.run(&["do", "1", "note", &format!("{program}/{n}")]).done();
                }
            });
        }
    });
    assert_eq!(bench.sql("SELECT count(*) FROM message WHERE author = 'note'"), "20");
    bench.sound();
}

#[test]
fn who_acts_is_named_by_argument_environment_and_settings_in_this_order() {
    let bench = bench();
    let newest = || bench.sql("SELECT agent FROM event ORDER BY seq DESC LIMIT 1");
    bench.run(&["do", "1", "note", "a", "--agent", "Ann"]).done();
    assert_eq!(newest(), "Ann");
    bench.command(&["do", "1", "note", "b"]).env("REDRESS_AGENT", "Bo").assert().success();
    assert_eq!(newest(), "Bo");
    bench.run(&["do", "1", "note", "c"]).done();
    assert_eq!(newest(), "Lin");
}

#[test]
fn a_reply_with_copy_is_recorded_whatever_the_clipboard_does() {
    let bench = bench();
    let run = bench.run(&["do", "1", "reply", "您好", "--copy"]);
    assert!(run.err.contains("clipboard"), "{run:?}");
    run.done();
    assert_eq!(bench.sql("SELECT count(*) FROM message WHERE author = 'agent'"), "1");
    let other = bench.path("other.redress");
    let other = other.to_str().unwrap();
    bench.run(&["--file", other, "import", &fixture("chat.jsonl")]).done();
    assert_eq!(bench.sql("SELECT count(*) FROM cases"), "1", "the other file got it");
}

#[test]
fn a_reply_the_guard_stops_is_refused_unless_a_reason_is_given() {
    let bench = Bench::with_chats();
    let why = bench.run(&["do", "1", "reply", "加我微信处理"]).failed();
    assert!(why.contains("加我微信"), "{why}");
    bench.run(&["do", "1", "reply", "加我微信处理", "--overrule", "买家要求"]).done();
    let insult = bench.run(&["do", "1", "reply", "买不起就别买", "--overrule", "气话"]).failed();
    assert!(insult.contains("买不起就别买"), "{insult}");
    let phone = bench.run(&["do", "1", "reply", "打13812345678", "--overrule", "急"]).failed();
    assert!(phone.contains("13812345678"), "{phone}");
}
