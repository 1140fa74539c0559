//! The console in a real terminal, from the first paste to the closed case.
//!
//! Every test starts the program itself, presses keys and reads the screen back; what was written
//! is asked of the file in plain SQL.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "in tests that is how one fails"
)]

#[path = "console/aftercare.rs"]
mod aftercare;
#[path = "console/en.rs"]
mod en;
#[path = "console/ends.rs"]
mod ends;
#[path = "console/hands.rs"]
mod hands;
#[path = "console/hostile.rs"]
mod hostile;
#[path = "console/kill.rs"]
mod kill;
#[path = "console/language.rs"]
mod language;
#[path = "console/moments.rs"]
mod moments;
#[path = "console/race.rs"]
mod race;
#[path = "console/script.rs"]
mod script;
#[path = "console/settling.rs"]
mod settling;
#[path = "console/shop.rs"]
mod shop;
#[path = "console/tools.rs"]
mod tools;
#[path = "console/two.rs"]
mod two;
#[path = "console/window.rs"]
mod window;
#[path = "console/witness.rs"]
mod witness;
#[path = "console/zh.rs"]
mod zh;
