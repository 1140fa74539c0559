//! The pages of the playbook language: every example holds.

use redress::desk::simulate::{Ground, rehearse};
use redress::domain::{Lang, Stamp};
use redress::playbook::{Library, Manual, Origin, Paint, Severity, Source};

#[test]
fn every_example_holds() {
    for page in Manual::load().unwrap().pages() {
        let name = format!("{}.toml", page.name);
        let mut sources = Library::shipped();
        let text = page.example_file();
        sources.push(Source { name: name.clone(), origin: Origin::Shop, text: text.into() });
        let library = Library::new(sources);
        let entries = library.list();
        let entry = entries.iter().find(|entry| entry.name == name).unwrap();
        let told: Vec<String> = entry
            .diagnostics
            .iter()
            .filter(|found| found.place.file == name || found.severity == Severity::Error)
            .map(|found| library.render(found, Lang::En, Paint::Plain))
            .collect();
        assert!(told.is_empty(), "{}:\n{}", page.name, told.join("\n"));
        assert!(entry.version.is_some(), "{}", page.name);
    }
}

/// What shows that a construct is used.
fn shown(page: &str) -> &str {
    match page {
        "file" => "id = ",
        "issues" => "issue = ",
        "results" => "result = ",
        "refusals" => "refused = ",
        "words" => "{ zh = ",
        "order" => "before = ",
        "extends" => "after = ",
        "asks" => "requires = ",
        "tools" => "pay = ",
        "condition" => "at_least(",
        "calculators" => "fraud_3x(",
        "case-timer" => "[[timer]]",
        "due" => "9-18",
        "handover" => "playbook = ",
        "reopen" => "again = ",
        "template" => "{{ ",
        "facts-file" => "{ record = ",
        name => name,
    }
}

#[test]
fn every_example_shows_its_construct() {
    for page in Manual::load().unwrap().pages() {
        let shown = shown(&page.name);
        assert!(page.example.contains(shown), "{}", page.name);
    }
}

#[test]
fn every_test_of_an_example_passes() {
    let policy = redress::desk::Policy::default();
    let mut ran = 0;
    for page in Manual::load().unwrap().pages() {
        let mut sources = Library::shipped();
        let (name, text) = (format!("{}.toml", page.name), page.example_file());
        let id = text.split('"').nth(1).unwrap().into();
        sources.push(Source { name, origin: Origin::Shop, text: text.into() });
        let library = Library::new(sources);
        let book = library.get(&id).unwrap();
        let ground = Ground {
            library: Some(&library),
            policy: &policy,
            lang: Lang::En,
            at: Stamp::parse("2026-11-23T10:00:00+08:00").unwrap(),
        };
        for test in library.tests(&id).unwrap() {
            let failures = rehearse(&book, &test, &ground).failures;
            assert_eq!(failures, [], "{}", page.name);
            ran += 1;
        }
    }
    assert!(ran >= 2);
}

#[test]
fn every_code_of_a_refusal_is_told_in_words() {
    for lang in [Lang::Zh, Lang::En] {
        let words = redress::i18n::Strings::of(lang).author_tools.refusal.all_names();
        let codes: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut known = redress::playbook::REFUSALS.to_vec();
        known.sort_unstable();
        assert_eq!(codes, known, "{lang}");
    }
}

#[test]
fn every_construct_has_a_good_and_a_bad_example() {
    let folder = |name: &str| {
        let path = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/playbooks");
        let files = std::fs::read_dir(path.join(name)).unwrap().flatten();
        files.map(|file| std::fs::read_to_string(file.path()).unwrap()).collect::<String>()
    };
    let (good, bad) = (folder("valid"), folder("invalid"));
    for page in Manual::load().unwrap().pages() {
        // The bad examples of the file of facts stand with the command that reads it; a mistyped
        // kind stands for a statement.
        let (in_good, in_bad) = match page.name.as_str() {
            "facts-file" => continue,
            "calculators" => ("tb_break(", "fraud_3x("),
            "due" => ("9-18", "18-9"),
            "statement" => ("statement", "statment"),
            name => (shown(name), shown(name)),
        };
        assert!(good.contains(in_good), "no good example of {}", page.name);
        assert!(bad.contains(in_bad), "no bad example of {}", page.name);
    }
}
