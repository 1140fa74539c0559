//! The playbooks of a console, read while the rest of it starts.

use super::{Library, library};
use crate::domain::PlaybookId;
use crate::playbook::Condition;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

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
        beside("playbook", move || drop(early.library().get(&PlaybookId::from("core"))));
        beside("conditions", Condition::prepare);
        books
    }

    /// The playbooks, each read when it is first asked for.
    #[must_use]
    pub fn library(&self) -> Arc<Library> {
        let mut slot = self.library.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(slot.get_or_insert_with(|| Arc::new(library(&self.folder))))
    }

    /// The playbooks as the folder has them now.
    pub(crate) fn reloaded(&self) -> Arc<Library> {
        let fresh = Arc::new(library(&self.folder));
        let mut slot = self.library.lock().unwrap_or_else(PoisonError::into_inner);
        *slot = Some(Arc::clone(&fresh));
        fresh
    }
}

/// Does something that can as well be done later, if there is a thread for it.
fn beside(name: &str, work: impl FnOnce() + Send + 'static) {
    drop(thread::Builder::new().name(name.to_owned()).spawn(work));
}
