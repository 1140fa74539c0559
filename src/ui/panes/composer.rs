//! The composer: the draft, its gaps, and the place where the real cursor stands.

use crate::app::{Action, DraftKind, OpenCase, Pane};
use crate::i18n::fill;
use crate::ui::canvas::Canvas;
use crate::ui::lines::wrapped;
use crate::ui::{Meaning, panel};
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use std::ops::Range;

/// How gaps stand in a reply, in either language.
const GAPS: [(&str, &str); 2] = [("【缺:", "】"), ("[missing: ", "]")];

pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, joined: bool) {
    let Some(open) = &canvas.model.open else { return };
    let title = title(canvas, open);
    let right = state(canvas, open);
    let inner = panel::draw(canvas, area, title, right, joined);
    super::found::edge(canvas, open, area);
    // A mark down the left side, so that a note is never taken for a reply.
    let text = Rect { x: inner.x + 2, width: inner.width.saturating_sub(2), ..inner };
    let (mark, look) = match open.kind {
        DraftKind::Reply => ("›", Meaning::Agent),
        DraftKind::Note => ("✎", Meaning::Note),
    };
    for y in inner.y..inner.bottom() {
        let line = canvas.line(mark, look);
        canvas.put(inner.x, y, 1, line);
        if open.kind == DraftKind::Reply {
            break;
        }
    }
    canvas.drawn.metrics.composer_width = text.width;
    let focused = canvas.model.focus == Pane::Composer && canvas.model.overlays.is_empty();
    let draft = open.draft();
    if draft.is_empty() {
        placeholder(canvas, open, text);
        if focused {
            canvas.cursor(text.x, text.y);
        }
        return;
    }
    let layout = draft.layout(text.width);
    let (column, row) = layout.caret;
    let height = usize::from(text.height);
    let first = (row + 1).saturating_sub(height);
    let mut marks = super::found::marks(open);
    marks.extend(gaps(draft.text()).into_iter().map(|gap| (gap, Meaning::Gap)));
    let selection = draft.selection();
    for (y, row) in (text.y..text.bottom()).zip(layout.rows.iter().skip(first)) {
        let line =
            styled(canvas, draft.text(), row.start..row.shown_end, &marks, selection.as_ref());
        canvas.put(text.x, y, text.width, line);
    }
    let used = u16::try_from(layout.rows.len() - first).unwrap_or(u16::MAX).min(text.height);
    let free = Rect { y: text.y + used, height: text.height - used, ..text };
    super::found::better(canvas, open, free);
    if focused {
        let down = u16::try_from(row.saturating_sub(first)).unwrap_or(0);
        let last = text.width.saturating_sub(1);
        canvas.cursor(text.x + column.min(last), text.y + down.min(text.height.saturating_sub(1)));
    }
}

/// A row of the draft: what was found in it, its gaps and the selection marked.
fn styled(
    canvas: &Canvas<'_>,
    text: &str,
    row: Range<usize>,
    marks: &[(Range<usize>, Meaning)],
    selection: Option<&Range<usize>>,
) -> Line<'static> {
    let mut cuts = vec![row.start, row.end];
    for range in marks.iter().map(|(range, _)| range).chain(selection) {
        cuts.extend([range.start, range.end].into_iter().filter(|at| row.contains(at)));
    }
    cuts.sort_unstable();
    cuts.dedup();
    let spans = cuts.iter().zip(cuts.iter().skip(1)).map(|(from, to)| {
        let inside = |range: &Range<usize>| range.start <= *from && *to <= range.end;
        // Gaps lie on top; of findings the worse, which comes first.
        let gap = marks.iter().rev().find(|(range, look)| *look == Meaning::Gap && inside(range));
        let mark = gap.or_else(|| marks.iter().find(|(range, _)| inside(range)));
        let mut style = canvas.style(mark.map_or(Meaning::Text, |(_, look)| *look));
        if mark.is_some_and(|(_, look)| *look != Meaning::Gap) {
            style = style.add_modifier(Modifier::UNDERLINED);
        }
        if selection.is_some_and(inside) {
            style = style.add_modifier(Modifier::REVERSED);
        }
        Span::styled(text.get(*from..*to).unwrap_or_default().to_owned(), style)
    });
    Line::from(spans.collect::<Vec<_>>())
}

/// Where the gaps of a text stand.
fn gaps(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (open, close) in GAPS {
        for (start, _) in text.match_indices(open) {
            let Some(rest) = text.get(start..) else { continue };
            if let Some(end) = rest.find(close) {
                found.push(start..start + end + close.len());
            }
        }
    }
    found
}

fn title(canvas: &Canvas<'_>, open: &OpenCase) -> Line<'static> {
    let texts = &canvas.strings().composer;
    match open.kind {
        DraftKind::Note => canvas.line(format!("✎ {}", texts.note), Meaning::Note),
        DraftKind::Reply => {
            let mut parts = Vec::new();
            if let Some(last) = open.adopted.last().filter(|_| !open.reply.is_empty()) {
                parts.push(fill(texts.adopted, &[("title", &last.title)]));
            }
            let adopted = || open.adopted.iter().filter(|_| !open.reply.is_empty());
            let mut files: Vec<&str> = Vec::new();
            for name in adopted().flat_map(|adopted| &adopted.attach) {
                if !files.contains(&name.as_str()) {
                    files.push(name);
                }
            }
            if !files.is_empty() {
                let list = files.join(canvas.strings().refusal.list_mark);
                parts.push(fill(texts.attached, &[("list", &list)]));
            }
            let statement = adopted().any(|adopted| adopted.statement);
            let name = if statement { &texts.statement } else { &texts.reply };
            panel::titled(canvas, name, &parts)
        }
    }
}

/// Whether everything is saved, or what stands in the way of sending.
fn state(canvas: &Canvas<'_>, open: &OpenCase) -> Line<'static> {
    let texts = &canvas.strings().composer;
    let n = gaps(open.draft().text()).len();
    if n > 0 {
        return canvas.line(format!("! {}", fill(texts.gaps, &[("n", &n)])), Meaning::Bad);
    }
    if open.draft().is_empty() {
        return Line::default();
    }
    if open.saved {
        canvas.line(format!("✓ {}", texts.saved), Meaning::Muted)
    } else {
        canvas.line(format!("· {}", texts.unsaved), Meaning::Muted)
    }
}

fn placeholder(canvas: &mut Canvas<'_>, open: &OpenCase, area: Rect) {
    let texts = &canvas.strings().composer;
    let text = if open.state.is_open() {
        let template = match open.kind {
            DraftKind::Reply => &texts.placeholder_reply,
            DraftKind::Note => &texts.placeholder_note,
        };
        fill(template, &[("send", &canvas.key(Action::Send))])
    } else {
        fill(texts.closed, &[("reopen", &canvas.key(Action::Reopen))])
    };
    let room = usize::from(area.width);
    let lines = wrapped(&text, room, usize::from(area.height), canvas.style(Meaning::Muted));
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        canvas.put(area.x, y, area.width, line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_found_in_both_languages() {
        let text = "亲,【缺:照片】和[missing: Order no]";
        let found: Vec<&str> =
            gaps(text).into_iter().map(|range| text.get(range).unwrap()).collect();
        assert_eq!(found, ["【缺:照片】", "[missing: Order no]"]);
        assert!(gaps("【缺:照片").is_empty());
    }
}
