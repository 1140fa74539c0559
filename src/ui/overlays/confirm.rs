//! A yes-or-no question, with what it will do in full.

use crate::app::words::exhibit;
use crate::app::{Action, Confirm, Overlay};
use crate::i18n::fill;
use crate::ui::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::lines::wrapped;
use crate::ui::rows::Row;
use crate::ui::sheet::Sheet;
use ratatui::layout::Rect;

pub(super) fn sheet(canvas: &Canvas<'_>, question: &Confirm, body: Rect) -> Sheet {
    let texts = &canvas.strings().confirm;
    let open = canvas.model.open.as_ref();
    let text = match question {
        Confirm::Skip => {
            let step = open.and_then(|open| open.step.as_ref());
            let title = step.map_or("", |step| step.title.as_str());
            fill(texts.skip, &[("step", &title)])
        }
        Confirm::BreakPromise(no) => {
            let promise = open.and_then(|open| open.state.promise(*no));
            let what = promise.map_or_else(|| no.to_string(), |promise| promise.what.clone());
            fill(texts.break_promise, &[("what", &what)])
        }
        Confirm::DropExhibit(no) => {
            let held = open.and_then(|open| open.state.exhibit(*no));
            let (evidence, lang) = (canvas.model.evidence.as_deref(), canvas.model.lang);
            let what = held.map_or("", |held| exhibit(evidence, lang, &held.kind));
            fill(texts.drop_exhibit, &[("what", &what)])
        }
        Confirm::Playbook(id) => {
            // The page it was chosen on lies below and knows the title.
            let titles = canvas.model.overlays.iter().find_map(|overlay| match overlay {
                Overlay::Page(page) if page.row.id == *id => Some(&page.row.title),
                _another => None,
            });
            let name = titles.cloned().unwrap_or_else(|| id.to_string());
            fill(texts.playbook, &[("name", &name)])
        }
    };
    let room = Sheet::room(body).min(52);
    let rows = wrapped(&text, room, 5, canvas.style(Meaning::Text));
    let keys = fill(
        texts.answer,
        &[("yes", &canvas.key(Action::Accept)), ("no", &canvas.key(Action::Cancel))],
    );
    Sheet {
        title: canvas.line(texts.title.to_owned(), Meaning::Title),
        rows: rows.into_iter().map(Row::of).collect(),
        foot: vec![Row::blank(), Row::of(canvas.line(keys, Meaning::Key))],
        least: 40,
        ..Sheet::default()
    }
}
