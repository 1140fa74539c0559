//! What was heard, in one row under the conversation: right above the draft, where the eye is.

use crate::app::words::{buyer_type, issue, mood, threat};
use crate::app::{Action, OpenCase, Proposal};
use crate::domain::Mood;
use crate::guide::Heard;
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::lines::{cells_of, ends};
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Below this height the conversation needs every row.
pub(super) const LEAST: u16 = 7;
/// As many pieces of the buyer's words as are quoted.
const QUOTES: usize = 4;

pub(super) fn draw(canvas: &mut Canvas<'_>, open: &OpenCase, area: Rect) {
    let Some(heard) = open.heard() else { return };
    let room = usize::from(area.width.saturating_sub(2));
    let right = proposal(canvas, open);
    let left = told(canvas, heard, room.saturating_sub(cells_of(&right) + 2));
    canvas.put(area.x + 1, area.y, area.width.saturating_sub(2), ends(left, right, room));
}

/// Mood and where it goes, what it is about, how unhappy, where the buyer means to go; then their
/// words, as many as there is room for.
fn told(canvas: &Canvas<'_>, heard: &Heard, room: usize) -> Line<'static> {
    let strings = canvas.strings();
    let texts = &strings.guide;
    let now = heard.mood;
    let name = format!("♪ {}{}", mood(strings, now), course(heard));
    let mut line = canvas.line(name, Meaning::Mood(now));
    let mut left = room.saturating_sub(cells_of(&line));
    // Each with its rank: where there is no room for all, the lesser ones go, and go whole.
    let mut pieces = Vec::new();
    if let Some(first) = heard.matter() {
        let title = match &first.issue {
            Some(known) => issue(strings, known).to_owned(),
            None => first.title.get(canvas.model.lang).to_owned(),
        };
        pieces.push((0, canvas.span(format!(" {title}"), Meaning::Text)));
    }
    if heard.hypothetical {
        pieces.push((0, canvas.span(format!(" {}", texts.before), Meaning::Muted)));
    }
    let look = if heard.unhappy >= 50 { Meaning::DueSoon } else { Meaning::Muted };
    let unhappy = fill(texts.unhappy, &[("n", &heard.unhappy)]);
    pieces.push((2, canvas.span(format!(" {unhappy}"), look)));
    for (place, one) in heard.threats.iter().enumerate() {
        let text = format!(" !{}", threat(strings, *one));
        pieces.push((if place == 0 { 1 } else { 3 }, canvas.span(text, Meaning::Bad)));
    }
    let mut ranked: Vec<usize> = (0..pieces.len()).collect();
    ranked.sort_by_key(|place| pieces.get(*place).map(|(rank, _)| *rank));
    let mut shown = Vec::new();
    for place in ranked {
        let Some((_, span)) = pieces.get(place) else { continue };
        let cells = crate::domain::cells::width(&span.content);
        if cells <= left {
            left -= cells;
            shown.push(place);
        }
    }
    let all = pieces.len() == shown.len();
    let kept = pieces.into_iter().enumerate().filter(|(place, _)| shown.contains(place));
    line.spans.extend(kept.map(|(_, (_, span))| span));
    if !all {
        return line;
    }
    let theirs = heard.reasons.iter().filter(|reason| !reason.is_ours());
    for reason in theirs.take(QUOTES) {
        let quote = canvas.span(format!(" “{}”", reason.words), Meaning::Muted);
        let cells = crate::domain::cells::width(&quote.content);
        if cells > left {
            break;
        }
        left -= cells;
        line.spans.push(quote);
    }
    line
}

/// Whether it gets worse or better.
fn course(heard: &Heard) -> &'static str {
    let mut back = heard.course.iter().rev().map(|(_, mood)| *mood);
    let (now, before) = (back.next().unwrap_or(Mood::Calm), back.next());
    match before.map(|before| now.cmp(&before)) {
        Some(std::cmp::Ordering::Greater) => "↑",
        Some(std::cmp::Ordering::Less) => "↓",
        Some(std::cmp::Ordering::Equal) | None => "",
    }
}

/// What is proposed first, and the key that agrees.
fn proposal(canvas: &Canvas<'_>, open: &OpenCase) -> Line<'static> {
    let Some(first) = open.proposals().into_iter().next() else { return Line::default() };
    let mut line = canvas.line(canvas.key(Action::Agree), Meaning::Key);
    line.spans.push(canvas.span(format!(" {}", named(canvas, &first)), Meaning::Text));
    line
}

/// A proposal in a few words.
pub(in crate::ui) fn named(canvas: &Canvas<'_>, proposal: &Proposal) -> String {
    let strings = canvas.strings();
    let texts = &strings.guide;
    match proposal {
        Proposal::Mood(felt) => fill(texts.agree_mood, &[("mood", &mood(strings, *felt))]),
        Proposal::Issue(about, _) => fill(texts.agree_issue, &[("issue", &issue(strings, about))]),
        Proposal::BuyerType(kind) => {
            fill(texts.agree_type, &[("type", &buyer_type(strings, *kind))])
        }
    }
}
