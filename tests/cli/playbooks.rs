//! The tools of those who write playbooks.

use super::bench::Bench;
use unicode_width::UnicodeWidthStr as _;

const SHIPPED: [&str; 4] = ["core", "pre-escalation", "platform-complaint", "promise-breach"];

const SMALL: &str = r#"id = "small"
title = { zh = "小", en = "Small" }
[[fact]]
id = "loss"
type = "money"
label = { zh = "损失", en = "Loss" }
ask = { zh = "多少？", en = "How much?" }
[[step]]
id = "calm"
calming = true
title = { zh = "安抚", en = "Calm" }
why = { zh = "先听。", en = "Listen." }
[[step.check]]
id = "heard"
text = { zh = "听了", en = "Heard" }
[[step]]
id = "look"
title = { zh = "看", en = "Look" }
why = { zh = "看清。", en = "See." }
asks = ["loss"]
requires = ["loss"]
needs = [{ when = "loss < yuan(100)", else = { zh = "太多，要请示", en = "Too much: ask first" } }]
next = [{ when = "loss == 0", goto = "nothing" }, { goto = "end" }]
[[step.reply]]
id = "sm-none"
kind = "explain"
when = "loss == 0"
title = { zh = "没有损失", en = "Nothing lost" }
text = { zh = "没有损失。", en = "Nothing was lost." }
[[ending]]
id = "nothing"
title = { zh = "没有损失", en = "Nothing lost" }
result = "refused"
reply = "sm-none"
"#;

const TESTS: &str = r#"
[[test]]
name = "too much is refused"
do = [
  { pass = true },
  { record = "loss", value = "200.00" },
  { advance = true, refused = "missing", missing = ["need:1"] },
  { record = "loss", value = "20.00" },
]
expect = { path = ["calm", "look"], ending = "end" }
"#;

fn small(bench: &Bench, more: &str) -> String {
    bench.write("small.toml", format!("{SMALL}{more}").as_bytes())
}

#[test]
fn a_new_playbook_holds_and_passes_its_tests() {
    let bench = Bench::new();
    bench.run(&["playbook", "new", "late-parcel"]).done();
    let mut made = vec!["late-parcel.toml".to_owned()];
    for parent in SHIPPED {
        let name = format!("own-{parent}.toml");
        bench.run(&["playbook", "new", &name, "--extends", parent]).done();
        made.push(name);
    }
    for file in made {
        let text = std::fs::read_to_string(bench.path(&file)).unwrap();
        assert!(text.contains("# "), "{file} is commented");
        let found = bench.json(&["playbook", "check", &file]);
        let own = found["playbooks"][0]["diagnostics"].as_array().unwrap();
        let own: Vec<_> = own.iter().filter(|one| one["file"] == file.as_str()).collect();
        assert!(own.is_empty(), "{file}: {own:?}");
        let tested = bench.json(&["playbook", "test", &file]);
        assert!(tested["passed"].as_u64().unwrap() > 0, "{file}: {tested}");
        assert_eq!(tested["failed"], 0, "{file}: {tested}");
        let unreached = tested["playbooks"][0]["unreached"].as_array().unwrap();
        assert!(unreached.is_empty(), "{file}: {tested}");
    }
}

#[test]
fn a_script_the_guard_would_stop_is_named_by_check() {
    let bench = Bench::new();
    bench.run(&["playbook", "new", "late-parcel"]).done();
    let text = std::fs::read_to_string(bench.path("late-parcel.toml")).unwrap();
    let (head, rest) = text.split_once("[[step.reply]]").unwrap();
    let (before, words) = rest.split_once("text = ").unwrap();
    let (open, words) = words.split_once('"').unwrap();
    let spoilt = format!("{head}[[step.reply]]{before}text = {open}\"加我微信处理。{words}");
    bench.write("late-parcel.toml", spoilt.as_bytes());
    let out = bench.run(&["playbook", "check", "late-parcel.toml"]).done();
    assert!(out.contains("加我微信"), "{out}");
    let line = spoilt.lines().position(|line| line.contains("加我微信")).unwrap() + 1;
    assert!(out.contains(&format!("late-parcel.toml:{line}:")), "{out}");
    let found = bench.json(&["playbook", "check", "late-parcel.toml"]);
    let script = &found["scripts"][0];
    assert_eq!((&script["level"], &script["line"]), (&"block".into(), &line.into()), "{script}");
    assert!(script["words"].as_str().unwrap().contains("微信"), "{script}");
}

#[test]
fn a_new_playbook_writes_over_nothing() {
    let bench = Bench::new();
    bench.write("mine.toml", b"id = 'mine'\n");
    let told = bench.run(&["playbook", "new", "mine"]).failed();
    assert!(told.contains("mine.toml"), "{told}");
    assert_eq!(std::fs::read(bench.path("mine.toml")).unwrap(), b"id = 'mine'\n");
    for wrong in ["Mine", "mein_buch", "1st", "nodir/../x y"] {
        bench.run(&["playbook", "new", wrong]).misused();
    }
    assert!(bench.run(&["playbook", "new", "a", "--extends", "nope"]).failed().contains("nope"));
    assert!(!bench.path("a.toml").exists());
}

#[test]
fn a_walk_is_printed_step_by_step() {
    let bench = Bench::new();
    let file = small(&bench, "");
    bench.write(
        "facts.json",
        br#"[{"say":"broken"},
            {"fact":"loss","value":"200.00"},
            {"fact":"loss","value":0},
            {"mood":"angry"}, {"send":"sm-none"}, {"mood":"calm"}, {"send":"sm-none"},
            {"close":"refused"}]"#,
    );
    let walk = ["playbook", "simulate", &file, "--facts", "facts.json"];
    let text = bench.run(&walk).done();
    for wanted in ["calm", "look", "How much?", "(missing)", "Too much: ask first", "(held)"] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    assert!(text.trim_end().lines().last().unwrap().starts_with("Closed"), "{text}");
    let zh = bench.run(&[&walk[..], &["--lang", "zh"]].concat()).done();
    assert!(zh.contains("太多，要请示") && zh.contains("已结案"), "{zh}");
    for line in text.lines().chain(zh.lines()) {
        assert!(line.width() <= 80, "{line}");
    }
    let document = bench.json(&walk);
    assert_eq!(document["format"], "redress.simulation/1");
    assert_eq!(document["path"], serde_json::json!(["calm", "look"]));
    assert_eq!(document["steps"][1]["asks"][0]["fact"], "loss");
    let refused = document["steps"][1]["refused"].as_array().unwrap();
    let names: Vec<_> = refused.iter().map(|one| one["refused"].as_str().unwrap()).collect();
    assert_eq!(names, ["missing", "missing", "held"]);
    assert_eq!(refused[1]["missing"][0]["text"], "Too much: ask first");
    assert_eq!(document["end"]["state"], "closed");
    assert_eq!(document["end"]["ending"], "nothing");
    assert_eq!(document["end"]["result"], "refused");
    assert_eq!(document["facts"]["loss"], "0.00");
    assert_eq!(bench.json(&walk), document, "the same facts, the same way");
}

#[test]
fn a_script_that_moves_the_case_is_followed() {
    let bench = Bench::new();
    let file = small(&bench, "");
    bench.write(
        "facts.json",
        br#"[{"advance":true},{"tick":"heard"},{"advance":true},{"back":true}]"#,
    );
    let document = bench.json(&["playbook", "simulate", &file, "--facts", "facts.json"]);
    assert_eq!(document["path"], serde_json::json!(["calm", "look", "calm"]));
    assert_eq!(document["steps"][0]["refused"][0]["entry"], 1);
    assert_eq!(document["end"]["state"], "open");
    assert_eq!(document["end"]["next"], "look");
}

#[test]
fn bad_facts_are_named_with_line_and_column() {
    let bench = Bench::new();
    let file = small(&bench, "");
    for (text, place) in [
        ("[\n{\"say\":\"a\"},\n  {\"fact\":\"lost\",\"value\":1}]", "line 3, column 3"),
        ("[{\"say\":\"a\"}", "line 1, column 13"),
        ("", "line 1, column 1"),
        ("[\n{\"sey\":\"a\"}]", "line 2"),
        ("[{\"fact\":\"loss\",\"value\":true}]", "line 1, column 2"),
    ] {
        bench.write("facts.json", text.as_bytes());
        let told = bench.run(&["playbook", "simulate", &file, "--facts", "facts.json"]).failed();
        assert!(told.contains("facts.json") && told.contains(place), "{text}: {told}");
    }
    bench.run(&["playbook", "simulate", &file, "--facts", "nowhere.json"]).failed();
    bench.run(&["playbook", "simulate", "nowhere", "--facts", "facts.json"]).failed();
    bench.run(&["playbook", "simulate", &file]).misused();
}

#[test]
fn tests_that_pass_and_places_none_reaches_are_told() {
    let bench = Bench::new();
    let file = small(&bench, TESTS);
    let text = bench.run(&["playbook", "test", &file]).done();
    assert!(text.contains("1 tests passed, 0 failed"), "{text}");
    assert!(text.contains("ending nothing") && text.contains("sm-none held back"), "{text}");
    assert!(!text.contains("need 1 of look"), "{text}");
    let document = bench.json(&["playbook", "test", &file]);
    let unreached = &document["playbooks"][0]["unreached"];
    assert_eq!(unreached[0], serde_json::json!({ "kind": "held", "reply": "sm-none" }));
    assert_eq!(unreached[1], serde_json::json!({ "kind": "ending", "ending": "nothing" }));
}

#[test]
fn a_test_that_fails_says_what_was_wanted_and_what_was() {
    let bench = Bench::new();
    let wrong =
        TESTS.replace("\"need:1\"", "\"fact:loss\"").replace("[\"calm\", \"look\"]", "[\"look\"]");
    let file = small(&bench, &wrong);
    let run = bench.run(&["playbook", "test", &file]);
    assert_eq!(run.code, 1, "{run:?}");
    for wanted in ["too much is refused", "fact:loss", "need:1", "wanted look, is calm, look"] {
        assert!(run.out.contains(wanted), "{wanted}: {}", run.out);
    }
    let line = SMALL.lines().count() + 7;
    assert!(run.out.contains(&format!("{line}:")), "{line}: {}", run.out);
    let run = bench.run(&["playbook", "test", &file, "--json"]);
    assert_eq!(run.code, 1);
    let failures = &run.document()["playbooks"][0]["tests"][0]["failures"];
    assert_eq!(failures[0]["what"], "missing");
    assert_eq!(failures[0]["line"], line);
    assert_eq!(failures[1]["what"], "path");
    for (act, told) in [
        ("{ send = \"sm-none\", refused = \"held\" }", "held"),
        ("{ skip = true }", "not-optional"),
        ("{ advance = true, refused = \"at-start\" }", "missing"),
    ] {
        let test =
            format!("\n[[test]]\nname = \"x\"\ndo = [{{ record = \"loss\", value = 0 }}, {act}]\n");
        let run = bench.run(&["playbook", "test", &small(&bench, &test)]);
        assert!(run.code == 1 && run.out.contains(told), "{act}: {run:?}");
    }
}

#[test]
fn a_picture_fits_the_terminal_in_both_languages() {
    let bench = Bench::new();
    let file = small(&bench, "");
    for name in SHIPPED.into_iter().chain([file.as_str()]) {
        for lang in ["zh", "en"] {
            let text = bench.run(&["playbook", "graph", name, "--lang", lang]).done();
            for line in text.lines() {
                assert!(line.width() <= 80, "{name}: {line}");
            }
        }
        let chart = bench.run(&["playbook", "graph", name, "--mermaid"]).done();
        assert!(chart.starts_with("flowchart TD\n") && chart.contains("n0"), "{chart}");
    }
    let text = bench.run(&["playbook", "graph", &file]).done();
    assert!(text.contains("if loss == 0 → ending nothing"), "{text}");
    assert!(text.contains("otherwise → the end"), "{text}");
    let chart = bench.run(&["playbook", "graph", &file, "--mermaid"]).done();
    assert!(chart.contains("n1 -- \"loss == 0\" --> n2"), "{chart}");
    bench.run(&["playbook", "graph", "core", "--mermaid", "--text"]).misused();
}

#[test]
fn what_differs_is_said_in_words() {
    let bench = Bench::new();
    let file = small(&bench, "");
    let other = SMALL
        .replace("yuan(100)", "yuan(150)")
        .replace("id = \"heard\"", "id = \"listened\"")
        .replace("result = \"refused\"", "result = \"void\"");
    bench.write("other.toml", other.as_bytes());
    let text = bench.run(&["playbook", "diff", &file, "other.toml"]).done();
    for wanted in [
        "- check calm/heard Heard",
        "+ check calm/listened Heard",
        "a condition for going on was",
        "the result was “refused”, is “void”",
    ] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    let same = bench.run(&["playbook", "diff", &file, &file]).done();
    assert_eq!(same.trim(), "No difference.");
    let document = bench.json(&["playbook", "diff", "core", "promise-breach"]);
    assert_eq!(document["format"], "redress.difference/1");
    let changes = document["changes"].as_array().unwrap();
    let is = |part: &str, id: &str, change: &str| {
        changes.iter().any(|c| c["part"] == part && c["id"] == id && c["change"] == change)
    };
    assert!(is("step", "records", "removed") && is("step", "find", "added"));
    assert!(is("fact", "quote", "added") && is("reply", "find/pb-quote", "added"));
    let version = document["before"]["version"].as_str().unwrap();
    let pinned = format!("core@{version}");
    assert_eq!(bench.run(&["playbook", "diff", &pinned, "core"]).done().trim(), "No difference.");
    assert!(
        bench.run(&["playbook", "diff", "core@000000000000", "core"]).failed().contains(version)
    );
    bench.run(&["playbook", "diff", "core"]).misused();
}

#[test]
fn the_schema_and_the_pages_are_printed() {
    let bench = Bench::new();
    let schema = bench.run(&["playbook", "schema"]).done();
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    for lang in ["zh", "en"] {
        let list = bench.run(&["playbook", "help", "--lang", lang]).done();
        for name in list.lines().filter_map(|line| line.split_once("  ")).map(|(name, _)| name) {
            let page = bench.run(&["playbook", "help", name, "--lang", lang]).done();
            assert!(page.starts_with(name) && page.contains("    "), "{page}");
        }
        assert!(list.lines().count() > 40, "{list}");
    }
    let told = bench.run(&["playbook", "help", "lader"]).failed();
    assert!(told.contains("ladder"), "{told}");
}
