//! The pen: the colours and modifiers the terminal writes with.
//!
//! Owns SGR. Must not know places. A switch is written as the shorter of two ways: what changed, or
//! everything anew after a reset.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use std::io::Write;

/// How a cell is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pen {
    fg: Color,
    bg: Color,
    underline: Color,
    modifier: Modifier,
}

impl Default for Pen {
    fn default() -> Self {
        Self {
            fg: Color::Reset,
            bg: Color::Reset,
            underline: Color::Reset,
            modifier: Modifier::empty(),
        }
    }
}

/// The modifiers that show on a space.
const ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::CROSSED_OUT);

impl Pen {
    pub(super) const fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, underline: cell.underline_color, modifier: cell.modifier }
    }

    /// This pen changed as little as a space needs that must look like one of `cell`.
    pub(super) fn for_blank(self, cell: &Cell) -> Self {
        let wanted = Self::of(cell);
        let seen = wanted.modifier.intersection(ON_BLANK);
        if seen.is_empty() && self.modifier.intersection(ON_BLANK).is_empty() {
            Self { bg: wanted.bg, ..self }
        } else {
            wanted
        }
    }

    /// Whether a space of this pen is nothing but a gap.
    pub(super) fn is_plain_blank(cell: &Cell) -> bool {
        cell.bg == Color::Reset && cell.modifier.intersection(ON_BLANK).is_empty()
    }

    /// Whether two spaces look the same.
    pub(super) fn same_blank(a: &Cell, b: &Cell) -> bool {
        if Self::is_plain_blank(a) && Self::is_plain_blank(b) {
            return true;
        }
        Self::of(a) == Self::of(b)
    }

    /// Writes what makes the terminal's pen `to`.
    pub(super) fn switch(&mut self, to: Self, out: &mut Vec<u8>) {
        if *self == to {
            return;
        }
        out.extend_from_slice(b"\x1b[");
        let first = out.len();
        Self::default().parameters_to(&to, true, out);
        let second = out.len();
        self.parameters_to(&to, false, out);
        if second - first < out.len() - second {
            out.truncate(second);
        } else {
            drop(out.drain(first..second));
        }
        out.push(b'm');
        *self = to;
    }

    fn parameters_to(self, to: &Self, reset: bool, out: &mut Vec<u8>) {
        let mut list = Parameters { start: out.len(), bytes: out };
        if reset && *to != Self::default() {
            list.add(0);
        }
        let mut gone = self.modifier.difference(to.modifier);
        let mut come = to.modifier.difference(self.modifier);
        let weight = Modifier::BOLD.union(Modifier::DIM);
        if gone.intersects(weight) {
            // Bold and dim go together: the one that stays must come again.
            come = come.union(to.modifier.intersection(weight));
        }
        let blink = Modifier::SLOW_BLINK.union(Modifier::RAPID_BLINK);
        if gone.intersects(blink) {
            come = come.union(to.modifier.intersection(blink));
        }
        for (modifiers, off) in [
            (weight, 22),
            (Modifier::ITALIC, 23),
            (Modifier::UNDERLINED, 24),
            (blink, 25),
            (Modifier::REVERSED, 27),
            (Modifier::HIDDEN, 28),
            (Modifier::CROSSED_OUT, 29),
        ] {
            if gone.intersects(modifiers) {
                list.add(off);
                gone = gone.difference(modifiers);
            }
        }
        for (modifier, on) in [
            (Modifier::BOLD, 1),
            (Modifier::DIM, 2),
            (Modifier::ITALIC, 3),
            (Modifier::UNDERLINED, 4),
            (Modifier::SLOW_BLINK, 5),
            (Modifier::RAPID_BLINK, 6),
            (Modifier::REVERSED, 7),
            (Modifier::HIDDEN, 8),
            (Modifier::CROSSED_OUT, 9),
        ] {
            if come.contains(modifier) {
                list.add(on);
            }
        }
        if self.fg != to.fg {
            list.colour(to.fg, 30, 90);
        }
        if self.bg != to.bg {
            list.colour(to.bg, 40, 100);
        }
        if self.underline != to.underline {
            list.underline(to.underline);
        }
    }
}

/// A list being written behind what stands already.
struct Parameters<'a> {
    bytes: &'a mut Vec<u8>,
    start: usize,
}

impl Parameters<'_> {
    fn add(&mut self, number: u8) {
        self.put(format_args!("{number}"));
    }

    fn put(&mut self, text: std::fmt::Arguments<'_>) {
        if self.bytes.len() > self.start {
            self.bytes.push(b';');
        }
        // Writing into memory does not fail.
        let _ = self.bytes.write_fmt(text);
    }

    fn colour(&mut self, colour: Color, dark: u8, bright: u8) {
        let indexed = dark + 8;
        match colour {
            Color::Reset => self.add(dark + 9),
            Color::Black => self.add(dark),
            Color::Red => self.add(dark + 1),
            Color::Green => self.add(dark + 2),
            Color::Yellow => self.add(dark + 3),
            Color::Blue => self.add(dark + 4),
            Color::Magenta => self.add(dark + 5),
            Color::Cyan => self.add(dark + 6),
            Color::Gray => self.add(dark + 7),
            Color::DarkGray => self.add(bright),
            Color::LightRed => self.add(bright + 1),
            Color::LightGreen => self.add(bright + 2),
            Color::LightYellow => self.add(bright + 3),
            Color::LightBlue => self.add(bright + 4),
            Color::LightMagenta => self.add(bright + 5),
            Color::LightCyan => self.add(bright + 6),
            Color::White => self.add(bright + 7),
            Color::Indexed(n) => self.put(format_args!("{indexed};5;{n}")),
            Color::Rgb(r, g, b) => self.put(format_args!("{indexed};2;{r};{g};{b}")),
        }
    }

    /// With colons: a terminal that does not know underline colours skips the whole, and does not
    /// take the rest for modifiers.
    fn underline(&mut self, colour: Color) {
        let index: u8 = match colour {
            Color::Reset => return self.add(59),
            Color::Rgb(r, g, b) => return self.put(format_args!("58:2::{r}:{g}:{b}")),
            Color::Indexed(n) => n,
            Color::Black => 0,
            Color::Red => 1,
            Color::Green => 2,
            Color::Yellow => 3,
            Color::Blue => 4,
            Color::Magenta => 5,
            Color::Cyan => 6,
            Color::Gray => 7,
            Color::DarkGray => 8,
            Color::LightRed => 9,
            Color::LightGreen => 10,
            Color::LightYellow => 11,
            Color::LightBlue => 12,
            Color::LightMagenta => 13,
            Color::LightCyan => 14,
            Color::White => 15,
        };
        self.put(format_args!("58:5:{index}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn pen(style: Style) -> Pen {
        let mut cell = Cell::EMPTY;
        cell.set_style(style);
        Pen::of(&cell)
    }

    fn written(from: Style, to: Style) -> String {
        let mut out = Vec::new();
        pen(from).switch(pen(to), &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_same_pen_writes_nothing() {
        assert_eq!(written(Style::new().red().bold(), Style::new().red().bold()), "");
    }

    #[test]
    fn the_shorter_way_is_taken() {
        assert_eq!(written(Style::new(), Style::new().red()), "\x1b[31m");
        assert_eq!(written(Style::new().red().on_blue().bold(), Style::new()), "\x1b[m");
        assert_eq!(written(Style::new().red(), Style::new().red().bold()), "\x1b[1m");
    }

    #[test]
    fn bold_and_dim_do_not_take_each_other_away() {
        let both = Style::new().bold().dim().fg(Color::Rgb(1, 2, 3));
        let dim = Style::new().dim().fg(Color::Rgb(1, 2, 3));
        assert_eq!(written(both, dim), "\x1b[22;2m");
    }

    #[test]
    fn underlines_have_a_colour_of_their_own() {
        let style = Style::new().underlined().underline_color(Color::Rgb(9, 8, 7));
        assert_eq!(written(Style::new(), style), "\x1b[4;58:2::9:8:7m");
    }
}
