//! The rows of the source texts that ask for a playbook, a scripted reply, money, a kind of buyer or
//! a standard: each is answered by a line of a playbook or by a test that carries its id.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The rows, by source (A to F): what a playbook, a reply, the money, a kind of buyer or a standard
/// must make work.
const ROWS: &str = "A04 A05 A07 A12 A14 A15 A16 A20 A24 A32 \
    B07 B08 B09 B14 B18 B22 B23 B24 B25 B29 \
    D04 D06 D09 D14 D15 D19 D20 D21 D22 D25 D32 D33 D34 D52 \
    E06 E07 E09 E11 E17 E24 \
    F08 F10 F13 F14 F18 F19 F20 F21 F22 F24 F26";

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|ext| ext == ending) {
            found.push(path);
        }
    }
}

/// The rows named in a text: in comments that begin with `seeds:`.
fn named(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().filter_map(|line| line.trim_start().split_once("seeds:"));
    let comments = lines.filter(|(mark, _)| ["# ", "// ", "/// "].contains(mark));
    comments
        .flat_map(|(_, rows)| rows.split([' ', ',', '(', ')']))
        .filter(|row| row.len() == 3 && row.starts_with(|c: char| ('A'..='F').contains(&c)))
}

#[test]
fn every_row_of_the_sources_is_answered() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    files(&root.join("playbooks"), "toml", &mut found);
    files(&root.join("tests"), "rs", &mut found);
    files(&root.join("src"), "rs", &mut found);
    let texts: Vec<String> =
        found.iter().map(|path| fs::read_to_string(path).unwrap_or_default()).collect();
    let answered: BTreeSet<&str> = texts.iter().flat_map(|text| named(text)).collect();
    let open: Vec<&str> = ROWS.split_whitespace().filter(|row| !answered.contains(row)).collect();
    assert!(open.is_empty(), "no playbook and no test answers: {}", open.join(" "));
}
