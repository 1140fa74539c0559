//! Plain ASCII instead of characters whose width terminals disagree about.
//!
//! Owns the table of look-alikes, applied to the finished frame, so that no pane has to think of
//! it. Chinese stays Chinese.

use ratatui::buffer::Buffer;

/// Replaces signs and borders of one cell by ASCII of one cell.
pub(super) fn fold(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if let Some(plain) = plain(cell.symbol()) {
            cell.set_symbol(plain);
        }
    }
}

fn plain(symbol: &str) -> Option<&'static str> {
    Some(match symbol {
        "─" | "╌" | "–" | "—" | "·" | "•" => "-",
        "━" => "=",
        "│" | "┃" | "▌" => "|",
        "┌" | "┐" | "└" | "┘" | "├" | "┤" | "┏" | "┓" | "┗" | "┛" | "┣" | "┫" | "✓" | "☑" => {
            "+"
        }
        "…" => "~",
        "‼" => "!",
        "“" | "”" => "\"",
        "‘" | "’" => "'",
        "▸" | "→" | "›" | "»" => ">",
        "◂" | "←" | "‹" | "«" => "<",
        "↑" | "⇧" => "^",
        "↓" => "v",
        "✗" | "×" => "x",
        "☐" => "o",
        "✎" => "*",
        "¥" => "Y",
        _wide_or_plain => return None,
    })
}
