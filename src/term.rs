//! The terminal itself: entering and leaving it, its keys, its screen, its clipboard.
//!
//! The only place that knows crossterm, escape sequences and signals. Must not know what is shown or
//! what a key does.

pub mod screen;
