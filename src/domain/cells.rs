//! How much room text takes on a terminal: graphemes, cells, cutting and wrapping.
//!
//! Owns the one way of measuring text, used by the composer and by the view, so that the two can
//! never disagree about where a line ends. Pure: knows no screen, no colour, no clock. Widths are
//! terminal cells, places are byte indexes that stand on a grapheme boundary.

mod cut;
mod grapheme;
mod wrap;

pub use cut::{ELLIPSIS, cut, cut_left, pad};
pub use grapheme::{
    Grapheme, Graphemes, floor_boundary, graphemes, next_boundary, prev_boundary, width,
};
pub use wrap::{Line, Lines, Wrapped, lines, wrap, wrap_limited};
