//! The rows that follow from a case's state: a value for each column, in the order of the statements.

use super::super::queue::NEVER;
use crate::domain::{
    CaseState, CheckId, Exhibit, Fact, FactId, FactKind, FollowUp, Order, Promise, Stage, Stamp,
    StepId, Task, Timer, TimerEnd,
};
use rusqlite::types::Value;

/// A row of a projection, without the case's number.
pub(in crate::store) type Row = Vec<Value>;

/// A table with one row for each fact, tick, promise or timer of a case.
#[derive(Debug)]
pub(in crate::store) struct Table {
    pub(in crate::store) name: &'static str,
    pub(in crate::store) select: &'static str,
    pub(super) upsert: &'static str,
    pub(in crate::store) rows: fn(&CaseState) -> Vec<Row>,
}

pub(super) const FACT: Table = Table {
    name: "fact",
    select: "SELECT fact, kind, value, status, source, at, by, times FROM fact
     WHERE case_id = ?1 ORDER BY fact",
    upsert: "INSERT INTO fact (case_id, fact, kind, value, status, source, at, by, times)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (case_id, fact) DO UPDATE SET
     kind = excluded.kind, value = excluded.value, status = excluded.status,
     source = excluded.source, at = excluded.at, by = excluded.by, times = excluded.times",
    rows: |state| state.facts.iter().map(|(id, fact)| fact_row(id, fact)).collect(),
};
pub(super) const TICK: Table = Table {
    name: "tick",
    select: "SELECT step, check_id FROM tick WHERE case_id = ?1 ORDER BY step, check_id",
    upsert: "INSERT INTO tick (case_id, step, check_id) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
    rows: |state| state.checks.iter().map(|(step, check)| tick_row(step, check)).collect(),
};
pub(super) const EXHIBIT: Table = Table {
    name: "exhibit",
    select: "SELECT no, kind, what, source, at, by, dropped FROM exhibit
     WHERE case_id = ?1 ORDER BY no",
    upsert: "INSERT INTO exhibit (case_id, no, kind, what, source, at, by, dropped)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (case_id, no) DO UPDATE SET
     dropped = excluded.dropped",
    rows: |state| {
        let mut exhibits: Vec<&Exhibit> = state.exhibits.iter().collect();
        exhibits.sort_by_key(|exhibit| exhibit.no);
        exhibits.into_iter().map(exhibit_row).collect()
    },
};
pub(super) const PROMISE: Table = Table {
    name: "promise",
    select: "SELECT no, what, due, made_at, message, status, moved, after_fact, after_rule, pending
     FROM promise WHERE case_id = ?1 ORDER BY no",
    upsert: "INSERT INTO promise (case_id, no, what, due, made_at, message, status, moved,
       after_fact, after_rule, pending)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (case_id, no) DO UPDATE SET
     due = excluded.due, status = excluded.status, moved = excluded.moved,
     pending = excluded.pending",
    rows: |state| {
        let mut promises: Vec<&Promise> = state.promises.iter().collect();
        promises.sort_by_key(|promise| promise.no);
        promises.into_iter().map(promise_row).collect()
    },
};
pub(super) const TIMER: Table = Table {
    name: "timer",
    select: "SELECT timer, started, due, ended, paused, stood FROM timer
     WHERE case_id = ?1 ORDER BY timer",
    upsert: "INSERT INTO timer (case_id, timer, started, due, ended, paused, stood)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (case_id, timer) DO UPDATE SET
     started = excluded.started, due = excluded.due, ended = excluded.ended,
     paused = excluded.paused, stood = excluded.stood",
    rows: |state| state.timers.values().map(timer_row).collect(),
};

pub(super) const TASK: Table = Table {
    name: "task",
    select: "SELECT no, department, owner, what, tried, due, opened_at, status, moved, result
     FROM task WHERE case_id = ?1 ORDER BY no",
    upsert: "INSERT INTO task (case_id, no, department, owner, what, tried, due, opened_at, status,
       moved, result)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (case_id, no) DO UPDATE SET
     due = excluded.due, status = excluded.status, moved = excluded.moved,
     result = excluded.result",
    rows: |state| state.tasks.iter().map(task_row).collect(),
};
pub(super) const DEED: Table = Table {
    name: "deed",
    select: "SELECT no, what, proof, exhibit, at FROM deed WHERE case_id = ?1 ORDER BY no",
    upsert: "INSERT INTO deed (case_id, no, what, proof, exhibit, at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    rows: |state| {
        let deeds = (1_i64..).zip(&state.sheet.deeds);
        let row = |(no, deed): (i64, &crate::domain::Deed)| {
            vec![
                no.into(),
                text(&deed.what),
                text(&deed.proof),
                deed.exhibit.map(|no| i64::from(no.0)).into(),
                time(deed.at),
            ]
        };
        deeds.map(row).collect()
    },
};
pub(super) const CAUSE: Table = Table {
    name: "cause",
    select: "SELECT aggravates, place, cause FROM cause WHERE case_id = ?1
     ORDER BY aggravates, place",
    upsert: "INSERT INTO cause (case_id, aggravates, place, cause) VALUES (?1, ?2, ?3, ?4)",
    rows: |state| {
        let row = |aggravates: i64, place: i64, cause: &str| {
            vec![aggravates.into(), place.into(), text(cause)]
        };
        let sheet = &state.sheet;
        let causes = (1..).zip(&sheet.causes).map(|(place, one)| row(0, place, one.as_str()));
        let worse = (1..).zip(&sheet.aggravators).map(|(place, one)| row(1, place, one.name()));
        causes.chain(worse).collect()
    },
};
pub(super) const CLOSING: Table = Table {
    name: "closing",
    select: "SELECT satisfied, satisfied_words, lesson, lesson_skipped, follow_state, follow_due,
       follow_words, follow_result FROM closing WHERE case_id = ?1",
    upsert: "INSERT INTO closing (case_id, satisfied, satisfied_words, lesson, lesson_skipped,
       follow_state, follow_due, follow_words, follow_result)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    rows: |state| {
        let sheet = &state.sheet;
        let (said, lesson) = (sheet.confirmed.as_ref(), sheet.lesson.as_ref());
        let (mut follow, mut result) = ((None, None, None), None);
        match &sheet.follow_up {
            None => {}
            Some(FollowUp::Planned { due, script, .. }) => {
                follow = (Some("planned"), Some(*due), Some(script.as_str()));
            }
            Some(FollowUp::Done { result: came, words, at }) => {
                follow = (Some("done"), Some(*at), Some(words.as_str()));
                result = Some(came.name());
            }
            Some(FollowUp::Skipped(reason)) => {
                follow = (Some("skipped"), None, Some(reason.as_str()));
            }
        }
        if said.is_none() && lesson.is_none() && follow.0.is_none() {
            return Vec::new();
        }
        vec![vec![
            said.map(|said| i64::from(said.satisfied)).into(),
            optional_text(said.map(|said| said.words.as_str())),
            optional_text(lesson.map(|lesson| lesson.words.as_str())),
            lesson.map(|lesson| i64::from(lesson.skipped)).into(),
            optional_text(follow.0),
            optional_time(follow.1),
            optional_text(follow.2),
            optional_text(result),
        ]]
    },
};

/// Columns the queue is ordered by. They are written only when they change: each change moves the
/// row in the queue's index.
pub(in crate::store) fn standing(state: &CaseState) -> [Value; 7] {
    let running = state.next_running();
    let due = running.map(|running| running.due);
    [
        i64::from(state.is_open()).into(),
        text(state.mood.name()),
        due.map_or(NEVER, |due| due.at.as_millis()).into(),
        optional_text(due.map(|due| due.kind.name())),
        i64::from(state.is_queued()).into(),
        optional_time(running.map(|running| running.since)),
        state.exposure().0.saturating_neg().into(),
    ]
}

/// All other columns of a case that change.
pub(in crate::store) fn rest(state: &CaseState) -> Row {
    let order = state.order.as_ref();
    let closing = match &state.stage {
        Stage::Open => None,
        Stage::Closed(closing) => Some(closing),
    };
    let tally = &state.tally;
    vec![
        number(state.version.0),
        text(state.issue.as_str()),
        text(state.playbook.id.as_str()),
        text(&state.playbook.version),
        text(state.step.as_str()),
        optional_text(order.map(|order| order.no.as_str())),
        optional_text(order.and_then(|order| order.title.as_deref())),
        order.and_then(|order| order.amount).map(|fen| fen.0).into(),
        number(tally.last_no.0),
        number(tally.buyer),
        number(tally.agent),
        optional_time(tally.waiting_since),
        optional_time(tally.last_at),
        time(state.opened_at),
        time(state.changed_at),
        optional_text(closing.map(|closing| closing.result.name())),
        optional_text(closing.map(|closing| closing.words.as_str())),
        optional_time(closing.map(|closing| closing.at)),
        i64::from(state.snooze.is_some()).into(),
        optional_text(state.open_tasks().first().map(|task| task.department.name())),
        i64::try_from(state.breaches()).unwrap_or(i64::MAX).into(),
        i64::from(state.is_reckoned()).into(),
    ]
}

pub(super) fn fact_row(id: &FactId, fact: &Fact) -> Row {
    let kind = match fact.value.kind() {
        FactKind::Bool => "bool",
        FactKind::Enum => "enum",
        FactKind::Text => "text",
        FactKind::Number => "number",
        FactKind::Money => "money",
        FactKind::Date => "date",
        FactKind::List => "list",
    };
    vec![
        text(id.as_str()),
        text(kind),
        fact.value.to_string().into(),
        text(fact.status.name()),
        fact.source.map(|no| i64::from(no.0)).into(),
        time(fact.at),
        text(fact.by.as_str()),
        number(fact.times),
    ]
}

pub(super) fn tick_row(step: &StepId, check: &CheckId) -> Row {
    vec![text(step.as_str()), text(check.as_str())]
}

pub(super) fn promise_row(promise: &Promise) -> Row {
    vec![
        number(promise.no.0),
        text(&promise.what),
        time(promise.due),
        time(promise.made_at),
        promise.message.map(|no| i64::from(no.0)).into(),
        text(promise.status.name()),
        number(promise.moved),
        optional_text(promise.after.as_ref().map(|after| after.fact.as_str())),
        optional_text(promise.after.as_ref().map(|after| after.rule.as_str())),
        i64::from(promise.pending).into(),
    ]
}

pub(super) fn task_row(task: &Task) -> Row {
    vec![
        number(task.no.0),
        text(task.department.name()),
        text(&task.owner),
        text(&task.what),
        text(&task.tried),
        time(task.due),
        time(task.opened_at),
        text(task.status.name()),
        number(task.moved),
        text(&task.result),
    ]
}

pub(super) fn exhibit_row(exhibit: &Exhibit) -> Row {
    vec![
        number(exhibit.no.0),
        text(exhibit.kind.as_str()),
        text(&exhibit.what),
        exhibit.source.map(|no| i64::from(no.0)).into(),
        time(exhibit.at),
        text(exhibit.by.as_str()),
        i64::from(exhibit.dropped).into(),
    ]
}

pub(super) fn timer_row(timer: &Timer) -> Row {
    let ended = timer.ended.map(|end| match end {
        TimerEnd::Done => "done",
        TimerEnd::Dropped => "dropped",
    });
    vec![
        text(timer.id.as_str()),
        time(timer.started),
        time(timer.due),
        optional_text(ended),
        optional_time(timer.paused),
        timer.stood.as_millis().into(),
    ]
}

/// What the order table keeps of an order besides its number.
pub(in crate::store) fn order_row(order: &Order) -> Row {
    vec![optional_text(order.title.as_deref()), order.amount.map(|fen| fen.0).into()]
}

pub(in crate::store) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub(in crate::store) fn optional_text(text: Option<&str>) -> Value {
    text.map(str::to_owned).into()
}

fn number(n: u32) -> Value {
    i64::from(n).into()
}

pub(super) fn time(at: Stamp) -> Value {
    at.as_millis().into()
}

pub(super) fn optional_time(at: Option<Stamp>) -> Value {
    at.map(Stamp::as_millis).into()
}
