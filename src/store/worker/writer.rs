//! The thread that owns the write connection. One job, one commit.

use super::super::error::StoreError;
use super::super::file::CaseFile;
use super::super::open::Access;
use super::checkpoint::Checkpoints;
use super::job::{Answer, Job};
use super::{Answered, JobId};
use crossbeam_channel::{Receiver, Sender};
use std::path::Path;

/// The write connection with what it must remember.
struct Writing {
    file: CaseFile,
    checkpoints: Checkpoints,
    /// The file's state at the last look; nothing before the first, which thus says "changed": what
    /// another window wrote since this one was opened was not seen by this connection.
    seen: Option<i64>,
}

impl Writing {
    fn open(path: &Path) -> Result<Self, StoreError> {
        let file = CaseFile::open(path, Access::Write)?;
        file.leave_checkpoints_to_others()?;
        Ok(Self { checkpoints: Checkpoints::new(path), file, seen: None })
    }
}

pub(super) fn run(path: &Path, jobs: &Receiver<(JobId, Job)>, done: &Sender<Answered>) {
    // Opened with the first job: the first frame does not wait for this connection.
    let mut kept = None;
    for (id, job) in jobs {
        let writing = match kept.take() {
            Some(writing) => Ok(writing),
            // Each job tries anew, and is told what is wrong.
            None => Writing::open(path),
        };
        let answer = writing.and_then(|mut writing| {
            let writes = !matches!(job, Job::Look);
            let answer = answer(&mut writing.file, job, &mut writing.seen);
            if writes && answer.is_ok() {
                writing.checkpoints.committed();
            }
            kept = Some(writing);
            answer
        });
        if done.send((id, answer)).is_err() {
            return;
        }
    }
}

fn answer(file: &mut CaseFile, job: Job, seen: &mut Option<i64>) -> Result<Answer, StoreError> {
    match job {
        Job::Append(act) => file.append(act).map(Answer::Append),
        Job::SaveDraft { case, kind, body, adopted, at } => {
            file.save_draft(case, kind, &body, &adopted, at)?;
            Ok(Answer::DraftSaved { case, kind, at })
        }
        Job::SaveView { filter, keep } => {
            file.save_view(&filter, keep)?;
            Ok(Answer::Views(file.views()?))
        }
        Job::Look => {
            let version = Some(file.data_version()?);
            let changed = *seen != version;
            *seen = version;
            Ok(Answer::Looked { changed })
        }
        job @ (Job::Queue(_)
        | Job::Case { .. }
        | Job::Messages { .. }
        | Job::Message { .. }
        | Job::Timeline { .. }
        | Job::Restore { .. }
        | Job::QueueOf { .. }
        | Job::Buyer { .. }
        | Job::Views
        | Job::Locate { .. }) => super::reader::answer(file, job),
    }
}
