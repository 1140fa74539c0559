//! What comes in from the terminal: keys, text, pastes, clicks.
//!
//! Owns the reading thread and the rules that make one meaning of many events. Must not know what
//! a key does.

mod group;
mod key;
mod reader;

pub use reader::Reader;

use crate::app::Chord;

/// One thing that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key. Plain ASCII characters come as chords too, one by one.
    Chord(Chord),
    /// What an input method has committed: at least one character of it is not ASCII. In a pane
    /// that takes no text, [`Chord::from_text`] tells whether it stands for a key.
    Text(String),
    /// A paste, bracketed or as fast as no hand types. Not cleaned.
    Paste(String),
    /// The terminal has another size: columns, rows.
    Resize(u16, u16),
    /// The terminal got or lost the focus.
    Focus(bool),
    /// A click with the left button.
    Click {
        /// Column.
        col: u16,
        /// Row.
        row: u16,
    },
    /// The wheel: up is negative.
    Scroll {
        /// Column.
        col: u16,
        /// Row.
        row: u16,
        /// How many lines.
        lines: i16,
    },
}
