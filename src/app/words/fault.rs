//! What is wrong in the shop's own files of rules, exhibits, guards and wordings, in words.

use crate::i18n::{Strings, fill};
use crate::standard::StandardFault;

/// The fault with its place, and what to do.
#[must_use]
pub fn shelf_fault(fault: &StandardFault, strings: &Strings) -> String {
    format!("{}: {}", fault.place(), shelf_message(fault, strings))
}

/// The fault without its place.
#[must_use]
pub fn shelf_message(fault: &StandardFault, strings: &Strings) -> String {
    let texts = &strings.shelf;
    match fault {
        StandardFault::File { message, .. } => fill(texts.file, &[("why", &one_line(message))]),
        StandardFault::Entry { message, .. } => fill(texts.entry, &[("why", &one_line(message))]),
        StandardFault::Day { id, key, .. } => fill(texts.day, &[("id", id), ("key", key)]),
        StandardFault::Twice { id, .. } => fill(texts.twice, &[("id", id)]),
        StandardFault::OneLanguage { id, key, .. } => {
            fill(texts.one_language, &[("id", id), ("key", key)])
        }
        StandardFault::NoSource { id, .. } => fill(texts.no_source, &[("id", id)]),
        StandardFault::Unknown { id, key, name, .. } => {
            fill(texts.unknown, &[("id", id), ("key", key), ("name", name)])
        }
        StandardFault::Empty { id, key, .. } => fill(texts.empty, &[("id", id), ("key", key)]),
    }
}

/// The reader's words are its own and may have more lines.
fn one_line(message: &str) -> String {
    crate::domain::CleanText::new(message).one_line()
}
