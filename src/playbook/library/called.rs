//! Playbooks that others call.

use super::super::call::{Callee, Found};
use super::super::diagnostic::Problem;
use super::super::merge::{Merged, merge};
use super::Library;
use std::sync::Arc;

impl Library {
    /// What a call of `id` leads to, in the file `at`.
    pub(super) fn callee(&self, at: usize, id: &str) -> Callee {
        let Some(found) = self.top(id) else {
            let ids = self.shelves().iter().map(|shelf| shelf.head.id.clone());
            return Callee::Unknown(ids.collect());
        };
        if self.line(at).0.contains(&found) {
            return Callee::Caller;
        }
        let Some(merged) = self.merged(found) else { return Callee::Broken };
        let files = self.line(found).0;
        let sources = files.iter().filter_map(|n| self.sources.get(*n));
        Callee::Found(Found { merged, texts: sources.map(|s| s.text.clone()).collect(), files })
    }

    /// A file worked into its parents and no more: two playbooks may call each other.
    fn merged(&self, at: usize) -> Option<Arc<Merged>> {
        let make = || {
            let (line, fault) = self.line(at);
            let above = match (fault, line.get(1)) {
                (Some(_), _) => return None,
                (None, Some(above)) => Some(self.merged(*above)?),
                (None, None) => None,
            };
            let reading = self.reading(at)?;
            let (merged, problems) = merge(reading.book.clone(), above.as_deref());
            let broken = reading.problems.iter().chain(&problems).any(Problem::is_error);
            (!broken).then(|| Arc::new(merged))
        };
        self.shelves().get(at)?.merged.get_or_init(make).clone()
    }
}
