//! How much of a library was looked at so far: what a person did not ask for costs nothing.

use super::{Library, Shelf};

/// The files that were looked at, by how closely.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Work {
    /// Files whose first lines were read.
    pub heads: usize,
    /// Files that were read whole.
    pub read: usize,
    /// Files that were compiled.
    pub compiled: usize,
    /// Whether the shelves of rules, exhibits, guards and wordings were read to check files by.
    pub shelves: bool,
}

impl Library {
    /// What was done so far.
    #[must_use]
    pub fn work(&self) -> Work {
        let kept = self.shelves.get().map_or(&[][..], Vec::as_slice);
        Work {
            heads: kept.len(),
            read: kept
                .iter()
                .filter(|shelf| shelf.reading.get().is_some() || is_compiled(shelf))
                .count(),
            compiled: kept.iter().filter(|shelf| is_compiled(shelf)).count(),
            shelves: self.known.get().is_some(),
        }
    }
}

fn is_compiled(shelf: &Shelf) -> bool {
    shelf.outcomes.iter().any(|outcome| outcome.get().is_some())
}
