//! All playbooks at hand: the shop's before the shipped ones, compiled when first asked for.

use super::book::Playbook;
use super::diagnostic::{Code, Diagnostic, Paint, Problem, Thing};
use super::examine::{Depth, Outcome, examine, overrides_facts};
use super::read::{Reading, read};
use super::schema::{RawBook, RawWords};
use super::source::{Head, Origin, Source};
use super::spot::Spot;
use crate::domain::{Issue, Lang, PlaybookId, Words};
use std::sync::{Arc, OnceLock};

/// Playbook files, with what was made of them so far.
#[derive(Debug)]
pub struct Library {
    sources: Vec<Source>,
    shelves: Vec<Shelf>,
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
    outcomes: [OnceLock<(Outcome, Arc<Vec<Diagnostic>>)>; 2],
}

/// The playbook everything falls back to.
const CORE: &str = "core";

impl Library {
    /// A library over files; looks at nothing but their first lines.
    #[must_use]
    pub fn new(sources: Vec<Source>) -> Self {
        let shelf = |source: &Source| Shelf { head: source.head(), ..Shelf::default() };
        Self { shelves: sources.iter().map(shelf).collect(), sources }
    }

    /// The files that come with the program.
    #[must_use]
    pub fn shipped() -> Vec<Source> {
        [
            ("core.toml", include_str!("../../playbooks/core.toml")),
            ("pre-escalation.toml", include_str!("../../playbooks/pre-escalation.toml")),
            ("platform-complaint.toml", include_str!("../../playbooks/platform-complaint.toml")),
            ("promise-breach.toml", include_str!("../../playbooks/promise-breach.toml")),
        ]
        .into_iter()
        .map(|(file, text)| Source {
            name: format!("playbooks/{file}"),
            origin: Origin::Shipped,
            text: text.to_owned(),
        })
        .collect()
    }

    /// Every file with what was made of it; compiles them all.
    #[must_use]
    pub fn list(&self) -> Vec<Entry> {
        let entry = |(at, shelf): (usize, &Shelf)| {
            let (outcome, diagnostics) = self.outcome(at, Depth::Language);
            let raw = self.raw(at);
            let words = |words: Option<&RawWords>| words.map(RawWords::words).unwrap_or_default();
            let source = self.sources.get(at);
            Entry {
                id: PlaybookId::new(shelf.head.id.clone()),
                title: words(raw.and_then(|raw| raw.title.as_ref())),
                about: words(raw.and_then(|raw| raw.about.as_ref())),
                origin: source.map_or(Origin::Shipped, |source| source.origin),
                name: source.map(|source| source.name.clone()).unwrap_or_default(),
                version: outcome.book.as_ref().map(|book| book.reference.version.clone()),
                overridden: self.top(&shelf.head.id) != Some(at),
                diagnostics,
            }
        };
        self.shelves.iter().enumerate().map(entry).collect()
    }

    /// The playbook of that id. A shop's file is looked at closely first; a shipped one only as far
    /// as needed, for the tests have checked it.
    ///
    /// # Errors
    /// What is wrong with it, or that there is none.
    pub fn get(&self, id: &PlaybookId) -> Result<Arc<Playbook>, Arc<Vec<Diagnostic>>> {
        let Some(at) = self.top(id.as_str()) else {
            return Err(Arc::new(vec![self.no_such(id)]));
        };
        self.get_at(at)
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
        let claims = |(at, shelf): &(usize, &Shelf)| {
            shelf.head.issues.iter().any(|claimed| claimed == issue.as_str())
                && self.top(&shelf.head.id) == Some(*at)
        };
        let claiming = self.shelves.iter().enumerate().filter(claims);
        // `min_by_key` keeps the first of equals.
        let best = claiming.min_by_key(|(at, _)| std::cmp::Reverse(self.rank(*at)));
        best.map_or_else(|| PlaybookId::from(CORE), |(_, shelf)| PlaybookId::new(&shelf.head.id))
    }

    /// Everything that is wrong with any file.
    #[must_use]
    pub fn check(&self) -> Vec<Diagnostic> {
        (0..self.sources.len())
            .flat_map(|at| self.outcome(at, Depth::Language).1.as_ref().clone())
            .collect()
    }

    /// The text of a file, as diagnostics name it.
    #[must_use]
    pub fn text_of(&self, name: &str) -> Option<&str> {
        self.sources.iter().find(|source| source.name == name).map(|source| source.text.as_str())
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
        let depth = if from_shop { Depth::Language } else { Depth::Names };
        let (outcome, diagnostics) = self.outcome(at, depth);
        outcome.book.ok_or(diagnostics)
    }

    fn reading(&self, at: usize) -> Option<&Reading> {
        let (text, slot) = (&self.sources.get(at)?.text, &self.shelves.get(at)?.reading);
        Some(slot.get_or_init(|| read(text, at)))
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
        let slot = self.shelves.get(at).and_then(|shelf| shelf.outcomes.get(depth as usize));
        slot.map_or_else(make, |slot| slot.get_or_init(make).clone())
    }

    fn make(&self, at: usize, depth: Depth) -> Outcome {
        let Some(reading) = self.reading(at) else { return Outcome::default() };
        let (line, fault) = self.line(at);
        let mut problems = self.same_id(at);
        let mut parent = None;
        if let Some(code) = fault {
            let spot = reading.book.extends.as_ref().map_or_else(Spot::default, |e| e.spot.clone());
            problems.push(Problem { spot, code });
        } else if let Some(above) = line.get(1) {
            parent = Some(self.parent_outcome(*above, reading, depth));
        }
        if problems.iter().any(Problem::is_error) {
            problems.extend(reading.problems.iter().cloned());
            return Outcome { merged: Arc::default(), book: None, problems };
        }
        let texts: Vec<String> =
            line.iter().filter_map(|n| self.sources.get(*n)).map(|s| s.text.clone()).collect();
        let mut outcome = examine(reading, parent.as_ref(), &texts, &self.sources, depth);
        outcome.problems.extend(problems);
        outcome
    }

    /// What became of a parent. A shipped one is looked at closely only where the child changes what
    /// its conditions speak of.
    fn parent_outcome(&self, above: usize, child: &Reading, depth: Depth) -> Outcome {
        if self.rank(above) == Some(Origin::Shipped) {
            let (outcome, _) = self.outcome(above, Depth::Names);
            if !overrides_facts(child, &outcome) {
                return outcome;
            }
        }
        self.outcome(above, depth).0
    }

    /// A file and its parents, child first, and what is wrong with that line.
    fn line(&self, at: usize) -> (Vec<usize>, Option<Code>) {
        let mut line = vec![at];
        let mut current = at;
        loop {
            let Some(extends) = self.raw(current).and_then(|raw| raw.extends.as_ref()) else {
                return (line, None);
            };
            let Some(above) = self.parent(current, extends.as_str()) else {
                // A parent that lacks a parent is told so at its own file.
                if current != at {
                    return (line, None);
                }
                let ids = self.shelves.iter().map(|shelf| shelf.head.id.as_str());
                return (line, Some(Code::unknown(Thing::Playbook, extends.as_str(), ids)));
            };
            if let Some(start) = line.iter().position(|known| *known == above) {
                let round = line.iter().skip(start).chain([&above]);
                let path = round.filter_map(|n| self.shelves.get(*n));
                let path = path.map(|shelf| PlaybookId::new(&shelf.head.id)).collect();
                return (line, Some(Code::Cycle { path }));
            }
            line.push(above);
            current = above;
        }
    }

    /// The file a playbook extends. One that extends its own id extends the file it overrides.
    fn parent(&self, child: usize, id: &str) -> Option<usize> {
        let same = self.of_id(id);
        let own = self.shelves.get(child).is_some_and(|shelf| shelf.head.id == id);
        if !own {
            return same.first().copied();
        }
        let place = same.iter().position(|at| *at == child)?;
        // A playbook alone of its id that extends itself is a circle of one.
        Some(same.get(place + 1).copied().unwrap_or(child))
    }

    fn rank(&self, at: usize) -> Option<Origin> {
        self.sources.get(at).map(|source| source.origin)
    }

    /// Files of an id, the one that counts first.
    fn of_id(&self, id: &str) -> Vec<usize> {
        let named = self.shelves.iter().enumerate().filter(|(_, shelf)| shelf.head.id == id);
        let mut found: Vec<usize> = named.map(|(at, _)| at).collect();
        found.sort_by_key(|at| std::cmp::Reverse((self.rank(*at), *at)));
        found
    }

    fn top(&self, id: &str) -> Option<usize> {
        self.of_id(id).first().copied()
    }

    fn same_id(&self, at: usize) -> Vec<Problem> {
        let Some(id) = self.raw(at).and_then(|raw| raw.id.as_ref()) else { return Vec::new() };
        let twin = self
            .of_id(id.as_str())
            .into_iter()
            .find(|other| *other < at && self.rank(*other) == self.rank(at));
        let other = twin.and_then(|other| self.sources.get(other));
        other
            .map(|other| Problem {
                spot: id.spot.clone(),
                code: Code::SameId {
                    id: PlaybookId::new(id.value.clone()),
                    other: other.name.clone(),
                },
            })
            .into_iter()
            .collect()
    }

    fn no_such(&self, id: &PlaybookId) -> Diagnostic {
        let ids = self.shelves.iter().map(|shelf| shelf.head.id.as_str());
        let code = Code::unknown(Thing::Playbook, id.as_str(), ids);
        Problem { spot: Spot { file: usize::MAX, span: 0..0 }, code }.diagnose(&self.sources)
    }
}
