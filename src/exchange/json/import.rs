//! `redress import FILE --json`.

use super::Shown;
use crate::exchange::outcome::{BadRow, Sides, Totals};
use serde::Serialize;

/// What an import did, or why it did nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImportDocument {
    /// `redress.import/1`.
    pub format: &'static str,
    /// The file's name as it was given.
    pub file: Shown,
    /// The reader that knew the format: `qianniu`, `jsonl`; empty when none did.
    pub reader: &'static str,
    /// The file's encoding.
    pub encoding: &'static str,
    /// Whether anything was written. A file with bad rows is refused whole, unless `--skip-bad`.
    pub written: bool,
    /// Cases opened.
    pub cases_opened: u64,
    /// Cases that got more messages.
    pub cases_grown: u64,
    /// Messages that were new.
    pub messages_new: u64,
    /// Messages the case file had already.
    pub messages_known: u64,
    /// Lines known to carry nothing.
    pub lines_skipped: u64,
    /// Who is the buyer, when the names alone do not tell; null when they do.
    pub sides: Option<SidesRecord>,
    /// How many rows could not be read.
    pub bad_rows: u64,
    /// Those rows; at most as many as the command prints.
    pub bad: Vec<BadRowRecord>,
}

/// A chat between names of which none is known to be ours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SidesRecord {
    /// Taken for the buyer.
    pub buyer: Shown,
    /// Taken for ours.
    pub ours: Vec<Shown>,
}

/// A row that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BadRowRecord {
    /// Its line, from 1.
    pub line: usize,
    /// A short name of what is wrong: `missing-key`, `bad-time`.
    pub reason: &'static str,
    /// What is wrong, in English.
    pub detail: Shown,
    /// How the row begins.
    pub excerpt: Shown,
}

impl ImportDocument {
    /// A report with what the reader knows; the counts of what was written are the caller's.
    #[must_use]
    pub fn new(file: &str, totals: &Totals, bad: &[BadRow]) -> Self {
        Self {
            format: "redress.import/1",
            file: Shown::new(file),
            reader: totals.reader,
            encoding: totals.encoding.name(),
            written: false,
            cases_opened: 0,
            cases_grown: 0,
            messages_new: 0,
            messages_known: 0,
            lines_skipped: totals.skipped,
            sides: match &totals.sides {
                Sides::Known => None,
                Sides::Ambiguous { buyer, ours } => Some(SidesRecord {
                    buyer: Shown::new(buyer),
                    ours: ours.iter().map(|name| Shown::new(name)).collect(),
                }),
            },
            bad_rows: totals.bad,
            bad: bad.iter().map(BadRowRecord::from).collect(),
        }
    }
}

impl From<&BadRow> for BadRowRecord {
    fn from(row: &BadRow) -> Self {
        Self {
            line: row.line,
            reason: row.reason.code(),
            detail: Shown::new(&row.reason.to_string()),
            excerpt: (&row.excerpt).into(),
        }
    }
}
