//! One file examined: worked into its parent, checked and, if sound, compiled.

use super::book::Playbook;
use super::check::{self, Scope};
use super::compile::compile;
use super::diagnostic::{Code, Diagnostic, Problem, diagnose};
use super::merge::{Merged, merge};
use super::read::Reading;
use super::source::Source;
use crate::domain::PlaybookId;
use std::sync::Arc;

/// How closely a playbook is looked at when it is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Depth {
    /// Names, types and ways: quick.
    Names,
    /// Conditions and templates too.
    Language,
}

/// What became of a file.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outcome {
    pub(crate) merged: Arc<Merged>,
    pub(crate) book: Option<Arc<Playbook>>,
    pub(crate) problems: Vec<Problem>,
}

impl Outcome {
    pub(crate) fn diagnostics(&self, sources: &[Source]) -> Vec<Diagnostic> {
        diagnose(&self.problems, sources)
    }

    pub(crate) fn into_playbook(self) -> Option<Playbook> {
        self.book.and_then(Arc::into_inner)
    }
}

/// Whether a file declares a fact of its parents anew.
pub(crate) fn overrides_facts(child: &Reading, parent: &Outcome) -> bool {
    let inherited = &parent.merged.book.facts;
    child
        .book
        .facts
        .iter()
        .any(|fact| inherited.iter().any(|known| known.id.value == fact.id.value))
}

/// Works one file into its parent, checks it and, if nothing is wrong, compiles it. `texts` are its
/// own text and its parents'; `sources` are those the file numbers count in.
pub(crate) fn examine(
    reading: &Reading,
    parent: Option<&Outcome>,
    texts: &[String],
    sources: &[Source],
    depth: Depth,
) -> Outcome {
    let mut problems = reading.problems.clone();
    if let (Some(parent), Some(extends)) = (parent, &reading.book.extends)
        && parent.book.is_none()
    {
        let code = Code::ParentBroken { parent: PlaybookId::new(extends.value.clone()) };
        problems.push(Problem { spot: extends.spot.clone(), code });
        return Outcome { merged: Arc::default(), book: None, problems };
    }
    let (merged, found) = merge(&reading.book, parent.map(|parent| parent.merged.as_ref()));
    problems.extend(found);
    let unreadable = |code: &Code| matches!(code, Code::Syntax { .. } | Code::TooLarge { .. });
    // With a file that is no TOML, everything else would be noise.
    if !problems.iter().any(|problem| unreadable(&problem.code)) {
        let whole = !problems.iter().any(Problem::is_error);
        problems.extend(check::structure(&merged, whole));
        if depth == Depth::Language {
            let scope = match parent {
                Some(parent) if !overrides_facts(reading, parent) => {
                    Scope::File(reading.book.spot.file)
                }
                Some(_) | None => Scope::Family,
            };
            problems.extend(check::language(&merged, sources, scope));
        }
    }
    if let Some(parent) = parent {
        // What the parent was told already is not the child's to hear.
        problems.retain(|problem| !parent.problems.contains(problem));
    }
    let sound = !problems.iter().any(Problem::is_error);
    let book = sound.then(|| compile(&merged, texts.to_vec())).flatten().map(Arc::new);
    Outcome { merged: Arc::new(merged), book, problems }
}
