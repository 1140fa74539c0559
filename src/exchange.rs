//! Files in and out: reads copied chats, JSON Lines and the demo's content into domain data, and
//! gives the shapes of `--json`.
//!
//! Owns encodings, formats and their quirks. Must not know the case file, the console or the
//! screen: it takes bytes and text and returns data; whether anything is written is for others to
//! decide. Bad input is named by line and reason, never dropped, never a panic.

mod demo;
pub mod encoding;
mod file;
pub mod json;
mod jsonl;
mod local_time;
mod outcome;
mod qianniu;
mod reader;
mod untimed;

pub use demo::{
    DemoAct, DemoCase, DemoDeed, DemoError, DemoMessage, DemoMoment, DemoOrder, DemoTime,
    demo_cases, read_demo,
};
pub use file::{FileError, open, read_from};
pub use jsonl::{JsonLines, LONGEST_LINE, LineTotals, read_lines};
pub use outcome::{BadReason, BadRow, Likeness, Piece, ReadOptions, ReadOutcome, Sides, Totals};
pub use qianniu::Qianniu;
pub use reader::{ChatReader, READERS, read, reader_for};
