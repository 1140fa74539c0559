//! Whatever a shipped playbook names of rules, exhibits and guards is there.

use redress::standard::{Evidence, Guards, Standards};
use std::error::Error;
use std::fs;
use std::path::PathBuf;
use toml::{Table, Value};

/// The playbooks of the box: every file of the folder that has steps.
fn playbooks() -> Result<Vec<(String, Table)>, Box<dyn Error>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("playbooks");
    let mut books = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let table: Table = fs::read_to_string(&path)?.parse()?;
            if table.contains_key("step") {
                books.push((path.display().to_string(), table));
            }
        }
    }
    books.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(books)
}

/// Every text below `value` with the key it stands under.
fn texts<'a>(key: &'a str, value: &'a Value, found: &mut Vec<(&'a str, &'a str)>) {
    match value {
        Value::String(text) => found.push((key, text)),
        Value::Array(list) => list.iter().for_each(|one| texts(key, one, found)),
        Value::Table(table) => table.iter().for_each(|(key, one)| texts(key, one, found)),
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {}
    }
}

/// The kinds a condition asks for: `exhibit("ev.photos")`.
fn asked_for(condition: &str) -> Vec<&str> {
    condition
        .split("exhibit(")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .map(|inside| inside.trim().trim_matches(['"', '\'']))
        .collect()
}

/// What the books name, by what it is: rules, kinds of exhibits, guards.
fn named(book: &Table) -> [Vec<String>; 3] {
    let (mut found, mut names) = (Vec::new(), [Vec::new(), Vec::new(), Vec::new()]);
    book.iter().for_each(|(key, value)| texts(key, value, &mut found));
    for (key, text) in found {
        match key {
            "standard" | "standards" | "basis" => names[0].push(text.to_owned()),
            "exhibits" | "exhibit" | "must" | "nice" => {
                names[1].extend(text.split('|').map(|one| one.trim().to_owned()));
            }
            "guards" => names[2].push(text.to_owned()),
            _other => names[1].extend(asked_for(text).into_iter().map(str::to_owned)),
        }
    }
    names
}

#[test]
fn rules_exhibits_and_guards_that_are_named_exist() {
    let (rules, evidence, guards) = (Standards::shipped(), Evidence::shipped(), Guards::shipped());
    let mut missing = Vec::new();
    let mut cited = 0;
    for (file, book) in playbooks().unwrap() {
        let [standards, exhibits, watched] = named(&book);
        cited += standards.len();
        let unknown_rules = standards.iter().filter(|id| rules.get(id).is_none());
        let unknown_kinds = exhibits.iter().filter(|id| evidence.kind(id).is_none());
        let unknown_guards = watched.iter().filter(|id| guards.get(id).is_none());
        missing.extend(
            unknown_rules
                .chain(unknown_kinds)
                .chain(unknown_guards)
                .map(|id| format!("{file}: {id}")),
        );
    }
    assert!(cited > 20, "{cited}");
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn what_a_name_stands_under_is_looked_at() {
    let book: Table = r#"
guards = ["G-PII"]
evidence = { must = ["ev.pod|ev.auth-pod"], nice = ["ev.ticket"] }
[[timer]]
basis = ["tb.disp.9"]
[[step]]
standard = ["cn.cpl.24"]
exhibits = ["ev.photos"]
when = "exhibit(\"ev.weight\") && !exhibit('ev.pay')"
[[test]]
do = [{ exhibit = "ev.chat" }]
"#
    .parse()
    .unwrap();
    let [mut rules, mut kinds, guards] = named(&book);
    rules.sort();
    kinds.sort();
    assert_eq!(rules, ["cn.cpl.24", "tb.disp.9"]);
    assert_eq!(
        kinds,
        ["ev.auth-pod", "ev.chat", "ev.pay", "ev.photos", "ev.pod", "ev.ticket", "ev.weight"]
    );
    assert_eq!(guards, ["G-PII"]);
}
