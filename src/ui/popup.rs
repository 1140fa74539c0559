//! A window over the panes: centred, framed, and clean at its edges.

use super::canvas::Canvas;
use super::{Meaning, panel};
use crate::domain::cells::width;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// A window leaves more than this of the panes on either side, or nothing.
const STRIP: u16 = 2;

/// Clears a window of at most `cells` × `rows` in the middle of `body`, draws its frame, and
/// returns what is inside.
pub(super) fn open(
    canvas: &mut Canvas<'_>,
    body: Rect,
    (cells, rows): (u16, u16),
    title: Line<'static>,
    right: Line<'static>,
) -> Rect {
    // Of the panes below, a strip of a cell or two is no picture of anything.
    let whole = body.width.saturating_sub(cells) <= 2 * STRIP;
    let size = (if whole { body.width } else { cells }, rows.min(body.height));
    let area = Rect {
        x: body.x + (body.width - size.0) / 2,
        y: body.y + (body.height - size.1) / 2,
        width: size.0,
        height: size.1,
    };
    clear(canvas, area);
    let inner = panel::draw(canvas, area, title, right, false);
    panel::emphasise(canvas, area);
    inner
}

/// Empties an area. A wide character that reaches in from the left, or out to the right, would
/// take the frame's edge with it: its other half is blanked as well.
fn clear(canvas: &mut Canvas<'_>, area: Rect) {
    let area = area.intersection(*canvas.buf.area());
    for y in area.y..area.bottom() {
        if let Some(x) = area.x.checked_sub(1)
            && let Some(cell) = canvas.buf.cell_mut((x, y))
            && width(cell.symbol()) > 1
        {
            cell.set_symbol(" ");
        }
        let reaches_out = area
            .right()
            .checked_sub(1)
            .and_then(|x| canvas.buf.cell((x, y)))
            .is_some_and(|cell| width(cell.symbol()) > 1);
        if reaches_out && let Some(cell) = canvas.buf.cell_mut((area.right(), y)) {
            cell.set_symbol(" ");
        }
        for x in area.x..area.right() {
            if let Some(cell) = canvas.buf.cell_mut((x, y)) {
                cell.reset();
            }
        }
    }
    canvas.tint(area, Meaning::Text);
}
