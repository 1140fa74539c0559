//! The demo's case file: where it stands, and how it comes about.

mod play;

use super::failure::Failure;
use super::session::{Session, private_folder};
use crate::domain::AgentName;
use crate::store::{Access, CaseFile, StoreError};
use std::io;
use std::path::{Path, PathBuf};

/// Folders tried before giving up: names are taken only by demos of the same process number.
const TRIES: u32 = 100;

/// A demo's case file; what was made for it alone goes away with it.
#[derive(Debug)]
pub(super) struct Stage {
    file: PathBuf,
    folder: Option<PathBuf>,
}

impl Stage {
    /// The case file.
    pub(super) fn file(&self) -> &Path {
        &self.file
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            // What cannot be taken away lies in the system's folder for such things.
            drop(std::fs::remove_dir_all(folder));
        }
    }
}

/// Makes a demo file: at `keep`, which must not exist, or in a folder of its own for as long as the
/// stage stands.
pub(super) fn set(
    session: &Session,
    agent: &AgentName,
    keep: Option<&Path>,
) -> Result<Stage, Failure> {
    let stage = match keep {
        Some(file) if file.exists() => {
            return Err(StoreError::Exists { path: file.to_owned() }.into());
        }
        Some(file) => Stage { file: file.to_owned(), folder: None },
        None => {
            let folder = folder()?;
            Stage { file: folder.join("demo.redress"), folder: Some(folder) }
        }
    };
    let mut file = CaseFile::open(&stage.file, Access::Write)?;
    let (library, policy) = (session.library(), session.policy());
    let shelf = session.standards();
    let play = play::Play {
        library: &library,
        policy: &policy,
        shelf: &shelf,
        agent,
        lang: session.lang,
        now: session.now(),
        offset: session.offset,
    };
    play::all(&mut file, &play)?;
    Ok(stage)
}

fn folder() -> Result<PathBuf, Failure> {
    let base = std::env::temp_dir();
    let mut last = None;
    for n in 0..TRIES {
        let folder = base.join(format!("redress-demo-{}-{n}", std::process::id()));
        match private_folder(&folder, false) {
            Ok(()) => return Ok(folder),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last = Some(error),
            Err(error) => return Err(Failure::Write(folder, error)),
        }
    }
    Err(Failure::Write(base, last.unwrap_or_else(|| io::Error::other("no folder"))))
}
