//! `redress playbook test --json`.

use super::super::Shown;
use super::super::playbooks::DiagnosticRecord;
use crate::desk::simulate::Reach;
use crate::domain::PlaybookId;
use serde::Serialize;

/// The tests of playbooks, run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TestsDocument {
    /// `redress.tests/1`.
    pub format: &'static str,
    /// How many tests passed.
    pub passed: usize,
    /// How many failed.
    pub failed: usize,
    /// Every playbook that was looked at.
    pub playbooks: Vec<TestedRecord>,
}

/// The tests of a playbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TestedRecord {
    /// Its id.
    pub id: PlaybookId,
    /// Its file.
    pub file: Shown,
    /// Whether it compiles; without that nothing is run.
    pub usable: bool,
    /// Its tests.
    pub tests: Vec<TestRecord>,
    /// What of it no test reaches.
    pub unreached: Vec<Reach>,
    /// What is wrong in tests that could not be run.
    pub faulty: Vec<DiagnosticRecord>,
}

/// A test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TestRecord {
    /// What it shows.
    pub name: Shown,
    /// Where it is written.
    pub line: usize,
    /// Whether everything was as expected.
    pub passed: bool,
    /// What was not.
    pub failures: Vec<FailureRecord>,
}

/// Something that was not as expected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FailureRecord {
    /// Where the expectation is written.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What was looked at: `path`, `at`, `refused` …
    pub what: &'static str,
    /// What was expected.
    pub wanted: Shown,
    /// What was.
    pub found: Shown,
}
