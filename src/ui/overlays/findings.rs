//! All that was found in the draft: the words, why, where from, and how to say it; and the reason for
//! sending it all the same.

use super::field;
use crate::app::words::level;
use crate::app::{Action, Findings, Overrule};
use crate::i18n::fill;
use crate::standard::WordingLevel;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::lines::wrapped;
use crate::ui::panes::found::{look, sign, source};
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::layout::Rect;
use ratatui::text::Line;

pub(super) fn sheet(canvas: &Canvas<'_>, list: &Findings, body: Rect) -> Sheet {
    let texts = &canvas.strings().guide;
    let room = Sheet::room(body).min(72);
    let lang = canvas.model.lang;
    let mut rows = Vec::new();
    let (mut blocks, mut firm) = (false, false);
    if let Some(open) = &canvas.model.open {
        for (place, finding) in open.findings().enumerate() {
            blocks |= finding.level == WordingLevel::Block;
            firm |= finding.firm && finding.level == WordingLevel::Block;
            let words = open.reply.text().get(finding.span.clone()).unwrap_or_default();
            let name =
                format!("{}{} ", sign(finding.level), level(canvas.strings(), finding.level));
            let spans = vec![
                canvas.span(name, look(finding.level)),
                canvas.span(format!("“{}”", words.replace('\n', " ")), Meaning::Title),
            ];
            let right = canvas.line(source(canvas, finding), Meaning::Muted);
            rows.push(Row::of(Line::from(spans)).with_right(right).at(place));
            let why = wrapped(finding.why.get(lang), room - 2, 2, canvas.style(Meaning::Text));
            rows.extend(why.into_iter().map(|line| Row::of(line).indented(2).at(place)));
            let better = finding.rewrite.as_ref().map(|rewrite| match rewrite.text.as_str() {
                "" => texts.leave_out,
                text => text,
            });
            if let Some(better) = better {
                let lines =
                    wrapped(&format!("→ {better}"), room - 2, 3, canvas.style(Meaning::Good));
                rows.extend(lines.into_iter().map(|line| Row::of(line).indented(2).at(place)));
            }
        }
    }
    if rows.is_empty() {
        rows.push(Row::of(canvas.line(texts.nothing.to_owned(), Meaning::Muted)));
    }
    let keys = fill(texts.take_keys, &[("take", &canvas.key(Action::Accept))]);
    let mut foot = vec![Row::blank(), Row::of(canvas.line(keys, Meaning::Muted))];
    if firm {
        foot.push(Row::of(canvas.line(texts.firm.to_owned(), Meaning::Bad)));
    } else if blocks {
        let text = fill(texts.overrule_keys, &[("tab", &canvas.key(Action::Toggle))]);
        foot.push(Row::of(canvas.line(text, Meaning::Muted)));
    }
    Sheet {
        title: canvas.line(texts.findings.to_owned(), Meaning::Title),
        rows,
        foot,
        selected: Some(list.selected),
        least: 60,
        ..Sheet::default()
    }
}

/// The reason for sending what the guard would stop.
pub(super) fn overrule(canvas: &Canvas<'_>, form: &Overrule, body: Rect) -> Sheet {
    let texts = &canvas.strings().guide;
    let room = Sheet::room(body).min(60);
    let ask = wrapped(texts.overrule_ask, room, 3, canvas.style(Meaning::Text));
    let mut rows = field::rows(canvas, &form.reason, room, texts.reason);
    let keys = fill(texts.send_keys, &[("yes", &canvas.key(Action::Accept))]);
    rows.push(Row::blank());
    rows.push(Row::of(canvas.line(keys, Meaning::Muted)));
    Sheet {
        title: canvas.line(texts.overrule.to_owned(), Meaning::Title),
        head: ask.into_iter().map(Row::of).collect(),
        rows,
        least: 56,
        ..Sheet::default()
    }
}
