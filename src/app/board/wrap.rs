//! What the end of the case rests on: what is recorded of it, and what is wanting.

use super::{BoardLook, BoardRow, BoardView};
use crate::app::words::{self, Clock};
use crate::app::{Action, Model};
use crate::desk::is_paid;
use crate::domain::{CaseState, FollowUp};
use crate::i18n::fill;

/// The rows, in the order they are filled in.
pub(in crate::app) const DEED: usize = 0;
pub(in crate::app) const CONFIRM: usize = 1;
pub(in crate::app) const CAUSE: usize = 2;
pub(in crate::app) const LESSON: usize = 3;
pub(in crate::app) const FOLLOW_UP: usize = 4;
pub(in crate::app) const CLOSE: usize = 5;

pub(super) fn view(model: &Model) -> BoardView {
    let texts = &model.strings.board;
    let Some(open) = &model.open else { return BoardView::default() };
    let state = &open.state;
    let sheet = &state.sheet;
    let clock = Clock::of(model);
    let mark = &model.strings.refusal.list_mark;
    let mut deeds: Vec<String> =
        sheet.deeds.iter().map(|deed| with(&deed.what, &deed.proof)).collect();
    if is_paid(state) {
        // What was paid needs no second note.
        deeds.extend(state.settling.paid().map(|paid| {
            let what = words::paid_what(model.strings, paid.what);
            with(&format!("{what} ¥{}", paid.amount), &paid.proof)
        }));
    }
    let said = sheet.confirmed.as_ref().map(|said| {
        let word = if said.satisfied { &texts.content } else { &texts.not_content };
        with(word, &said.words)
    });
    let causes: Vec<String> = sheet
        .causes
        .iter()
        .map(|one| words::cause(model.strings, one))
        .chain(
            sheet.aggravators.iter().map(|one| words::aggravator(model.strings, *one).to_owned()),
        )
        .collect();
    let lesson = sheet.lesson.as_ref().map(|lesson| {
        if lesson.skipped { with(texts.lesson_none, &lesson.words) } else { lesson.words.clone() }
    });
    let follow = sheet.follow_up.as_ref().map(|follow| match follow {
        FollowUp::Planned { due, script, .. } => with(&clock.point(*due), script),
        FollowUp::Done { result, words, .. } => {
            with(words::follow_result(model.strings, *result), words)
        }
        FollowUp::Skipped(reason) => with(texts.follow_skipped, reason),
    });
    let some = |list: Vec<String>| (!list.is_empty()).then(|| list.join(mark));
    let said = said.or_else(|| reminded(model, state));
    let rows = [
        (&texts.row_deed, some(deeds)),
        (&texts.row_confirm, said),
        (&texts.row_cause, some(causes)),
        (&texts.row_lesson, lesson),
        (&texts.row_follow, follow),
    ];
    let mut rows: Vec<BoardRow> = rows
        .into_iter()
        .map(|(name, stands)| match stands {
            Some(stands) => BoardRow::of(format!("✓ {name}：{}", stands.replace('\n', " ")))
                .looking(BoardLook::Good),
            None => BoardRow::of(format!("☐ {name}")).with_right(texts.wanting.to_owned()),
        })
        .collect();
    let last = if state.is_open() { &texts.row_close } else { &texts.row_closed };
    rows.push(BoardRow::of(format!("→ {last}")));
    let keys = [("open", &model.key_of(Action::Accept))];
    let keys: Vec<(&str, &dyn std::fmt::Display)> =
        keys.iter().map(|(name, key)| (*name, *key as &dyn std::fmt::Display)).collect();
    let promises = state.open_promises().count();
    let tasks = state.open_tasks().len();
    let open_still = |text: &str, n: usize, action: Action| {
        let values: [(&str, &dyn std::fmt::Display); 2] =
            [("n", &n), ("key", &model.key_of(action))];
        (n > 0).then(|| BoardRow::only(format!("! {}", fill(text, &values)), BoardLook::Soon))
    };
    let head = [
        open_still(texts.wrap_promises, promises, Action::Promises),
        open_still(texts.wrap_tasks, tasks, Action::Tasks),
    ];
    BoardView {
        title: texts.wrap_title.to_owned(),
        head: head.into_iter().flatten().collect(),
        rows,
        foot: vec![fill(texts.wrap_keys, &keys)],
    }
}

/// How often the buyer was reminded, when that is what there is to say.
fn reminded(model: &Model, state: &CaseState) -> Option<String> {
    let sent = crate::desk::reminders(state, model.policy.closing.apart);
    let of = model.policy.closing.reminders;
    (sent > 0).then(|| fill(model.strings.refusal.want_reminders, &[("sent", &sent), ("of", &of)]))
}

fn with(what: &str, words: &str) -> String {
    if words.is_empty() { what.to_owned() } else { format!("{what} · {words}") }
}
