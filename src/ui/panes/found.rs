//! What was found in the draft: marked where it stands, told on the composer's lower edge, and how it
//! could be said in the rows the draft leaves free.

use crate::app::words::{level, rule_name};
use crate::app::{Action, OpenCase};
use crate::guide::Finding;
use crate::standard::WordingLevel;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::lines::{cells_of, fit, wrapped};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::ops::Range;

/// How a finding looks in the draft and beside it.
pub(in crate::ui) const fn look(level: WordingLevel) -> Meaning {
    match level {
        WordingLevel::Block => Meaning::Bad,
        WordingLevel::Warn => Meaning::DueSoon,
        WordingLevel::Tone => Meaning::Held,
    }
}

/// The sign of a level, for whoever sees no colours.
pub(in crate::ui) const fn sign(level: WordingLevel) -> &'static str {
    match level {
        WordingLevel::Block => "✗",
        WordingLevel::Warn => "!",
        WordingLevel::Tone => "~",
    }
}

/// Where the draft is marked, and how; what is worse lies on top.
pub(super) fn marks(open: &OpenCase) -> Vec<(Range<usize>, Meaning)> {
    let found = open.findings();
    found.map(|finding| (finding.span.clone(), look(finding.level))).collect()
}

/// The worst on the lower edge: why, where from, and the keys.
pub(super) fn edge(canvas: &mut Canvas<'_>, open: &OpenCase, area: Rect) {
    let mut found = open.findings();
    let Some(first) = found.next() else { return };
    let more = found.count();
    if area.height < 2 || area.width < 12 {
        return;
    }
    let right = keys(canvas, first, more);
    let room = usize::from(area.width.saturating_sub(4));
    let left_room = room.saturating_sub(cells_of(&right) + 1);
    let left = fit(why(canvas, first, open.draft().text()), left_room);
    let y = area.bottom() - 1;
    let cells = u16::try_from(cells_of(&left)).unwrap_or(u16::MAX);
    canvas.put(area.x + 2, y, cells, left);
    let cells = u16::try_from(cells_of(&right)).unwrap_or(u16::MAX).min(area.width - 4);
    canvas.put(area.right() - 2 - cells, y, cells, right);
}

/// `✗拦下 “加微信” 引到站外了 w.070`, cut to what there is room for.
fn why(canvas: &Canvas<'_>, finding: &Finding, draft: &str) -> Line<'static> {
    let lang = canvas.model.lang;
    let look = look(finding.level);
    let words = draft.get(finding.span.clone()).unwrap_or_default().replace('\n', " ");
    let name = format!(" {}{} ", sign(finding.level), level(canvas.strings(), finding.level));
    Line::from(vec![
        canvas.span(name, look),
        canvas.span(format!("“{}” ", fit(Line::from(words), 14)), Meaning::Title),
        canvas.span(finding.why.get(lang).trim_end_matches(['。', '.']).to_owned(), Meaning::Text),
        canvas.span(format!(" {} ", source(canvas, finding)), Meaning::Muted),
    ])
}

/// What it rests on: the standards by their names, else that it is a rule of the house.
pub(in crate::ui) fn source(canvas: &Canvas<'_>, finding: &Finding) -> String {
    let model = canvas.model;
    if finding.basis.is_empty() {
        return canvas.strings().guide.house.to_owned();
    }
    let today = model.now.at_offset(model.offset).date_naive();
    let shelf = model.standards.as_deref();
    let named = finding.basis.iter().map(|id| {
        let cited = shelf.and_then(|shelf| shelf.cite(id.as_str(), today));
        cited.map_or_else(
            || id.to_string(),
            |citation| rule_name(&citation, canvas.strings(), model.lang),
        )
    });
    named.collect::<Vec<_>>().join(canvas.strings().refusal.list_mark)
}

fn keys(canvas: &Canvas<'_>, first: &Finding, more: usize) -> Line<'static> {
    let texts = &canvas.strings().guide;
    let mut spans = vec![Span::raw(" ")];
    if first.rewrite.is_some() {
        spans.push(canvas.span(canvas.key(Action::Rewrite), Meaning::Key));
        spans.push(Span::raw(format!(" {} ", texts.take)));
    }
    spans.push(canvas.span(canvas.key(Action::Findings), Meaning::Key));
    let all = if more == 0 { String::new() } else { format!(" +{more}") };
    spans.push(canvas.span(format!("{all} "), Meaning::Text));
    Line::from(spans)
}

/// Why, where from and how it could be said, in the rows below the draft that are free.
pub(super) fn better(canvas: &mut Canvas<'_>, open: &OpenCase, free: Rect) {
    let Some(first) = open.findings().next() else { return };
    let mut free = free;
    if free.height >= 2 {
        let why = format!("{} {}", first.why.get(canvas.model.lang), source(canvas, first));
        let rows = if free.height >= 4 { 2 } else { 1 };
        let lines = wrapped(&why, usize::from(free.width), rows, canvas.style(look(first.level)));
        let taken = u16::try_from(lines.len()).unwrap_or(1).min(free.height);
        let top = free.bottom() - taken - u16::from(first.rewrite.is_some());
        let top = top.max(free.y);
        for (y, line) in (top..top + taken).zip(lines) {
            canvas.put(free.x, y, free.width, line);
        }
        free = Rect { y: top + taken, height: free.bottom() - (top + taken), ..free };
    }
    let Some(rewrite) = &first.rewrite else { return };
    if free.height == 0 {
        return;
    }
    let texts = &canvas.strings().guide;
    let text = if rewrite.text.is_empty() { texts.leave_out } else { &rewrite.text };
    let style = canvas.style(Meaning::Good);
    let lines = wrapped(
        &format!("→ {text}"),
        usize::from(free.width),
        usize::from(free.height.min(2)),
        style,
    );
    let top = free.bottom() - u16::try_from(lines.len()).unwrap_or(free.height).min(free.height);
    for (y, line) in (top..free.bottom()).zip(lines) {
        canvas.put(free.x, y, free.width, line);
    }
}
