//! A frame as plain text, for documents and tests.

use crate::domain::cells::width;
use ratatui::buffer::Buffer;

/// The frame as text, one line a row, blanks at the ends trimmed.
#[must_use]
pub fn plain(buffer: &Buffer) -> String {
    let columns = usize::from(buffer.area().width);
    if columns == 0 {
        return String::new();
    }
    let mut out = String::with_capacity(buffer.content.len() * 2);
    for row in buffer.content.chunks(columns) {
        let mut line = String::with_capacity(columns * 2);
        let mut skip = 0;
        for cell in row {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            line.push_str(cell.symbol());
            skip = width(cell.symbol()).saturating_sub(1);
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    #[test]
    fn wide_characters_count_once() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 2));
        buffer.set_string(0, 0, "退款a", Style::new());
        assert_eq!(plain(&buffer), "退款a\n\n");
        assert_eq!(plain(&Buffer::empty(Rect::ZERO)), "");
    }
}
