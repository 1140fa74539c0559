//! The case file behind threads: one owns the write connection, one reads, one checkpoints. Jobs go
//! in and answers come out with the same number; no caller ever waits for the disk.
//!
//! This set of jobs is the seam behind which another engine may come: small, typed, free of SQL.

mod ahead;
mod checkpoint;
mod job;
mod reader;
mod writer;

pub use job::{Answer, Job, JobId, Located, OpenedCase};

use super::error::StoreError;
use super::file::CaseFile;
use super::open::{Access, OpenNotice};
use super::thread;
use crossbeam_channel::{Receiver, Sender, unbounded};
use std::path::Path;
use std::thread::JoinHandle;

/// What a connection takes while it reads its first screen, in bytes.
const ROOM: usize = 512 << 10;

type Answered = (JobId, Result<Answer, StoreError>);

/// The threads of one open file. Dropping it finishes what was asked and joins them.
#[derive(Debug)]
pub struct Worker {
    writer: Option<Sender<(JobId, Job)>>,
    reader: Option<Sender<(JobId, Job)>>,
    answered: Sender<Answered>,
    answers: Receiver<Answered>,
    threads: Vec<JoinHandle<()>>,
}

impl Worker {
    /// Opens a file for writing and starts the threads. Gives what a person should be told about
    /// the file.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be opened.
    pub fn start(path: &Path) -> Result<(Self, Vec<OpenNotice>), StoreError> {
        let (answered, answers) = unbounded();
        let (to_writer, writer_jobs) = unbounded();
        let (to_reader, reader_jobs) = unbounded();
        let mut worker = Self {
            writer: Some(to_writer),
            reader: Some(to_reader),
            answered: answered.clone(),
            answers,
            threads: Vec::new(),
        };
        // The one connection the first frame waits for, opened as if to write: so the file is made,
        // brought up to date, or refused here. From here on it only reads.
        let file = CaseFile::open(path, Access::Write)?.for_reading()?;
        let notices = file.notices().to_vec();
        let (own, done) = (path.to_owned(), answered.clone());
        worker.spawn(path, "store-read", move || reader::run(file, &reader_jobs, &done))?;
        worker.spawn(path, "store-write", move || writer::run(&own, &writer_jobs, &answered))?;
        Ok((worker, notices))
    }

    /// Hands in a job; its answer comes with the same number.
    pub fn ask(&self, id: JobId, job: Job) {
        let thread = if job.needs_writer() { &self.writer } else { &self.reader };
        let taken = thread.as_ref().is_some_and(|thread| thread.send((id, job)).is_ok());
        if !taken {
            // Nobody listening any more is no reason to fail.
            drop(self.answered.send((id, Err(StoreError::Stopped))));
        }
    }

    /// Where answers come out, in the order they are ready.
    #[must_use]
    pub const fn answers(&self) -> &Receiver<Answered> {
        &self.answers
    }

    fn spawn(
        &mut self,
        path: &Path,
        name: &str,
        work: impl FnOnce() + Send + 'static,
    ) -> Result<(), StoreError> {
        let thread =
            thread::spawn(name, ROOM, work).map_err(|error| StoreError::from_io(path, error))?;
        self.threads.push(thread);
        Ok(())
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        drop(self.writer.take());
        drop(self.reader.take());
        for thread in self.threads.drain(..) {
            // A thread that panicked has nothing left to finish.
            drop(thread.join());
        }
    }
}

#[cfg(test)]
mod tests;
