//! What a pasted chat log was understood to be, before anything is written.

use crate::app::words::{Clock, author, platform};
use crate::app::{Action, Incoming, PastePreview, Target};
use crate::domain::cells::cut;
use crate::domain::{CleanText, NewMessage};
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::lines::wrapped;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Messages shown from each end of a conversation.
const ENDS: usize = 2;
/// Lines that were not understood are shown up to this many.
const BAD: usize = 8;

pub(super) fn sheet(canvas: &Canvas<'_>, preview: &PastePreview, body: Rect) -> Sheet {
    let texts = &canvas.strings().paste;
    let room = Sheet::room(body);
    let all: usize = preview.incoming.iter().map(|one| one.conversation.messages.len()).sum();
    let fresh: usize = preview.incoming.iter().map(|one| one.fresh).sum();
    let mut head = Vec::new();
    if preview.incoming.is_empty() {
        head.push(Row::of(canvas.line(format!("✗ {}", texts.nothing), Meaning::Bad)));
        let lines = wrapped(texts.nothing_hint, room, 2, canvas.style(Meaning::Muted));
        head.extend(lines.into_iter().map(Row::of));
    } else {
        let text = fill(
            texts.summary,
            &[("cases", &preview.incoming.len()), ("n", &all), ("fresh", &fresh)],
        );
        head.push(Row::of(canvas.line(text, Meaning::Title)));
    }
    let mut rows = Vec::new();
    for incoming in &preview.incoming {
        rows.extend(conversation(canvas, incoming, preview.sides_guessed, room));
    }
    if !preview.bad.is_empty() {
        let text = fill(texts.bad, &[("n", &preview.bad.len())]);
        rows.push(Row::of(canvas.line(format!("! {text}"), Meaning::Bad)));
        for (no, line) in preview.bad.iter().take(BAD) {
            let at = fill(texts.bad_line, &[("n", no)]);
            let clean = CleanText::new(line).one_line();
            let spans = vec![
                canvas.span(format!("  {at}  "), Meaning::Muted),
                canvas.span(clean, Meaning::Text),
            ];
            rows.push(Row::of(Line::from(spans)));
        }
        if preview.bad.len() > BAD {
            rows.push(Row::of(canvas.line("  …", Meaning::Muted)));
        }
    }
    let mut foot = vec![Row::of(canvas.line(texts.promise.to_owned(), Meaning::Muted))];
    if canvas.model.open.is_some() {
        let text = fill(texts.as_draft, &[("key", &canvas.key(Action::AsDraft))]);
        foot.push(Row::of(canvas.line(text, Meaning::Muted)));
    }
    Sheet {
        title: canvas.line(texts.title.to_owned(), Meaning::Title),
        head,
        rows,
        foot,
        scroll: Some(preview.scroll),
        least: 60,
        ..Sheet::default()
    }
}

fn conversation(canvas: &Canvas<'_>, incoming: &Incoming, guessed: bool, room: usize) -> Vec<Row> {
    let texts = &canvas.strings().paste;
    let talk = &incoming.conversation;
    let buyer = CleanText::new(talk.buyer.as_str()).one_line();
    let market = platform(canvas.strings(), talk.platform);
    let counts = fill(texts.counts, &[("n", &talk.messages.len()), ("fresh", &incoming.fresh)]);
    let mut rows = vec![Row::blank()];
    let mut head = vec![
        canvas.span(cut(&buyer, 20).into_owned(), Meaning::Title),
        canvas.span(format!(" · {market} · "), Meaning::Muted),
        Span::raw(counts),
    ];
    if let Some(order) = &talk.order {
        let text = fill(canvas.strings().queue.order, &[("tail", &order.tail())]);
        head.push(canvas.span(format!(" · {text}"), Meaning::Muted));
    }
    rows.push(Row::of(Line::from(head)));
    let (text, look) = match &incoming.target {
        Target::Unknown => (texts.unknown.to_owned(), Meaning::Muted),
        Target::New => (texts.new.to_owned(), Meaning::Good),
        Target::Existing { .. } if incoming.fresh == 0 => {
            (texts.known_all.to_owned(), Meaning::Muted)
        }
        Target::Existing { case, known } => {
            (fill(texts.existing, &[("case", case), ("known", known)]), Meaning::Good)
        }
    };
    rows.push(Row::of(canvas.line(text, look)));
    if guessed {
        let text =
            fill(texts.sides, &[("name", &cut(&buyer, 20)), ("key", &canvas.key(Action::Toggle))]);
        let lines = wrapped(&format!("! {text}"), room, 2, canvas.style(Meaning::DueSoon));
        rows.extend(lines.into_iter().map(Row::of));
    }
    let n = talk.messages.len();
    for (at, message) in talk.messages.iter().enumerate() {
        if at < ENDS || at + ENDS >= n {
            rows.push(line(canvas, message));
        } else if at == ENDS {
            let text = fill(texts.between, &[("n", &(n - 2 * ENDS))]);
            rows.push(Row::of(canvas.line(format!("  {text}"), Meaning::Muted)));
        }
    }
    rows
}

fn line(canvas: &Canvas<'_>, message: &NewMessage) -> Row {
    let clock = Clock::of(canvas.model);
    let who = author(canvas.strings(), message.author);
    // Only the beginning is shown; a message of many megabytes is not cleaned for it.
    let start: String = message.text.as_stored().chars().take(400).collect();
    let when = if message.timed { clock.point(message.at) } else { String::new() };
    let spans = vec![
        canvas.span(format!("  {when} "), Meaning::Muted),
        canvas.span(format!("{who} "), Meaning::Title),
        canvas.span(CleanText::new(&start).one_line(), Meaning::Text),
    ];
    Row::of(Line::from(spans))
}
