//! The guide on lines written for it: what must be stopped, what must pass, threats, and what might
//! happen told from what has.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use redress::guide::{Context, Guard, Signals};
use redress::standard::WordingLevel;
use serde_json::Value;
use std::collections::BTreeSet;

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn text(line: &Value) -> &str {
    line.get("text").and_then(Value::as_str).unwrap_or_default()
}

fn blocks(guard: &Guard, draft: &str) -> bool {
    guard.worst(draft, &Context::default()) == Some(WordingLevel::Block)
}

/// Every text of the shipped playbooks a buyer would read, its gaps filled.
fn shipped_replies() -> Vec<String> {
    fn gather(value: &toml::Value, key: &str, into: &mut Vec<String>) {
        match value {
            toml::Value::Table(table) => {
                for (name, inner) in table {
                    let said = key == "text" && matches!(name.as_str(), "zh" | "en");
                    match inner {
                        toml::Value::String(text) if said => into.push(text.clone()),
                        inner => gather(inner, name, into),
                    }
                }
            }
            toml::Value::Array(all) => all.iter().for_each(|inner| gather(inner, key, into)),
            _plain => {}
        }
    }
    let mut replies = Vec::new();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("playbooks");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let other = name.starts_with("signals") || matches!(name.as_str(), "wording.toml");
        if path.extension().is_some_and(|ending| ending == "toml") && !other {
            let read: toml::Value =
                toml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
            gather(&read, "", &mut replies);
        }
    }
    replies.iter().map(|reply| filled(reply)).collect()
}

/// A template with something plain in place of what is filled in.
fn filled(reply: &str) -> String {
    let mut out = String::new();
    let mut rest = reply;
    while let Some((head, tail)) = rest.split_once('{') {
        out.push_str(head);
        let (close, stands_for) = if tail.starts_with('{') { ("}}", "今天") } else { ("%}", "") };
        out.push_str(stands_for);
        rest = tail.split_once(close).map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    out
}

#[test]
fn what_must_be_stopped_is_stopped() {
    let guard = Guard::shipped();
    let all = lines(include_str!("guide/block.jsonl"));
    let missed: Vec<&str> = all.iter().map(text).filter(|draft| !blocks(&guard, draft)).collect();
    println!("blocking rules missed {} of {}", missed.len(), all.len());
    assert!(missed.len() * 20 <= all.len(), "of {}: {missed:#?}", all.len());
}

#[test]
fn what_agents_say_every_day_passes() {
    let guard = Guard::shipped();
    let mut all: Vec<String> = lines(include_str!("guide/ordinary.jsonl"))
        .iter()
        .map(|line| text(line).to_owned())
        .collect();
    all.extend(shipped_replies());
    assert!(all.len() >= 1_000, "{}", all.len());
    let stopped: Vec<String> = all
        .iter()
        .filter(|draft| blocks(&guard, draft))
        .map(|draft| {
            let found = guard.read(draft, &Context::default());
            let first = found.first().unwrap();
            format!("{}: {} in {draft}", first.rule, draft.get(first.span.clone()).unwrap())
        })
        .collect();
    println!("false blocks: {} of {}", stopped.len(), all.len());
    assert!(stopped.len() * 1_000 <= all.len(), "{} of {}: {stopped:#?}", stopped.len(), all.len());
}

#[test]
fn threats_are_heard_without_false_alarm() {
    let signals = Signals::shipped();
    let mut wrong = Vec::new();
    for line in lines(include_str!("guide/threats.jsonl")) {
        let names = line.get("threats").and_then(Value::as_array).unwrap();
        let wanted: BTreeSet<&str> = names.iter().filter_map(Value::as_str).collect();
        let heard = signals.line(text(&line)).threats;
        let heard: BTreeSet<&str> = heard.iter().map(|threat| threat.name()).collect();
        if heard.is_disjoint(&wanted) && !(heard.is_empty() && wanted.is_empty()) {
            wrong.push(format!("{} {heard:?}", text(&line)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_might_happen_is_told_from_what_has() {
    let signals = Signals::shipped();
    let mut wrong = Vec::new();
    for line in lines(include_str!("guide/hypothetical.jsonl")) {
        let wanted = line.get("hypothetical").and_then(Value::as_bool).unwrap();
        if signals.line(text(&line)).hypothetical != wanted {
            wrong.push(format!("{} should be {wanted}", text(&line)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
