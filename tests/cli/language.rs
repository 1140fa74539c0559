//! What the language of playbooks adds to `redress do` and `redress show`.

use super::bench::Bench;

/// Every construct once.
const LANGUAGE: &str = include_str!("../../src/desk/tests/language.toml");

/// A case on the shop's own playbook, in its group of steps.
fn bench() -> Bench {
    let bench = Bench::new();
    bench.write("config/playbooks/language.toml", LANGUAGE.as_bytes());
    let log = "{\"case\":\"g\",\"buyer\":\"小北\",\"platform\":\"taobao\",\"order\":\"3301842907\",\
               \"at\":\"2026-11-22T09:58:00+08:00\",\"from\":\"buyer\",\"text\":\"杯子碎了\"}\n";
    let path = bench.write("g.jsonl", log.as_bytes());
    bench.run(&["import", &path]).done();
    bench.run(&["do", "1", "playbook", "language"]).done();
    bench.run(&["do", "1", "check", "heard"]).done();
    bench.run(&["do", "1", "advance"]).done();
    bench
}

fn step(bench: &Bench) -> serde_json::Value {
    bench.json(&["show", "1"])["step"].clone()
}

#[test]
fn a_group_an_exhibit_and_a_ladder_are_told_and_done() {
    let bench = bench();
    let here = step(&bench);
    assert_eq!(here["group"]["enough"], 3);
    bench.run(&["do", "1", "enter", "proof"]).done();
    let refused = bench.run(&["do", "1", "advance", "--json"]);
    let missing = refused.document()["missing"][0].clone();
    assert_eq!(
        (&missing["kind"], &missing["id"]),
        (&"exhibit".into(), &"ev.pod|ev.auth-pod".into())
    );
    assert!(missing["text"].as_str().unwrap().contains("slip"), "{missing}");
    bench.run(&["do", "1", "exhibit", "pod", "底单照片", "--from", "1"]).done();
    assert_eq!(step(&bench)["exhibits"][0]["collected"], true);
    for (fact, value) in [("price", "100"), ("paid", "40"), ("signed_on", "2026-11-20")] {
        bench.run(&["do", "1", "record", fact, value]).done();
    }
    for step in ["money", "day"] {
        bench.run(&["do", "1", "enter", step]).done();
    }
    bench.run(&["do", "1", "advance"]).done();
    bench.run(&["do", "1", "record", "eligible", "yes"]).done();
    bench.run(&["do", "1", "check", "looked"]).done();
    bench.run(&["do", "1", "advance"]).done();
    let offers = step(&bench);
    assert_eq!(offers["locked"][0]["id"], "offer-2");
    assert_eq!(offers["locked"][0]["before"], "offer-1");
    assert!(bench.run(&["do", "1", "reply", "--adopt", "offer-2"]).failed().contains("offer-1"));
    let said = bench.run(&["show", "1"]).done();
    assert!(said.contains("ev.pod") && said.contains("- offer-2 (after"), "{said}");
    let changed = bench.json(&["do", "1", "record", "price", "120"]);
    assert!(changed["events"].as_array().unwrap().contains(&"steps-reopened".into()), "{changed}");
    assert_eq!(bench.json(&["show", "1"])["case"]["reopened"][0], "rule");
    bench.sound();
}

#[test]
fn a_newer_playbook_is_reported_before_the_case_is_moved() {
    let bench = bench();
    let before = bench.json(&["show", "1"])["case"]["playbook"].clone();
    assert!(bench.run(&["do", "1", "playbook", "--report"]).failed().contains("Nothing"));
    let changed = LANGUAGE.replace("id = \"heard\"", "id = \"listened\"");
    let changed = changed.replace("[\"heard\"]", "[\"listened\"]");
    bench.write("config/playbooks/language.toml", changed.as_bytes());
    let report = bench.json(&["do", "1", "playbook", "--report"]);
    assert_eq!(report["format"], "redress.move/1");
    assert_eq!(report["lost_checks"][0], "calm/heard");
    assert!(!report["changes"].as_array().unwrap().is_empty());
    assert_eq!(bench.json(&["show", "1"])["case"]["playbook"], before, "nothing was written");
    let said = bench.run(&["do", "1", "playbook", "--report"]).done();
    assert!(said.contains("Money"), "{said}");
    bench.run(&["do", "1", "playbook"]).done();
    assert_ne!(bench.json(&["show", "1"])["case"]["playbook"], before);
    bench.sound();
}

#[test]
fn the_shops_method_is_where_unclaimed_cases_begin() {
    let bench = Bench::new();
    bench.write("config/policy.toml", b"[shop]\nspine = 'five-steps'\n");
    let log = "{\"case\":\"g\",\"buyer\":\"小北\",\"platform\":\"taobao\",\
               \"at\":\"2026-11-22T09:58:00+08:00\",\"from\":\"buyer\",\"text\":\"在吗\"}\n";
    let path = bench.write("g.jsonl", log.as_bytes());
    bench.run(&["import", &path]).done();
    assert_eq!(bench.json(&["show", "1"])["case"]["playbook"]["id"], "five-steps");
}

/// A playbook that names what only this shop has, and says what only this shop forbids.
const OWN: &str = r#"
id = "own"
title = { zh = "本店", en = "Ours" }
issue = ["damage"]
guards = ["G-OWN"]
[[step]]
id = "calm"
calming = true
title = { zh = "安抚", en = "Calm" }
why = { zh = "先听。", en = "Listen." }
exhibits = ["ev.own"]
standard = ["shop.own"]
[[step.reply]]
id = "own-sorry"
kind = "calm"
title = { zh = "抱歉", en = "Sorry" }
text = { zh = "对不起，蓝帽子在看了。", en = "Sorry, I have it here." }
wordings = [{ zh = "抱歉，我来看。", en = "Sorry, I look." }, { zh = "让您费心了。", en = "Sorry for this." }]
"#;

const SHELVES: [(&str, &str); 4] = [
    (
        "standards.toml",
        "[[standard]]\nid = 'shop.own'\ntitle = { zh = '本店规矩', en = 'Our rule' }\n\
         text = { zh = '坏了就换。', en = 'Broken is replaced.' }\nlevel = 'shop'\nstatus = 'V'\n\
         source = 'shop'\nchecked_on = 2026-11-01\n",
    ),
    (
        "evidence.toml",
        "[[kind]]\nid = 'ev.own'\ntitle = { zh = '本店的单子', en = 'Our slip' }\n\
         good = { zh = '看得清', en = 'Readable' }\nstatus = 'V'\nsource = 'shop'\n",
    ),
    (
        "guards.toml",
        "[[guard]]\nid = 'G-OWN'\ntitle = { zh = '本店的', en = 'Ours' }\n\
         text = { zh = '看一眼', en = 'Look' }\neffect = 'warn'\n",
    ),
    (
        "wording.toml",
        "[[rule]]\nid = 'own-hat'\nlang = 'zh'\nlevel = 'warn'\ncategory = 'cold'\n\
         find = ['蓝帽子']\nwhy = { zh = '店里不这么说。', en = 'We do not say it.' }\nbetter = '客服'\n",
    ),
];

/// The codes `check` tells of the file.
fn told(bench: &Bench) -> Vec<String> {
    let path = bench.write("own.toml", OWN.as_bytes());
    let document = bench.run(&["playbook", "check", &path, "--json"]).document();
    let found = document["playbooks"][0]["diagnostics"].as_array().unwrap().clone();
    found.iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_shops_own_rules_exhibits_guards_and_wordings_are_known_to_check() {
    let bench = Bench::new();
    assert_eq!(told(&bench), ["unknown-name"; 3], "none of it is the program's");
    for (name, text) in SHELVES {
        bench.write(&format!("config/{name}"), text.as_bytes());
    }
    assert_eq!(told(&bench), ["wording"], "and what the shop does not say is found");
    let kinds = bench.run(&["playbook", "help", "exhibits"]).done();
    assert!(kinds.contains("ev.own") && kinds.contains("ev.pod"), "{kinds}");
    let guards = bench.run(&["playbook", "help", "guards"]).done();
    assert!(guards.contains("G-OWN") && guards.contains("G-PII"), "{guards}");
}

#[test]
fn a_broken_file_of_the_shop_is_told_and_the_rest_counts() {
    let bench = Bench::new();
    bench.write("config/guards.toml", b"[[guard]]\nid = 'G-OWN'\n");
    bench.write("config/evidence.toml", b"= broken");
    let checked = bench.run(&["playbook", "check", "--json"]);
    let document = checked.document();
    let files: Vec<&str> = document["shelves"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| fault["file"].as_str().unwrap().rsplit('/').next().unwrap())
        .collect();
    assert_eq!(files, ["evidence.toml", "guards.toml"]);
}

#[test]
fn a_reply_that_does_not_fit_is_refused_on_the_command_line_too() {
    let bench = Bench::new();
    let log = "{\"case\":\"g\",\"buyer\":\"小北\",\"platform\":\"taobao\",\
               \"at\":\"2026-11-22T09:58:00+08:00\",\"from\":\"buyer\",\"text\":\"在吗\"}\n";
    let path = bench.write("g.jsonl", log.as_bytes());
    bench.run(&["import", &path]).done();
    let refused = bench.run(&["do", "1", "reply", "--adopt", "triage-safety", "--json"]).document();
    assert_eq!(refused["refused"], "unfit");
    let reason = refused["reason"].as_str().unwrap();
    assert!(reason.contains("safety") && reason.contains("unknown"), "{reason}");
    bench.run(&["do", "1", "record", "safety", "yes"]).done();
    bench.run(&["do", "1", "reply", "--adopt", "triage-safety"]).done();
    bench.sound();
}
