//! The case that will probably be asked for next, read while nobody waits.
//!
//! Owns one case and the proof that it is still true: as long as no other connection has committed,
//! what was read is what would be read now. The reader itself never writes.

use super::super::file::CaseFile;
use super::job::{Answer, Job, OpenedCase};
use super::reader;
use crate::domain::CaseId;

/// Which case, how many of its messages, and how many characters of each.
type Wanted = (CaseId, u32, usize);

/// A case read before it was asked for.
#[derive(Debug, Default)]
pub(super) struct Ahead {
    kept: Option<(Wanted, i64, Box<OpenedCase>)>,
}

impl Ahead {
    /// What a job says will be asked for next.
    pub(super) const fn wanted(job: &Job) -> Option<Wanted> {
        if let Job::Case { messages, text_limit, next: Some(next), .. } = job {
            return Some((*next, *messages, *text_limit));
        }
        None
    }

    /// Reads a case for later. What goes wrong here goes wrong again when it is asked for, and is
    /// told then.
    pub(super) fn read(&mut self, file: &mut CaseFile, wanted: Wanted) {
        let (case, messages, text_limit) = wanted;
        self.kept = None;
        let read = file.snapshot(|file| {
            let version = file.data_version()?;
            Ok((version, reader::opened(file, case, messages, text_limit)?))
        });
        if let Ok((version, Some(opened))) = read {
            self.kept = Some((wanted, version, opened));
        }
    }

    /// The answer to a job, if it was read already and nothing was written since.
    pub(super) fn take(&mut self, file: &CaseFile, job: &Job) -> Option<Answer> {
        let Job::Case { case, messages, text_limit, .. } = job else { return None };
        let (_, version, opened) =
            self.kept.take_if(|(wanted, ..)| *wanted == (*case, *messages, *text_limit))?;
        (file.data_version().ok()? == version).then_some(Answer::Case(Some(opened)))
    }
}
