//! The console without a screen.

pub mod chord;
pub mod composer;
