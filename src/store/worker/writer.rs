//! The thread that owns the write connection. One job, one commit.

use super::super::error::StoreError;
use super::super::file::CaseFile;
use super::checkpoint::Checkpoints;
use super::job::{Answer, Job};
use super::{Answered, JobId};
use crossbeam_channel::{Receiver, Sender};

pub(super) fn run(mut file: CaseFile, jobs: &Receiver<(JobId, Job)>, done: &Sender<Answered>) {
    let mut checkpoints = Checkpoints::new(file.path());
    // If this fails the file is of no use, and the first job will say so.
    drop(file.leave_checkpoints_to_others());
    let mut seen = file.data_version().ok();
    for (id, job) in jobs {
        let writes = !matches!(job, Job::Look);
        let answer = answer(&mut file, job, &mut seen);
        if writes && answer.is_ok() {
            checkpoints.committed();
        }
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
