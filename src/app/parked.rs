//! Cases that are not on screen any more but not done with: an act of theirs is under way, or words
//! wait in their drafts. Coming back finds everything as it was left.

use super::{Model, OpenCase};
use crate::domain::CaseId;

impl Model {
    /// A case the person has worked on: on screen, or left unfinished.
    pub(super) fn case_in_hand(&self, case: CaseId) -> Option<&OpenCase> {
        self.open.as_ref().filter(|open| open.state.id == case).or_else(|| self.parked.get(&case))
    }

    /// The same, to be changed.
    pub(super) fn case_in_hand_mut(&mut self, case: CaseId) -> Option<&mut OpenCase> {
        self.open
            .as_mut()
            .filter(|open| open.state.id == case)
            .or_else(|| self.parked.get_mut(&case))
    }

    /// Takes the case off the screen; it is kept while something of it is unfinished.
    pub(super) fn park(&mut self) {
        if let Some(mut open) = self.open.take() {
            open.thread = super::Thread::default();
            self.parked.insert(open.state.id, open);
        }
        self.tidy();
    }

    /// Lets go of cases that have nothing unfinished any more.
    pub(super) fn tidy(&mut self) {
        let jobs = &self.jobs;
        self.parked.retain(|case, open| {
            let words = !open.reply.is_empty() || !open.note.is_empty();
            words || open.unsaved.first().is_some() || jobs.concerns(*case)
        });
    }
}
