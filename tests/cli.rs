//! The command line from outside: a process, its exit code, what it prints, and the file after it.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up, or a document of another shape, has failed"
)]

#[path = "cli/acts.rs"]
mod acts;
#[path = "cli/bench.rs"]
mod bench;
#[path = "cli/guide.rs"]
mod guide;
#[path = "cli/imports.rs"]
mod imports;
#[path = "cli/language.rs"]
mod language;
#[path = "cli/looks.rs"]
mod looks;
#[path = "cli/playbooks.rs"]
mod playbooks;
#[path = "cli/usage.rs"]
mod usage;
