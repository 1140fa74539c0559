//! What stands where there is nothing yet: how to begin.

use crate::app::Action;
use crate::app::words::platform;
use crate::domain::cells::width;
use crate::i18n::fill;
use crate::ui::canvas::Canvas;
use crate::ui::lines::wrapped;
use crate::ui::{Meaning, panel};
use ratatui::layout::Rect;
use ratatui::text::Line;

/// No case is open: how to begin, or which one to begin with.
pub(in crate::ui) fn draw(canvas: &mut Canvas<'_>, area: Rect) {
    let model = canvas.model;
    let texts = &canvas.strings().empty;
    let name = canvas.line(canvas.strings().title.name.to_owned(), Meaning::Title);
    let inner = panel::draw(canvas, area, name, Line::default(), false);
    let room = usize::from(inner.width).saturating_sub(6).min(64);
    let mut lines: Vec<(usize, Line<'static>)> = Vec::new();
    if !model.queue.loaded {
        return;
    }
    let mut put = |text: &str, meaning: Meaning, indent: usize| {
        let style = canvas.theme.style(meaning);
        let cells = room.saturating_sub(indent);
        lines.extend(wrapped(text, cells, 4, style).into_iter().map(|line| (indent, line)));
    };
    if model.queue.entries.is_empty() {
        put(texts.file_title, Meaning::Title, 0);
        put("", Meaning::Text, 0);
        if model.file.read_only {
            put(texts.file_demo, Meaning::Text, 0);
        } else {
            put(&format!("1  {}", texts.file_paste), Meaning::Text, 0);
            put(&format!("2  {}", texts.file_import), Meaning::Text, 0);
            put(&format!("3  {}", texts.file_demo), Meaning::Text, 0);
            put("", Meaning::Text, 0);
            put(texts.file_note, Meaning::Muted, 0);
        }
    } else {
        put(texts.case_title, Meaning::Title, 0);
        put("", Meaning::Text, 0);
        for (template, action) in
            [(&texts.case_open, Action::OpenCase), (&texts.case_next, Action::OpenNext)]
        {
            let keys = model.keymap.chords(action);
            let key = keys.first().map(|chord| chord.short()).unwrap_or_default();
            put(&fill(template, &[("key", &key)]), Meaning::Text, 0);
        }
        if let Some(entry) = model.queue.entries.get(model.queue.selected) {
            put("", Meaning::Text, 0);
            let market = platform(model.strings, entry.platform);
            let head = format!("{} · {market} · {}", entry.buyer.masked(), texts.last_said);
            put(&head, Meaning::Muted, 0);
            put(&entry.snippet, Meaning::Buyer, 2);
        }
    }
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let top = inner.y + inner.height.saturating_sub(height) / 3;
    let left = inner.x + 3.min(inner.width);
    for (y, (indent, line)) in (top..inner.bottom()).zip(lines) {
        let indent = u16::try_from(indent).unwrap_or(0);
        canvas.put(left + indent, y, inner.width.saturating_sub(4 + indent), line);
    }
}

/// The window has no room for a console; it says so in as much room as there is.
pub(in crate::ui) fn too_small(canvas: &mut Canvas<'_>, area: Rect) {
    if area.is_empty() {
        return;
    }
    let text = &canvas.strings().empty.small;
    let cells = usize::from(area.width);
    let rows = usize::from(area.height);
    let style = canvas.style(Meaning::Alert);
    let lines = wrapped(text, cells, rows, style);
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height);
    let top = area.y + (area.height - height) / 2;
    for (y, line) in (top..area.bottom()).zip(lines) {
        let taken = line.spans.iter().map(|span| width(&span.content)).sum::<usize>();
        let left = u16::try_from(cells.saturating_sub(taken) / 2).unwrap_or(0);
        canvas.put(area.x + left, y, area.width - left.min(area.width), line);
    }
}
