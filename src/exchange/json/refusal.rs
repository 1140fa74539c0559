//! A refused act under `--json`: why, and the way out. Exit code 1, on standard output.

use super::Shown;
use crate::domain::CaseId;
use serde::Serialize;

/// An act that was refused; nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RefusalDocument {
    /// `redress.refusal/1`.
    pub format: &'static str,
    /// The case it was about; null when there is none.
    pub case: Option<CaseId>,
    /// A short name of the reason.
    pub refused: Shown,
    /// The reason, in the language of the run.
    pub reason: Shown,
    /// What can be done instead.
    pub way_out: Shown,
    /// What is missing, when that is the reason.
    pub missing: Vec<MissingRecord>,
}

/// Something a step still needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MissingRecord {
    /// `check`, `fact`, `exhibit`, `need`, `reopened` or `callback`.
    pub kind: &'static str,
    /// The check's, fact's or step's id, or the kinds of exhibits; null for the others.
    pub id: Option<Shown>,
    /// What is missing, in words.
    pub text: Shown,
}

impl RefusalDocument {
    /// A refusal; what is missing is added by the caller.
    #[must_use]
    pub fn new(case: Option<CaseId>, refused: &str, reason: &str, way_out: &str) -> Self {
        Self {
            format: "redress.refusal/1",
            case,
            refused: Shown::new(refused),
            reason: Shown::new(reason),
            way_out: Shown::new(way_out),
            missing: Vec::new(),
        }
    }
}
