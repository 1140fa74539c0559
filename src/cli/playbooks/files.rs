//! Playbook files named on the command line, and what is said about them under `--json`.

use crate::app::words::shelf_message;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::domain::{PlaybookId, PlaybookRef};
use crate::exchange::json::{
    DiagnosticRecord, PlaybookRecord, PlaybooksDocument, ShelfFaultRecord, Shown,
};
use crate::i18n::fill;
use crate::playbook::{Diagnostic, Entry, Library, Origin, Paint, Pin, Playbook, Severity, Source};
use crate::standard::{OwnShelf, Shelf, StandardFault};
use crate::store::Access;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The playbooks of this machine, or the shipped ones with the given files over them.
pub(super) fn library(
    session: &Session,
    paths: &[PathBuf],
) -> Result<(Library, Option<Vec<String>>), Failure> {
    if paths.is_empty() {
        return Ok((session.library(), None));
    }
    let mut sources = Library::shipped();
    let mut own = session.shelves();
    let mut names = Vec::new();
    for path in paths {
        own.extend(shelves(path));
        for file in files(path).map_err(|error| Failure::Read(path.clone(), error))? {
            let bytes = std::fs::read(&file).map_err(|error| Failure::Read(file.clone(), error))?;
            let name = file.display().to_string();
            names.push(name.clone());
            let text = String::from_utf8_lossy(&bytes).into_owned();
            sources.push(Source { name, origin: Origin::Shop, text: text.into() });
        }
    }
    Ok((Library::new(sources).with_shelves(own), Some(names)))
}

/// A playbook, and the others beside it.
#[derive(Debug)]
pub(super) struct Named {
    pub(super) book: Arc<Playbook>,
    pub(super) library: Library,
}

/// A playbook by its file, its id, or its id and version.
pub(super) fn named(session: &Session, name: &str) -> Result<Named, Failure> {
    let path = Path::new(name);
    if path.is_file() {
        let (library, _) = library(session, &[path.to_owned()])?;
        let book = from_file(session, &library, name)?;
        return Ok(Named { book, library });
    }
    let library = session.library();
    let (id, version) = name.split_once('@').map_or((name, None), |(id, v)| (id, Some(v)));
    let texts = &session.strings.author_tools.say;
    let id = PlaybookId::from(id);
    let newest = library.get(&id);
    let Some(version) = version else {
        let book = newest.map_err(|wrong| match wrong.first() {
            // Without a file there is nothing to show: no playbook has that id.
            Some(first) if first.place.file.is_empty() => {
                Failure::Said(fill(texts.no_such_playbook, &[("name", &name)]))
            }
            Some(_) | None => broken(session, &library, &wrong),
        })?;
        return Ok(Named { book, library });
    };
    if let Ok(book) = &newest
        && book.reference.version == version
    {
        return Ok(Named { book: Arc::clone(book), library });
    }
    let reference = PlaybookRef { id, version: version.to_owned() };
    if let Some(book) = kept(session, &reference)? {
        return Ok(Named { book, library });
    }
    let version = newest.map(|book| book.reference.version.clone()).unwrap_or_default();
    let values: [(&str, &dyn std::fmt::Display); 2] =
        [("name", &reference.id), ("version", &version)];
    Err(Failure::Said(fill(texts.no_such_version, &values)))
}

/// The version that cases of the case file run on, if one does and it can still be read.
fn kept(session: &Session, reference: &PlaybookRef) -> Result<Option<Arc<Playbook>>, Failure> {
    if !session.file.is_file() {
        return Ok(None);
    }
    let pinned = session.open(Access::Read)?.pinned(reference)?;
    let pin = pinned.and_then(|pinned| serde_json::from_str::<Pin>(&pinned).ok());
    Ok(pin.and_then(|pin| Playbook::from_pin(&pin).ok()).map(Arc::new))
}

/// The playbook of a file that was put into the library.
pub(super) fn from_file(
    session: &Session,
    library: &Library,
    name: &str,
) -> Result<Arc<Playbook>, Failure> {
    let entries = library.list();
    let entry = entries.iter().find(|entry| entry.name == name);
    let id = entry.map_or_else(|| PlaybookId::from(name), |entry| entry.id.clone());
    library.get(&id).map_err(|wrong| broken(session, library, &wrong))
}

/// Everything that is wrong with a playbook, as `check` shows it.
fn broken(session: &Session, library: &Library, wrong: &[Diagnostic]) -> Failure {
    let told: Vec<String> =
        wrong.iter().map(|one| library.render(one, session.lang, Paint::Plain)).collect();
    Failure::Said(told.join("\n\n"))
}

/// Whether a file stands beside playbooks and is none: rules of the shop, shelves, signals.
fn is_no_playbook(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    ["policy.toml", "settings.toml", "keymap.toml"].contains(&name.as_ref())
        || Shelf::ALL.iter().any(|shelf| shelf.file() == name)
        || name.starts_with("signals")
}

/// The shelves of a folder.
fn shelves(folder: &Path) -> impl Iterator<Item = OwnShelf> {
    Shelf::ALL.into_iter().filter_map(|shelf| {
        let path = folder.join(shelf.file());
        let text = std::fs::read(&path).ok()?;
        let text = String::from_utf8_lossy(&text).into_owned();
        Some(OwnShelf { shelf, name: path.display().to_string(), text })
    })
}

/// The file itself, or the playbooks of a folder.
fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in std::fs::read_dir(path)? {
        let file = entry?.path();
        if file.extension().is_some_and(|ending| ending == "toml") && !is_no_playbook(&file) {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}

pub(super) fn document(
    session: &Session,
    library: &Library,
    entries: &[Entry],
) -> PlaybooksDocument {
    let shelves = library.shelf_faults().iter().map(|fault| shelf(session, fault)).collect();
    PlaybooksDocument::new(entries.iter().map(|entry| record(library, entry)).collect(), shelves)
}

fn shelf(session: &Session, fault: &StandardFault) -> ShelfFaultRecord {
    let place = fault.place();
    ShelfFaultRecord {
        file: Shown::new(&place.file),
        line: place.line,
        column: place.column,
        message: Shown::new(&shelf_message(fault, session.strings)),
    }
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

pub(super) fn diagnostic(diagnostic: &Diagnostic) -> DiagnosticRecord {
    DiagnosticRecord {
        severity: match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        code: Shown::new(diagnostic.code.name()),
        file: Shown::new(&diagnostic.place.file),
        line: diagnostic.place.line,
        column: diagnostic.place.column,
        message: diagnostic.message.clone(),
        advice: diagnostic.advice.clone(),
    }
}
