//! What every pane draws on: the frame's cells with the model, the theme and the memo at hand.

use super::lines::fit;
use super::{Drawn, Meaning, Theme, WrapCache};
use crate::app::{Hit, Model};
use crate::domain::cells::graphemes;
use crate::i18n::Strings;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The frame being drawn, and all a pane may look at.
#[derive(Debug)]
pub(super) struct Canvas<'a> {
    pub(super) model: &'a Model,
    pub(super) theme: &'a Theme,
    pub(super) cache: &'a mut WrapCache,
    pub(super) buf: &'a mut Buffer,
    pub(super) drawn: Drawn,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(
        model: &'a Model,
        theme: &'a Theme,
        cache: &'a mut WrapCache,
        buf: &'a mut Buffer,
    ) -> Self {
        Self { model, theme, cache, buf, drawn: Drawn::default() }
    }

    /// The finished frame's findings. Nothing outside the frame leaves this room.
    pub(super) fn finish(mut self, area: Rect) -> Drawn {
        if self.theme.is_ascii() {
            super::ascii::fold(self.buf);
        }
        self.drawn.cursor = self.drawn.cursor.filter(|at| area.contains(*at));
        self.drawn
    }

    pub(super) fn strings(&self) -> &'a Strings {
        self.model.strings
    }

    pub(super) const fn style(&self, meaning: Meaning) -> Style {
        self.theme.style(meaning)
    }

    /// A piece of text with a meaning.
    pub(super) fn span(&self, text: impl Into<String>, meaning: Meaning) -> Span<'static> {
        Span::styled(text.into(), self.style(meaning))
    }

    /// One line of text with a meaning.
    pub(super) fn line(&self, text: impl Into<String>, meaning: Meaning) -> Line<'static> {
        Line::from(self.span(text, meaning))
    }

    /// Puts a line at a place, cut to `cells`.
    pub(super) fn put(&mut self, x: u16, y: u16, cells: u16, line: Line<'static>) {
        let area = *self.buf.area();
        if y < area.top() || y >= area.bottom() || x < area.left() || x >= area.right() {
            return;
        }
        let room = cells.min(area.right() - x);
        let line = fit(line, usize::from(room));
        self.write(x, y, room, &line);
    }

    /// Writes a line the way [`Buffer::set_line`] does, but measures by our own rules: they know
    /// Han without looking into tables, and half of a frame's time went there.
    fn write(&mut self, x: u16, y: u16, room: u16, line: &Line<'_>) {
        let end = usize::from(x) + usize::from(room);
        let mut at = usize::from(x);
        for span in &line.spans {
            let style = line.style.patch(span.style);
            for grapheme in graphemes(&span.content).filter(|grapheme| grapheme.cells > 0) {
                let next = at + grapheme.cells;
                if next > end {
                    return;
                }
                for place in at..next {
                    let Ok(column) = u16::try_from(place) else { return };
                    let Some(cell) = self.buf.cell_mut((column, y)) else { return };
                    if place == at {
                        cell.set_symbol(grapheme.text).set_style(style);
                    } else {
                        cell.reset();
                    }
                }
                at = next;
            }
        }
    }

    /// Lays a style over an area.
    pub(super) fn tint(&mut self, area: Rect, meaning: Meaning) {
        let style = self.style(meaning);
        self.buf.set_style(area.intersection(*self.buf.area()), style);
    }

    /// A place that answers to a click.
    pub(super) fn hit(&mut self, area: Rect, hit: Hit) {
        let seen = area.intersection(*self.buf.area());
        if !seen.is_empty() {
            self.drawn.hits.push((seen, hit));
        }
    }

    /// Where the real cursor stands.
    pub(super) fn cursor(&mut self, x: u16, y: u16) {
        self.drawn.cursor = Some(Position::new(x, y));
    }

    /// The first key of an action as the hint bar shows it; empty when it has none.
    pub(super) fn key(&self, action: crate::app::Action) -> String {
        self.model.keymap.chords(action).first().map(|chord| chord.short()).unwrap_or_default()
    }
}
