//! What can be found wrong with a playbook before any case runs on it.
//!
//! Split by price: names and ways are looked at whenever a playbook is compiled; the inside of
//! conditions and templates only when a file is checked or comes from the shop, for shipped files
//! are checked by the tests.

mod conditions;
mod facts;
mod graph;
mod names;
mod replies;
mod templates;

use super::diagnostic::Problem;
use super::merge::Merged;
use super::source::Source;
use super::spot::Spot;

/// Looks at names, types and, if the file was read `whole`, at ways: with parts missing, what can
/// be reached is anyone's guess.
pub(crate) fn structure(merged: &Merged, whole: bool) -> Vec<Problem> {
    let mut problems = Vec::new();
    names::check(merged, &mut problems);
    facts::check(merged, &mut problems);
    replies::check(merged, &mut problems);
    if whole {
        graph::check(merged, &mut problems);
    }
    problems
}

/// Looks inside conditions and templates: of one file, or of its parents too.
pub(crate) fn language(merged: &Merged, sources: &[Source], scope: Scope) -> Vec<Problem> {
    let mut problems = Vec::new();
    conditions::check(merged, sources, scope, &mut problems);
    templates::check(merged, sources, scope, &mut problems);
    problems
}

/// Whose conditions and templates are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Those of one file.
    File(usize),
    /// Those of its parents as well, as when it declares one of their facts anew.
    Family,
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
    sources.get(file).map_or("", |source| source.text.as_str())
}
