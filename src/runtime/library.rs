//! The playbooks of this machine: the shipped ones, with the shop's own over them.

mod books;

pub use books::Books;

use crate::domain::PlaybookRef;
use crate::guide::Wits;
use crate::playbook::{Library, Origin, Pin, Playbook, Source};
use crate::standard::{OwnShelf, Shelf};
use std::path::Path;
use std::sync::Arc;

/// Reads the shop's playbooks; the shipped ones are part of the program. A file that cannot be read
/// stands in the library with an empty text, so that it is listed with what is wrong.
#[must_use]
pub fn library(folder: &Path) -> Library {
    Library::new(sources(folder)).with_shelves(shelves(folder))
}

/// The shop's own files of rules, exhibits, guards and wordings: they stand beside the folder of the
/// playbooks. One that cannot be read as text is taken as far as it can.
#[must_use]
pub fn shelves(folder: &Path) -> Vec<OwnShelf> {
    let own = |shelf: Shelf| {
        let path = folder.with_file_name(shelf.file());
        let bytes = std::fs::read(&path).ok()?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Some(OwnShelf { shelf, name: path.display().to_string(), text })
    };
    Shelf::ALL.into_iter().filter_map(own).collect()
}

/// The files of [`library`]: the shipped ones, then the shop's own.
#[must_use]
pub fn sources(folder: &Path) -> Vec<Source> {
    let mut sources = Library::shipped();
    let mut own: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    own.sort();
    sources.extend(own.into_iter().map(|path| {
        Source {
            name: path.display().to_string(),
            origin: Origin::Shop,
            text: std::fs::read(&path)
                .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
                .unwrap_or_default()
                .into(),
        }
    }));
    sources
}

/// What the guide knows: the shipped signals and rules, and over them the shop's own `signals.toml`,
/// `signals-guard.toml` and `wording.toml` of the config folder.
#[must_use]
pub fn wits(config: &Path) -> Wits {
    let own = |name: &str| {
        let path = config.join(name);
        let text = std::fs::read(&path).ok()?;
        Some((path.display().to_string(), String::from_utf8_lossy(&text).into_owned()))
    };
    let (signals, guard, wording) =
        (own("signals.toml"), own("signals-guard.toml"), own("wording.toml"));
    Wits::new(signals, guard, wording)
}

/// The playbook in the version a case runs on: the library's when it is the same, else as the case
/// file kept it, else the library's newest.
///
/// # Errors
/// What is wrong with it, one diagnostic a line, in English.
pub fn version(
    library: &Library,
    reference: &PlaybookRef,
    pinned: Option<&str>,
) -> Result<Arc<Playbook>, String> {
    let newest = library.get(&reference.id);
    if let Ok(book) = &newest
        && book.reference == *reference
    {
        return Ok(Arc::clone(book));
    }
    if let Some(pin) = pinned.and_then(|pinned| serde_json::from_str::<Pin>(pinned).ok())
        && let Ok(book) = Playbook::from_pin(&pin)
    {
        return Ok(Arc::new(book));
    }
    newest.map_err(|wrong| first_line(&wrong))
}

/// The first diagnostic with its place, for one line on the screen.
#[must_use]
pub(super) fn first_line(wrong: &[crate::playbook::Diagnostic]) -> String {
    wrong.first().map_or_else(String::new, |first| {
        format!(
            "{}:{}:{}: {}",
            first.place.file,
            first.place.line,
            first.place.column,
            first.message.get(crate::domain::Lang::En)
        )
    })
}
