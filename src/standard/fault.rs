//! What can be wrong in a file of rules. One bad entry never hides the others.

use std::fmt;

/// Where in a file; lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file, as named by whoever read it.
    pub file: String,
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Place {
    /// The place of a byte offset in `text`; an offset past the end is the end.
    #[must_use]
    pub fn of(file: &str, text: &str, offset: usize) -> Self {
        Lines::new(file, text).place(offset)
    }
}

/// A file's lines, so that many places are found without counting from the top each time.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    file: &'a str,
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(file: &'a str, text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
        Self { file, text, starts: starts.collect() }
    }

    /// The place of a byte offset; an offset past the end is the end.
    pub(super) fn place(&self, offset: usize) -> Place {
        let offset = offset.min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let before = self.text.get(start..offset).unwrap_or_default();
        Place { file: self.file.to_owned(), line, column: before.chars().count() + 1 }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// A fault in a file of standards, wordings, evidence or guards.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StandardFault {
    /// The file is no TOML, or has a key at the top that is not known; nothing of it is read.
    #[error(
        "{place}: the file cannot be read: {message}. Correct it; until then none of it counts."
    )]
    File {
        /// Where reading stopped.
        place: Place,
        /// The reader's words.
        message: String,
    },
    /// An entry is incomplete or has a wrong value; it is left out.
    #[error("{place}: the entry is left out: {message}. Correct or remove it.")]
    Entry {
        /// Where the entry starts.
        place: Place,
        /// The reader's words.
        message: String,
    },
    /// A date is no calendar day; the entry is left out.
    #[error("{place}: '{key}' of '{id}' is no day such as 2026-07-20; the entry is left out.")]
    Day {
        /// Where the entry starts.
        place: Place,
        /// Which entry.
        id: String,
        /// Which key.
        key: &'static str,
    },
    /// The id was used before in the same file; the first one counts.
    #[error(
        "{place}: '{id}' stands twice in this file; the first one counts. Rename or remove one."
    )]
    Twice {
        /// Where the second one starts.
        place: Place,
        /// The id.
        id: String,
    },
    /// A text lacks one of the two languages; the entry counts all the same.
    #[error("{place}: '{key}' of '{id}' lacks a language; the other is shown instead. Add it.")]
    OneLanguage {
        /// Where the entry starts.
        place: Place,
        /// The id.
        id: String,
        /// Which key.
        key: &'static str,
    },
    /// It claims to have been read but names no source; it counts as unverified.
    #[error("{place}: '{id}' names no source, so it counts as unverified. Add 'source'.")]
    NoSource {
        /// Where the entry starts.
        place: Place,
        /// The id.
        id: String,
    },
    /// It names something that stands nowhere; the entry counts, the name leads nowhere.
    #[error(
        "{place}: '{key}' of '{id}' names '{name}', which stands nowhere. Correct or remove it."
    )]
    Unknown {
        /// Where the entry starts.
        place: Place,
        /// The id.
        id: String,
        /// Which key.
        key: &'static str,
        /// What it names.
        name: String,
    },
    /// It says nothing where something must be said; the entry is left out.
    #[error("{place}: '{key}' of '{id}' is empty; the entry is left out. Fill it in.")]
    Empty {
        /// Where the entry starts.
        place: Place,
        /// The id.
        id: String,
        /// Which key.
        key: &'static str,
    },
}

impl StandardFault {
    /// Where it is.
    #[must_use]
    pub const fn place(&self) -> &Place {
        match self {
            Self::File { place, .. }
            | Self::Entry { place, .. }
            | Self::Day { place, .. }
            | Self::Twice { place, .. }
            | Self::OneLanguage { place, .. }
            | Self::NoSource { place, .. }
            | Self::Unknown { place, .. }
            | Self::Empty { place, .. } => place,
        }
    }
}
