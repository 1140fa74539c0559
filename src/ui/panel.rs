//! The frame round a pane: two titles on its upper edge, heavier lines round the one that gets the
//! keys.

use super::Meaning;
use super::canvas::Canvas;
use super::lines::cells_of;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Draws the frame and returns what is inside. `joined`: the upper edge belongs to the pane above
/// as well.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    area: Rect,
    title: Line<'static>,
    right: Line<'static>,
    joined: bool,
) -> Rect {
    if area.width < 2 || area.height < 2 {
        return Rect { width: 0, height: 0, ..area };
    }
    let border = canvas.style(Meaning::Border);
    let (last_x, last_y) = (area.right() - 1, area.bottom() - 1);
    let across = "─".repeat(usize::from(area.width - 2));
    let (from, to) = if joined { ("├", "┤") } else { ("┌", "┐") };
    canvas.buf.set_string(area.x, area.y, format!("{from}{across}{to}"), border);
    canvas.buf.set_string(area.x, last_y, format!("└{across}┘"), border);
    for y in area.y + 1..last_y {
        canvas.buf.set_string(area.x, y, "│", border);
        canvas.buf.set_string(last_x, y, "│", border);
    }
    let right = fitted(area, right);
    let right_cells = cells_of(&right);
    let title = super::lines::fit(pad(title), left_room(area, right_cells));
    let y = area.y;
    canvas.put(area.x + 2, y, area.width.saturating_sub(4), title);
    if fits_right(area, right_cells) {
        let cells = u16::try_from(right_cells).unwrap_or(0);
        canvas.put(last_x.saturating_sub(1 + cells), y, cells, right);
    }
    Rect { x: area.x + 1, y: area.y + 1, width: area.width - 2, height: area.height - 2 }
}

/// The cells a title has beside another on its right, without the blanks round it.
pub(super) fn title_room(area: Rect, right: &Line<'static>) -> usize {
    left_room(area, cells_of(&fitted(area, right.clone()))).saturating_sub(2)
}

/// The cells there are for a second title that leaves the first one whole.
pub(super) fn right_room(area: Rect, title: &Line<'static>) -> usize {
    let beside = room(area).saturating_sub(cells_of(title) + 2 + 2 + 1);
    beside.min((room(area) * 3 / 5).saturating_sub(2))
}

fn room(area: Rect) -> usize {
    usize::from(area.width).saturating_sub(4)
}

/// The right title says what presses: it is cut, not left out.
fn fitted(area: Rect, right: Line<'static>) -> Line<'static> {
    pad(super::lines::fit(right, (room(area) * 3 / 5).saturating_sub(2)))
}

fn fits_right(area: Rect, right_cells: usize) -> bool {
    right_cells > 0 && right_cells + 4 < room(area)
}

fn left_room(area: Rect, right_cells: usize) -> usize {
    if fits_right(area, right_cells) { room(area) - right_cells - 1 } else { room(area) }
}

/// A blank on either side, unless there is nothing.
fn pad(line: Line<'static>) -> Line<'static> {
    if cells_of(&line) == 0 {
        return line;
    }
    let mut spans = vec![Span::raw(" ")];
    spans.extend(line.spans);
    spans.push(Span::raw(" "));
    Line::from(spans)
}

/// Makes the frame round an area heavy: this pane gets the keys.
pub(super) fn emphasise(canvas: &mut Canvas<'_>, area: Rect) {
    if area.width < 2 || area.height < 2 {
        return;
    }
    let focus = canvas.style(Meaning::Focus);
    let (last_x, last_y) = (area.right() - 1, area.bottom() - 1);
    let mut heavier = |x: u16, y: u16| {
        if let Some(cell) = canvas.buf.cell_mut((x, y))
            && let Some(heavy) = heavy(cell.symbol())
        {
            cell.set_symbol(heavy).set_style(focus);
        }
    };
    for x in area.x..=last_x {
        heavier(x, area.y);
        heavier(x, last_y);
    }
    for y in area.y..=last_y {
        heavier(area.x, y);
        heavier(last_x, y);
    }
}

fn heavy(symbol: &str) -> Option<&'static str> {
    Some(match symbol {
        "─" => "━",
        "│" => "┃",
        "┌" => "┏",
        "┐" => "┓",
        "└" => "┗",
        "┘" => "┛",
        "├" => "┣",
        "┤" => "┫",
        _title => return None,
    })
}

/// A title with a word of its own and more about it: `对话 · 张**`.
pub(super) fn titled(canvas: &Canvas<'_>, name: &str, more: &[String]) -> Line<'static> {
    let mut spans = vec![canvas.span(name, Meaning::Title)];
    for part in more.iter().filter(|part| !part.is_empty()) {
        spans.push(canvas.span(" · ", Meaning::Muted));
        spans.push(Span::raw(part.clone()));
    }
    Line::from(spans)
}
