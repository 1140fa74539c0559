//! Lists that share their shape: a heading, rows, keys.

use super::field;
use crate::app::{Board, BoardKind, BoardLook, BoardRow};
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::lines::wrapped;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::layout::Rect;

pub(super) fn sheet(canvas: &Canvas<'_>, board: &Board, body: Rect) -> Sheet {
    let view = canvas.model.board(board);
    let room = Sheet::room(body);
    let mut head: Vec<Row> = view.head.iter().map(|row| drawn(canvas, row, room)).collect();
    if let BoardKind::Views { filter, .. } = &board.kind {
        head.extend(field::rows(canvas, filter, room.min(60), ""));
    }
    // Where nothing can be chosen, the list is only read.
    let chooses = view.rows.iter().any(|row| row.chosen);
    let rows = view.rows.iter().enumerate();
    let rows = rows.map(|(place, row)| drawn(canvas, row, room).at(place)).collect();
    let mut foot = Vec::new();
    if !view.foot.is_empty() {
        foot.push(Row::blank());
    }
    for line in &view.foot {
        let lines = wrapped(line, room.min(72), 2, canvas.style(Meaning::Muted));
        foot.extend(lines.into_iter().map(Row::of));
    }
    Sheet {
        title: canvas.line(view.title.clone(), Meaning::Title),
        head,
        rows,
        foot,
        selected: chooses.then_some(board.selected),
        scroll: (!chooses).then_some(board.selected),
        least: 56,
        ..Sheet::default()
    }
}

fn drawn(canvas: &Canvas<'_>, row: &BoardRow, room: usize) -> Row {
    let look = match row.look {
        BoardLook::Plain => Meaning::Text,
        BoardLook::Heading => Meaning::Title,
        BoardLook::Muted => Meaning::Muted,
        BoardLook::Good => Meaning::Good,
        BoardLook::Soon => Meaning::DueSoon,
        BoardLook::Bad => Meaning::Bad,
    };
    let text = crate::domain::cells::cut(&row.text, room).into_owned();
    let left = canvas.line(text, look);
    if row.right.is_empty() {
        return Row::of(left);
    }
    Row::of(left).with_right(canvas.line(row.right.clone(), look))
}
