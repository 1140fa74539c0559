//! The two READMEs and the documents they lead to: what they name exists, what they show runs.

#![expect(clippy::unwrap_used, clippy::panic, reason = "in tests that is how one fails")]

use redress::app::{Action, Chord, Context, Keymap};
use redress::config::{Settings, ShopRules};
use rusqlite::{Connection, OpenFlags};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const READMES: [(&str, &str); 2] = [("README.md", "en"), ("README.zh-CN.md", "zh")];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

/// A folder of its own, and the program in it, away from the person's own files.
struct Sandbox {
    folder: tempfile::TempDir,
    lang: &'static str,
}

impl Sandbox {
    fn new(lang: &'static str) -> Self {
        Self { folder: tempfile::tempdir().unwrap(), lang }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_redress"))
            .args(arguments)
            .args(["--lang", self.lang, "--now", "2026-11-22T10:05:00+08:00", "--home"])
            .arg(self.path("home"))
            .current_dir(self.folder.path())
            .env_remove("REDRESS_FILE")
            .env_remove("REDRESS_AGENT")
            .output()
            .unwrap()
    }

    fn demo(&self) -> PathBuf {
        let made = self.run(&["demo", "--keep", "shop.redress", "--frame", "80x24"]);
        assert!(made.status.success(), "{}", said(&made));
        self.path("shop.redress")
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let output = self.run(arguments);
        serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|wrong| panic!("{arguments:?}: {wrong}: {}", said(&output)))
    }
}

fn said(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    format!("{}{}", text(&output.stdout), text(&output.stderr))
}

/// Code blocks, each with the words after its fence.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut open: Option<(String, String)> = None;
    for line in text.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(kind)) => open = Some((kind.to_owned(), String::new())),
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some((_, body)), None) => {
                body.push_str(line);
                body.push('\n');
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a code block does not end");
    blocks
}

fn block(text: &str, kind: &str) -> String {
    let found: Vec<_> = blocks(text).into_iter().filter(|(known, _)| known == kind).collect();
    assert_eq!(found.len(), 1, "blocks of {kind}");
    found.into_iter().next().unwrap().1
}

/// What stands between single backticks outside code blocks.
fn spans(text: &str) -> Vec<String> {
    let mut inside = false;
    let mut spans = Vec::new();
    let mut paragraph = String::new();
    for line in text.lines().chain([""]) {
        if line.starts_with("```") {
            inside = !inside;
        } else if !inside {
            paragraph.push_str(line);
            paragraph.push(' ');
        }
    }
    for (n, span) in paragraph.split('`').enumerate() {
        if n % 2 == 1 {
            spans.push(span.to_owned());
        }
    }
    spans
}

/// Splits a line as a shell would, as far as the READMEs need it; a comment ends it.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            '#' if !quoted && word.is_empty() => break,
            ' ' if !quoted => {
                if !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
            }
            _ => word.push(c),
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// The names under "Commands" of a help page.
fn listed(help: &str) -> BTreeSet<String> {
    help.lines()
        .skip_while(|line| !line.starts_with("Commands:"))
        .skip(1)
        .take_while(|line| line.starts_with("  "))
        .filter_map(|line| line.split_whitespace().next().map(str::to_owned))
        .collect()
}

#[test]
fn both_begin_with_the_two_commands() {
    for (name, _) in READMES {
        let shell: Vec<_> =
            blocks(&read(name)).into_iter().filter(|(kind, _)| kind == "sh").take(2).collect();
        let commands: Vec<&str> = shell.iter().map(|(_, body)| body.trim()).collect();
        assert_eq!(commands, ["cargo run --release -- demo", "cargo test"], "{name}");
    }
}

#[test]
fn every_command_that_is_named_is_one() {
    let sandbox = Sandbox::new("en");
    let commands = listed(&said(&sandbox.run(&["--help"])));
    let deeds = listed(&said(&sandbox.run(&["do", "--help"])));
    let playbook = listed(&said(&sandbox.run(&["playbook", "--help"])));
    assert!(commands.contains("queue") && deeds.contains("reply") && playbook.contains("check"));
    for (name, _) in READMES {
        let text = read(name);
        let mut lines = spans(&text);
        lines.extend(
            blocks(&text)
                .iter()
                .flat_map(|(_, body)| body.lines().map(str::to_owned).collect::<Vec<_>>()),
        );
        let mut named = BTreeSet::new();
        for line in lines.iter().filter(|line| line.starts_with("redress ")) {
            let line = words(line);
            let Some(first) = line.get(1).filter(|word| word.chars().all(char::is_alphabetic))
            else {
                continue;
            };
            assert!(commands.contains(first), "{name}: redress {first}");
            named.insert(first.clone());
            let (list, at) = match first.as_str() {
                "do" => (&deeds, 3),
                "playbook" => (&playbook, 2),
                _ => continue,
            };
            let second = line.get(at).unwrap();
            assert!(second == "COMMAND" || list.contains(second), "{name}: {first} {second}");
        }
        assert_eq!(named, commands, "{name}: every command is named");
        for deed in &deeds {
            assert!(text.contains(&format!("`{deed}`")), "{name}: do {deed}");
        }
    }
}

#[test]
fn the_commands_run_as_shown() {
    for (name, lang) in READMES {
        let sandbox = Sandbox::new(lang);
        let mut file: Option<String> = None;
        let mut ran = 0;
        let all = blocks(&read(name)).into_iter().filter(|(kind, _)| kind == "sh run");
        let all: Vec<String> = all.map(|(_, body)| body).collect();
        for line in all.iter().flat_map(|body| body.lines()) {
            let command = words(line);
            if let Some(set) = line.strip_prefix("export REDRESS_FILE=") {
                file = Some(set.to_owned());
                continue;
            }
            let mut arguments: Vec<&str> = command.iter().skip(1).map(String::as_str).collect();
            if let Some(file) = &file {
                arguments.extend(["--file", file]);
            }
            let output = sandbox.run(&arguments);
            let may_be_refused = line.contains("# exit 1");
            assert!(
                output.status.success() || may_be_refused && output.status.code() == Some(1),
                "{name}: {line}\n{}",
                said(&output)
            );
            ran += 1;
        }
        assert!(ran > 5, "{name}");
    }
}

#[test]
fn the_keys_are_those_of_the_keymap() {
    let (keymap, problems) = Keymap::new(None);
    assert!(problems.is_empty());
    for (name, _) in READMES {
        let text = read(name);
        let table = text.split("<!-- keys: context, chord, action -->").nth(1).unwrap();
        let mut named = BTreeSet::new();
        for row in table.lines().skip(3).take_while(|line| line.starts_with('|')) {
            let cells: Vec<&str> =
                row.split('|').map(|cell| cell.trim().trim_matches('`')).collect();
            let context = Context::from_name(cells[1]).unwrap();
            let chord: Chord = cells[2].parse().unwrap();
            let action = Action::from_name(cells[3]).unwrap();
            let bound = keymap
                .bindings()
                .iter()
                .any(|&(c, k, a)| c == context && k == chord && a == action);
            assert!(bound, "{name}: {row}");
            named.insert(action);
        }
        let important = redress::app::ACTIONS.iter().filter(|row| row.hint > 0);
        for row in important.filter(|row| row.action != Action::Accept) {
            assert!(named.contains(&row.action), "{name}: {}", row.name);
        }
        // Every other key the text speaks of does something somewhere.
        for span in spans(&text) {
            let looks_like_a_key = ["Ctrl-", "Alt-"].iter().any(|start| span.starts_with(start))
                || span.strip_prefix('F').is_some_and(|n| n.parse::<u8>().is_ok());
            if looks_like_a_key {
                let chord: Chord = span.parse().unwrap();
                assert!(keymap.bindings().iter().any(|&(_, k, _)| k == chord), "{name}: {span}");
            }
        }
    }
}

#[test]
fn the_keymap_example_is_understood() {
    for (name, _) in READMES {
        let (keymap, problems) = Keymap::new(Some(&block(&read(name), "toml keymap")));
        assert!(problems.is_empty(), "{name}: {problems:?}");
        let chord: Chord = "f12".parse().unwrap();
        assert!(keymap.bindings().iter().any(|&(_, k, a)| k == chord && a == Action::Send));
    }
}

#[test]
fn the_settings_name_every_key_there_is() {
    // The names of the fields, from their own description of themselves. What the shop decides
    // stands in its policy; here these keys are old ones and named in a sentence only.
    let old = ["undo-seconds", "first-answer-minutes", "shop", "hours"];
    let fields: BTreeSet<String> = format!("{:#?}", Settings::default())
        .lines()
        .filter(|line| line.starts_with("    ") && !line.starts_with("     "))
        .filter_map(|line| line.trim().split_once(": "))
        .map(|(field, _)| field.replace('_', "-"))
        .collect();
    assert!(old.iter().all(|key| fields.contains(*key)));
    for (name, _) in READMES {
        let text = read(name);
        let settings = block(&text, "toml settings");
        Settings::read(&settings).unwrap_or_else(|wrong| panic!("{name}: {wrong}"));
        let table: toml::Table = toml::from_str(&settings).unwrap();
        let mut keys: BTreeSet<String> = table.keys().cloned().collect();
        for key in old {
            assert!(
                text.contains(&format!("`{key}`")) || text.contains(&format!("`[{key}]`")),
                "{name}: {key}"
            );
            assert!(keys.insert(key.to_owned()), "{name}: {key}");
        }
        assert_eq!(keys, fields, "{name}");
    }
}

#[test]
fn the_policy_is_understood_and_names_what_the_old_settings_held() {
    for (name, _) in READMES {
        let text = block(&read(name), "toml policy");
        let (rules, overruled) = ShopRules::read(Some(&text), &Settings::default())
            .unwrap_or_else(|wrong| panic!("{name}: {wrong}"));
        assert!(rules.name.is_some() && rules.address.is_some() && rules.hours.offset.is_some());
        assert_eq!((rules.hours.days_off.len(), rules.hours.days_on.len()), (1, 1), "{name}");
        assert!(overruled.is_empty(), "{name}");
        // Every key up to the limits is shown.
        let table: toml::Table = toml::from_str(&text).unwrap();
        for key in ["undo-seconds", "first-answer-minutes", "shop", "hours"] {
            assert!(table.contains_key(key), "{name}: {key}");
        }
    }
}

#[test]
fn the_playbook_holds() {
    for (name, lang) in READMES {
        let sandbox = Sandbox::new(lang);
        let text = block(&read(name), "toml playbook");
        fs::write(sandbox.path("late-parcel.toml"), &text).unwrap();
        let checked = sandbox.run(&["playbook", "check", "late-parcel.toml"]);
        assert!(checked.status.success(), "{name}: {}", said(&checked));
        let found = sandbox.json(&["playbook", "check", "late-parcel.toml", "--json"]);
        assert_eq!(found["playbooks"][0]["steps"], 4, "{name}: {found}");
        assert_eq!(found["playbooks"][0]["diagnostics"], Value::Array(Vec::new()), "{name}");
        let tested = sandbox.json(&["playbook", "test", "late-parcel.toml", "--json"]);
        assert_eq!((&tested["passed"], &tested["failed"]), (&1.into(), &0.into()), "{tested}");
        assert_eq!(tested["playbooks"][0]["unreached"], Value::Array(Vec::new()), "{name}");
        // The check can fail: a goto that leads nowhere is found.
        fs::write(sandbox.path("broken.toml"), text.replace("\"resend\" }", "\"resent\" }"))
            .unwrap();
        let broken = sandbox.run(&["playbook", "check", "broken.toml"]);
        assert_eq!(broken.status.code(), Some(1), "{}", said(&broken));
        assert!(said(&broken).contains("broken.toml:"), "{}", said(&broken));
    }
}

#[test]
fn the_queries_answer() {
    for (name, lang) in READMES {
        let sandbox = Sandbox::new(lang);
        let file =
            Connection::open_with_flags(sandbox.demo(), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
        let queries: Vec<_> =
            blocks(&read(name)).into_iter().filter(|(kind, _)| kind == "sql").collect();
        assert_eq!(queries.len(), 3, "{name}");
        for (_, query) in queries {
            let mut statement = file.prepare(&query).unwrap();
            let rows = statement.query_map([], |_| Ok(())).unwrap().count();
            assert!(rows > 0, "{name}: {query}");
        }
    }
}

#[test]
fn a_frame_shows_nothing_of_the_frames_before_it() {
    let sandbox = Sandbox::new("zh");
    let frame = |keys: &str| said(&sandbox.run(&["demo", "--frame", "100x30", "--keys", keys]));
    let plain = frame("");
    assert!(plain.contains('待'), "{plain}");
    assert_eq!(frame("F1 Esc"), plain);
    assert_eq!(frame("Ctrl-P Esc"), plain);
}

#[test]
fn every_link_leads_somewhere() {
    for name in ["README.md", "README.zh-CN.md", "docs/json.md", "docs/pictures.md"] {
        let text = read(name);
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let here = !target.starts_with("https://");
            assert!(!here || root().join(target).exists(), "{name}: {target}");
        }
    }
}

/// The keys of a document, at any depth; keys of maps by id are data.
fn keys(value: &Value, by_id: &[&str], into: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                into.insert(key.clone());
                match value {
                    Value::Object(map) if by_id.contains(&key.as_str()) => {
                        map.values().for_each(|value| keys(value, by_id, into));
                    }
                    _ => keys(value, by_id, into),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|value| keys(value, by_id, into)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn every_key_of_every_document_is_described() {
    let sandbox = Sandbox::new("en");
    sandbox.demo();
    let text = read("docs/json.md");
    fs::write(sandbox.path("bad.jsonl"), "{\"case\":1}\n").unwrap();
    fs::write(sandbox.path("broken.toml"), "id = \"broken\"\n").unwrap();
    let open = sandbox.json(&["queue", "--json", "--file", "shop.redress"]);
    let case = open["cases"][0]["case"].to_string();
    let with_file = |arguments: &[&str]| {
        let mut all = arguments.to_vec();
        all.extend(["--json", "--file", "shop.redress"]);
        sandbox.json(&all)
    };
    let mut documents = vec![
        open.clone(),
        with_file(&["do", &case, "note", "a note"]),
        with_file(&["do", &case, "check", "no-such-check"]),
        with_file(&["import", "bad.jsonl"]),
        with_file(&["verify"]),
        sandbox.json(&["holidays", "--json"]),
        with_file(&["buyer", &case]),
        with_file(&["do", &case, "playbook", "core", "--report"]),
        sandbox.json(&["playbook", "check", "broken.toml", "--json"]),
        sandbox.json(&["playbook", "list", "--json"]),
        sandbox.json(&["playbook", "diff", "core", "promise-breach", "--json"]),
    ];
    let example = block(&read("README.md"), "toml playbook");
    fs::write(sandbox.path("late-parcel.toml"), example).unwrap();
    documents.push(sandbox.json(&["playbook", "test", "late-parcel.toml", "--json"]));
    let broken = read("README.md");
    let broken = block(&broken, "toml playbook").replace("silent_days = 3", "silent_days = 4");
    fs::write(sandbox.path("failing.toml"), broken).unwrap();
    documents.push(sandbox.json(&["playbook", "test", "failing.toml", "--json"]));
    fs::write(sandbox.path("facts.json"), "[{\"say\":\"a\"},{\"send\":\"nope\"}]").unwrap();
    let walk = ["playbook", "simulate", "late-parcel.toml", "--facts", "facts.json", "--json"];
    documents.push(sandbox.json(&walk));
    let line = "{\"id\":\"1\",\"text\":\"收到是碎的，不处理我就给差评\"}\n";
    fs::write(sandbox.path("lines.jsonl"), line).unwrap();
    documents.push(sandbox.json(&["listen", "--json", "lines.jsonl"]));
    documents.push(sandbox.json(&["guard", "--json", "lines.jsonl"]));
    for row in open["cases"].as_array().unwrap() {
        documents.push(with_file(&["show", &row["case"].to_string()]));
    }
    let mut formats = BTreeSet::new();
    for document in &documents {
        let format = document["format"].as_str().unwrap();
        formats.insert(format.to_owned());
        let section = text.split("\n## ").find(|part| part.starts_with(&format!("`{format}`")));
        let section = section.unwrap_or_else(|| panic!("{format} is not described"));
        let mut named = BTreeSet::new();
        keys(document, &["facts"], &mut named);
        // The facts of a walk stand by their ids.
        if format == "redress.simulation/1" {
            document["facts"].as_object().unwrap().keys().for_each(|fact| {
                named.remove(fact);
            });
        }
        for key in named.iter().filter(|key| !["format", "zh", "en"].contains(&key.as_str())) {
            assert!(section.contains(&format!("`{key}`")), "{format}: {key}");
        }
    }
    let described: BTreeSet<String> = text
        .lines()
        .filter_map(|line| line.strip_prefix("## `"))
        .map(|line| line.trim_end_matches('`').to_owned())
        .collect();
    assert_eq!(formats, described);
}
