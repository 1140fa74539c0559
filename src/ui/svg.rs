//! A frame as a picture: every character stands on its own cell, so that Chinese lines up in any
//! font.

use super::Theme;
use crate::domain::cells::width;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write as _;

const CELL: (usize, usize) = (9, 19);
const MARGIN: usize = 10;

/// How a run of cells looks.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Look {
    ink: String,
    ground: Option<String>,
    bold: bool,
    italic: bool,
    line: Option<&'static str>,
}

/// The frame as an SVG picture.
#[must_use]
pub fn svg(buffer: &Buffer, theme: &Theme) -> String {
    let (columns, rows) = (usize::from(buffer.area().width), usize::from(buffer.area().height));
    let (w, h) = (columns * CELL.0 + 2 * MARGIN, rows * CELL.1 + 2 * MARGIN);
    let theme = *theme;
    let ground = ground(theme);
    let mut out = String::new();
    // Writing to a string cannot fail; the results are dropped for that reason.
    let _ = writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">"#
    );
    let _ = writeln!(out, r#"<rect width="{w}" height="{h}" rx="6" fill="{ground}"/>"#);
    out.push_str(
        "<g font-family=\"'Sarasa Mono SC','Noto Sans Mono CJK SC','Source Han Mono SC',\
         Menlo,Consolas,'DejaVu Sans Mono',monospace\" font-size=\"15\" xml:space=\"preserve\">\n",
    );
    for (y, row) in buffer.content.chunks(columns.max(1)).enumerate() {
        draw_row(&mut out, row, y, theme);
    }
    out.push_str("</g>\n</svg>\n");
    out
}

fn draw_row(out: &mut String, row: &[Cell], y: usize, theme: Theme) {
    let top = MARGIN + y * CELL.1;
    let base = top + CELL.1 - 5;
    let mut skip = 0;
    // Characters of one look, each with the column it stands on.
    let mut run: Vec<(usize, &str)> = Vec::new();
    let mut look: Option<Look> = None;
    for (x, cell) in row.iter().enumerate() {
        if skip > 0 {
            skip -= 1;
            continue;
        }
        let cells = width(cell.symbol()).max(1);
        skip = cells - 1;
        let now = look_of(cell, theme);
        if let Some(ground) = &now.ground {
            let _ = writeln!(
                out,
                r#"<rect x="{}" y="{top}" width="{}" height="{}" fill="{ground}"/>"#,
                MARGIN + x * CELL.0,
                cells * CELL.0,
                CELL.1
            );
        }
        if look.as_ref() != Some(&now) {
            flush(out, &mut run, look.as_ref(), base);
            look = Some(now);
        }
        if cell.symbol() != " " {
            run.push((x, cell.symbol()));
        }
    }
    flush(out, &mut run, look.as_ref(), base);
}

fn flush(out: &mut String, run: &mut Vec<(usize, &str)>, look: Option<&Look>, base: usize) {
    let Some(look) = look.filter(|_| !run.is_empty()) else {
        run.clear();
        return;
    };
    let weight = if look.bold { r#" font-weight="bold""# } else { "" };
    let slant = if look.italic { r#" font-style="italic""# } else { "" };
    let line = look.line.map(|l| format!(r#" text-decoration="{l}""#)).unwrap_or_default();
    // The list of x places counts characters, so one made of several stands alone.
    let single = |text: &str| text.chars().count() == 1;
    for group in run.chunk_by(|a, b| single(a.1) && single(b.1)) {
        let places: Vec<String> =
            group.iter().map(|(x, _)| (MARGIN + x * CELL.0).to_string()).collect();
        let text: String = group.iter().map(|(_, text)| escape(text)).collect();
        let _ = writeln!(
            out,
            r#"<text y="{base}" x="{}" fill="{}"{weight}{slant}{line}>{text}</text>"#,
            places.join(" "),
            look.ink
        );
    }
    run.clear();
}

fn look_of(cell: &Cell, theme: Theme) -> Look {
    let mut ink = colour(cell.fg).unwrap_or_else(|| ink(theme).to_owned());
    let mut back = colour(cell.bg);
    if cell.modifier.contains(Modifier::REVERSED) {
        let was = back.unwrap_or_else(|| ground(theme).to_owned());
        back = Some(std::mem::replace(&mut ink, was));
    }
    let line = if cell.modifier.contains(Modifier::CROSSED_OUT) {
        Some("line-through")
    } else if cell.modifier.contains(Modifier::UNDERLINED) {
        Some("underline")
    } else {
        None
    };
    Look {
        ink,
        ground: back,
        bold: cell.modifier.contains(Modifier::BOLD),
        italic: cell.modifier.contains(Modifier::ITALIC),
        line,
    }
}

fn ground(theme: Theme) -> &'static str {
    if theme.is_light() { "#fbfaf7" } else { "#16181d" }
}

fn ink(theme: Theme) -> &'static str {
    if theme.is_light() { "#24262b" } else { "#d8d9dc" }
}

/// The colour as a terminal shows it; `None` for the terminal's own.
fn colour(colour: Color) -> Option<String> {
    let Color::Indexed(index) = colour else { return None };
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * u32::from(step) };
    let (r, g, b) = match index {
        16..=231 => {
            let n = index - 16;
            (level(n / 36), level(n / 6 % 6), level(n % 6))
        }
        232..=255 => {
            let grey = 8 + 10 * u32::from(index - 232);
            (grey, grey, grey)
        }
        // The first sixteen are the terminal's to choose; no theme of ours uses them.
        0..=15 => return None,
    };
    Some(format!("#{r:02x}{g:02x}{b:02x}"))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::super::ThemeSetting;
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    #[test]
    fn characters_stand_on_their_cells_and_are_escaped() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
        buffer.set_string(0, 0, "退<&", Style::new());
        let picture = svg(&buffer, &Theme::choose(ThemeSetting::Dark, false));
        assert!(picture.contains(r#"x="10 28 37""#), "{picture}");
        assert!(picture.contains("退&lt;&amp;"), "{picture}");
    }

    #[test]
    fn an_empty_frame_is_a_picture_too() {
        let picture = svg(&Buffer::empty(Rect::ZERO), &Theme::choose(ThemeSetting::None, true));
        assert!(picture.ends_with("</svg>\n"));
    }
}
