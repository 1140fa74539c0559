//! The playbooks of a console, read while the rest of it starts.

use super::{Library, library};
use crate::domain::PlaybookId;
use crate::playbook::{Condition, Work};
use crate::store::thread;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// What reading the largest playbook takes, in bytes.
const ROOM: usize = 2 << 20;

/// The playbooks of a folder and the shipped ones, shared with the threads that work on them.
#[derive(Debug)]
pub struct Books {
    /// The shop's own playbooks.
    pub(crate) folder: PathBuf,
    /// Made when it is first asked for, and anew when the folder is read again.
    library: Mutex<Option<Arc<Library>>>,
}

impl Books {
    /// The playbooks of a folder; none is read yet.
    #[must_use]
    pub fn new(folder: PathBuf) -> Arc<Self> {
        Arc::new(Self { folder, library: Mutex::new(None) })
    }

    /// Begins to read the playbook that all others build on: it takes longer than to open a case
    /// file, and the first frame needs both. Without a thread for it, it is read when asked for.
    #[must_use]
    pub fn begin(folder: PathBuf) -> Arc<Self> {
        let books = Self::new(folder);
        let early = Arc::clone(&books);
        drop(thread::spawn("playbook", ROOM, move || {
            drop(early.library().get(&PlaybookId::from("core")));
            // The first frame has some to decide.
            Condition::prepare();
        }));
        books
    }

    /// The playbooks, each read when it is first asked for.
    #[must_use]
    pub fn library(&self) -> Arc<Library> {
        let mut slot = self.library.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(slot.get_or_insert_with(|| Arc::new(library(&self.folder))))
    }

    /// How much of them was looked at so far.
    pub(crate) fn work(&self) -> Work {
        let slot = self.library.lock().unwrap_or_else(PoisonError::into_inner);
        slot.as_ref().map_or_else(Work::default, |library| library.work())
    }

    /// The playbooks as the folder has them now.
    pub(crate) fn reloaded(&self) -> Arc<Library> {
        let fresh = Arc::new(library(&self.folder));
        let mut slot = self.library.lock().unwrap_or_else(PoisonError::into_inner);
        *slot = Some(Arc::clone(&fresh));
        fresh
    }
}
