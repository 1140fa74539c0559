//! Why a case stands where it stands in the queue: by what it is ordered, and what runs on it.

use super::{BoardLook, BoardRow, BoardView};
use crate::app::words::{self, Clock};
use crate::app::{ClockName, Model, QueueEntry};
use crate::domain::{CaseId, CaseState, Due, DueKind, Fen, Level, Timer};
use crate::i18n::fill;

pub(super) fn view(model: &Model, case: CaseId) -> BoardView {
    let texts = &model.strings.board;
    let strings = &model.strings;
    let clock = Clock::of(model);
    let place = model.queue.entries.iter().position(|entry| entry.case == case);
    let Some((place, entry)) = place.and_then(|n| Some((n, model.queue.entries.get(n)?))) else {
        return BoardView {
            title: texts.why_title.to_owned(),
            rows: vec![BoardRow::only(texts.why_gone.to_owned(), BoardLook::Muted)],
            ..BoardView::default()
        };
    };
    let mut rows = vec![BoardRow::only(texts.why_order.to_owned(), BoardLook::Muted)];
    let due = match entry.due {
        Some(due) => {
            let kind = words::due_say(strings, due.kind);
            format!("1 {kind} · {} · {}", clock.point(due.at), clock.left(due.at))
        }
        None => format!("1 {}", texts.why_nothing),
    };
    let used = entry.due.zip(entry.due_since).map_or("", |(due, since)| {
        match Timer::level_of(since, due.at, model.now) {
            Level::Early => "",
            Level::Half => strings.clocks.half,
            Level::ThreeQuarters => strings.clocks.late,
            Level::Out => texts.why_over,
        }
    });
    rows.push(BoardRow::only(due, BoardLook::Plain).with_right(used));
    let feels = words::mood(strings, entry.mood);
    rows.push(BoardRow::only(
        format!("2 {}", fill(texts.why_mood, &[("mood", &feels)])),
        BoardLook::Plain,
    ));
    let stake = match (entry.reckoned, entry.exposure) {
        (true, _) => texts.why_stake,
        (false, Fen(0)) => texts.why_no_price,
        (false, _) => texts.why_cost,
    };
    let stake = fill(stake, &[("amount", &entry.exposure)]);
    rows.push(BoardRow::only(format!("3 {stake}"), BoardLook::Plain));
    let age = fill(texts.why_age, &[("time", &clock.point(entry.opened_at))]);
    rows.push(BoardRow::only(format!("4 {age}"), BoardLook::Plain));
    if entry.snoozed {
        rows.push(BoardRow::only(texts.why_snoozed.to_owned(), BoardLook::Soon));
    }
    if entry.breaches > 0 {
        let text = fill(texts.why_breaches, &[("n", &entry.breaches)]);
        rows.push(BoardRow::only(text, BoardLook::Bad));
    }
    if let Some(who) = entry.waits_for {
        let text = fill(texts.why_waits, &[("who", &words::department(strings, who))]);
        rows.push(BoardRow::only(text, BoardLook::Soon));
    }
    if let Some(above) = place.checked_sub(1).and_then(|n| model.queue.entries.get(n)) {
        let why = fill(texts.why_above, &[("why", &difference(model, above, entry))]);
        rows.push(BoardRow::only(why, BoardLook::Muted));
    }
    if let Some(open) = model.open.as_ref().filter(|open| open.state.id == case) {
        let mut dues = open.state.dues();
        dues.sort();
        rows.push(BoardRow::only(texts.why_all.to_owned(), BoardLook::Heading));
        for one in dues {
            let named = named(model, &open.state, one.due);
            let kind = words::due_say(strings, one.due.kind);
            let text =
                named.map_or_else(|| format!("· {kind}"), |name| format!("· {kind} · {name}"));
            rows.push(BoardRow::only(text, BoardLook::Plain).with_right(clock.point(one.due.at)));
        }
    }
    BoardView { title: texts.why_title.to_owned(), rows, ..BoardView::default() }
}

/// What it is that is due: several of a kind may run.
fn named(model: &Model, state: &CaseState, due: Due) -> Option<String> {
    match due.kind {
        DueKind::Promise => {
            let mut promises = state.open_promises();
            promises.find(|promise| promise.due == due.at).map(|promise| promise.what.clone())
        }
        DueKind::Task => {
            let tasks = state.open_tasks();
            tasks.into_iter().find(|task| task.due == due.at).map(|task| task.what.clone())
        }
        DueKind::Step | DueKind::Platform => {
            let mut clocks = model.clocks().into_iter();
            let clock = clocks.find(|clock| clock.due == due.at && !clock.paused)?;
            match clock.name {
                ClockName::Answer => None,
                ClockName::Step(name)
                | ClockName::Case(name)
                | ClockName::Escalation(name)
                | ClockName::Other(name) => Some(name),
            }
        }
        DueKind::Answer | DueKind::Breach | DueKind::FollowUp | DueKind::Snooze => None,
    }
}

/// What puts one case before another: the first thing in which they differ.
fn difference<'a>(model: &'a Model, above: &QueueEntry, below: &QueueEntry) -> &'a str {
    let texts = &model.strings.board;
    if above.due.map(|due| due.at) != below.due.map(|due| due.at) {
        texts.by_due
    } else if above.mood != below.mood {
        texts.by_mood
    } else if above.exposure != below.exposure {
        texts.by_stake
    } else {
        texts.by_age
    }
}
