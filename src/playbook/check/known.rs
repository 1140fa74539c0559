//! What a file may name that stands elsewhere: other playbooks, standards, exhibits, guards.

use super::super::library::Library;
use super::super::source::Source;
use crate::standard::{
    Evidence, Guards, OwnShelf, Standards, Wording, evidence_with, guards_with, standards_with,
    wording_with,
};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Names that stand on other shelves, and what had better not be said.
#[derive(Debug)]
pub(crate) struct Known {
    playbooks: BTreeSet<String>,
    /// The shelves with the shop's own files; without any, those that come with the program.
    own: Option<Shelves>,
}

#[derive(Debug)]
struct Shelves {
    standards: BTreeSet<String>,
    exhibits: BTreeSet<String>,
    guards: BTreeSet<String>,
    wording: Wording,
}

impl Shelves {
    fn of(standards: &Standards, evidence: &Evidence, guards: &Guards, wording: Wording) -> Self {
        Self {
            standards: standards.ids().map(str::to_owned).collect(),
            exhibits: evidence.kinds().map(|kind| kind.id.clone()).collect(),
            guards: guards.iter().map(|guard| guard.id.clone()).collect(),
            wording,
        }
    }
}

/// Read once, when the first file is checked: it never changes.
static SHIPPED: LazyLock<Shelves> = LazyLock::new(|| {
    let (standards, evidence) = (Standards::shipped(), Evidence::shipped());
    Shelves::of(&standards, &evidence, &Guards::shipped(), Wording::shipped())
});

/// The issues shipped playbooks are for.
static ISSUES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    Library::shipped().iter().flat_map(|file: &Source| file.head().issues).collect()
});

impl Known {
    /// These playbooks, and what the shop's own files add to the shelves of the program.
    pub(crate) fn new(playbooks: impl IntoIterator<Item = String>, own: &[OwnShelf]) -> Self {
        let made = || {
            let (standards, evidence) = (standards_with(own), evidence_with(own));
            Shelves::of(&standards, &evidence, &guards_with(own), wording_with(own))
        };
        Self { playbooks: playbooks.into_iter().collect(), own: (!own.is_empty()).then(made) }
    }

    fn shelves(&self) -> &Shelves {
        self.own.as_ref().unwrap_or_else(|| &SHIPPED)
    }

    pub(crate) fn playbooks(&self) -> impl Iterator<Item = &str> + Clone {
        self.playbooks.iter().map(String::as_str)
    }

    pub(crate) fn standards(&self) -> impl Iterator<Item = &str> + Clone {
        self.shelves().standards.iter().map(String::as_str)
    }

    pub(crate) fn exhibits(&self) -> impl Iterator<Item = &str> + Clone {
        self.shelves().exhibits.iter().map(String::as_str)
    }

    #[expect(clippy::unused_self, reason = "asked like the other shelves")]
    pub(crate) fn issues(&self) -> impl Iterator<Item = &str> + Clone {
        ISSUES.iter().map(String::as_str)
    }

    pub(crate) fn guards(&self) -> impl Iterator<Item = &str> + Clone {
        self.shelves().guards.iter().map(String::as_str)
    }

    /// The rules of wording replies are read by.
    pub(crate) fn wording(&self) -> &Wording {
        &self.shelves().wording
    }
}
