//! The promises of the case: what, by when, and what became of each.

use crate::app::words::{Clock, promise_due};
use crate::app::{Action, Promises};
use crate::domain::PromiseStatus;
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::panes::queue::meaning;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::text::Line;

pub(super) fn sheet(canvas: &Canvas<'_>, promises: &Promises) -> Sheet {
    let texts = &canvas.strings().promises;
    let clock = Clock::of(canvas.model);
    let lang = canvas.model.lang;
    let book = canvas.model.open.as_ref().and_then(|open| open.playbook.as_deref());
    let mut rows = Vec::new();
    let all = canvas.model.open.as_ref().map(|open| open.state.promises.as_slice());
    for (place, promise) in all.unwrap_or_default().iter().enumerate() {
        let (sign, word, look) = match promise.status {
            PromiseStatus::Open => ("·", &texts.open, meaning(clock.urgency(promise.due))),
            PromiseStatus::Kept => ("✓", &texts.kept, Meaning::Good),
            PromiseStatus::Broken => ("✗", &texts.broken, Meaning::Bad),
            PromiseStatus::Withdrawn => ("-", &texts.withdrawn, Meaning::Muted),
        };
        let mut spans = vec![
            canvas.span(format!("{sign} {} ", promise_due(promise, book, lang, clock)), look),
            canvas.span(promise.what.replace('\n', " "), Meaning::Text),
        ];
        if promise.moved > 0 {
            let moved = fill(texts.moved, &[("n", &promise.moved)]);
            spans.push(canvas.span(format!(" · {moved}"), Meaning::Muted));
        }
        let mut word = (*word).to_owned();
        if promise.status == PromiseStatus::Open {
            word = if promise.pending {
                fill(texts.undated, &[("time", &clock.point(promise.due))])
            } else {
                // Further off, its date in front says it all.
                let left = clock.left(promise.due);
                let near = promise.due.since(clock.now()) < crate::domain::Span::hours(4);
                if near { format!("{word} · {left}") } else { word }
            };
        }
        rows.push(Row::of(Line::from(spans)).with_right(canvas.line(word, look)).at(place));
    }
    let more = fill(
        texts.keys,
        &[("add", &canvas.key(Action::Add)), ("tab", &canvas.key(Action::Toggle))],
    );
    let mut foot = vec![Row::blank()];
    if rows.is_empty() {
        rows.push(Row::of(canvas.line(texts.none.to_owned(), Meaning::Muted)));
    } else {
        let keys = fill(
            texts.hint,
            &[
                ("keep", &canvas.key(Action::Accept)),
                ("later", &canvas.key(Action::AsDraft)),
                ("broken", &canvas.key(Action::Break)),
            ],
        );
        foot.push(Row::of(canvas.line(keys, Meaning::Muted)));
    }
    foot.push(Row::of(canvas.line(more, Meaning::Muted)));
    Sheet {
        title: canvas.line(texts.title.to_owned(), Meaning::Title),
        rows,
        foot,
        selected: Some(promises.selected),
        least: 56,
        ..Sheet::default()
    }
}
