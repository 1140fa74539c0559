//! Styled lines, measured in cells: cutting with an ellipsis, and two ends on one row.

use crate::domain::cells::{ELLIPSIS, cut, width, wrap_limited};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The cells a line takes.
pub(super) fn cells_of(line: &Line<'_>) -> usize {
    line.spans.iter().map(|span| width(&span.content)).sum()
}

/// The line in at most `room` cells, with an ellipsis where it is cut.
pub(super) fn fit(line: Line<'static>, room: usize) -> Line<'static> {
    // No character takes more cells than bytes.
    let bytes: usize = line.spans.iter().map(|span| span.content.len()).sum();
    if bytes <= room || cells_of(&line) <= room {
        return line;
    }
    let style = line.style;
    let mut left = room;
    let mut spans: Vec<Span<'static>> = Vec::with_capacity(line.spans.len());
    for span in line.spans {
        let cells = width(&span.content);
        // The ellipsis needs a cell: a span that would fill the room exactly is cut as well, for
        // something is known to follow or to be cut.
        if cells < left {
            left -= cells;
            spans.push(span);
        } else {
            let kept = cut(&format!("{}{ELLIPSIS}", span.content), left).into_owned();
            spans.push(Span::styled(kept, span.style));
            break;
        }
    }
    Line::from(spans).style(style)
}

/// `left` and `right` on one row of `room` cells; the right end stays whole up to half of it.
pub(super) fn ends(left: Line<'static>, right: Line<'static>, room: usize) -> Line<'static> {
    // A long right end gives way before the left one is cut to less than half.
    let spare = room.saturating_sub(cells_of(&left) + 1);
    let right = fit(right, spare.max(room / 2));
    let right_cells = cells_of(&right);
    if right_cells == 0 || right_cells + 2 > room {
        return fit(left, room);
    }
    let left_room = room - right_cells - 1;
    let left = fit(left, left_room);
    let gap = room - right_cells - cells_of(&left);
    let mut spans = left.spans;
    spans.push(Span::raw(" ".repeat(gap)));
    spans.extend(right.spans);
    Line::from(spans)
}

/// A text wrapped to rows of one style; at most `most` of them, the last one then ends in `…`.
pub(super) fn wrapped(text: &str, cells: usize, most: usize, style: Style) -> Vec<Line<'static>> {
    if cells == 0 || most == 0 {
        return Vec::new();
    }
    let found = wrap_limited(text, cells, most);
    let last = found.lines.len().saturating_sub(1);
    found
        .lines
        .iter()
        .enumerate()
        .map(|(no, line)| {
            let shown = line.shown(text);
            let shown = if no == last && found.rest.is_some() {
                cut(&format!("{shown}{ELLIPSIS}{ELLIPSIS}"), cells.min(width(shown) + 1))
                    .into_owned()
            } else {
                shown.to_owned()
            };
            Line::from(Span::styled(shown, style))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(line: &Line<'_>) -> String {
        line.spans.iter().map(|span| span.content.as_ref()).collect()
    }

    #[test]
    fn a_line_that_fits_stays() {
        assert_eq!(text(&fit(Line::from("订单 8842"), 9)), "订单 8842");
        assert_eq!(text(&fit(Line::from("订单 8842"), 8)), "订单 88…");
        assert_eq!(text(&fit(Line::from(vec!["ab".into(), "cd".into()]), 2)), "a…");
    }

    #[test]
    fn both_ends_are_shown() {
        assert_eq!(text(&ends("左".into(), "右".into(), 8)), "左    右");
        assert_eq!(text(&ends("一二三四五".into(), "右".into(), 8)), "一二… 右");
    }

    #[test]
    fn a_text_cut_short_says_so() {
        let rows = wrapped("一二三四五六七八", 4, 2, Style::new());
        assert_eq!(rows.iter().map(text).collect::<Vec<_>>(), ["一二", "三…"]);
    }

    proptest! {
        #[test]
        fn nothing_is_wider_than_its_room(
            a in "[a-z一-龥 ]{0,12}", b in "[a-z一-龥 ]{0,12}", room in 0usize..30,
        ) {
            let line = Line::from(vec![Span::raw(a.clone()), Span::raw(b.clone())]);
            prop_assert!(cells_of(&fit(line, room)) <= room);
            prop_assert!(cells_of(&ends(Line::from(a), Line::from(b), room)) <= room);
        }
    }
}
