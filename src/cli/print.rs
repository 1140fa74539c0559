//! Standard output and standard error. A reader that closes the pipe has what it wanted.

use super::failure::Failure;
use serde::Serialize;
use std::io::{self, Write as _};

/// Prints a text as it is; a line end is added when there is none.
pub(super) fn text(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    if !text.ends_with('\n') && !text.is_empty() {
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}

/// Prints bytes as they are.
pub(super) fn bytes(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    Ok(out.flush()?)
}

/// Prints a document on one line.
pub(super) fn json(document: &impl Serialize) -> Result<(), Failure> {
    let line = crate::exchange::json::to_line(document)
        .map_err(|error| Failure::Output(io::Error::other(error)))?;
    text(&line)
}

/// Says something on standard error; where even that is closed, nobody is listening.
pub(super) fn complain(sentence: &str) {
    let _nobody_listens = writeln!(io::stderr().lock(), "{sentence}");
}
