//! The numbered steps that bring a file up to date. A step is never edited after a release.

use super::backup;
use super::error::{Cause, Fault, Inner, StoreError};
use rusqlite::{Connection, TransactionBehavior};
use rusqlite_migration::{Error, M, Migrations};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Every step, oldest first.
pub(super) const STEPS: [&str; 10] = [
    include_str!("../../assets/migrations/0001_ledger.sql"),
    include_str!("../../assets/migrations/0002_projections.sql"),
    include_str!("../../assets/migrations/0003_desk.sql"),
    include_str!("../../assets/migrations/0004_views.sql"),
    include_str!("../../assets/migrations/0005_language.sql"),
    include_str!("../../assets/migrations/0006_desk_tools.sql"),
    include_str!("../../assets/migrations/0007_settling.sql"),
    include_str!("../../assets/migrations/0008_views_and_glance.sql"),
    include_str!("../../assets/migrations/0009_used.sql"),
    include_str!("../../assets/migrations/0010_exposure.sql"),
];

/// The format this program writes: how many steps there are.
pub(super) fn known() -> u32 {
    u32::try_from(STEPS.len()).unwrap_or(u32::MAX)
}

/// Runs the steps a file lacks, all in one transaction.
pub(super) fn run(conn: &mut Connection, path: &Path) -> Inner<()> {
    // Two programs may open a new file at once: the second waits here, and then finds it done.
    conn.set_transaction_behavior(TransactionBehavior::Immediate);
    let ran = Migrations::new(STEPS.into_iter().map(M::up).collect()).to_latest(conn);
    match ran {
        Ok(()) => Ok(()),
        Err(_late) if version(conn)? == known() => Ok(()),
        Err(Error::RusqliteError { err, .. }) => Err(Fault::Sql(err)),
        Err(other) => {
            Err(StoreError::Sql { path: path.to_owned(), cause: Cause::new(other) }.into())
        }
    }
}

/// The format a file has.
pub(super) fn version(conn: &Connection) -> Inner<u32> {
    Ok(conn.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Copies a file as it is to `FILE.before-vN`, and tells where that is. A copy that is there
/// already stays, and this one gets another name.
pub(super) fn copy_aside(conn: &Connection, path: &Path) -> Result<PathBuf, StoreError> {
    let mut tries = 1_u32;
    loop {
        let mut name = OsString::from(path);
        name.push(format!(".before-v{}", known()));
        if tries > 1 {
            name.push(format!(".{tries}"));
        }
        let copy = PathBuf::from(name);
        match backup::copy(conn, &copy) {
            Err(StoreError::Exists { .. }) if tries < 1_000 => tries += 1,
            Err(error) => return Err(error),
            Ok(()) => return Ok(copy),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_are_valid_and_are_all_the_files_there_are() {
        Migrations::new(STEPS.into_iter().map(M::up).collect()).validate().unwrap();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/migrations");
        assert_eq!(std::fs::read_dir(folder).unwrap().count(), STEPS.len());
    }
}
