//! The box: every playbook of the folder comes with the program, and all are checked in no time.

use redress::domain::Lang;
use redress::playbook::{Library, Playbook};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("playbooks")
}

/// Files of the folder that are no playbooks but shelves of the standard room.
const SHELVES: [&str; 8] = [
    "evidence.toml",
    "policy.toml",
    "signals-en.toml",
    "signals-guard.toml",
    "signals-mood.toml",
    "signals-talk.toml",
    "signals.toml",
    "wording.toml",
];

#[test]
fn every_playbook_of_the_folder_is_shipped() {
    let shipped: BTreeSet<String> =
        Library::shipped().into_iter().map(|source| source.name).collect();
    let found: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .flatten()
        .filter(|entry| entry.path().extension().is_some_and(|ending| ending == "toml"))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !SHELVES.contains(&name.as_str()))
        .map(|name| format!("playbooks/{name}"))
        .collect();
    assert_eq!(shipped, found);
}

#[test]
fn a_shipped_playbook_comes_back_from_its_pin_the_same() {
    let library = Library::new(Library::shipped());
    for entry in library.list() {
        let book = library.get(&entry.id).unwrap();
        let again = Playbook::from_pin(&book.pin()).unwrap();
        assert_eq!(again.reference, book.reference);
        assert_eq!(format!("{:?}", again.steps), format!("{:?}", book.steps), "{}", entry.name);
        assert_eq!(format!("{:?}", again.overlays), format!("{:?}", book.overlays));
    }
}

#[test]
fn the_whole_box_is_checked_while_a_person_waits() {
    let start = Instant::now();
    let library = Library::new(Library::shipped());
    assert!(library.check().iter().all(|found| !found.place.file.is_empty()));
    // A second in the program as it is shipped; an unoptimised build may take its time.
    let limit = if cfg!(debug_assertions) { 20 } else { 1 };
    assert!(start.elapsed() < Duration::from_secs(limit), "{:?}", start.elapsed());
}

/// How many replies each playbook has at least, in each language.
const REPLIES: [(&str, usize); 24] = [
    ("pre-escalation", 16),
    ("platform-complaint", 12),
    ("promise-breach", 10),
    ("late-ship", 12),
    ("not-received", 14),
    ("logistics", 12),
    ("damaged", 12),
    ("missing-wrong-empty", 12),
    ("quality", 16),
    ("not-as-described", 12),
    ("counterfeit", 10),
    ("seven-day", 14),
    ("exchange-resend", 10),
    ("return-inspection", 10),
    ("partial-comp", 10),
    ("refund-freight", 12),
    ("gift", 10),
    ("invoice", 8),
    ("negative-review", 14),
    ("malicious", 12),
    ("safety", 10),
    ("regulator-media", 10),
    ("service-attitude", 10),
    ("appeal-close", 8),
];

/// The replies of a file, those of overlays included.
fn replies(file: &toml::Table) -> Vec<&toml::Value> {
    let steps = file.get("step").and_then(toml::Value::as_array).into_iter().flatten();
    let over = file.get("overlay").and_then(toml::Value::as_array).into_iter().flatten();
    let over = over.filter_map(|one| one.get("step")?.as_array()).flatten();
    steps.chain(over).filter_map(|step| step.get("reply")?.as_array()).flatten().collect()
}

#[test]
fn every_playbook_has_the_replies_it_is_to_have_in_both_languages() {
    for (id, least) in REPLIES {
        let text = fs::read_to_string(folder().join(format!("{id}.toml"))).unwrap();
        let file: toml::Table = text.parse().unwrap();
        for lang in ["zh", "en"] {
            let said = |reply: &&&toml::Value| {
                reply["text"].get(lang).and_then(toml::Value::as_str).is_some_and(|t| !t.is_empty())
            };
            let all = replies(&file);
            let (count, ids): (usize, BTreeSet<&str>) = (
                all.iter().filter(said).count(),
                all.iter().filter_map(|reply| reply["id"].as_str()).collect(),
            );
            assert_eq!(count, all.len(), "{id} says all of it in {lang}");
            assert!(ids.len() >= least, "{id}: {} of {least} in {lang}", ids.len());
        }
    }
}

#[test]
fn every_step_with_words_has_three_and_those_of_a_reply_take_turns() {
    let library = Library::new(Library::shipped());
    let mut turning = 0;
    for entry in library.list() {
        let book = library.get(&entry.id).unwrap();
        for step in book.steps.iter().filter(|step| !step.replies.is_empty()) {
            let wordings: usize = step.replies.iter().map(|reply| 1 + reply.wordings.len()).sum();
            assert!(wordings >= 3, "{} {}: {wordings}", entry.id, step.id);
        }
        turning += book
            .steps
            .iter()
            .flat_map(|step| &step.replies)
            .filter(|reply| {
                let mut texts: Vec<String> =
                    reply.wordings.iter().map(|words| format!("{words:?}")).collect();
                texts.push(format!("{:?}", reply.text));
                let all = texts.len();
                texts.sort_unstable();
                texts.dedup();
                assert_eq!(texts.len(), all, "{} {} says one thing twice", entry.id, reply.id);
                all > 1
            })
            .count();
    }
    assert!(turning > 300, "{turning} replies have wordings that take turns");
}

/// A reply speaks to the buyer: what a fact puts into it calls them "you", never "the buyer".
#[test]
fn no_fact_speaks_of_the_buyer_to_the_buyer() {
    let library = Library::new(Library::shipped());
    let texts: String =
        Library::shipped().into_iter().map(|source| source.text.to_string()).collect();
    let mut wrong = BTreeSet::new();
    for entry in library.list() {
        let book = library.get(&entry.id).unwrap();
        let printed = |id: &str| texts.contains(&format!("{{{{ {id} }}}}"));
        for fact in book.facts.iter().filter(|fact| printed(fact.id.as_str())) {
            for choice in &fact.values {
                let said = choice.say.as_ref().unwrap_or(&choice.text);
                let (zh, en) = (said.get(Lang::Zh), said.get(Lang::En));
                if zh.contains("买家")
                    || zh.contains("责任")
                    || en.contains("buyer")
                    || en.contains("fault")
                {
                    wrong.insert(format!("{} {zh} {en}", fact.id));
                }
            }
        }
    }
    // "A fault" of the goods blames nobody.
    wrong.retain(|one| !one.ends_with(" a fault"));
    assert!(wrong.is_empty(), "{wrong:?}");
}
