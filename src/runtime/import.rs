//! Conversations into the case file: from a pasted log, or from a file of any length.
//!
//! Owns the way from what a reader gives to acts in the ledger: the case each conversation belongs
//! to, what of it is new, all or nothing. Must not know the console's screen or the command line's
//! words. Everything it writes is decided by `desk`.

mod intake;

pub use intake::Intake;

use super::world::Grounds;
use crate::app::Imported;
use crate::app::words::store_error;
use crate::desk::Refusal;
use crate::domain::{Conversation, Stamp};
use crate::exchange::{self, BadRow, FileError, Piece, ReadOptions, Sides, Totals};
use crate::i18n::Strings;
use crate::store::{Access, Batch, CaseFile, StoreError};
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::Path;

/// Bad rows that are named; more than a person reads, less than fills the memory.
const NAMED: usize = 1_000;

/// What came of taking conversations in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Taken {
    /// Cases opened.
    pub opened: u64,
    /// Cases that got more messages.
    pub grown: u64,
    /// Messages that were new.
    pub fresh: u64,
    /// Messages the file had already.
    pub known: u64,
    /// The last case that got messages.
    pub last: Option<crate::domain::CaseId>,
}

/// How a file is taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Manner {
    /// Leave out rows that cannot be read, instead of refusing the file.
    pub skip_bad: bool,
    /// Write nothing, only tell what would be written.
    pub dry_run: bool,
}

/// What a file came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileReport {
    /// What the reader says.
    pub totals: Totals,
    /// What was taken in, or would have been.
    pub taken: Taken,
    /// Rows that could not be read; the first of them if there are very many.
    pub bad: Vec<BadRow>,
    /// Whether it is in the file now.
    pub written: bool,
}

/// Why nothing was taken in.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The case file says no.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file to be read cannot be.
    #[error(transparent)]
    File(#[from] FileError),
    /// The desk says no: a conversation without a buyer.
    #[error("the case of '{buyer}' was refused: {}", refusal.name())]
    Refused {
        /// Whose conversation.
        buyer: String,
        /// Why.
        refusal: Refusal,
    },
    /// Not one playbook can be used, not even those that come with the program.
    #[error("no playbook can be used; run `redress playbook check`")]
    NoPlaybook,
    /// A playbook's sources cannot be written down for the case.
    #[error("a playbook cannot be kept with its case")]
    Pin(#[source] serde_json::Error),
    /// Rows cannot be read, so that nothing was written.
    #[error("{} rows cannot be read; nothing was written", report.totals.bad)]
    BadRows {
        /// What is known of the file.
        report: Box<FileReport>,
    },
    /// Nobody can tell which of the speakers is the buyer.
    #[error("the names do not tell who is the buyer; nothing was written")]
    Sides {
        /// What is known of the file.
        report: Box<FileReport>,
    },
    /// A trial run, rolled back on purpose.
    #[error("a trial run; nothing was written")]
    Trial {
        /// What would have been written.
        report: Box<FileReport>,
    },
}

/// Takes conversations in, all or none.
///
/// # Errors
/// [`ImportError`]; nothing was written then.
pub fn conversations(
    file: &mut CaseFile,
    conversations: Vec<Conversation>,
    mut intake: Intake<'_>,
) -> Result<Taken, ImportError> {
    file.batch_unless(|batch| {
        for conversation in conversations {
            intake.take(batch, conversation)?;
        }
        Ok(intake.taken())
    })
}

/// Takes a whole file in, all or nothing, without ever holding it in memory. `progress` hears how
/// many bytes were read.
///
/// # Errors
/// [`ImportError`]; nothing was written then.
pub fn file(
    file: &mut CaseFile,
    path: &Path,
    options: &ReadOptions,
    manner: Manner,
    intake: Intake<'_>,
    progress: &mut dyn FnMut(u64),
) -> Result<FileReport, ImportError> {
    let (input, _length) = exchange::open(path)?;
    let input = Counted { input, read: 0, progress };
    let done = file.batch_unless(|batch| whole_file(batch, input, path, options, manner, intake));
    match done {
        Err(ImportError::Trial { report }) => Ok(*report),
        other => other,
    }
}

fn whole_file(
    batch: &mut Batch<'_>,
    input: impl Read,
    path: &Path,
    options: &ReadOptions,
    manner: Manner,
    mut intake: Intake<'_>,
) -> Result<FileReport, ImportError> {
    let mut bad = Vec::new();
    let mut failed = None;
    let totals = exchange::read_from(input, path, options, &mut |piece| match piece {
        Piece::Bad(row) => {
            if bad.len() < NAMED {
                bad.push(row);
            }
            ControlFlow::Continue(())
        }
        // A file that is refused is still read to its end: every bad row is to be named.
        Piece::Conversation(_) if !bad.is_empty() && !manner.skip_bad => ControlFlow::Continue(()),
        Piece::Conversation(conversation) => match intake.take(batch, conversation) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        },
    })?;
    if let Some(error) = failed {
        return Err(error);
    }
    let refused = totals.bad > 0 && !manner.skip_bad;
    let unsure = totals.sides != Sides::Known;
    let written = !(refused || unsure || manner.dry_run);
    let report = FileReport { totals, taken: intake.taken(), bad, written };
    match (refused, unsure, manner.dry_run) {
        (true, _, _) => Err(ImportError::BadRows { report: Box::new(report) }),
        (false, true, _) => Err(ImportError::Sides { report: Box::new(report) }),
        (false, false, true) => Err(ImportError::Trial { report: Box::new(report) }),
        (false, false, false) => Ok(report),
    }
}

/// Takes pasted conversations into the console's file, on a connection of its own.
///
/// # Errors
/// A sentence in the screen's language.
pub(super) fn into_file(
    grounds: &Grounds,
    pasted: Vec<Conversation>,
    now: Stamp,
) -> Result<Imported, String> {
    let open = || -> Result<Imported, ImportError> {
        let mut file = CaseFile::open(&grounds.path, Access::Write)?;
        let library = grounds.library();
        let wits = grounds.wits();
        let at = (grounds.lang, now);
        let shelf = grounds.standards();
        let rules = (&*grounds.policy, &shelf);
        let intake = Intake::new(&library, rules, &grounds.agent, &wits.signals, at);
        conversations(&mut file, pasted, intake).map(Imported::from)
    };
    open().map_err(|error| match &error {
        ImportError::Store(store) => store_error(store, Strings::of(grounds.lang)),
        other => other.to_string(),
    })
}

impl From<Taken> for Imported {
    fn from(taken: Taken) -> Self {
        let count = |n| usize::try_from(n).unwrap_or(usize::MAX);
        Self {
            cases: count(taken.opened),
            messages: count(taken.fresh),
            known: count(taken.known),
            last: taken.last,
        }
    }
}

/// Counts what is read.
struct Counted<'a, R> {
    input: R,
    read: u64,
    progress: &'a mut dyn FnMut(u64),
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        self.read += read as u64;
        (self.progress)(self.read);
        Ok(read)
    }
}

#[cfg(test)]
mod tests;
