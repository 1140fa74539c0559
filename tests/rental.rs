//! The example a stranger wrote from the README: it checks without a word, and its tests reach all
//! of it.

use redress::desk::Policy;
use redress::desk::simulate::{Ground, rehearse, unreached};
use redress::domain::{Lang, Stamp};
use redress::playbook::{Library, Origin, Paint, Source};
use std::collections::BTreeSet;

const TEXT: &str = include_str!("../examples/playbooks/rental-return.toml");

fn library(text: &'static str) -> Library {
    let mut sources = Library::shipped();
    sources.push(Source {
        name: "rental-return.toml".into(),
        origin: Origin::Shop,
        text: text.into(),
    });
    Library::new(sources)
}

#[test]
fn the_example_checks_without_a_word() {
    let library = library(TEXT);
    let entry = library.entry("rental-return.toml").unwrap();
    let told: Vec<String> =
        entry.diagnostics.iter().map(|d| library.render(d, Lang::En, Paint::Plain)).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    assert!(entry.version.is_some());
}

#[test]
fn its_tests_pass_and_reach_all_of_it() {
    let library = library(TEXT);
    let id = "rental-return".into();
    let book = library.get(&id).unwrap();
    let policy = Policy::default();
    let tests = library.tests(&id).unwrap();
    assert!(tests.len() >= 12 && library.faulty_tests(&id).is_empty());
    for lang in [Lang::Zh, Lang::En] {
        let at = Stamp::parse("2026-11-23T10:00:00+08:00").unwrap();
        let ground = Ground { library: Some(&library), policy: &policy, lang, at };
        let mut reached = BTreeSet::new();
        for test in &tests {
            let came = rehearse(&book, test, &ground);
            assert_eq!(came.failures, [], "{} in {lang}", test.name);
            reached.extend(came.reached);
        }
        assert_eq!(unreached(&book, &reached), [], "{lang}");
    }
}

#[test]
fn one_test_that_cannot_be_understood_stops_no_other() {
    let text: &str = &TEXT.replacen("refused = \"held\"", "refused = \"hold\"", 1);
    let library = library(String::leak(text.to_owned()));
    let id = "rental-return".into();
    let all = TEXT.matches("\n[[test]]").count();
    assert_eq!(library.tests(&id).unwrap().len(), all - 1);
    assert_eq!(library.faulty_tests(&id).len(), 1);
}

#[test]
fn no_sum_is_named_before_the_proofs_are_there() {
    let file: toml::Table = TEXT.parse().unwrap();
    let sums = ["taken", "owed", "rest", "late_fee", "damage_off", "counted", "worth", "repair"];
    let mut said = 0;
    for step in file["step"].as_array().unwrap() {
        for reply in step.get("reply").and_then(|all| all.as_array()).into_iter().flatten() {
            let words = format!("{} {:?}", reply["text"], reply.get("wordings"));
            let names_one = sums.iter().any(|sum| {
                words.contains(&format!("{{{{ {sum} }}}}"))
                    || words.contains(&format!("{{{{ {sum}|"))
            });
            if names_one {
                said += 1;
                let when = reply.get("when").and_then(|when| when.as_str()).unwrap_or_default();
                assert!(when.contains("proved"), "{}: {when}", reply["id"]);
            }
        }
    }
    assert_eq!(said, 3, "the sum, the decision, and what is left to pay");
}
