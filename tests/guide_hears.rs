//! How well the guide hears lines and conversations written for it: issues, moods, and which
//! conversation is the unhappier. Every second line was set aside before anything was tuned on the
//! others, and is counted apart.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use redress::guide::{Side, Signals, Utterance};
use serde_json::Value;
use std::sync::LazyLock;

static SIGNALS: LazyLock<Signals> = LazyLock::new(Signals::shipped);

/// The lines of a file, those read while tuning first, then those that were not.
fn halves(text: &str) -> [Vec<Value>; 2] {
    let all: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (unread, read) = all.into_iter().partition(|line| line.get("unread").is_some());
    [read, unread]
}

/// How many lines are told as they should be, and those that are not.
fn right(lines: &[Value], told: impl Fn(&Value) -> (String, String)) -> (usize, Vec<String>) {
    let mut wrong = Vec::new();
    for line in lines {
        let (heard, wanted) = told(line);
        if heard != wanted {
            wrong.push(format!("{wanted} > {heard}: {}", line["text"]));
        }
    }
    (lines.len() - wrong.len(), wrong)
}

fn word(line: &Value, key: &str) -> String {
    line[key].as_str().unwrap().to_owned()
}

#[test]
fn issues_are_heard_in_short_lines() {
    let [read, unread] = halves(include_str!("guide/issues.jsonl"));
    let heard = |line: &Value| {
        let text = word(line, "text");
        (SIGNALS.line(&text).issues[0].topic.id.clone(), word(line, "issue"))
    };
    let (tuned, wrong) = right(&read, heard);
    assert!(tuned * 10 >= read.len() * 9, "{tuned} of {}: {wrong:#?}", read.len());
    let (kept, missed) = right(&unread, heard);
    println!("issues: {tuned} of {} tuned on, {kept} of {} set aside", read.len(), unread.len());
    assert!(kept * 5 >= unread.len() * 4, "{kept} of {}: {missed:#?}", unread.len());
}

#[test]
fn moods_are_heard_in_short_lines() {
    let [read, unread] = halves(include_str!("guide/moods.jsonl"));
    let heard = |line: &Value| {
        let text = word(line, "text");
        (SIGNALS.line(&text).mood.name().to_owned(), word(line, "mood"))
    };
    let (tuned, wrong) = right(&read, heard);
    assert!(tuned * 10 >= read.len() * 9, "{tuned} of {}: {wrong:#?}", read.len());
    let (kept, missed) = right(&unread, heard);
    println!("moods: {tuned} of {} tuned on, {kept} of {} set aside", read.len(), unread.len());
    assert!(kept * 5 >= unread.len() * 4, "{kept} of {}: {missed:#?}", unread.len());
}

/// How unhappy the buyer of a conversation is.
fn unhappiness(line: &Value) -> f32 {
    let messages = line["messages"].as_array().unwrap();
    let said: Vec<Utterance<'_>> = messages
        .iter()
        .map(|one| Utterance {
            from: Some(if one["from"] == "buyer" { Side::Buyer } else { Side::Agent }),
            text: one["text"].as_str().unwrap(),
            at: None,
        })
        .collect();
    SIGNALS.listen(&said).unhappiness
}

#[test]
fn of_two_conversations_the_unhappier_is_told() {
    for lines in halves(include_str!("guide/unhappy.jsonl")) {
        let levels: Vec<(u64, f32)> =
            lines.iter().map(|one| (one["level"].as_u64().unwrap(), unhappiness(one))).collect();
        let (mut told, mut pairs) = (0, 0);
        for (level, unhappy) in &levels {
            for (_, less) in levels.iter().filter(|(other, _)| other < level) {
                pairs += 1;
                told += usize::from(unhappy > less);
            }
        }
        println!("unhappier told in {told} of {pairs} pairs");
        assert!(told * 10 >= pairs * 9, "{told} of {pairs}");
    }
}
