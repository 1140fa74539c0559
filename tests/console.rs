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

#[path = "console/buyer.rs"]
mod buyer;
#[path = "console/closing.rs"]
mod closing;
#[path = "console/en.rs"]
mod en;
#[path = "console/ends.rs"]
mod ends;
#[path = "console/goods.rs"]
mod goods;
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
#[path = "console/money.rs"]
mod money;
#[path = "console/options.rs"]
mod options;
#[path = "console/promises.rs"]
mod promises;
#[path = "console/queue.rs"]
mod queue;
#[path = "console/race.rs"]
mod race;
#[path = "console/script.rs"]
mod script;
#[path = "console/settling.rs"]
mod settling;
#[path = "console/sheet.rs"]
mod sheet;
#[path = "console/shop.rs"]
mod shop;
#[path = "console/tasks.rs"]
mod tasks;
#[path = "console/timers.rs"]
mod timers;
#[path = "console/tools.rs"]
mod tools;
#[path = "console/two.rs"]
mod two;
#[path = "console/undo.rs"]
mod undo;
#[path = "console/verdict.rs"]
mod verdict;
#[path = "console/window.rs"]
mod window;
#[path = "console/witness.rs"]
mod witness;
#[path = "console/zh.rs"]
mod zh;
