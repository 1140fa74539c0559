//! `redress verify --json`.

use super::Shown;
use crate::domain::{CaseId, Version};
use serde::Serialize;

/// Whether a case file holds together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VerifyDocument {
    /// `redress.verify/1`.
    pub format: &'static str,
    /// The case file's name as it was given.
    pub file: Shown,
    /// Whether everything holds.
    pub holds: bool,
    /// Events looked at.
    pub events: u64,
    /// Cases looked at.
    pub cases: u64,
    /// Messages looked at.
    pub messages: u64,
    /// The first thing that does not hold; null when all does.
    pub finding: Option<FindingRecord>,
}

/// What does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FindingRecord {
    /// A short name: `chain`, `body`, `projection`.
    pub kind: Shown,
    /// What was found, in English.
    pub detail: Shown,
    /// The case it is in, when it is in one.
    pub case: Option<CaseId>,
    /// The event of that case, when it is one.
    pub version: Option<Version>,
}

impl VerifyDocument {
    /// A file in which nothing was found wrong yet.
    #[must_use]
    pub fn new(file: &str) -> Self {
        Self {
            format: "redress.verify/1",
            file: Shown::new(file),
            holds: true,
            events: 0,
            cases: 0,
            messages: 0,
            finding: None,
        }
    }
}
