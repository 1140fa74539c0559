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
use std::path::{Path, PathBuf};
use std::thread::JoinHandle;

/// What a connection takes while it reads its first screen, in bytes.
const ROOM: usize = 512 << 10;

type Answered = (JobId, Result<Answer, StoreError>);

/// One open file and its threads. Dropping it finishes what was asked and joins them.
#[derive(Debug)]
pub struct Worker {
    path: PathBuf,
    /// The reading connection, as long as no thread has it.
    resting: Option<CaseFile>,
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
        let (mut worker, notices) = Self::open(path)?;
        worker.wake()?;
        Ok((worker, notices))
    }

    /// The same without the threads, until [`Self::wake`]: what is asked before is read where it is
    /// asked. The first screen has nothing else to do meanwhile, and a thread would begin late.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be opened.
    pub fn open(path: &Path) -> Result<(Self, Vec<OpenNotice>), StoreError> {
        // The one connection the first frame waits for, opened as if to write: so the file is made,
        // brought up to date, or refused here. From here on it only reads.
        let file = CaseFile::open(path, Access::Write)?.for_reading()?;
        let notices = file.notices().to_vec();
        let (answered, answers) = unbounded();
        let worker = Self {
            path: path.to_owned(),
            resting: Some(file),
            writer: None,
            reader: None,
            answered,
            answers,
            threads: Vec::new(),
        };
        Ok((worker, notices))
    }

    /// Starts the threads. Nothing happens when they run already.
    ///
    /// # Errors
    /// [`StoreError`] when the system gives no thread.
    pub fn wake(&mut self) -> Result<(), StoreError> {
        let Some(file) = self.resting.take() else { return Ok(()) };
        let (to_writer, writer_jobs) = unbounded();
        let (to_reader, reader_jobs) = unbounded();
        let (own, done) = (self.path.clone(), self.answered.clone());
        self.spawn("store-read", move || reader::run(file, &reader_jobs, &done))?;
        let answered = self.answered.clone();
        self.spawn("store-write", move || writer::run(&own, &writer_jobs, &answered))?;
        self.writer = Some(to_writer);
        self.reader = Some(to_reader);
        Ok(())
    }

    /// Hands in a job; its answer comes with the same number.
    pub fn ask(&mut self, id: JobId, job: Job) {
        if let Some(file) = self.resting.as_mut().filter(|_| !job.needs_writer()) {
            let answer = reader::answer(file, job);
            drop(self.answered.send((id, answer)));
            return;
        }
        // Where no thread is to be had the job is answered below, as a stopped one.
        drop(self.wake());
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
        name: &str,
        work: impl FnOnce() + Send + 'static,
    ) -> Result<(), StoreError> {
        let thread = thread::spawn(name, ROOM, work)
            .map_err(|error| StoreError::from_io(&self.path, error))?;
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
