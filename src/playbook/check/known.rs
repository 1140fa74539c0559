//! What a file may name that stands elsewhere: other playbooks, standards, exhibits, guards.

use super::super::library::Library;
use super::super::source::Source;
use crate::standard::{Evidence, Guards, Standards};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Names that stand on other shelves.
#[derive(Debug, Default)]
pub(crate) struct Known {
    playbooks: BTreeSet<String>,
    own_standards: BTreeSet<String>,
}

/// What comes with the program.
struct Shelves {
    standards: BTreeSet<String>,
    exhibits: BTreeSet<String>,
    guards: BTreeSet<String>,
    issues: BTreeSet<String>,
}

/// Read once, when the first file is checked: it never changes.
static SHIPPED: LazyLock<Shelves> = LazyLock::new(|| Shelves {
    standards: Standards::shipped().ids().map(str::to_owned).collect(),
    exhibits: Evidence::shipped().kinds().map(|kind| kind.id.clone()).collect(),
    guards: Guards::shipped().iter().map(|guard| guard.id.clone()).collect(),
    issues: Library::shipped().iter().flat_map(|file: &Source| file.head().issues).collect(),
});

impl Known {
    /// These playbooks and these standards of the shop, besides what comes with the program.
    pub(crate) fn new(
        playbooks: impl IntoIterator<Item = String>,
        own_standards: &[String],
    ) -> Self {
        Self {
            playbooks: playbooks.into_iter().collect(),
            own_standards: own_standards.iter().cloned().collect(),
        }
    }

    pub(crate) fn playbooks(&self) -> impl Iterator<Item = &str> + Clone {
        self.playbooks.iter().map(String::as_str)
    }

    pub(crate) fn standards(&self) -> impl Iterator<Item = &str> + Clone {
        SHIPPED.standards.iter().chain(&self.own_standards).map(String::as_str)
    }

    #[expect(clippy::unused_self, reason = "a shop's own kinds will stand beside the shipped ones")]
    pub(crate) fn exhibits(&self) -> impl Iterator<Item = &str> + Clone {
        SHIPPED.exhibits.iter().map(String::as_str)
    }

    #[expect(clippy::unused_self, reason = "asked like the other shelves")]
    pub(crate) fn issues(&self) -> impl Iterator<Item = &str> + Clone {
        SHIPPED.issues.iter().map(String::as_str)
    }

    #[expect(
        clippy::unused_self,
        reason = "a shop's own guards will stand beside the shipped ones"
    )]
    pub(crate) fn guards(&self) -> impl Iterator<Item = &str> + Clone {
        SHIPPED.guards.iter().map(String::as_str)
    }
}
