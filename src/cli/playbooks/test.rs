//! `redress playbook test`: runs the tests written in playbooks.

mod text;

use super::files::{diagnostic, library};
use super::ground::Ground;
use crate::cli::args::TestArgs;
use crate::cli::failure::Failure;
use crate::cli::print;
use crate::cli::session::Session;
use crate::desk::simulate::{Failure as Missed, Reach, Rehearsed, rehearse, unreached};
use crate::exchange::json::{FailureRecord, Shown, TestRecord, TestedRecord, TestsDocument};
use crate::playbook::{Diagnostic, Entry, Library, Origin, Playbook, Rehearsal};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The tests of one playbook, run.
#[derive(Debug)]
struct Tested {
    entry: Entry,
    /// What is wrong when the playbook or its tests cannot be understood.
    ran: Result<Ran, Arc<Vec<Diagnostic>>>,
}

#[derive(Debug)]
struct Ran {
    tests: Vec<(Rehearsal, Vec<Missed>)>,
    /// What is wrong in tests that could not be run.
    faulty: Vec<Diagnostic>,
    unreached: Vec<Reach>,
}

pub(super) fn test(session: &Session, args: &TestArgs) -> Result<(), Failure> {
    let (library, looked_at) = library(session, &args.paths)?;
    let entries: Vec<Entry> = library
        .list()
        .into_iter()
        .filter(|entry| !entry.overridden)
        .filter(|entry| looked_at.as_ref().is_none_or(|names| names.contains(&entry.name)))
        .collect();
    let ground = Ground::new(session);
    let all: Vec<Tested> = entries.into_iter().map(|entry| run(entry, &library, &ground)).collect();
    if args.json {
        print::json(&document(&all, session))?;
    } else {
        print::text(&text::text(&all, session))?;
    }
    if all.iter().all(Tested::holds) { Ok(()) } else { Err(Failure::Quiet) }
}

fn run(entry: Entry, library: &Library, ground: &Ground) -> Tested {
    let understood = library.get(&entry.id).and_then(|book| Ok((book, library.tests(&entry.id)?)));
    let faulty = library.faulty_tests(&entry.id);
    let ran = understood.map(|(book, tests)| play(&book, tests, faulty, library, ground));
    Tested { entry, ran }
}

fn play(
    book: &Arc<Playbook>,
    tests: Vec<Rehearsal>,
    faulty: Vec<Diagnostic>,
    library: &Library,
    ground: &Ground,
) -> Ran {
    let mut reached = BTreeSet::new();
    let tests = tests
        .into_iter()
        .map(|test| {
            let Rehearsed { failures, reached: more } = rehearse(book, &test, &ground.on(library));
            reached.extend(more);
            (test, failures)
        })
        .collect();
    Ran { tests, faulty, unreached: unreached(book, &reached) }
}

impl Tested {
    /// Whether it is as it must be: a shop may leave places without a test, the box may not.
    fn holds(&self) -> bool {
        self.ran.as_ref().is_ok_and(|ran| {
            let passed = ran.tests.iter().all(|(_, failures)| failures.is_empty());
            let passed = passed && ran.faulty.is_empty();
            passed && (self.entry.origin != Origin::Shipped || ran.unreached.is_empty())
        })
    }
}

fn document(all: &[Tested], session: &Session) -> TestsDocument {
    let tests = || all.iter().filter_map(|one| one.ran.as_ref().ok()).flat_map(|ran| &ran.tests);
    TestsDocument {
        format: "redress.tests/1",
        passed: tests().filter(|(_, failures)| failures.is_empty()).count(),
        failed: tests().filter(|(_, failures)| !failures.is_empty()).count()
            + all
                .iter()
                .filter_map(|one| one.ran.as_ref().ok())
                .map(|ran| ran.faulty.len())
                .sum::<usize>(),
        playbooks: all
            .iter()
            .map(|one| TestedRecord {
                id: one.entry.id.clone(),
                file: Shown::new(&one.entry.name),
                usable: one.ran.is_ok(),
                tests: one
                    .ran
                    .iter()
                    .flat_map(|ran| &ran.tests)
                    .map(|(test, failures)| record(test, failures, session))
                    .collect(),
                faulty: one.ran.iter().flat_map(|ran| &ran.faulty).map(diagnostic).collect(),
                unreached: one.ran.iter().flat_map(|ran| ran.unreached.clone()).collect(),
            })
            .collect(),
    }
}

fn record(test: &Rehearsal, failures: &[Missed], session: &Session) -> TestRecord {
    TestRecord {
        name: Shown::new(&test.name),
        line: test.place.line,
        passed: failures.is_empty(),
        failures: failures
            .iter()
            .map(|failure| {
                let told = text::told(&failure.mismatch, session);
                FailureRecord {
                    line: failure.place.line,
                    column: failure.place.column,
                    what: told.what,
                    wanted: Shown::new(&told.wanted),
                    found: Shown::new(&told.found),
                }
            })
            .collect(),
    }
}
