//! What was heard in the conversation, whole: issues, the course of the mood, how unhappy, where the
//! buyer means to go; what is proposed, and the words that told it.

use crate::app::words::{Clock, issue, mood, threat, told};
use crate::app::{Action, HeardList, OpenCase};
use crate::guide::Heard;
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::panes::heard::named;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::text::Line;

/// As many bursts as the course of the mood is told of.
const COURSE: usize = 8;

pub(super) fn sheet(canvas: &Canvas<'_>, list: &HeardList) -> Sheet {
    let texts = &canvas.strings().guide;
    let mut sheet = Sheet {
        title: canvas.line(texts.heard.to_owned(), Meaning::Title),
        selected: Some(list.selected),
        least: 60,
        ..Sheet::default()
    };
    let open = canvas.model.open.as_ref();
    let Some((open, heard)) = open.and_then(|open| Some((open, open.heard()?))) else {
        sheet.rows.push(Row::of(canvas.line(texts.listening.to_owned(), Meaning::Muted)));
        return sheet;
    };
    sheet.head = summary(canvas, heard);
    let proposals = open.proposals();
    for (place, proposal) in proposals.iter().enumerate() {
        let line = canvas.line(format!("→ {}", named(canvas, proposal)), Meaning::Good);
        let right = canvas.line(texts.proposal.to_owned(), Meaning::Muted);
        sheet.rows.push(Row::of(line).with_right(right).at(place));
    }
    sheet.rows.extend(reasons(canvas, open, heard, proposals.len()));
    if sheet.rows.is_empty() {
        sheet.rows.push(Row::of(canvas.line(texts.no_reason.to_owned(), Meaning::Muted)));
    }
    let keys = fill(texts.heard_keys, &[("yes", &canvas.key(Action::Accept))]);
    sheet.foot = vec![Row::blank(), Row::of(canvas.line(keys, Meaning::Muted))];
    sheet
}

fn summary(canvas: &Canvas<'_>, heard: &Heard) -> Vec<Row> {
    let strings = canvas.strings();
    let texts = &strings.guide;
    let lang = canvas.model.lang;
    let mut rows = Vec::new();
    let issues: Vec<String> = heard
        .issues
        .iter()
        .map(|one| {
            let name = one
                .issue
                .as_ref()
                .map_or_else(|| one.title.get(lang), |known| issue(strings, known));
            format!("{name} {}%", one.percent)
        })
        .collect();
    let about = if issues.is_empty() { texts.no_issue.to_owned() } else { issues.join(" · ") };
    rows.push(pair(canvas, texts.about, &about, Meaning::Text));
    let skipped = heard.course.len().saturating_sub(COURSE);
    let course: Vec<&str> =
        heard.course.iter().skip(skipped).map(|(_, felt)| mood(strings, *felt)).collect();
    let course =
        if course.is_empty() { mood(strings, heard.mood).to_owned() } else { course.join(" → ") };
    rows.push(pair(canvas, texts.feels, &course, Meaning::Mood(heard.mood)));
    let unhappy = fill(texts.unhappy, &[("n", &heard.unhappy)]);
    rows.push(Row::of(canvas.line(unhappy, Meaning::Text)));
    if !heard.threats.is_empty() {
        let names: Vec<&str> = heard.threats.iter().map(|one| threat(strings, *one)).collect();
        rows.push(pair(canvas, texts.goes, &names.join(" · "), Meaning::Bad));
    }
    if heard.hypothetical {
        rows.push(Row::of(canvas.line(texts.before_long.to_owned(), Meaning::Muted)));
    }
    rows.push(Row::blank());
    rows
}

fn pair(canvas: &Canvas<'_>, name: &str, value: &str, look: Meaning) -> Row {
    Row::of(Line::from(vec![
        canvas.span(format!("{name} "), Meaning::Muted),
        canvas.span(value, look),
    ]))
}

fn reasons(canvas: &Canvas<'_>, open: &OpenCase, heard: &Heard, before: usize) -> Vec<Row> {
    let clock = Clock::of(canvas.model);
    let lang = canvas.model.lang;
    let mut rows = Vec::new();
    for (place, reason) in heard.reasons.iter().enumerate() {
        let line = Line::from(vec![
            canvas.span(format!("“{}” ", reason.words), Meaning::Buyer),
            canvas.span(told(canvas.strings(), lang, &reason.told, &heard.issues), Meaning::Muted),
        ]);
        let no = open.message_of(reason);
        let message = open.thread.messages.iter().find(|message| Some(message.no) == no);
        let at = message.map(|message| clock.hour(message.at)).unwrap_or_default();
        let row = Row::of(line).with_right(canvas.line(at, Meaning::Muted));
        rows.push(row.at(before + place));
    }
    rows
}
