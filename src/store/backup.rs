//! Copies of a file that is in use, whole and consistent.

use super::error::{Fault, Inner, StoreError};
use super::open::create;
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Copies the file to `to`, which must not exist. It is written beside `to` and renamed when it is
/// complete, so that no half copy is ever taken for a whole one.
pub(super) fn copy(from: &Connection, to: &Path) -> Result<(), StoreError> {
    if to.exists() {
        return Err(StoreError::Exists { path: to.to_owned() });
    }
    let mut partial = OsString::from(to);
    partial.push(".partial");
    let partial = PathBuf::from(partial);
    if partial.exists() {
        fs::remove_file(&partial).map_err(|error| StoreError::from_io(&partial, error))?;
    }
    create(&partial)?;
    let done = copy_pages(from, &partial)
        .map_err(|fault| fault.at(to))
        .and_then(|()| fs::rename(&partial, to).map_err(|error| StoreError::from_io(to, error)));
    if done.is_err() {
        // The reason why the copy failed is what matters; the rest of it is taken away if possible.
        drop(fs::remove_file(&partial));
    }
    done
}

fn copy_pages(from: &Connection, to: &Path) -> Inner<()> {
    const PAGES_A_STEP: i32 = 4_096;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut target = Connection::open_with_flags(to, flags)?;
    Backup::new(from, &mut target)?
        .run_to_completion(PAGES_A_STEP, Duration::ZERO, None)
        .map_err(Fault::Sql)?;
    // One self-contained file, that can also be read from where nothing can be written.
    target.execute_batch("PRAGMA journal_mode = DELETE")?;
    Ok(())
}
