//! Lines of a file, one at a time, and standard output that is not flushed at each: for commands
//! that read a million of them.

use super::failure::Failure;
use super::print;
use super::session::Session;
use crate::domain::CleanText;
use crate::exchange::LONGEST_LINE;
use crate::i18n::fill;
use serde::Serialize;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read as _, StdoutLock, Write as _};
use std::path::Path;

/// Bad lines that are named; of more only the number is said.
const NAMED: u64 = 20;

/// Where results go, and what could not be read.
pub(super) struct Outlet<'a> {
    session: &'a Session,
    out: BufWriter<StdoutLock<'static>>,
    bad: u64,
}

impl<'a> Outlet<'a> {
    pub(super) fn new(session: &'a Session) -> Self {
        Self { session, out: BufWriter::with_capacity(1 << 16, io::stdout().lock()), bad: 0 }
    }

    pub(super) fn json(&mut self, document: &impl Serialize) -> Result<(), Failure> {
        serde_json::to_writer(&mut self.out, document)
            .map_err(|error| Failure::Output(error.into()))?;
        self.out.write_all(b"\n").map_err(Failure::Output)
    }

    pub(super) fn text(&mut self, line: &str) -> Result<(), Failure> {
        self.out.write_all(line.as_bytes()).map_err(Failure::Output)?;
        self.out.write_all(b"\n").map_err(Failure::Output)
    }

    /// Names a line that cannot be read.
    pub(super) fn bad(&mut self, path: &Path, line: usize, why: &str) {
        self.bad += 1;
        if self.bad <= NAMED {
            let why = CleanText::new(why).one_line();
            let place: [(&str, &dyn std::fmt::Display); 3] =
                [("path", &path.display()), ("line", &line), ("why", &why)];
            print::complain(&fill(self.session.strings.cli.say.bad_line, &place));
        }
    }

    /// Ends the run: a line that could not be read is a failure, told once more at the end.
    pub(super) fn end(mut self) -> Result<(), Failure> {
        self.out.flush().map_err(Failure::Output)?;
        if self.bad == 0 {
            return Ok(());
        }
        print::complain(&fill(self.session.strings.cli.say.bad_lines, &[("n", &self.bad)]));
        Err(Failure::Quiet)
    }
}

/// Opens a file for [`each`].
pub(super) fn open(path: &Path) -> Result<BufReader<File>, Failure> {
    let file = File::open(path).map_err(|error| Failure::Read(path.to_owned(), error))?;
    Ok(BufReader::with_capacity(1 << 16, file))
}

/// What takes a line: its number, and its text or what is wrong with it.
type Taker<'a> = dyn FnMut(usize, Result<&str, &str>) -> Result<(), Failure> + 'a;

/// Hands out every line with its number, from 1; one too long for memory is told as such.
pub(super) fn each(
    mut input: impl BufRead,
    path: &Path,
    take: &mut Taker<'_>,
) -> Result<(), Failure> {
    let mut buffer = Vec::new();
    let failed = |error| Failure::Read(path.to_owned(), error);
    let most = u64::try_from(LONGEST_LINE).unwrap_or(u64::MAX);
    let mut number = 0;
    loop {
        buffer.clear();
        let read = input.by_ref().take(most).read_until(b'\n', &mut buffer).map_err(failed)?;
        if read == 0 {
            return Ok(());
        }
        number += 1;
        if read >= LONGEST_LINE && !buffer.ends_with(b"\n") {
            skip_line(&mut input).map_err(failed)?;
            take(number, Err("the line is too long"))?;
            continue;
        }
        let line = buffer.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&buffer);
        match std::str::from_utf8(line) {
            Ok(line) if line.trim().is_empty() => {}
            Ok(line) => take(number, Ok(line))?,
            Err(_no_text) => take(number, Err("the line is not UTF-8"))?,
        }
    }
}

/// Passes over the rest of a line.
fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let chunk = input.fill_buf()?;
        if chunk.is_empty() {
            return Ok(());
        }
        let end = chunk.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(chunk.len(), |end| end + 1);
        input.consume(used);
        if end.is_some() {
            return Ok(());
        }
    }
}
