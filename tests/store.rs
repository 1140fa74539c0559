//! The case file from outside: what a person's files can be and become.

#![expect(clippy::unwrap_used, clippy::panic, reason = "in tests that is how one fails")]

#[path = "store/acts.rs"]
mod acts;
#[path = "store/bench.rs"]
mod bench;
#[path = "store/files.rs"]
mod files;
#[path = "store/finding.rs"]
mod finding;
#[path = "store/verify.rs"]
mod verify;
