//! `redress playbook diff --json`.

use super::super::Shown;
use crate::domain::{PlaybookRef, Words};
use crate::playbook::{Change, ChangeKind};
use serde::Serialize;

/// What differs between two playbooks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DifferenceDocument {
    /// `redress.difference/1`.
    pub format: &'static str,
    /// The first.
    pub before: PlaybookRef,
    /// The second.
    pub after: PlaybookRef,
    /// What differs, in order.
    pub changes: Vec<ChangeRecord>,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangeRecord {
    /// What kind of part: `step`, `reply` …
    pub part: &'static str,
    /// Its id; what stands in a step as `step/id`.
    pub id: Shown,
    /// Its title.
    pub title: Words,
    /// `added`, `removed`, `moved` or `changed`.
    pub change: &'static str,
    /// What it stands behind now; null unless moved, and when it stands first.
    pub behind: Option<Shown>,
    /// The key of the file; null unless changed.
    pub key: Option<&'static str>,
    /// What it said; null unless changed.
    pub said: Option<Words>,
    /// What it says; null unless changed.
    pub says: Option<Words>,
}

impl DifferenceDocument {
    /// The difference of two playbooks.
    #[must_use]
    pub fn new(before: &PlaybookRef, after: &PlaybookRef, changes: &[Change]) -> Self {
        Self {
            format: "redress.difference/1",
            before: before.clone(),
            after: after.clone(),
            changes: changes.iter().map(ChangeRecord::new).collect(),
        }
    }
}

impl ChangeRecord {
    /// A difference.
    #[must_use]
    pub fn new(change: &Change) -> Self {
        let bare = Self {
            part: change.part.name(),
            id: Shown::new(&change.id),
            title: change.title.clone(),
            change: "",
            behind: None,
            key: None,
            said: None,
            says: None,
        };
        match &change.kind {
            ChangeKind::Added => Self { change: "added", ..bare },
            ChangeKind::Removed => Self { change: "removed", ..bare },
            ChangeKind::Moved { behind } => {
                Self { change: "moved", behind: behind.as_deref().map(Shown::new), ..bare }
            }
            ChangeKind::Changed { key, before, after } => Self {
                change: "changed",
                key: Some(key),
                said: Some(before.clone()),
                says: Some(after.clone()),
                ..bare
            },
        }
    }
}
