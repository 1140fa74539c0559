//! JSON Lines, one message a line.
//!
//! ```json
//! {"case":"ext-1","buyer":"nick","platform":"taobao","order":"no","at":"2026-11-01T10:02:03+08:00","from":"buyer","text":"…"}
//! ```
//!
//! `case`, `buyer`, `from` (`buyer`, `agent`, `platform`, `system`) and `text` must be there;
//! `platform`, `order` and `at` may be missing. Files of any length are read a line at a time.

mod bounded;
mod gather;
mod row;

use super::{
    outcome::{BadReason, BadRow, Likeness, Piece, ReadOptions, ReadOutcome},
    reader::ChatReader,
};
use bounded::{Line, next_line};
use gather::Gather;
use std::collections::HashMap;
use std::io::{self, BufRead};
use std::ops::ControlFlow;

/// Reads JSON Lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JsonLines;

/// The longest line that is read, in bytes. No message on any platform comes near.
pub const LONGEST_LINE: usize = 16 * 1024 * 1024;

/// What a run over lines came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LineTotals {
    /// Messages understood.
    pub messages: u64,
    /// Rows that could not be read.
    pub bad: u64,
    /// Whether the taker broke off before the end.
    pub stopped: bool,
}

impl ChatReader for JsonLines {
    fn name(&self) -> &'static str {
        "jsonl"
    }

    fn recognises(&self, text: &str) -> Likeness {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        match text.trim_start().strip_prefix('{') {
            Some(rest) if rest.trim_start().starts_with('"') => Likeness::Yes,
            Some(_) => Likeness::Maybe,
            None => Likeness::No,
        }
    }

    fn read(&self, text: &str, options: &ReadOptions) -> ReadOutcome {
        let mut outcome = ReadOutcome { reader: self.name(), ..ReadOutcome::default() };
        let mut places: HashMap<Option<String>, usize> = HashMap::new();
        let taken = read_lines(text.as_bytes(), options, &mut |piece| {
            match piece {
                Piece::Bad(row) => outcome.bad.push(row),
                Piece::Conversation(more) => {
                    let begun = places.get(&more.key);
                    if let Some(begun) =
                        begun.and_then(|&place| outcome.conversations.get_mut(place))
                    {
                        begun.messages.extend(more.messages);
                    } else {
                        places.insert(more.key.clone(), outcome.conversations.len());
                        outcome.conversations.push(more);
                    }
                }
            }
            ControlFlow::Continue(())
        });
        // Memory does not fail to be read; were it to, that would be one bad row, not silence.
        if taken.is_err() {
            outcome.bad.push(BadRow::new(1, BadReason::NotText { offset: 0 }, ""));
        }
        outcome
    }
}

/// Reads lines one at a time and gives out what they say bit by bit: memory stays flat however
/// long the file is. The taker breaks off with `ControlFlow::Break`.
///
/// # Errors
/// The error of `input`.
pub fn read_lines(
    mut input: impl BufRead,
    options: &ReadOptions,
    take: &mut dyn FnMut(Piece) -> ControlFlow<()>,
) -> io::Result<LineTotals> {
    let mut totals = LineTotals::default();
    let mut gather = Gather::new(options);
    let mut buffer = Vec::new();
    let mut no = 0;
    while let Some(line) = next_line(&mut input, &mut buffer, LONGEST_LINE)? {
        no += 1;
        let bad = match line {
            Line::Whole => one_line(&buffer, no, &mut gather),
            Line::TooLong => {
                let head = String::from_utf8_lossy(buffer.get(..400).unwrap_or(&buffer));
                Some(BadRow::new(no, BadReason::TooLong { limit: LONGEST_LINE }, &head))
            }
        };
        let flow = match bad {
            Some(row) => {
                totals.bad += 1;
                take(Piece::Bad(row))
            }
            None if gather.is_full() => gather.give(take),
            None => ControlFlow::Continue(()),
        };
        if flow.is_break() {
            totals.stopped = true;
            break;
        }
    }
    if !totals.stopped {
        totals.stopped = gather.give(take).is_break();
    }
    totals.messages = gather.messages();
    Ok(totals)
}

fn one_line(bytes: &[u8], no: usize, gather: &mut Gather<'_>) -> Option<BadRow> {
    let bytes = if no == 1 { bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes) } else { bytes };
    let line = match std::str::from_utf8(bytes) {
        Ok(line) => line.trim(),
        Err(error) => {
            let head = String::from_utf8_lossy(bytes.get(..400).unwrap_or(bytes));
            let reason = BadReason::NotText { offset: error.valid_up_to() };
            return Some(BadRow::new(no, reason, &head));
        }
    };
    if line.is_empty() {
        return None;
    }
    row::parse(line, gather.offset())
        .and_then(|row| gather.add(row))
        .err()
        .map(|reason| BadRow::new(no, reason, line))
}

#[cfg(test)]
mod tests;
