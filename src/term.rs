//! The terminal itself: entering and leaving it, its keys, its screen, its clipboard.
//!
//! The only place that knows crossterm, escape sequences and signals. Must not know what is shown or
//! what a key does.

pub mod clipboard;
pub mod crash;
pub mod input;
pub mod screen;
pub mod session;
pub mod signal;
pub mod title;

/// The size of the terminal in columns and rows, or `fallback` when there is no terminal.
#[must_use]
pub fn size_or(fallback: (u16, u16)) -> (u16, u16) {
    crossterm::terminal::size()
        .ok()
        .filter(|&(cols, rows)| cols > 0 && rows > 0)
        .unwrap_or(fallback)
}
