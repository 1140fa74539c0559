//! Lists: rows of which some can be chosen, shown so that the chosen one is seen.

use super::Meaning;
use super::canvas::Canvas;
use super::lines::{cells_of, ends};
use crate::app::Hit;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// One row of a list.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// From the left edge.
    pub(super) left: Line<'static>,
    /// At the right edge.
    pub(super) right: Line<'static>,
    /// The place it stands for; rows of one place are chosen together.
    pub(super) place: Option<usize>,
    /// Where the real cursor stands on it, in cells from the left edge.
    pub(super) caret: Option<u16>,
}

impl Row {
    /// A row that cannot be chosen.
    pub(super) fn of(left: impl Into<Line<'static>>) -> Self {
        Self { left: left.into(), ..Self::default() }
    }

    /// An empty row.
    pub(super) fn blank() -> Self {
        Self::default()
    }

    /// The same row with an end at the right edge.
    pub(super) fn with_right(self, right: impl Into<Line<'static>>) -> Self {
        Self { right: right.into(), ..self }
    }

    /// The same row standing for a place.
    pub(super) fn at(self, place: usize) -> Self {
        Self { place: Some(place), ..self }
    }

    /// The same row so many cells further in.
    /// The same with something before it.
    pub(super) fn lead(&mut self, span: ratatui::text::Span<'static>, cells: usize) {
        self.left.spans.insert(0, span);
        let cells = u16::try_from(cells).unwrap_or(u16::MAX);
        self.caret = self.caret.map(|caret| caret.saturating_add(cells));
    }

    pub(super) fn indented(mut self, cells: usize) -> Self {
        self.left.spans.insert(0, Span::raw(" ".repeat(cells)));
        self
    }

    /// The cells it takes at least.
    pub(super) fn cells(&self) -> usize {
        let right = cells_of(&self.right);
        cells_of(&self.left) + if right > 0 { right + 2 } else { 0 }
    }
}

/// What is chosen in a list, and how it answers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choice {
    /// The chosen place.
    pub(super) selected: Option<usize>,
    /// Whether the list gets the keys.
    pub(super) focused: bool,
    /// What a click on a place means.
    pub(super) hit: fn(usize) -> Hit,
}

/// The first row shown of `rows` in `height`, so that the chosen place is seen whole if it can be.
pub(super) fn first_shown(rows: &[Row], selected: Option<usize>, height: usize) -> usize {
    let Some(selected) = selected else { return 0 };
    let of = |row: &Row| row.place == Some(selected);
    let Some(first) = rows.iter().position(of) else { return 0 };
    let last = rows.iter().rposition(of).unwrap_or(first);
    let after_next = (last + 2).min(rows.len());
    after_next.saturating_sub(height).min(first)
}

/// Draws rows from `first` on. The first column belongs to the mark of the chosen row.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    area: Rect,
    rows: Vec<Row>,
    first: usize,
    choice: Choice,
) {
    let mut marked = false;
    for (y, row) in (area.y..area.bottom()).zip(rows.into_iter().skip(first)) {
        let line = Rect { y, height: 1, ..area };
        let chosen = row.place.is_some() && row.place == choice.selected;
        let room = area.width.saturating_sub(2);
        canvas.put(area.x + 1, y, room + 1, ends(row.left, row.right, usize::from(room)));
        if chosen {
            if choice.focused {
                canvas.tint(line, Meaning::Selected);
            }
            if !marked {
                let meaning = if choice.focused { Meaning::Focus } else { Meaning::Muted };
                let mark = canvas.line("▸", meaning);
                canvas.put(area.x, y, 1, mark);
                marked = true;
            }
        }
        if let Some(place) = row.place {
            canvas.hit(line, (choice.hit)(place));
        }
        if let Some(caret) = row.caret {
            canvas.cursor(area.x + 1 + caret.min(room), y);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(places: &[usize]) -> Vec<Row> {
        places.iter().map(|place| Row::of("x").at(*place)).collect()
    }

    #[test]
    fn the_chosen_row_is_seen() {
        let rows = list(&[0, 1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(first_shown(&rows, Some(0), 3), 0);
        assert_eq!(first_shown(&rows, Some(4), 3), 3);
        assert_eq!(first_shown(&rows, Some(7), 3), 5);
        assert_eq!(first_shown(&rows, None, 3), 0);
    }

    #[test]
    fn a_place_of_several_rows_shows_its_beginning() {
        let rows = list(&[0, 1, 1, 1, 1, 2]);
        assert_eq!(first_shown(&rows, Some(1), 3), 1);
    }
}
