//! What goes before the step: what the buyer is to be told first, whom the case waits for, and how long
//! it is laid aside.

use crate::app::words::{self, Clock};
use crate::app::{Action, Model, OpenCase};
use crate::domain::Owed;
use crate::i18n::fill;
use crate::ui::lines::wrapped;
use crate::ui::rows::Row;
use crate::ui::{Meaning, Theme};
use ratatui::text::{Line, Span};
use std::fmt::Display;

/// No more tasks are told one by one.
const TASKS: usize = 2;

/// What is said, what stands at its right end, and how it looks.
type Told = (String, String, Meaning);

/// The rows, the most pressing first.
pub(super) fn rows(model: &Model, theme: Theme, open: &OpenCase, room: usize) -> Vec<Row> {
    let mut told = words_owed(model, open);
    told.extend(tasks(model, open));
    told.extend(laid_aside(model, open));
    told.into_iter().flat_map(|one| row(theme, one, room)).collect()
}

/// A row; what has nothing at its right end may take two.
fn row(theme: Theme, (text, right, look): Told, room: usize) -> Vec<Row> {
    let style = theme.style(look);
    if right.is_empty() {
        return wrapped(&text, room, 2, style).into_iter().map(Row::of).collect();
    }
    let row = Row::of(Line::from(Span::styled(text, style)));
    vec![row.with_right(Span::styled(right, style))]
}

/// What the buyer is to be told: the words stand on top of the replies.
fn words_owed(model: &Model, open: &OpenCase) -> Vec<Told> {
    let texts = &model.strings.step;
    let clock = Clock::of(model);
    let state = &open.state;
    let key = model.key_of(Action::Wrap);
    let mut told = Vec::new();
    for owed in state.owed(model.panes_at) {
        let (text, no) = match owed {
            Owed::Later(no) => (&texts.tell_first, no),
            Owed::Broken(no) => (&texts.own_up, no),
            Owed::Again => {
                let text = format!("! {}", fill(texts.ask_again, &[("key", &key)]));
                told.push((text, String::new(), Meaning::Alert));
                continue;
            }
            // Whom it waits for is told with the task.
            Owed::Handed(_) | Owed::Late(_) => continue,
        };
        let Some(promise) = state.promise(no) else { continue };
        let what = promise.what.replace('\n', " ");
        let text = format!("! {}", fill(text, &[("what", &what)]));
        // A promise that never had a date of its own was broken without one.
        let undated = promise.pending && matches!(owed, Owed::Broken(_));
        let due = if undated { String::new() } else { clock.point(promise.due) };
        told.push((text, due, Meaning::Alert));
    }
    if state.asked_again() {
        let text = format!("· {}", fill(texts.asked_again, &[("key", &key)]));
        told.push((text, String::new(), Meaning::DueSoon));
    }
    told
}

/// Whom the case waits for, and until when.
fn tasks(model: &Model, open: &OpenCase) -> Vec<Told> {
    let texts = &model.strings.step;
    let clock = Clock::of(model);
    let tasks = open.state.open_tasks();
    let mut told: Vec<Told> = Vec::new();
    for task in tasks.iter().take(TASKS) {
        let who = words::department(model.strings, task.department);
        let what = task.what.replace('\n', " ");
        let values: [(&str, &dyn Display); 3] =
            [("who", &who), ("owner", &task.owner), ("what", &what)];
        let text = fill(texts.waits_for, &values);
        told.push(if task.is_overdue(model.panes_at) {
            let late = fill(texts.over, &[("time", &clock.late(task.due))]);
            (format!("‼ {text}"), late, Meaning::Overdue)
        } else {
            (format!("· {text}"), clock.point(task.due), Meaning::Platform)
        });
    }
    let more = tasks.len().saturating_sub(TASKS);
    if more > 0 {
        let key = model.key_of(Action::Tasks);
        let values: [(&str, &dyn Display); 2] = [("n", &more), ("key", &key)];
        let text = format!("· {}", fill(texts.more_tasks, &values));
        told.push((text, String::new(), Meaning::Muted));
    }
    told
}

/// How long it is laid aside.
fn laid_aside(model: &Model, open: &OpenCase) -> Option<Told> {
    let snooze = open.state.snooze.filter(|_| open.state.is_open())?;
    let texts = &model.strings.step;
    let clock = Clock::of(model);
    let text = match (snooze.until, snooze.on_reply) {
        (Some(until), true) => fill(texts.aside_both, &[("time", &clock.point(until))]),
        (Some(until), false) => fill(texts.aside_until, &[("time", &clock.point(until))]),
        (None, _) => texts.aside_reply.to_owned(),
    };
    Some((format!("- {text}"), String::new(), Meaning::DueSoon))
}
