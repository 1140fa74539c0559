//! `redress playbook check` and `redress playbook list`.

use super::args::CheckArgs;
use super::failure::Failure;
use super::session::Session;
use super::{print, table};
use crate::domain::Words;
use crate::exchange::json::{DiagnosticRecord, PlaybookRecord, PlaybooksDocument, Shown};
use crate::i18n::fill;
use crate::playbook::{Diagnostic, Entry, Library, Origin, Paint, Severity, Source};
use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};

pub(super) fn list(session: &Session, json: bool) -> Result<(), Failure> {
    let library = session.library();
    let entries = library.list();
    if json {
        return print::json(&document(&library, &entries));
    }
    let texts = &session.strings.cli.say;
    let rows: Vec<[String; 5]> = entries
        .iter()
        .map(|entry| {
            let origin = match entry.origin {
                Origin::Shipped => &texts.origin_shipped,
                Origin::Shop => &texts.origin_shop,
                Origin::Pinned => &texts.origin_pinned,
            };
            let state = match (&entry.version, entry.overridden) {
                (None, _) => texts.unusable.clone(),
                (Some(_), true) => texts.overridden.clone(),
                (Some(version), false) => version.clone(),
            };
            let words = |words: &Words| words.get(session.lang).to_owned();
            [entry.id.to_string(), state, origin.clone(), words(&entry.title), words(&entry.about)]
        })
        .collect();
    print::text(&table::lines(&rows, [24, 14, 12, 28, 80]))
}

pub(super) fn check(session: &Session, args: &CheckArgs) -> Result<(), Failure> {
    let (library, looked_at) = library(session, &args.paths)?;
    let entries: Vec<Entry> = library
        .list()
        .into_iter()
        .filter(|entry| looked_at.as_ref().is_none_or(|names| names.contains(&entry.name)))
        .collect();
    let found: Vec<&Diagnostic> =
        entries.iter().flat_map(|entry| entry.diagnostics.iter()).collect();
    let count = |severity| found.iter().filter(|one| one.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if args.json {
        print::json(&document(&library, &entries))?;
    } else {
        let paint = if io::stdout().is_terminal() && !session.environment.no_color {
            Paint::Colour
        } else {
            Paint::Plain
        };
        let mut text = String::new();
        for diagnostic in &found {
            text.push_str(&library.render(diagnostic, session.lang, paint));
            text.push_str("\n\n");
        }
        text.push_str(&fill(
            &session.strings.cli.say.checked,
            &[("n", &entries.len()), ("errors", &errors), ("warnings", &warnings)],
        ));
        print::text(&text)?;
    }
    if errors == 0 { Ok(()) } else { Err(Failure::Quiet) }
}

/// The playbooks of this machine, or the shipped ones with the given files over them.
fn library(
    session: &Session,
    paths: &[PathBuf],
) -> Result<(Library, Option<Vec<String>>), Failure> {
    if paths.is_empty() {
        return Ok((session.library(), None));
    }
    let mut sources = Library::shipped();
    let mut names = Vec::new();
    for path in paths {
        for file in files(path).map_err(|error| Failure::Read(path.clone(), error))? {
            let bytes = std::fs::read(&file).map_err(|error| Failure::Read(file.clone(), error))?;
            let name = file.display().to_string();
            names.push(name.clone());
            let text = String::from_utf8_lossy(&bytes).into_owned();
            sources.push(Source { name, origin: Origin::Shop, text });
        }
    }
    Ok((Library::new(sources), Some(names)))
}

/// The file itself, or the playbooks of a folder.
fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in std::fs::read_dir(path)? {
        let file = entry?.path();
        if file.extension().is_some_and(|ending| ending == "toml") {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}

fn document(library: &Library, entries: &[Entry]) -> PlaybooksDocument {
    PlaybooksDocument::new(entries.iter().map(|entry| record(library, entry)).collect())
}

fn record(library: &Library, entry: &Entry) -> PlaybookRecord {
    let book = if entry.overridden { None } else { library.get(&entry.id).ok() };
    PlaybookRecord {
        id: entry.id.clone(),
        title: entry.title.clone(),
        about: entry.about.clone(),
        origin: match entry.origin {
            Origin::Shipped => "shipped",
            Origin::Shop => "shop",
            Origin::Pinned => "pinned",
        },
        file: Shown::new(&entry.name),
        version: entry.version.clone(),
        issues: book.as_ref().map(|book| book.issues.clone()).unwrap_or_default(),
        steps: book.as_ref().map_or(0, |book| book.steps.len()),
        diagnostics: entry.diagnostics.iter().map(diagnostic).collect(),
    }
}

fn diagnostic(diagnostic: &Diagnostic) -> DiagnosticRecord {
    DiagnosticRecord {
        severity: match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        code: Shown::new(diagnostic.code.name()),
        file: Shown::new(&diagnostic.place.file),
        line: diagnostic.place.line,
        column: diagnostic.place.column,
        message: diagnostic.message.clone(),
        advice: diagnostic.advice.clone(),
    }
}
