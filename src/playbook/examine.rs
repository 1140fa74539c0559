//! One file examined: worked into its parent, its calls resolved, checked and, if sound, compiled.

use super::book::Playbook;
use super::call::{Called, Callee, resolve};
use super::check::{self, Known, Scope, Subject};
use super::compile::compile;
use super::diagnostic::{Code, Diagnostic, Problem, diagnose};
use super::merge::{Merged, merge};
use super::read::Reading;
use super::source::{Source, Text};
use crate::domain::PlaybookId;
use std::sync::Arc;

/// How closely a playbook is looked at when it is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Depth {
    /// Not at all: see [`build`].
    Built,
    /// Names, types and ways: quick.
    Names,
    /// Conditions and templates too.
    Language,
    /// Also what does not keep it from running: names on other shelves, tests, style.
    Whole,
}

/// What became of a file.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outcome {
    pub(crate) merged: Arc<Merged>,
    pub(crate) book: Option<Arc<Playbook>>,
    pub(crate) problems: Vec<Problem>,
}

/// What a file is examined among.
pub(crate) struct Around<'a> {
    /// What the file extends.
    pub(crate) parent: Option<&'a Outcome>,
    /// Its own text and its parents', child first.
    pub(crate) texts: Vec<Text>,
    /// The numbers of these.
    pub(crate) files: Vec<usize>,
    /// What file numbers count in.
    pub(crate) sources: &'a [Source],
    /// What a call leads to.
    pub(crate) callee: &'a dyn Fn(&str) -> Callee,
    /// What else the file may name; without it nobody looks.
    pub(crate) known: Option<&'a Known>,
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

/// Works one file into its parent and compiles it, without a look at what it says: for shipped files,
/// which the tests look at wholly.
pub(crate) fn build(reading: Reading, around: &Around<'_>) -> Outcome {
    let Reading { book, mut problems } = reading;
    let (merged, found) = merge(book, around.parent.map(|parent| parent.merged.as_ref()));
    problems.extend(found);
    let merged = Arc::new(merged);
    let (resolved, called, found) = resolve(&merged, around.callee);
    problems.extend(found);
    let flat = resolved.map_or_else(|| Arc::clone(&merged), Arc::new);
    compiled(merged, &flat, problems, around.texts.clone(), called)
}

/// Works one file into its parent, checks it and, if nothing is wrong, compiles it.
pub(crate) fn examine(reading: &Reading, around: &Around<'_>, depth: Depth) -> Outcome {
    let mut problems = reading.problems.clone();
    if let (Some(parent), Some(extends)) = (around.parent, &reading.book.extends)
        && parent.book.is_none()
    {
        let code = Code::ParentBroken { parent: PlaybookId::new(extends.value.clone()) };
        problems.push(Problem { spot: extends.spot.clone(), code });
        return Outcome { merged: Arc::default(), book: None, problems };
    }
    let parent = around.parent.map(|parent| parent.merged.as_ref());
    let (merged, found) = merge(reading.book.clone(), parent);
    problems.extend(found);
    let merged = Arc::new(merged);
    let mut flat = Arc::clone(&merged);
    let mut calls = Vec::new();
    // With a file that is no TOML, everything else would be noise.
    if !problems.iter().any(|problem| is_unreadable(&problem.code)) {
        let (resolved, called, found) = resolve(&merged, around.callee);
        problems.extend(found);
        if let Some(resolved) = resolved {
            flat = Arc::new(resolved);
        }
        let whole = !problems.iter().any(Problem::is_error);
        let mut found = check::structure(&flat, whole);
        abroad(&mut found, &called, &around.files);
        problems.extend(found);
        let subject = Subject {
            reading,
            merged: &merged,
            flat: &flat,
            sources: around.sources,
            scope: scope(reading, around.parent),
            known: around.known,
        };
        if depth >= Depth::Language {
            problems.extend(check::language(&subject));
        }
        if depth >= Depth::Whole {
            // Advice on a file that does not hold would only hide what does not.
            let sound = !problems.iter().any(Problem::is_error);
            problems.extend(check::advice(&subject, sound));
        }
        calls = called;
    }
    if let Some(parent) = around.parent {
        // What the parent was told already is not the child's to hear.
        problems.retain(|problem| !parent.problems.contains(problem));
    }
    compiled(merged, &flat, problems, around.texts.clone(), calls)
}

/// What became of a file: a playbook, unless something is wrong.
fn compiled(
    merged: Arc<Merged>,
    flat: &Merged,
    problems: Vec<Problem>,
    mut texts: Vec<Text>,
    called: Vec<Called>,
) -> Outcome {
    texts.extend(called.into_iter().flat_map(|called| called.texts));
    let sound = !problems.iter().any(Problem::is_error);
    let book = sound.then(|| compile(flat, texts)).flatten().map(Arc::new);
    Outcome { merged, book, problems }
}

const fn is_unreadable(code: &Code) -> bool {
    matches!(code, Code::Syntax { .. } | Code::TooLarge { .. })
}

/// Whose conditions and templates are looked at.
fn scope(reading: &Reading, parent: Option<&Outcome>) -> Scope {
    match parent {
        Some(parent) if !overrides_facts(reading, parent) => Scope::File(reading.book.spot.file),
        Some(_) | None => Scope::Family,
    }
}

/// What is wrong in a called playbook is told in its own file; here it is told once, at the call.
fn abroad(problems: &mut Vec<Problem>, called: &[Called], family: &[usize]) {
    let mut broken = Vec::new();
    problems.retain(|problem| {
        let ours = family.contains(&problem.spot.file);
        let from = called.iter().find(|called| called.files.contains(&problem.spot.file));
        let Some(from) = from.filter(|_| !ours) else { return true };
        if problem.is_error() {
            let code = Code::CallBroken { playbook: from.playbook.clone() };
            broken.push(Problem { spot: from.spot.clone(), code });
        }
        false
    });
    broken.dedup();
    problems.extend(broken);
}
