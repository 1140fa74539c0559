//! Opening a file: making it, telling it from anything else, bringing it up to date.

use super::error::{Inner, StoreError};
use super::{migrate, place};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long `SQLite` waits for another program's commit before we hear of it.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);
/// How often that is repeated before a person hears of it.
const TRIES: u32 = 6;
/// "RDRS", set by the first migration.
const APPLICATION: u32 = 1_380_209_235;
/// Statements kept prepared: all there are.
const STATEMENTS: usize = 96;

/// What a file is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Reading and writing; it is made when it is not there, and brought up to date.
    Write,
    /// Reading only; nothing is made or changed.
    Read,
}

/// What a person should be told about a file that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenNotice {
    /// The file was not there and was made.
    Created,
    /// A newer program wrote it: it is open for reading only.
    NewerFile {
        /// The file's format.
        found: u32,
        /// The newest format this program knows.
        known: u32,
    },
    /// An older program wrote it: it was brought up to date, after a copy had been made.
    Migrated {
        /// The format it had.
        from: u32,
        /// The format it has now.
        to: u32,
        /// Where the file as it was stands.
        copy: PathBuf,
    },
    /// It lies on a network drive, where two programs on two machines can damage it.
    NetworkDrive,
}

/// An open connection, what it may be used for, and what is to be told.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) conn: Connection,
    pub(super) access: Access,
    pub(super) notices: Vec<OpenNotice>,
}

/// Opens a file.
pub(super) fn open(path: &Path, access: Access) -> Result<Opened, StoreError> {
    if path.is_dir() {
        return Err(StoreError::NotACaseFile { path: path.to_owned() });
    }
    let mut notices = Vec::new();
    if !path.exists() {
        match access {
            Access::Read => return Err(StoreError::Missing { path: path.to_owned() }),
            Access::Write => match create(path) {
                Ok(()) => notices.push(OpenNotice::Created),
                // Another window made it in this very moment.
                Err(StoreError::Exists { .. }) => {}
                Err(error) => return Err(error),
            },
        }
    }
    patiently(path, || attempt(path, access, notices.clone()))
}

/// Makes an empty file that only its owner may read; its folder must exist.
pub(super) fn create(path: &Path) -> Result<(), StoreError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path).map(drop).map_err(|error| StoreError::from_io(path, error))
}

/// Repeats what another program's lock prevents, for as long as a person would wait.
pub(super) fn patiently<T>(
    path: &Path,
    mut attempt: impl FnMut() -> Inner<T>,
) -> Result<T, StoreError> {
    let mut tries = 0;
    loop {
        tries += 1;
        match attempt() {
            Ok(done) => return Ok(done),
            Err(fault) if fault.is_busy() && tries < TRIES => {
                std::thread::sleep(Duration::from_millis(20 * u64::from(tries)));
            }
            Err(fault) => return Err(fault.at(path)),
        }
    }
}

/// What kind of database a file is.
enum Kind {
    /// One without anything in it.
    Empty,
    /// A case file of some format.
    Ours(u32),
}

fn attempt(path: &Path, access: Access, mut notices: Vec<OpenNotice>) -> Inner<Opened> {
    let mut conn = connect(path)?;
    let mut access = access;
    match (kind(&conn, path)?, access) {
        (Kind::Ours(found), _) if found > migrate::known() => {
            access = Access::Read;
            notices.push(OpenNotice::NewerFile { found, known: migrate::known() });
        }
        (Kind::Ours(found), Access::Read) if found < migrate::known() => {
            let known = migrate::known();
            return Err(StoreError::Older { path: path.to_owned(), found, known }.into());
        }
        (Kind::Empty, Access::Read) => {
            return Err(StoreError::NotACaseFile { path: path.to_owned() }.into());
        }
        (Kind::Ours(_), Access::Read) => {}
        (Kind::Empty, Access::Write) => {
            writable(&conn, path)?;
            set_up_writing(&conn)?;
            migrate::run(&mut conn, path)?;
        }
        (Kind::Ours(found), Access::Write) => {
            writable(&conn, path)?;
            if found < migrate::known() {
                let copy = migrate::copy_aside(&conn, path)?;
                set_up_writing(&conn)?;
                migrate::run(&mut conn, path)?;
                notices.push(OpenNotice::Migrated { from: found, to: migrate::known(), copy });
            } else if in_wal(path) {
                // What needs the schema read waits for the first act: see `set_up_wal`.
                conn.execute_batch(SAFE)?;
            } else {
                set_up_writing(&conn)?;
            }
        }
    }
    if access == Access::Read {
        conn.execute_batch("PRAGMA query_only = ON")?;
    }
    if place::on_network_drive(path) {
        notices.push(OpenNotice::NetworkDrive);
    }
    Ok(Opened { conn, access, notices })
}

/// A bare connection to an existing file.
pub(super) fn connect(path: &Path) -> Inner<Connection> {
    // Opened for writing even where only reading is wanted: readers of a WAL take part in its
    // locking. `SQLite` falls back to reading where the system forbids more.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.busy_timeout(PATIENCE)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    // Plans are made once and kept. Else a value bound to a column with a partial index has the
    // statement prepared anew each time: a fifth of what it took to read a case.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(conn)
}

/// An act is on the disk when it is committed, and refers to nothing that is not there.
const SAFE: &str = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

fn set_up_writing(conn: &Connection) -> Inner<()> {
    set_up_wal(conn)?;
    conn.execute_batch(SAFE)?;
    Ok(())
}

/// Has changes go into the WAL first. A file of ours does already, but for a copy or one that
/// another program changed.
pub(super) fn set_up_wal(conn: &Connection) -> Inner<()> {
    conn.execute_batch("PRAGMA journal_mode = WAL")?;
    Ok(())
}

/// Whether a file that was just read seems to have a WAL: what readers share stands beside it then.
fn in_wal(path: &Path) -> bool {
    let mut shared = path.as_os_str().to_owned();
    shared.push("-shm");
    Path::new(&shared).exists()
}

fn writable(conn: &Connection, path: &Path) -> Inner<()> {
    if conn.is_readonly("main")? || fs::metadata(path).is_ok_and(|m| m.permissions().readonly()) {
        return Err(StoreError::NotWritable { path: path.to_owned() }.into());
    }
    Ok(())
}

/// Reads what a file is, in one transaction: one that another window is making at this moment is
/// seen either before or after, never half. What is ours is known by its head alone; to read the
/// whole schema would hold up the first frame.
fn kind(conn: &Connection, path: &Path) -> Inner<Kind> {
    let number = |sql: &str| -> Inner<u32> { Ok(conn.query_row(sql, [], |row| row.get(0))?) };
    conn.execute_batch("BEGIN")?;
    let read = || -> Inner<(u32, u32, u32)> {
        let application = number("PRAGMA application_id")?;
        let version = number("PRAGMA user_version")?;
        let tables = match application {
            APPLICATION => 0,
            _foreign_or_empty => number("SELECT count(*) FROM sqlite_schema")?,
        };
        Ok((application, version, tables))
    };
    let read = read();
    conn.execute_batch("COMMIT")?;
    let (application, version, tables) = read?;
    if application == APPLICATION {
        return Ok(Kind::Ours(version));
    }
    if application == 0 && version == 0 && tables == 0 {
        return Ok(Kind::Empty);
    }
    Err(StoreError::NotACaseFile { path: path.to_owned() }.into())
}
