//! What most windows are: a heading, rows to choose from, and the frame as large as they need.

use super::canvas::Canvas;
use super::popup;
use super::rows::{self, Choice, Row};
use crate::app::Hit;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// A window's contents.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) title: Line<'static>,
    /// At the right of the title.
    pub(super) right: Line<'static>,
    /// Rows that stay at the top while the others scroll.
    pub(super) head: Vec<Row>,
    pub(super) rows: Vec<Row>,
    /// Rows that stay at the bottom.
    pub(super) foot: Vec<Row>,
    pub(super) selected: Option<usize>,
    /// The first row shown, for windows that scroll without a cursor.
    pub(super) scroll: Option<usize>,
    /// At least this wide.
    pub(super) least: u16,
}

/// The widest a window gets: longer lines are hard to read.
const WIDEST: u16 = 100;

impl Sheet {
    /// How wide the rows may be in a window over `body`.
    pub(super) fn room(body: Rect) -> usize {
        usize::from(body.width.min(WIDEST)).saturating_sub(6)
    }

    pub(super) fn draw(self, canvas: &mut Canvas<'_>, body: Rect) {
        let all = self.head.iter().chain(&self.rows).chain(&self.foot);
        let widest =
            all.map(Row::cells).max().unwrap_or(0).max(super::lines::cells_of(&self.title));
        let cells = u16::try_from(widest).unwrap_or(u16::MAX).saturating_add(5);
        let cells = cells.clamp(self.least.min(WIDEST), WIDEST.max(self.least));
        let count = self.head.len() + self.rows.len() + self.foot.len();
        let tall = u16::try_from(count).unwrap_or(u16::MAX).saturating_add(2);
        let right = if self.rows.len() + 2 > usize::from(body.height) || self.scroll.is_some() {
            let inner = usize::from(tall.min(body.height)).saturating_sub(2);
            place(self.scroll, self.selected, &self.rows, inner, self.right)
        } else {
            self.right
        };
        let inner = popup::open(canvas, body, (cells, tall), self.title, right);
        let head = u16::try_from(self.head.len()).unwrap_or(u16::MAX).min(inner.height);
        let rest = inner.height - head;
        // A list keeps at least a row before anything stands below it.
        let kept = u16::from(!self.rows.is_empty());
        let foot =
            u16::try_from(self.foot.len()).unwrap_or(u16::MAX).min(rest.saturating_sub(kept));
        let list = Rect { y: inner.y + head, height: rest - foot, ..inner };
        let choice = Choice { selected: self.selected, focused: true, hit: Hit::Overlay };
        rows::draw(canvas, Rect { height: head, ..inner }, self.head, 0, choice);
        let height = usize::from(list.height);
        let last_first = self.rows.len().saturating_sub(height);
        let first = match self.scroll {
            Some(scroll) => scroll.min(last_first),
            None => rows::first_shown(&self.rows, self.selected, height).min(last_first),
        };
        canvas.drawn.metrics.overlay_rows = list.height;
        canvas.drawn.metrics.overlay_total = self.rows.len();
        rows::draw(canvas, list, self.rows, first, choice);
        let below = Rect { y: list.bottom(), height: foot, ..inner };
        rows::draw(canvas, below, self.foot, 0, choice);
    }
}

/// Where in a long list the window stands: `12/40`.
fn place(
    scroll: Option<usize>,
    selected: Option<usize>,
    rows: &[Row],
    height: usize,
    right: Line<'static>,
) -> Line<'static> {
    if rows.len() <= height {
        return right;
    }
    let places = rows.iter().filter_map(|row| row.place).max().map_or(0, |last| last + 1);
    let (at, of) = match (scroll, selected) {
        (Some(scroll), _) => ((scroll + height).min(rows.len()), rows.len()),
        (None, Some(selected)) => (selected + 1, places),
        (None, None) => return right,
    };
    let mut spans = right.spans;
    if !spans.is_empty() {
        spans.push(Span::raw(" "));
    }
    spans.push(Span::raw(format!("{at}/{of}")));
    Line::from(spans)
}
