//! `redress playbook list --json` and `redress playbook check --json`; the other tools' shapes are
//! below.

mod difference;
mod facts;
mod rehearsals;
mod simulation;

pub use difference::{ChangeRecord, DifferenceDocument};
pub use facts::{FactsError, Script, read_facts};
pub use rehearsals::{FailureRecord, TestRecord, TestedRecord, TestsDocument};
pub use simulation::{
    AskRecord, DidRecord, EndRecord, RefusedRecord, SimulationDocument, StayRecord,
};

use super::Shown;
use crate::domain::{Issue, PlaybookId, ReplyId, Words};
use crate::standard::WordingLevel;
use serde::Serialize;

/// Every playbook and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlaybooksDocument {
    /// `redress.playbooks/1`.
    pub format: &'static str,
    /// The playbooks, by id.
    pub playbooks: Vec<PlaybookRecord>,
    /// What is wrong in the shop's own files of rules, exhibits, guards and wordings.
    pub shelves: Vec<ShelfFaultRecord>,
    /// What the guard would stop or ask about in the shop's own scripts; only of `check`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scripts: Option<Vec<ScriptFindingRecord>>,
}

/// What the guard finds in a scripted reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScriptFindingRecord {
    /// The file.
    pub file: Shown,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// The playbook.
    pub playbook: PlaybookId,
    /// The reply.
    pub reply: ReplyId,
    /// `block` or `warn`.
    pub level: WordingLevel,
    /// The rule.
    pub rule: String,
    /// The words it is about.
    pub words: Shown,
    /// Why, in the language of the run.
    pub why: Shown,
    /// What to say instead, where there is something.
    pub better: Option<Shown>,
}

/// Something wrong in a file beside the playbooks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShelfFaultRecord {
    /// The file.
    pub file: Shown,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What is wrong and what to do, in the language of the run.
    pub message: Shown,
}

/// A playbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlaybookRecord {
    /// Its id.
    pub id: PlaybookId,
    /// Its title, in each language it has.
    pub title: Words,
    /// One sentence about it.
    pub about: Words,
    /// `shipped`, `shop` or `pinned`.
    pub origin: &'static str,
    /// The file it comes from.
    pub file: Shown,
    /// Its version; null when it does not compile.
    pub version: Option<String>,
    /// The issues it claims.
    pub issues: Vec<Issue>,
    /// How many steps it has.
    pub steps: usize,
    /// What is wrong with it.
    pub diagnostics: Vec<DiagnosticRecord>,
}

/// Something wrong with a playbook file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DiagnosticRecord {
    /// `error` or `warning`.
    pub severity: &'static str,
    /// A short name of what is wrong.
    pub code: Shown,
    /// The file.
    pub file: Shown,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub message: Words,
    /// What to do.
    pub advice: Words,
}

impl PlaybooksDocument {
    /// A list of playbooks.
    #[must_use]
    pub const fn new(playbooks: Vec<PlaybookRecord>, shelves: Vec<ShelfFaultRecord>) -> Self {
        Self { format: "redress.playbooks/1", playbooks, shelves, scripts: None }
    }

    /// The same with what the guard finds in the shop's own scripts.
    #[must_use]
    pub fn with_scripts(self, scripts: Vec<ScriptFindingRecord>) -> Self {
        Self { scripts: Some(scripts), ..self }
    }
}
