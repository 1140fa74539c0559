//! What can go wrong with a case file, as types: the edge finds the words in the person's language.

use crate::domain::{CaseId, FoldError, Version};
use rusqlite::{ErrorCode, ffi};
use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The error underneath, kept for the log. Two causes are equal when they say the same.
#[derive(Debug, Clone)]
pub struct Cause(Arc<dyn Error + Send + Sync>);

impl Cause {
    pub(super) fn new(error: impl Error + Send + Sync + 'static) -> Self {
        Self(Arc::new(error))
    }
}

impl PartialEq for Cause {
    fn eq(&self, other: &Self) -> bool {
        self.0.to_string() == other.0.to_string()
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Error for Cause {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()
    }
}

/// Why the case file could not do what was asked.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum StoreError {
    /// There is no such file, and it was to be read only.
    #[error("there is no case file at '{}'; check the path", .path.display())]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// The folder of the file does not exist.
    #[error("the folder of '{}' does not exist; create it or name another file", .path.display())]
    NoFolder {
        /// The file that was to be made.
        path: PathBuf,
    },
    /// The file is something else: no database, or another program's.
    #[error("'{}' is not a case file; name another file", .path.display())]
    NotACaseFile {
        /// The file.
        path: PathBuf,
    },
    /// The file or its folder cannot be written.
    #[error("'{}' or its folder cannot be written; check its permissions", .path.display())]
    NotWritable {
        /// The file.
        path: PathBuf,
    },
    /// The file was opened for reading, or belongs to a newer program.
    #[error("'{}' is open for reading only", .path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// The file is an older program's and was to be read only: it is brought up to date when it is
    /// opened for writing.
    #[error("'{}' has format {found}, this program needs {known}; open it for writing once", .path.display())]
    Older {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: u32,
        /// The format this program writes.
        known: u32,
    },
    /// The disk is full. Nothing of the act was written.
    #[error("the disk of '{}' is full; free some space and try again", .path.display())]
    DiskFull {
        /// The file.
        path: PathBuf,
    },
    /// The system does not let the file grow: a limit on the size of files, or a disk that fails.
    /// Nothing of the act was written.
    #[error("'{}' cannot grow; raise the limit on file sizes or check the disk", .path.display())]
    CannotGrow {
        /// The file.
        path: PathBuf,
    },
    /// The file is cut short or otherwise damaged.
    #[error("'{}' is damaged; restore a backup copy", .path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What `SQLite` says.
        #[source]
        cause: Cause,
    },
    /// Another program kept the file for longer than anyone should wait.
    #[error("another program is using '{}'; try again when it is done", .path.display())]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// A file that would have to be overwritten is in the way.
    #[error("'{}' exists already; name another file", .path.display())]
    Exists {
        /// The file in the way.
        path: PathBuf,
    },
    /// The file has no such case.
    #[error("the file has no case {case}")]
    NoCase {
        /// The number asked for.
        case: CaseId,
    },
    /// The events do not make a case.
    #[error("the events do not make a case")]
    Unfit(#[from] FoldError),
    /// An event gives a message or promise a number other than the next, or comes without its text.
    #[error("case {case}: event {version} ('{kind}') has a number out of order or lacks its text")]
    OutOfOrder {
        /// The case.
        case: CaseId,
        /// The event.
        version: Version,
        /// Its name.
        kind: &'static str,
    },
    /// A stored event cannot be read.
    #[error("case {case}: event {version} cannot be read; run verify")]
    Unreadable {
        /// The case.
        case: CaseId,
        /// The event.
        version: Version,
        /// What the decoder says.
        #[source]
        cause: Cause,
    },
    /// The operating system refused.
    #[error("'{}' cannot be used", .path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        #[source]
        cause: Cause,
    },
    /// Anything else `SQLite` refuses; a fault of this program.
    #[error("'{}': a statement failed", .path.display())]
    Sql {
        /// The file.
        path: PathBuf,
        /// What `SQLite` says.
        #[source]
        cause: Cause,
    },
    /// The store's thread has ended.
    #[error("the case file is closed already")]
    Stopped,
}

impl StoreError {
    pub(super) fn from_io(path: &Path, error: io::Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            io::ErrorKind::NotFound => Self::NoFolder { path },
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::NotWritable { path }
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull { path },
            io::ErrorKind::FileTooLarge => Self::CannotGrow { path },
            io::ErrorKind::AlreadyExists => Self::Exists { path },
            _other => Self::Io { path, cause: Cause::new(error) },
        }
    }

    fn from_sql(path: &Path, error: rusqlite::Error) -> Self {
        let path = path.to_owned();
        // Of the reason for a write that failed only this is left; a full disk is told apart.
        let unwritten = [ffi::SQLITE_IOERR_WRITE, ffi::SQLITE_IOERR_SHMSIZE];
        if error.sqlite_error().is_some_and(|error| unwritten.contains(&error.extended_code)) {
            return Self::CannotGrow { path };
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy { path },
            Some(ErrorCode::DiskFull) => Self::DiskFull { path },
            Some(ErrorCode::NotADatabase) => Self::NotACaseFile { path },
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { path, cause: Cause::new(error) },
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::NotWritable { path }
            }
            Some(ErrorCode::SystemIoFailure) => Self::Io { path, cause: Cause::new(error) },
            Some(_) | None => Self::Sql { path, cause: Cause::new(error) },
        }
    }
}

/// An error on its way up to where the file's path is known.
#[derive(Debug)]
pub(super) enum Fault {
    Sql(rusqlite::Error),
    Told(StoreError),
}

/// A result within the store.
pub(super) type Inner<T> = Result<T, Fault>;

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::Told(error)
    }
}

impl From<FoldError> for Fault {
    fn from(error: FoldError) -> Self {
        Self::Told(error.into())
    }
}

impl Fault {
    /// The error as callers see it.
    pub(super) fn at(self, path: &Path) -> StoreError {
        match self {
            Self::Sql(error) => StoreError::from_sql(path, error),
            Self::Told(error) => error,
        }
    }

    /// Whether waiting may help.
    pub(super) fn is_busy(&self) -> bool {
        match self {
            Self::Sql(error) => matches!(
                error.sqlite_error_code(),
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)
            ),
            Self::Told(error) => matches!(error, StoreError::Busy { .. }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_becomes_a_type() {
        let path = Path::new("a/b.redress");
        let told = |kind: io::ErrorKind| StoreError::from_io(path, kind.into());
        let path = path.to_owned();
        assert_eq!(
            told(io::ErrorKind::PermissionDenied),
            StoreError::NotWritable { path: path.clone() }
        );
        assert_eq!(
            told(io::ErrorKind::ReadOnlyFilesystem),
            StoreError::NotWritable { path: path.clone() }
        );
        assert_eq!(told(io::ErrorKind::NotFound), StoreError::NoFolder { path: path.clone() });
        assert_eq!(told(io::ErrorKind::StorageFull), StoreError::DiskFull { path: path.clone() });
        assert_eq!(
            told(io::ErrorKind::FileTooLarge),
            StoreError::CannotGrow { path: path.clone() }
        );
        let cause = Cause::new(io::Error::from(io::ErrorKind::BrokenPipe));
        assert_eq!(told(io::ErrorKind::BrokenPipe), StoreError::Io { path, cause });
    }
}
