//! All playbooks at hand: the shop's before the shipped ones, compiled when first asked for.

mod called;
mod order;
mod shipped;
mod work;

use super::book::{Playbook, Rehearsal};
use super::check::Known;
use super::diagnostic::{Code, Diagnostic, Paint, Problem};
use super::examine::{Around, Depth, Outcome, build, examine, overrides_facts};
use super::merge::Merged;
use super::read::{Reading, head_laid_out, read, read_laid_out};
use super::rehearse::rehearsal;
use super::schema::{RawBook, RawTest, RawWords};
use super::source::{Head, Origin, Source};
use super::spot::Spot;
use crate::domain::{Issue, Lang, PlaybookId, Words};
use crate::standard::{OwnShelf, StandardFault, own_faults};
#[cfg(test)]
pub(in crate::playbook) use shipped::FILES;
use std::borrow::Cow;
use std::sync::{Arc, OnceLock};
pub use work::Work;

/// Playbook files, with what was made of them so far.
#[derive(Debug)]
pub struct Library {
    sources: Vec<Source>,
    shelves: OnceLock<Vec<Shelf>>,
    /// What a file may name besides itself, read when it is first asked for.
    known: OnceLock<Known>,
    /// The shop's own files on the shelves of the program.
    own: Vec<OwnShelf>,
}

/// One line of a list of playbooks.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its id.
    pub id: PlaybookId,
    /// Its name, as far as it can be read.
    pub title: Words,
    /// One sentence about it.
    pub about: Words,
    /// Where the file comes from.
    pub origin: Origin,
    /// The file.
    pub name: String,
    /// The version, if it can be used.
    pub version: Option<String>,
    /// Whether it is a method that other playbooks are built on.
    pub spine: bool,
    /// Whether another file of the same id goes before it.
    pub overridden: bool,
    /// What is wrong with it, warnings included.
    pub diagnostics: Arc<Vec<Diagnostic>>,
}

/// A playbook that can be worked with, and why it is not the one asked for.
#[derive(Debug, Clone)]
pub struct Usable {
    /// The playbook.
    pub playbook: Arc<Playbook>,
    /// What is wrong with the one asked for; empty when this is it.
    pub instead_of: Arc<Vec<Diagnostic>>,
}

#[derive(Debug, Default)]
struct Shelf {
    head: Head,
    reading: OnceLock<Reading>,
    /// With its parents worked in, for those who call it.
    merged: OnceLock<Option<Arc<Merged>>>,
    outcomes: [OnceLock<(Outcome, Arc<Vec<Diagnostic>>)>; 4],
}

/// How the tests of a file begin.
const FIRST_TEST: &str = "\n[[test]]";

/// The playbook everything falls back to.
const CORE: &str = "core";

impl Library {
    /// A library over files; looks at none of them before one is asked for.
    #[must_use]
    pub fn new(sources: Vec<Source>) -> Self {
        Self { sources, shelves: OnceLock::new(), known: OnceLock::new(), own: Vec::new() }
    }

    /// What is known of each file; their first lines are read when one is asked for.
    fn shelves(&self) -> &[Shelf] {
        self.shelves.get_or_init(|| {
            let head = |source: &Source| {
                let tree = shipped::tree_of(source);
                let laid = tree.and_then(|tree| head_laid_out(&source.text, tree));
                laid.unwrap_or_else(|| source.head())
            };
            let kept = |source: &Source| Shelf { head: head(source), ..Shelf::default() };
            self.sources.iter().map(kept).collect()
        })
    }

    /// The same, with the shop's own rules, exhibits, guards and wordings known besides the shipped
    /// ones. They are read when a file is checked.
    #[must_use]
    pub fn with_shelves(mut self, own: impl IntoIterator<Item = OwnShelf>) -> Self {
        self.own.extend(own);
        self.known = OnceLock::new();
        self
    }

    /// What is wrong in the shop's own files on the shelves.
    #[must_use]
    pub fn shelf_faults(&self) -> Vec<StandardFault> {
        own_faults(&self.own)
    }

    /// Every file with what was made of it; compiles them all.
    #[must_use]
    pub fn list(&self) -> Vec<Entry> {
        (0..self.sources.len()).filter_map(|at| self.entry_at(at)).collect()
    }

    /// One file, as diagnostics name it, with what was made of it; compiles no other but what it
    /// rests on.
    #[must_use]
    pub fn entry(&self, file: &str) -> Option<Entry> {
        self.entry_at(self.sources.iter().position(|source| source.name == file)?)
    }

    fn entry_at(&self, at: usize) -> Option<Entry> {
        let (of, kept) = (self.sources.get(at)?, self.shelves().get(at)?);
        let (outcome, diagnostics) = self.outcome(at, Depth::Whole);
        let raw = self.raw(at);
        let words = |words: Option<&RawWords>| words.map(RawWords::words).unwrap_or_default();
        Some(Entry {
            id: PlaybookId::new(kept.head.id.clone()),
            title: words(raw.and_then(|raw| raw.title.as_ref())),
            about: words(raw.and_then(|raw| raw.about.as_ref())),
            origin: of.origin,
            name: of.name.clone(),
            version: outcome.book.as_ref().map(|book| book.reference.version.clone()),
            spine: raw.and_then(|raw| raw.spine.as_ref()).is_some_and(|flag| flag.value),
            overridden: self.top(&kept.head.id) != Some(at),
            diagnostics,
        })
    }

    /// The playbook of that id. A shop's file is looked at closely first; a shipped one is built as it
    /// stands, for the tests have checked it.
    ///
    /// # Errors
    /// What is wrong with it, or that there is none.
    pub fn get(&self, id: &PlaybookId) -> Result<Arc<Playbook>, Arc<Vec<Diagnostic>>> {
        let Some(at) = self.top(id.as_str()) else {
            return Err(Arc::new(vec![self.no_such(id)]));
        };
        self.get_at(at)
    }

    /// The same, where it was compiled already; looks at nothing.
    #[must_use]
    pub fn at_hand(&self, id: &PlaybookId) -> Option<Arc<Playbook>> {
        let kept = self.shelves.get()?.get(self.top(id.as_str())?)?;
        kept.outcomes.iter().find_map(|outcome| outcome.get()?.0.book.clone())
    }

    /// The playbook of that id or, when it is broken, what comes nearest: the shipped file of the
    /// same id, else `core`. `None` only when nothing at all can be used.
    #[must_use]
    pub fn usable(&self, id: &PlaybookId) -> Option<Usable> {
        let instead_of = match self.get(id) {
            Ok(playbook) => {
                return Some(Usable { playbook, instead_of: Arc::new(Vec::new()) });
            }
            Err(diagnostics) => diagnostics,
        };
        let mut same = self.of_id(id.as_str());
        same.extend(self.of_id(CORE));
        let playbook = same.into_iter().find_map(|at| self.get_at(at).ok())?;
        Some(Usable { playbook, instead_of })
    }

    /// The playbook for an issue: the first that claims it, the shop's before the shipped ones,
    /// else `core`. Compiles nothing.
    #[must_use]
    pub fn for_issue(&self, issue: &Issue) -> PlaybookId {
        self.claiming(issue).unwrap_or_else(|| PlaybookId::from(CORE))
    }

    /// The playbook that claims an issue, if one does. Compiles nothing.
    #[must_use]
    pub fn claiming(&self, issue: &Issue) -> Option<PlaybookId> {
        let claims = |(at, shelf): &(usize, &Shelf)| {
            shelf.head.issues.iter().any(|claimed| claimed == issue.as_str())
                && self.top(&shelf.head.id) == Some(*at)
        };
        let claiming = self.shelves().iter().enumerate().filter(claims);
        // `min_by_key` keeps the first of equals.
        let best = claiming.min_by_key(|(at, _)| std::cmp::Reverse(self.rank(*at)));
        best.map(|(_, shelf)| PlaybookId::new(&shelf.head.id))
    }

    /// Everything that is wrong with any file.
    #[must_use]
    pub fn check(&self) -> Vec<Diagnostic> {
        (0..self.sources.len())
            .flat_map(|at| self.outcome(at, Depth::Whole).1.as_ref().clone())
            .collect()
    }

    /// The tests of a playbook, in the order of the file; those of its parents are not its own. One
    /// that cannot be understood must not pass for one that does less: it stands in
    /// [`Library::faulty_tests`] instead.
    ///
    /// # Errors
    /// What is wrong with the playbook, or that there is none.
    pub fn tests(&self, id: &PlaybookId) -> Result<Vec<Rehearsal>, Arc<Vec<Diagnostic>>> {
        let playbook = self.get(id)?;
        let top = self.top(id.as_str());
        let raw = top.and_then(|at| self.raw(at));
        let faulty: Vec<Option<usize>> = self
            .faulty_tests(id)
            .iter()
            .map(|fault| self.test_at(&fault.place.file, fault.place.span.start))
            .collect();
        let sound = |test: &&RawTest| {
            let spot = &test.name.spot;
            let file = self.sources.get(spot.file).map_or("", |source| source.name.as_str());
            !faulty.contains(&self.test_at(file, spot.span.start))
        };
        let tests = raw.into_iter().flat_map(|raw| &raw.tests).filter(sound);
        Ok(tests.map(|test| rehearsal(test, &playbook, &self.sources)).collect())
    }

    /// What is wrong in the tests of a playbook; a test with a fault is not run.
    #[must_use]
    pub fn faulty_tests(&self, id: &PlaybookId) -> Vec<Diagnostic> {
        let told = self.top(id.as_str()).map(|at| self.outcome(at, Depth::Whole).1);
        let told = told.unwrap_or_default();
        told.iter().filter(|found| matches!(found.code, Code::InTest(_))).cloned().collect()
    }

    /// Where the table of the test begins that a place of a file is in.
    fn test_at(&self, file: &str, at: usize) -> Option<usize> {
        const HEAD: &str = "[[test]]";
        let text = self.text_of(file)?;
        text.get(..text.floor_char_boundary(at + HEAD.len()))?.rfind(HEAD)
    }

    /// Every issue a playbook claims, with the playbook, in the order of the files.
    #[must_use]
    pub fn claims(&self) -> Vec<(Issue, PlaybookId)> {
        let heads = self.shelves().iter().map(|shelf| &shelf.head);
        heads
            .flat_map(|head| {
                head.issues
                    .iter()
                    .map(|issue| (Issue::new(issue.clone()), PlaybookId::new(head.id.clone())))
            })
            .collect()
    }

    /// The text of a file, as diagnostics name it.
    #[must_use]
    pub fn text_of(&self, name: &str) -> Option<&str> {
        self.sources.iter().find(|source| source.name == name).map(|source| &*source.text)
    }

    /// A diagnostic of this library with the line it is about.
    #[must_use]
    pub fn render(&self, diagnostic: &Diagnostic, lang: Lang, paint: Paint) -> String {
        let text = self.text_of(&diagnostic.place.file).unwrap_or_default();
        diagnostic.render_painted(text, lang, paint)
    }

    fn get_at(&self, at: usize) -> Result<Arc<Playbook>, Arc<Vec<Diagnostic>>> {
        let mut line = self.line(at).0.into_iter();
        let from_shop = line
            .any(|n| self.sources.get(n).is_some_and(|source| source.origin != Origin::Shipped));
        let depth = if from_shop { Depth::Language } else { Depth::Built };
        let (outcome, diagnostics) = self.outcome(at, depth);
        outcome.book.ok_or(diagnostics)
    }

    /// What files may name besides themselves.
    fn known(&self) -> &Known {
        self.known.get_or_init(|| {
            let ids = self.shelves().iter().map(|shelf| shelf.head.id.clone());
            Known::new(ids, &self.own)
        })
    }

    fn reading(&self, at: usize) -> Option<&Reading> {
        let (text, slot) = (&self.sources.get(at)?.text, &self.shelves().get(at)?.reading);
        Some(slot.get_or_init(|| read(text, at)))
    }

    /// A shipped file without its tests. They stand at its end and are a good part of it; who only
    /// works with the playbook has no need of them.
    fn body(&self, at: usize) -> Option<Reading> {
        let of = self.sources.get(at)?;
        let laid = shipped::tree_of(of).and_then(|tree| read_laid_out(&of.text, tree, at));
        Some(laid.unwrap_or_else(|| {
            let end = of.text.find(FIRST_TEST).unwrap_or(of.text.len());
            read(of.text.get(..end).unwrap_or_default(), at)
        }))
    }

    fn raw(&self, at: usize) -> Option<&RawBook> {
        self.reading(at).map(|reading| &reading.book)
    }

    fn outcome(&self, at: usize, depth: Depth) -> (Outcome, Arc<Vec<Diagnostic>>) {
        let make = || {
            let outcome = self.make(at, depth);
            let diagnostics = Arc::new(outcome.diagnostics(&self.sources));
            (outcome, diagnostics)
        };
        let slot = self.shelves().get(at).and_then(|shelf| shelf.outcomes.get(depth as usize));
        slot.map_or_else(make, |slot| slot.get_or_init(make).clone())
    }

    fn make(&self, at: usize, depth: Depth) -> Outcome {
        let reading = match depth {
            Depth::Built => self.body(at).map(Cow::Owned),
            Depth::Names | Depth::Language | Depth::Whole => self.reading(at).map(Cow::Borrowed),
        };
        let Some(reading) = reading else { return Outcome::default() };
        let (line, fault) = self.line(at);
        let mut problems = self.same_id(at);
        let mut parent = None;
        if let Some(code) = fault {
            let spot = reading.book.extends.as_ref().map_or_else(Spot::default, |e| e.spot.clone());
            problems.push(Problem { spot, code });
        } else if let Some(above) = line.get(1) {
            parent = Some(self.parent_outcome(*above, &reading, depth));
        }
        if problems.iter().any(Problem::is_error) {
            problems.extend(reading.problems.iter().cloned());
            return Outcome { merged: Arc::default(), book: None, problems };
        }
        let texts: Vec<_> =
            line.iter().filter_map(|n| self.sources.get(*n)).map(|s| s.text.clone()).collect();
        let callee = |id: &str| self.callee(at, id);
        let around = Around {
            parent: parent.as_ref(),
            texts,
            files: line,
            sources: &self.sources,
            callee: &callee,
            known: (depth == Depth::Whole).then(|| self.known()),
        };
        let mut outcome = match reading {
            Cow::Owned(reading) => build(reading, &around),
            Cow::Borrowed(reading) => examine(reading, &around, depth),
        };
        outcome.problems.extend(problems);
        outcome
    }

    /// What became of a parent. A shipped one is looked at closely only where the child changes what
    /// its conditions speak of.
    fn parent_outcome(&self, above: usize, child: &Reading, depth: Depth) -> Outcome {
        if self.rank(above) == Some(Origin::Shipped) {
            let (outcome, _) = self.outcome(above, Depth::Built);
            if !overrides_facts(child, &outcome) {
                return outcome;
            }
        }
        self.outcome(above, depth).0
    }
}
