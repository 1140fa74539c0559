//! What can be found wrong with a playbook before any case runs on it.
//!
//! Split by price: names and ways are looked at whenever a playbook is compiled that does not come
//! with the program; the inside of conditions and templates only when a file is checked or comes
//! from the shop; names on other shelves, tests and style only when a file is checked, for no case
//! stands still because of them. At shipped files nobody looks but the tests, and those wholly.

mod case;
mod conditions;
mod facts;
mod graph;
mod known;
mod names;
mod overlays;
mod rehearsals;
mod replies;
mod shelves;
mod steps;
mod style;
mod templates;
mod wording;

use super::diagnostic::Problem;
use super::merge::Merged;
use super::read::Reading;
use super::source::{Origin, Source};
use super::spot::Spot;
pub(crate) use known::Known;

/// What is looked at.
pub(crate) struct Subject<'a> {
    /// The file itself.
    pub(crate) reading: &'a Reading,
    /// The file worked into its parents.
    pub(crate) merged: &'a Merged,
    /// The same, its calls replaced by the steps they call.
    pub(crate) flat: &'a Merged,
    /// The texts that file numbers count in.
    pub(crate) sources: &'a [Source],
    /// Whose conditions and templates are looked at.
    pub(crate) scope: Scope,
    /// What the file may name besides itself.
    pub(crate) known: Option<&'a Known>,
}

/// Whose conditions and templates are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Those of one file.
    File(usize),
    /// Those of its parents as well, as when it declares one of their facts anew.
    Family,
}

/// Looks at names, types and, if the file was read `whole`, at ways: with parts missing, what can
/// be reached is anyone's guess.
pub(crate) fn structure(merged: &Merged, whole: bool) -> Vec<Problem> {
    let mut problems = Vec::new();
    names::check(merged, &mut problems);
    facts::check(merged, &mut problems);
    steps::check(merged, &mut problems);
    replies::check(merged, &mut problems);
    case::check(merged, &mut problems);
    overlays::check(merged, &mut problems);
    if whole {
        graph::check(merged, &mut problems);
    }
    problems
}

/// Looks inside conditions and templates.
pub(crate) fn language(subject: &Subject<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    conditions::check(subject, &mut problems);
    templates::check(subject, &mut problems);
    problems
}

/// Looks at names on other shelves, at the tests and, in a file that is `sound`, at its style.
pub(crate) fn advice(subject: &Subject<'_>, sound: bool) -> Vec<Problem> {
    let mut problems = Vec::new();
    if let Some(known) = subject.known {
        shelves::check(subject, known, &mut problems);
        rehearsals::check(subject, known, &mut problems);
    }
    if sound {
        style::check(subject, &mut problems);
    }
    if let Some(known) = subject.known.filter(|_| sound) {
        wording::check(subject, known.wording(), &mut problems);
    }
    problems
}

impl Subject<'_> {
    /// The number of the file itself.
    const fn file(&self) -> usize {
        self.reading.book.spot.file
    }

    /// Whether the file comes with the program.
    fn is_shipped(&self) -> bool {
        let source = self.sources.get(self.file());
        source.is_some_and(|source| source.origin == Origin::Shipped)
    }
}

impl Scope {
    const fn covers(self, spot: &Spot) -> bool {
        match self {
            Self::File(file) => spot.file == file,
            Self::Family => true,
        }
    }
}

/// The text a problem's place counts in.
fn text_of(sources: &[Source], file: usize) -> &str {
    sources.get(file).map_or("", |source| &*source.text)
}
