//! A frame as text, and as text with a layer that names the style of every cell.

use ratatui::buffer::{Buffer, Cell, CellWidth as _};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use redress::app::Model;
use redress::ui::{Drawn, Kept, Theme, ThemeSetting, plain, view};
use std::fmt::Write as _;

pub(crate) fn draw(model: &Model, theme: Theme, w: u16, h: u16) -> (Buffer, Drawn) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, w, h));
    let drawn = view(model, &theme, &mut Kept::default(), &mut buffer);
    hide_covered(&mut buffer);
    (buffer, drawn)
}

/// Blanks what a wide character covers: nobody sees the style it has there.
fn hide_covered(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width).max(1);
    for row in buffer.content.chunks_mut(width) {
        let mut covered = 0;
        for cell in row {
            if covered > 0 {
                covered -= 1;
                cell.reset();
            } else {
                covered = cell.cell_width().saturating_sub(1);
            }
        }
    }
}

pub(crate) fn dark() -> Theme {
    Theme::choose(ThemeSetting::Dark, false)
}

pub(crate) fn text(model: &Model, w: u16, h: u16) -> String {
    plain(&draw(model, dark(), w, h).0)
}

/// Text, then a layer with one letter a style, then what the letters mean.
pub(crate) fn layers(model: &Model, theme: Theme, w: u16, h: u16) -> String {
    let (buffer, drawn) = draw(model, theme, w, h);
    let mut out = plain(&buffer);
    let mut known: Vec<String> = Vec::new();
    out.push_str("--- styles\n");
    for row in buffer.content.chunks(usize::from(w).max(1)) {
        let letters: String = row.iter().map(|cell| letter(&mut known, cell)).collect();
        out.push_str(letters.trim_end());
        out.push('\n');
    }
    for (style, letter) in known.iter().zip('a'..) {
        writeln!(out, "{letter} {style}").unwrap();
    }
    writeln!(out, "cursor {:?}", drawn.cursor.map(|at| (at.x, at.y))).unwrap();
    out
}

fn letter(known: &mut Vec<String>, cell: &Cell) -> char {
    let style = name(cell);
    if style.is_empty() {
        return if cell.symbol() == " " { ' ' } else { '.' };
    }
    let at = known.iter().position(|one| *one == style).unwrap_or_else(|| {
        known.push(style);
        known.len() - 1
    });
    ('a'..='z').chain('A'..='Z').nth(at).unwrap_or('?')
}

fn name(cell: &Cell) -> String {
    let mut parts = Vec::new();
    for (what, colour) in [("fg", cell.fg), ("bg", cell.bg)] {
        if let Color::Indexed(index) = colour {
            parts.push(format!("{what}={index}"));
        }
    }
    for (name, one) in [
        ("bold", Modifier::BOLD),
        ("italic", Modifier::ITALIC),
        ("underline", Modifier::UNDERLINED),
        ("reverse", Modifier::REVERSED),
        ("strike", Modifier::CROSSED_OUT),
    ] {
        if cell.modifier.contains(one) {
            parts.push(name.to_owned());
        }
    }
    parts.join(" ")
}
