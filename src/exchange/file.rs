//! The one place that opens files: picks encoding and reader, and reads the file bit by bit when
//! the format allows.

use super::{
    encoding::{self, Encoding, EncodingError},
    jsonl::{self, JsonLines},
    outcome::{Piece, ReadOptions, Totals},
    reader::{ChatReader, reader_for},
};
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// Enough of a file to know its encoding and format.
const HEAD: usize = 64 * 1024;
/// A copied chat is read whole; nobody copies more than this.
const LARGEST_WHOLE: u64 = 512 * 1024 * 1024;

/// Why a file could not be read at all.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The system did not give it.
    #[error("'{}' could not be read", path.display())]
    Io {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// Its bytes are no text.
    #[error("'{}' could not be read as text", path.display())]
    Encoding {
        /// Which file.
        path: PathBuf,
        /// Which bytes.
        #[source]
        source: EncodingError,
    },
    /// A copied chat of a size no chat has.
    #[error("'{}' is larger than {limit} bytes; split it, or import JSON Lines", path.display())]
    TooLarge {
        /// Which file.
        path: PathBuf,
        /// The largest that is read.
        limit: u64,
    },
}

/// Opens a file for [`read_from`], and tells its length for a progress bar.
///
/// # Errors
/// [`FileError::Io`] when the system does not give it.
pub fn open(path: &Path) -> Result<(File, u64), FileError> {
    let io = |source| FileError::Io { path: path.to_owned(), source };
    let file = File::open(path).map_err(io)?;
    let length = file.metadata().map_err(io)?.len();
    Ok((file, length))
}

/// Reads conversations from an open file (`path` is its name in errors). JSON Lines in UTF-8 are
/// given out as they are read; anything else is read whole first.
///
/// # Errors
/// [`FileError`]: not readable, not text, too large. Rows that say nothing are pieces, not errors.
pub fn read_from(
    mut input: impl Read,
    path: &Path,
    options: &ReadOptions,
    take: &mut dyn FnMut(Piece) -> ControlFlow<()>,
) -> Result<Totals, FileError> {
    let io = |source| FileError::Io { path: path.to_owned(), source };
    let mut head = Vec::with_capacity(HEAD);
    input.by_ref().take(HEAD as u64).read_to_end(&mut head).map_err(io)?;
    let plain = encoding::detect(&head, head.len() < HEAD)
        .filter(|encoding| matches!(encoding, Encoding::Utf8 | Encoding::Utf8Bom));
    if let Some(encoding) = plain {
        let text = String::from_utf8_lossy(&head);
        if reader_for(&text).is_some_and(|reader| reader.name() == JsonLines.name()) {
            let all = BufReader::with_capacity(HEAD, head.as_slice().chain(input));
            let read = jsonl::read_lines(all, options, take).map_err(io)?;
            return Ok(Totals {
                reader: JsonLines.name(),
                messages: read.messages,
                bad: read.bad,
                stopped: read.stopped,
                ..Totals::empty(encoding)
            });
        }
    }
    let mut bytes = head;
    input.take(LARGEST_WHOLE).read_to_end(&mut bytes).map_err(io)?;
    if bytes.len() as u64 > LARGEST_WHOLE {
        return Err(FileError::TooLarge { path: path.to_owned(), limit: LARGEST_WHOLE });
    }
    let decoded = encoding::decode(&bytes)
        .map_err(|source| FileError::Encoding { path: path.to_owned(), source })?;
    drop(bytes);
    Ok(give_whole(&decoded.text, decoded.encoding, options, take))
}

fn give_whole(
    text: &str,
    encoding: Encoding,
    options: &ReadOptions,
    take: &mut dyn FnMut(Piece) -> ControlFlow<()>,
) -> Totals {
    let outcome = super::reader::read(text, options);
    let mut totals = Totals {
        reader: outcome.reader,
        messages: outcome.messages() as u64,
        bad: outcome.bad.len() as u64,
        skipped: outcome.skipped as u64,
        sides: outcome.sides,
        ..Totals::empty(encoding)
    };
    let bad = outcome.bad.into_iter().map(Piece::Bad);
    let said = outcome.conversations.into_iter().map(Piece::Conversation);
    totals.stopped = bad.chain(said).try_for_each(take).is_break();
    totals
}
