//! Threads, effects, redraw: the console between the terminal, the case file and the clock.
//!
//! Owns the loop: one message in, the rest drained, at most one frame, and only when something
//! changed. Decides nothing about complaints.

mod clock;
mod console;
mod frame;
mod headless;
pub mod import;
pub mod library;
mod listener;
mod setup;
mod start;
mod world;

pub use clock::Clock;
pub use console::console;
pub use frame::{Picture, frame};
pub use headless::Headless;
pub use setup::{Environment, Setup};
