//! Text on the screen: how wide it is, what fits, where it breaks.
//!
//! Owns the one door through which the view measures text, over [`crate::domain::cells`]; the
//! composer uses the same rules. Must not know panes or colours.

mod cache;

pub use crate::domain::cells::{Line, Wrapped};
pub use cache::WrapCache;

use crate::domain::cells;
use std::borrow::Cow;
use std::ops::{Add, Sub};

/// A width on the screen. Adding and subtracting stop at the ends and never wrap round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Cells(pub u16);

impl Cells {
    /// The number of cells.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }
}

impl From<u16> for Cells {
    fn from(cells: u16) -> Self {
        Self(cells)
    }
}

impl From<Cells> for u16 {
    fn from(cells: Cells) -> Self {
        cells.0
    }
}

impl From<Cells> for usize {
    fn from(cells: Cells) -> Self {
        Self::from(cells.0)
    }
}

impl Add for Cells {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Cells {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

/// The cells a text takes on one line.
#[must_use]
pub fn width(text: &str) -> Cells {
    Cells(u16::try_from(cells::width(text)).unwrap_or(u16::MAX))
}

/// At most so many cells of the text from its beginning; what is cut off shows as `…`.
#[must_use]
pub fn cut(text: &str, cells: impl Into<Cells>) -> Cow<'_, str> {
    cells::cut(text, cells.into().into())
}

/// At most so many cells of the text up to its end; what is cut off shows as `…` in front.
#[must_use]
pub fn cut_left(text: &str, cells: impl Into<Cells>) -> Cow<'_, str> {
    cells::cut_left(text, cells.into().into())
}

/// The text cut or filled with spaces to exactly so many cells.
#[must_use]
pub fn pad(text: &str, cells: impl Into<Cells>) -> String {
    cells::pad(text, cells.into().into())
}

/// The lines of a text, as places in it: [`Line::shown`] is what to draw. Chinese stops begin no
/// line unless nothing else can; a character wider than the line stands alone on it.
#[must_use]
pub fn wrap(text: &str, cells: impl Into<Cells>) -> Vec<Line> {
    cells::wrap(text, cells.into().into())
}

/// The first `most` lines of a text, at the cost of these alone.
#[must_use]
pub fn wrap_limited(text: &str, cells: impl Into<Cells>, most: usize) -> Wrapped {
    cells::wrap_limited(text, cells.into().into(), most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    #[test]
    fn widths_do_not_wrap_round() {
        assert_eq!(Cells(3) - Cells(5), Cells(0));
        assert_eq!(Cells(u16::MAX) + Cells(5), Cells(u16::MAX));
        assert_eq!(width("退款"), Cells(4));
        assert_eq!(cut("退款到账", 5), "退款…");
    }

    proptest! {
        #[test]
        fn the_buffer_draws_exactly_what_was_measured(
            text in "([\u{4e00}-\u{4e20}]|[a-z ]{1,6}|[，。“”…—]|👨‍👩‍👧|❤️|👍🏽|🇨🇳|e\u{301}|ｶﾞ|각|\u{1100}\u{1161})*",
        ) {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 2_000, 1));
            let (end, _) = buffer.set_stringn(0, 0, &text, 2_000, Style::new());
            prop_assert_eq!(width(&text), Cells(end));
        }
    }
}
