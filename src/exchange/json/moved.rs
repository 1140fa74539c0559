//! `redress do CASE playbook --report --json`: what moving a case would change.

use super::{ChangeRecord, MissingRecord, Shown};
use crate::domain::{CaseId, FactId, PlaybookRef, StepId};
use serde::Serialize;

/// What moving a case to another playbook, or another version of its own, would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MoveDocument {
    /// `redress.move/1`.
    pub format: &'static str,
    /// The case.
    pub case: CaseId,
    /// The playbook it runs on.
    pub from: PlaybookRef,
    /// The playbook it would run on.
    pub to: PlaybookRef,
    /// The step it would stand at.
    pub step: StepId,
    /// Facts that would no longer be known.
    pub lost_facts: Vec<LostFact>,
    /// Ticks that would belong to nothing any more, as `STEP/CHECK`.
    pub lost_checks: Vec<String>,
    /// Steps already walked that would lack something.
    pub reopened: Vec<ReopenedRecord>,
    /// What differs between the playbooks.
    pub changes: Vec<ChangeRecord>,
}

/// A fact that would no longer be known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LostFact {
    /// Which.
    pub fact: FactId,
    /// Its value.
    pub value: Shown,
}

/// A step that would lack something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReopenedRecord {
    /// Which.
    pub step: StepId,
    /// What it would lack.
    pub missing: Vec<MissingRecord>,
}

impl MoveDocument {
    /// The name of the shape.
    pub const FORMAT: &'static str = "redress.move/1";
}
