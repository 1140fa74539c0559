//! What a file may name that stands elsewhere: other playbooks, standards, exhibits, guards.

use crate::standard::{Evidence, Guards, Standards};
use std::collections::BTreeSet;

/// Names that stand on other shelves.
#[derive(Debug, Default)]
pub(crate) struct Known {
    pub(crate) playbooks: BTreeSet<String>,
    pub(crate) standards: BTreeSet<String>,
    pub(crate) exhibits: BTreeSet<String>,
    pub(crate) guards: BTreeSet<String>,
}

impl Known {
    /// The shipped ones, with these playbooks and these standards of the shop.
    pub(crate) fn shipped(
        playbooks: impl IntoIterator<Item = String>,
        own_standards: &[String],
    ) -> Self {
        let standards = Standards::shipped();
        let standards = standards.iter().map(|one| one.id.to_string());
        Self {
            playbooks: playbooks.into_iter().collect(),
            standards: standards.chain(own_standards.iter().cloned()).collect(),
            exhibits: Evidence::shipped().kinds().map(|kind| kind.id.clone()).collect(),
            guards: Guards::shipped().iter().map(|guard| guard.id.clone()).collect(),
        }
    }
}
