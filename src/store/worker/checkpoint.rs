//! The thread that moves committed pages into the file, so that no act ever waits for it. It sleeps
//! while nothing is written.

use super::super::file::checkpoint;
use super::super::open::connect;
use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, unbounded};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// About 4 MB of WAL: an act touches eight to ten pages.
const COMMITS: u32 = 100;
/// How long a few commits may stay in the WAL.
const WAIT: Duration = Duration::from_secs(30);

/// The thread, from the first commit on. Dropping it ends and joins it.
#[derive(Debug)]
pub(super) struct Checkpoints {
    path: PathBuf,
    commits: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Checkpoints {
    pub(super) fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), commits: None, thread: None }
    }

    /// Tells of a commit. Without a thread the WAL grows, which harms nobody today.
    pub(super) fn committed(&mut self) {
        let to_thread = self.commits.get_or_insert_with(|| {
            let (to_thread, commits) = unbounded();
            let path = self.path.clone();
            let thread = thread::Builder::new().name("store-checkpoint".to_owned());
            self.thread = thread.spawn(move || run(&path, &commits)).ok();
            to_thread
        });
        to_thread.send(()).ok();
    }
}

impl Drop for Checkpoints {
    fn drop(&mut self) {
        drop(self.commits.take());
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has nothing left to finish.
            drop(thread.join());
        }
    }
}

fn run(path: &Path, commits: &Receiver<()>) {
    let mut conn: Option<Connection> = None;
    // The first commit wakes the thread; more are gathered until there are enough or time is up.
    while commits.recv().is_ok() {
        let until = Instant::now() + WAIT;
        let mut gathered = 1;
        while gathered < COMMITS {
            match commits.recv_deadline(until) {
                Ok(()) => gathered += 1,
                Err(RecvTimeoutError::Timeout) => break,
                // Closing the last connection checkpoints by itself.
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        if conn.is_none() {
            conn = connect(path).ok();
        }
        // A checkpoint that fails is tried again after the next commits; nothing is lost meanwhile.
        let failed = conn.as_ref().is_none_or(|conn| checkpoint(conn).is_err());
        if failed {
            conn = None;
        }
    }
}
