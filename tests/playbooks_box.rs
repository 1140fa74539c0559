//! The box: every playbook of the folder comes with the program, and all are checked in no time.

use redress::playbook::{Library, Playbook};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("playbooks")
}

/// Files of the folder that are no playbooks but shelves of the standard room.
const SHELVES: [&str; 7] = [
    "evidence.toml",
    "policy.toml",
    "signals-en.toml",
    "signals-guard.toml",
    "signals-mood.toml",
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
