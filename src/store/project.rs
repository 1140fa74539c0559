//! Projections: the rows that follow from a case's state. The same functions make the rows when an
//! event is appended and when `verify` makes them again, so the two can only differ when somebody
//! else wrote into the file.

mod rows;
mod settling;
mod used;

pub(super) use rows::{Row, optional_text, order_row, rest, standing, text};

use super::error::Inner;
use super::messages::cut;
use crate::domain::{
    AgentName, Author, CaseId, CaseState, CleanText, Event, MessageNo, NewMessage, Order, RawText,
    Recorded, Stamp, Stretch,
};
use rows::{
    CAUSE, CLOSING, DEED, EXHIBIT, FACT, PROMISE, TASK, TICK, TIMER, Table, exhibit_row, fact_row,
    promise_row, task_row, tick_row, timer_row,
};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};

/// The tables whose rows follow from the state alone.
pub(super) const TABLES: [&Table; 16] = [
    &FACT,
    &TICK,
    &EXHIBIT,
    &PROMISE,
    &TIMER,
    &TASK,
    &DEED,
    &CAUSE,
    &CLOSING,
    &settling::SETTLEMENT,
    &settling::REMEDY,
    &settling::OFFER,
    &settling::APPROVAL,
    &settling::PAYMENT,
    &settling::MARK,
    &used::USED,
];

const WITHDRAW: &str = "DELETE FROM fact WHERE case_id = ?1 AND fact = ?2";
const UNTICK: &str = "DELETE FROM tick WHERE case_id = ?1 AND step = ?2 AND check_id = ?3";
const NEW_BUYER: &str = "INSERT INTO buyer (platform, name) VALUES (?1, ?2)";
const AGENT: &str = "INSERT INTO agent (name, since) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
const ORDER: &str = "INSERT INTO orders (no, case_id, title, amount) VALUES (?1, ?2, ?3, ?4)
     ON CONFLICT (no, case_id) DO UPDATE SET title = excluded.title, amount = excluded.amount";
const MESSAGE: &str =
    "INSERT INTO message (case_id, no, at, author, speaker, ours, retracted, body)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7)";
pub(super) const RETRACT: &str = "UPDATE message SET retracted = 1 WHERE case_id = ?1 AND no = ?2";
pub(super) const STRIKE: &str = "UPDATE message SET retracted = ?3 WHERE case_id = ?1 AND no = ?2";
pub(super) const NEWEST_OF_BUYER: &str = "SELECT body FROM message
     WHERE case_id = ?1 AND author = 'buyer' ORDER BY at DESC, no DESC LIMIT 1";
const NEW_CASE: &str = "INSERT INTO cases (id, key, buyer_id,
       open, mood, due_at, due_kind, queued, due_since, risk,
       version, issue, playbook, playbook_version, step, order_no, order_title, order_amount,
       last_no, buyer_messages, agent_messages, waiting_since, last_at, opened_at, changed_at,
       close_result, close_words, closed_at, snoozed, waits_for, breaches, reckoned)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
       ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32)";
const STANDING: &str =
    "UPDATE cases SET open = ?2, mood = ?3, due_at = ?4, due_kind = ?5, queued = ?6,
       due_since = ?7, risk = ?8 WHERE id = ?1";
const CASE: &str = "UPDATE cases SET
       version = ?2, issue = ?3, playbook = ?4, playbook_version = ?5, step = ?6, order_no = ?7,
       order_title = ?8, order_amount = ?9, last_no = ?10, buyer_messages = ?11,
       agent_messages = ?12, waiting_since = ?13, last_at = ?14, opened_at = ?15,
       changed_at = ?16, close_result = ?17, close_words = ?18, closed_at = ?19, snoozed = ?20,
       waits_for = ?21, breaches = ?22, reckoned = ?23
     WHERE id = ?1";
const SNIPPET: &str = "UPDATE cases SET snippet = ?2 WHERE id = ?1";
/// Reads what [`standing`] and [`rest`] make, one after the other.
pub(super) const READ_CASE: &str = "SELECT open, mood, due_at, due_kind, queued, due_since, risk,
       version, issue, playbook, playbook_version, step, order_no, order_title, order_amount,
       last_no, buyer_messages, agent_messages, waiting_since, last_at, opened_at, changed_at,
       close_result, close_words, closed_at, snoozed, waits_for, breaches, reckoned, key, snippet, platform, name
     FROM cases JOIN buyer ON buyer.id = buyer_id WHERE cases.id = ?1";

/// A case's columns before an act, to tell what the act changed.
#[derive(Debug)]
pub(super) enum Earlier {
    /// There was no such case.
    None,
    /// So it stood in the queue.
    Standing(Box<[Value; 7]>),
}

/// Writes the case's own row, all but its snippet.
pub(super) fn case(conn: &Connection, state: &CaseState, earlier: &Earlier) -> Inner<()> {
    let standing = standing(state);
    let id: Value = state.id.0.into();
    match earlier {
        Earlier::None => {
            let buyer = buyer(conn, state)?.into();
            let start = [id, optional_text(state.key.as_deref()), buyer];
            let row = start.into_iter().chain(standing).chain(rest(state));
            conn.prepare_cached(NEW_CASE)?.execute(params_from_iter(row))?;
        }
        Earlier::Standing(earlier) => {
            let row = std::iter::once(id.clone()).chain(rest(state));
            conn.prepare_cached(CASE)?.execute(params_from_iter(row))?;
            if **earlier != standing {
                let row = std::iter::once(id).chain(standing);
                conn.prepare_cached(STANDING)?.execute(params_from_iter(row))?;
            }
        }
    }
    Ok(())
}

/// Notes who acts.
pub(super) fn agent(conn: &Connection, agent: &AgentName, at: Stamp) -> Inner<()> {
    conn.prepare_cached(AGENT)?.execute(params![agent.as_str(), at.as_millis()])?;
    Ok(())
}

/// Writes what follows from one event besides the case's own row. `state` is the case after the
/// act: rows are made from what the act comes to, whichever of its events they follow from.
pub(super) fn event(conn: &Connection, state: &CaseState, recorded: &Recorded) -> Inner<()> {
    let case = state.id;
    match &recorded.event {
        Event::OrderNoted { order } => note_order(conn, case, order),
        Event::MessagesReceived { stretch } => {
            let mut no = stretch.first;
            for message in &stretch.messages {
                receive(conn, case, no, message)?;
                no = no.next();
            }
            Ok(())
        }
        Event::ReplySent { no, body, .. } => {
            let author = Author::Agent;
            write(conn, recorded, *no, author, body.text().map(RawText::as_stored))?;
            used::sent(conn, state, *no)
        }
        Event::NoteWritten { no, body } => {
            let author = Author::Note;
            write(conn, recorded, *no, author, body.text().map(RawText::as_stored))
        }
        Event::ReplyRetracted { no, .. } => {
            conn.prepare_cached(RETRACT)?.execute(params![case.0, no.0])?;
            used::taken_back(conn, case, *no)?;
            // Promises it moved are due again when they were due before.
            if state.promises.iter().any(|promise| promise.message != Some(*no)) {
                again(conn, &PROMISE, state)?;
            }
            settling::unsaid(conn, state)
        }
        Event::Settling { deed } => settling::deed(conn, state, deed),
        Event::FactRecorded { fact, .. } => {
            upsert(conn, &FACT, case, state.facts.get(fact).map(|known| fact_row(fact, known)))
        }
        Event::FactWithdrawn { fact } => {
            conn.prepare_cached(WITHDRAW)?.execute(params![case.0, fact.as_str()])?;
            Ok(())
        }
        Event::CheckSet { step, check, done: true } => {
            upsert(conn, &TICK, case, Some(tick_row(step, check)))
        }
        Event::CheckSet { step, check, done: false } => {
            let row = params![case.0, step.as_str(), check.as_str()];
            conn.prepare_cached(UNTICK)?.execute(row)?;
            Ok(())
        }
        Event::ExhibitNoted { no, .. } | Event::ExhibitDropped { no } => {
            upsert(conn, &EXHIBIT, case, state.exhibit(*no).map(exhibit_row))
        }
        Event::TimerStarted { timer, .. }
        | Event::TimerPaused { timer }
        | Event::TimerResumed { timer, .. }
        | Event::TimerStopped { timer, .. } => {
            upsert(conn, &TIMER, case, state.timers.get(timer).map(timer_row))
        }
        Event::PromiseMade { no, .. }
        | Event::PromiseDated { no, .. }
        | Event::PromiseKept { no }
        | Event::PromiseBroken { no, .. }
        | Event::PromiseMoved { no, .. }
        | Event::PromiseWithdrawn { no } => {
            upsert(conn, &PROMISE, case, state.promise(*no).map(promise_row))
        }
        Event::TaskOpened { no, .. }
        | Event::TaskMoved { no, .. }
        | Event::TaskDone { no, .. }
        | Event::TaskDropped { no, .. } => upsert(conn, &TASK, case, state.task(*no).map(task_row)),
        Event::DeedDone { .. } => again(conn, &DEED, state),
        Event::CauseSet { .. } => again(conn, &CAUSE, state),
        Event::BuyerConfirmed { .. }
        | Event::LessonSet { .. }
        | Event::FollowUpPlanned { .. }
        | Event::FollowUpSkipped { .. }
        | Event::FollowUpDone { .. } => again(conn, &CLOSING, state),
        Event::CaseReopened { .. } => {
            again(conn, &DEED, state)?;
            again(conn, &CLOSING, state)
        }
        Event::ActUndone { redo, notes, .. } => {
            for table in TABLES {
                again(conn, table, state)?;
            }
            for no in notes {
                conn.prepare_cached(STRIKE)?.execute(params![case.0, no.0, !*redo])?;
            }
            Ok(())
        }
        Event::CaseOpened { .. }
        | Event::GuardOverruled { .. }
        | Event::MoodSet { .. }
        | Event::BuyerTypeSet { .. }
        | Event::IssueSet { .. }
        | Event::StepEntered { .. }
        | Event::StepsReopened { .. }
        | Event::PlaybookChosen { .. }
        | Event::Snoozed { .. }
        | Event::Woken {}
        | Event::GateOverridden { .. }
        | Event::CaseClosed { .. } => Ok(()),
    }
}

/// Writes the snippet of a case that received messages, if the buyer spoke.
pub(super) fn snippet_after(
    conn: &Connection,
    case: CaseId,
    said_before: Option<Stamp>,
    stretch: &Stretch,
) -> Inner<()> {
    let of_buyer = stretch.messages.iter().filter(|message| message.author == Author::Buyer);
    let Some(newest) = of_buyer.max_by_key(|message| message.at) else { return Ok(()) };
    let snippet = if said_before.is_none_or(|before| before <= newest.at) {
        Some(snippet(newest.text.as_stored()))
    } else {
        newest_of_buyer(conn, case)?
    };
    conn.prepare_cached(SNIPPET)?.execute(params![case.0, snippet])?;
    Ok(())
}

/// The snippet as the message table has it.
pub(super) fn newest_of_buyer(conn: &Connection, case: CaseId) -> Inner<Option<String>> {
    Ok(conn
        .prepare_cached(NEWEST_OF_BUYER)?
        .query_row([case.0], |row| Ok(snippet(row.get_ref(0)?.as_str().unwrap_or_default())))
        .optional()?)
}

/// The start of a text on one line. Looks no further into a huge text than a line can need.
fn snippet(body: &str) -> String {
    const SHOWN: usize = 80;
    const READ: usize = 8 * SHOWN;
    let line = CleanText::new(cut(body, READ).0).one_line();
    cut(&line, SHOWN).0.to_owned()
}

fn buyer(conn: &Connection, state: &CaseState) -> Inner<i64> {
    if let Some(id) = super::find::buyer_id(conn, state.platform, &state.buyer)? {
        return Ok(id);
    }
    conn.prepare_cached(NEW_BUYER)?.execute([state.platform.name(), state.buyer.as_str()])?;
    Ok(conn.last_insert_rowid())
}

fn note_order(conn: &Connection, case: CaseId, order: &Order) -> Inner<()> {
    let row = std::iter::once(text(order.no.as_str()))
        .chain(std::iter::once(case.0.into()))
        .chain(order_row(order));
    conn.prepare_cached(ORDER)?.execute(params_from_iter(row))?;
    Ok(())
}

fn receive(conn: &Connection, case: CaseId, no: MessageNo, message: &NewMessage) -> Inner<()> {
    conn.prepare_cached(MESSAGE)?.execute(params![
        case.0,
        no.0,
        message.at.as_millis(),
        message.author.name(),
        message.speaker,
        false,
        message.text.as_stored(),
    ])?;
    Ok(())
}

fn write(
    conn: &Connection,
    recorded: &Recorded,
    no: MessageNo,
    author: Author,
    body: Option<&str>,
) -> Inner<()> {
    conn.prepare_cached(MESSAGE)?.execute(params![
        recorded.case.0,
        no.0,
        recorded.at.as_millis(),
        author.name(),
        recorded.agent.as_str(),
        true,
        body.unwrap_or_default(),
    ])?;
    Ok(())
}

/// Writes all rows of a case in a table anew.
fn again(conn: &Connection, table: &Table, state: &CaseState) -> Inner<()> {
    // The name is one of ours, never one that came in.
    let clear = format!("DELETE FROM {} WHERE case_id = ?1", table.name);
    conn.prepare_cached(&clear)?.execute([state.id.0])?;
    for row in (table.rows)(state) {
        upsert(conn, table, state.id, Some(row))?;
    }
    Ok(())
}

fn upsert(conn: &Connection, table: &Table, case: CaseId, row: Option<Row>) -> Inner<()> {
    if let Some(row) = row {
        let row = std::iter::once(Value::from(case.0)).chain(row);
        conn.prepare_cached(table.upsert)?.execute(params_from_iter(row))?;
    }
    Ok(())
}
