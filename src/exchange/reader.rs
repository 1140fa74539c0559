//! One interface for everything that reads a conversation, and the choice among the readers.

use super::{
    jsonl::JsonLines,
    outcome::{BadReason, BadRow, Likeness, ReadOptions, ReadOutcome},
    qianniu::Qianniu,
};

/// Reads conversations of one format. Never panics, never drops a line without saying so.
pub trait ChatReader: Sync {
    /// A short name for reports: `qianniu`.
    fn name(&self) -> &'static str;

    /// Whether a text, or the beginning of one, is of this format.
    fn recognises(&self, text: &str) -> Likeness;

    /// What the text says.
    fn read(&self, text: &str, options: &ReadOptions) -> ReadOutcome;
}

/// Every reader; on equal likeness the earlier one reads.
pub const READERS: [&dyn ChatReader; 2] = [&JsonLines, &Qianniu];

/// The reader for a text, or for the beginning of one.
#[must_use]
pub fn reader_for(text: &str) -> Option<&'static dyn ChatReader> {
    let mut best: Option<(Likeness, &'static dyn ChatReader)> = None;
    for reader in READERS {
        let likeness = reader.recognises(text);
        if likeness > best.map_or(Likeness::No, |(best, _)| best) {
            best = Some((likeness, reader));
        }
    }
    best.map(|(_, reader)| reader)
}

/// Reads a text with the reader that knows its format; a text no reader knows is one bad row.
#[must_use]
pub fn read(text: &str, options: &ReadOptions) -> ReadOutcome {
    if let Some(reader) = reader_for(text) {
        return reader.read(text, options);
    }
    let mut lines = text.lines().enumerate().map(|(index, line)| (index + 1, line));
    let bad = lines
        .find(|(_, line)| !line.trim().is_empty())
        .map_or_else(Vec::new, |(no, line)| vec![BadRow::new(no, BadReason::NotAChat, line)]);
    ReadOutcome { bad, ..ReadOutcome::default() }
}
