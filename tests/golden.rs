//! Golden cases: complaints from the first message to the end, as data. Each file of `tests/golden` is
//! played through the command line, which passes the same gate as every key, and what the case file then
//! holds is compared: what was paid, what was promised, what was said.
//!
//! A file has `play`, a list of acts: `say` (the buyer writes), `do` (the words behind `redress do 1`),
//! with `refused` the code it must meet, `wait` (minutes), `to` (tick what is to be ticked and go on
//! until the case stands at that step), `expect` (keys of `redress show 1 --json`, by path, and under
//! `queue` the case's row of `redress queue --json`). And `expect` once more for the end, with `paid`,
//! `promises`, `sent` (every text as it went out, whole) and `never`.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a case that cannot be played has failed, and says where"
)]

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use toml::Table;

/// As many steps as a walk may take.
const LONGEST: usize = 40;

/// The reply a case uses stands among so many offered first.
const FIRST: usize = 3;

struct Play {
    folder: tempfile::TempDir,
    name: String,
    now: i64,
    said: u32,
}

impl Play {
    fn new(name: &str, golden: &Table) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("config");
        fs::create_dir_all(&config).unwrap();
        fs::write(config.join("settings.toml"), "agent = '小林'\n").unwrap();
        let policy = golden.get("policy").and_then(toml::Value::as_str).unwrap_or_default();
        let hours = "[hours]\nutc-offset-hours = 8\n";
        fs::write(config.join("policy.toml"), format!("{policy}\n{hours}")).unwrap();
        // Ten in the morning of 22 November 2026, in the shop.
        Self { folder, name: name.to_owned(), now: 600, said: 0 }
    }

    fn clock(&self) -> String {
        let (days, minutes) = (self.now / 1_440, self.now % 1_440);
        format!("2026-11-{:02}T{:02}:{:02}:00+08:00", 22 + days, minutes / 60, minutes % 60)
    }

    fn run(&self, arguments: &[&str]) -> (bool, String, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_redress"))
            .args(["--lang", "zh", "--now", &self.clock(), "--home"])
            .arg(self.folder.path())
            .args(arguments)
            .env_clear()
            .current_dir(self.folder.path())
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.success(), text(output.stdout), text(output.stderr))
    }

    fn show(&self) -> Value {
        let (done, out, err) = self.run(&["show", "1", "--json", "--messages", "200"]);
        assert!(done, "{}: {err}", self.name);
        serde_json::from_str(&out).unwrap()
    }

    /// The case, and under `queue` its row there.
    fn seen(&self) -> Value {
        let mut shown = self.show();
        let (done, out, err) = self.run(&["queue", "--json"]);
        assert!(done, "{}: {err}", self.name);
        let queue: Value = serde_json::from_str(&out).unwrap();
        shown["queue"] = queue["cases"][0].clone();
        shown
    }

    /// Does one act; gives the code of its refusal.
    fn act(&self, words: &[&str]) -> Option<String> {
        let (done, out, err) = self.run(&[&["do", "1", "--json"], words].concat());
        if done {
            return None;
        }
        let document: Value = serde_json::from_str(out.trim())
            .unwrap_or_else(|_none| panic!("{}: {words:?}: {err}", self.name));
        Some(format!("{}: {}", document["refused"].as_str().unwrap(), document["reason"]))
    }

    fn does(&self, words: &[&str]) {
        if let Some(why) = self.act(words) {
            panic!("{}: {words:?} refused: {why}", self.name);
        }
    }

    fn say(&mut self, golden: &Table, text: &str) {
        self.said += 1;
        let case = &golden["case"];
        let of = |key: &str| case.get(key).and_then(toml::Value::as_str).unwrap_or_default();
        let line = serde_json::json!({
            "case": "golden", "buyer": of("buyer"), "platform": of("platform"),
            "order": of("order"), "at": self.clock(), "from": "buyer", "text": text,
        });
        let path = self.folder.path().join(format!("{}.jsonl", self.said));
        fs::write(&path, format!("{line}\n")).unwrap();
        let (done, _, err) = self.run(&["import", path.to_str().unwrap()]);
        assert!(done, "{}: {err}", self.name);
        // What the words were taken for is another test's matter: the file says what it is about.
        for key in ["issue", "playbook"] {
            let is = self.show()["case"][key].clone();
            let is = is["id"].as_str().or(is.as_str()).unwrap_or_default().to_owned();
            if self.said == 1 && !of(key).is_empty() && of(key) != is {
                self.does(&[key, of(key)]);
            }
        }
    }

    /// What the case uses next stands among the first that are offered.
    fn offers(&self, wanted: &str, at: &str) {
        let shown = self.show();
        let offered = shown["replies"].as_array().unwrap();
        let offered: Vec<&str> = offered.iter().map(|one| one["id"].as_str().unwrap()).collect();
        let place = offered.iter().position(|id| *id == wanted);
        let name = &self.name;
        assert!(place.is_some_and(|place| place < FIRST), "{name}: {at}: {wanted} of {offered:?}");
    }

    /// Ticks what is to be ticked, and goes on.
    fn to(&self, step: &str) {
        for _ in 0..LONGEST {
            let shown = self.show();
            if shown["case"]["step"] == step {
                return;
            }
            let missing = shown["step"]["missing"].as_array().cloned().unwrap_or_default();
            for one in &missing {
                match (one["kind"].as_str().unwrap_or_default(), one["id"].as_str()) {
                    ("check", Some(id)) => self.does(&["check", id]),
                    _not_to_be_ticked => {
                        panic!("{}: at {}: {one}", self.name, shown["case"]["step"])
                    }
                }
            }
            if missing.is_empty() || self.show()["case"]["step"] == shown["case"]["step"] {
                self.does(&["advance"]);
            }
        }
        panic!("{}: never came to {step}, but to {}", self.name, self.show()["case"]["step"]);
    }
}

fn texts(value: &toml::Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect()
}

/// Compares keys by path: `case.settling.paid_fen = 1000`.
fn compare(name: &str, at: &str, shown: &Value, wanted: &Table) {
    for (path, value) in wanted {
        let found = path.split('.').fold(shown, |value, key| match key.parse::<usize>() {
            Ok(place) => &value[place],
            Err(_name) => &value[key],
        });
        let wanted = serde_json::to_value(value).unwrap();
        let wanted = if wanted == "null" { Value::Null } else { wanted };
        assert_eq!(*found, wanted, "{name}: {at}: {path}");
    }
}

fn play(path: &Path) {
    let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
    let golden: Table = fs::read_to_string(path).unwrap().parse().unwrap();
    let mut play = Play::new(&name, &golden);
    for (place, act) in golden["play"].as_array().unwrap().iter().enumerate() {
        let at = format!("act {}", place + 1);
        if let Some(text) = act.get("say") {
            play.say(&golden, text.as_str().unwrap());
        } else if let Some(minutes) = act.get("wait") {
            play.now += minutes.as_integer().unwrap();
        } else if let Some(step) = act.get("to") {
            play.to(step.as_str().unwrap());
        } else if let Some(wanted) = act.get("expect") {
            compare(&name, &at, &play.seen(), wanted.as_table().unwrap());
        } else {
            let words = texts(&act["do"]);
            if let ["reply", "--adopt", wanted] = words.as_slice()
                && !act.as_table().unwrap().contains_key("refused")
            {
                play.offers(wanted, &at);
            }
            let refused = play.act(&words);
            match (refused, act.get("refused").and_then(toml::Value::as_str)) {
                (None, None) => {}
                (Some(why), Some(wanted)) if why.starts_with(&format!("{wanted}:")) => {}
                (found, wanted) => {
                    panic!("{name}: {at} {words:?}: wanted {wanted:?}, found {found:?}")
                }
            }
        }
        play.now += 1;
    }
    finish(&name, &play, &golden["expect"]);
}

fn finish(name: &str, play: &Play, expect: &toml::Value) {
    let shown = play.show();
    let case = &shown["case"];
    compare(
        name,
        "end",
        &shown,
        &expect.get("keys").map_or_else(Table::new, |keys| keys.as_table().unwrap().clone()),
    );
    assert_eq!(case["closed"]["result"], expect["closed"].as_str().unwrap(), "{name}: closed");
    let all = |key: &str| case[key].as_array().unwrap().clone();
    let paid: Vec<String> = case["settling"]["payments"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["void"].is_null())
        .map(|one| format!("{} {}", one["what"].as_str().unwrap(), one["amount_fen"]))
        .collect();
    assert_eq!(paid, texts(&expect["paid"]), "{name}: paid");
    let promises: Vec<String> = all("promises")
        .iter()
        .map(|one| format!("{} {}", one["status"].as_str().unwrap(), one["what"].as_str().unwrap()))
        .collect();
    assert_eq!(promises, texts(&expect["promises"]), "{name}: promises");
    let said: Vec<String> = shown["messages"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["author"] == "agent")
        .map(|one| one["text"].as_str().unwrap().to_owned())
        .collect();
    let wanted = texts(&expect["sent"]);
    assert_eq!(said.len(), wanted.len(), "{name}: sent {said:#?}");
    for (said, wanted) in said.iter().zip(wanted) {
        assert_eq!(said, wanted, "{name}: sent");
    }
    let never = expect.get("never").map(texts).unwrap_or_default();
    for words in never {
        assert!(!said.iter().any(|one| one.contains(words)), "{name}: {words} was said");
    }
    let (sound, out, err) = play.run(&["verify"]);
    assert!(sound, "{name}: {out}{err}");
}

#[test]
fn every_golden_case_ends_as_it_is_written() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 6, "{files:?}");
    // Two at a time: most of it is waiting for the disk.
    let (one, other) = files.split_at(files.len() / 2);
    std::thread::scope(|threads| {
        threads.spawn(|| {
            for path in one {
                play(path);
            }
        });
        for path in other {
            play(path);
        }
    });
}
