//! One act, one transaction: events into the ledger, texts and projections beside them, the draft
//! cleared. Nothing here decides whether an act is allowed; only whether it still fits the case.

use super::draft::{self, DraftKind};
use super::error::{Inner, StoreError};
use super::ledger::{self, Head};
use super::project::{self, Earlier};
use super::states::States;
use crate::domain::{
    AgentName, CaseId, CaseState, Event, FoldError, PlaybookRef, Recorded, Stamp, Version,
};
use rusqlite::{Connection, OptionalExtension};

/// What an agent did, ready to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Act {
    /// The case; `None` begins a new one, and the first event is `CaseOpened` then.
    pub case: Option<CaseId>,
    /// The version the events were decided on; zero for a new case.
    pub expected: Version,
    /// What happened, in order.
    pub events: Vec<Event>,
    /// Who did it.
    pub agent: AgentName,
    /// When.
    pub at: Stamp,
    /// The draft that became part of it.
    pub clear_draft: Option<DraftKind>,
    /// A playbook whose sources are to be kept, as JSON.
    pub pin: Option<(PlaybookRef, String)>,
}

/// What became of an act.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It is in the file, for good.
    Appended {
        /// The case, new or old.
        case: CaseId,
        /// The events as written.
        records: Vec<Recorded>,
    },
    /// Somebody else was faster; nothing was written.
    Conflict {
        /// The case.
        case: CaseId,
        /// What happened to it since the expected version.
        since: Vec<Recorded>,
    },
}

const NEXT_ID: &str = "SELECT coalesce(max(id), 0) + 1 FROM cases";

/// Writes an act within the transaction `conn` is in. `head` is the end of the chain where that is
/// known from an act before in the same transaction.
pub(super) fn append(
    conn: &Connection,
    states: &mut States,
    head: &mut Option<Head>,
    act: Act,
) -> Inner<Outcome> {
    let (id, mut state, earlier) = if let Some(id) = act.case {
        let state = states.take(conn, id)?.ok_or(StoreError::NoCase { case: id })?;
        if state.version != act.expected {
            states.put(state);
            return conflict(conn, id, act.expected);
        }
        let earlier = Earlier::Standing(Box::new(project::standing(&state)));
        (id, Some(state), earlier)
    } else {
        if let Some(taken) = case_of_same_key(conn, &act)? {
            return conflict(conn, taken, Version(0));
        }
        let id = conn.prepare_cached(NEXT_ID)?.query_row([], |row| row.get(0)).map(CaseId)?;
        (id, None, Earlier::None)
    };

    let mut folded = Vec::with_capacity(act.events.len());
    for event in act.events {
        let version = state.as_ref().map_or(Version(1), |state| state.version.next());
        if !fits(state.as_ref(), &event) {
            let kind = event.kind();
            return Err(StoreError::OutOfOrder { case: id, version, kind }.into());
        }
        let said_before = state.as_ref().and_then(|state| state.tally.last_at);
        let recorded = Recorded { case: id, version, at: act.at, agent: act.agent.clone(), event };
        match &mut state {
            Some(state) => state.apply(&recorded)?,
            None => state = Some(CaseState::opened(&recorded)?),
        }
        folded.push((recorded, said_before));
    }
    let state = state.ok_or(FoldError::Empty(id))?;

    let mut last = match *head {
        Some(head) => head,
        None => ledger::head(conn)?,
    };
    if !folded.is_empty() {
        // The case first: the rows of its other tables refer to it.
        project::agent(conn, &act.agent, act.at)?;
        project::case(conn, &state, &earlier)?;
    }
    let mut records = Vec::with_capacity(folded.len());
    for (recorded, said_before) in folded {
        ledger::write(conn, &mut last, &recorded)?;
        project::event(conn, &state, &recorded)?;
        if let Event::MessagesReceived { stretch } = &recorded.event {
            project::snippet_after(conn, id, said_before, stretch)?;
        }
        records.push(recorded);
    }
    if let Some(kind) = act.clear_draft {
        draft::clear(conn, id, kind)?;
    }
    if let Some((playbook, sources)) = &act.pin {
        draft::pin(conn, playbook, sources)?;
    }
    *head = Some(last);
    states.put(state);
    Ok(Outcome::Appended { case: id, records })
}

fn conflict(conn: &Connection, case: CaseId, expected: Version) -> Inner<Outcome> {
    Ok(Outcome::Conflict { case, since: ledger::after(conn, case, expected)? })
}

/// A case that has the key a new one wants: another window imported the same file meanwhile.
fn case_of_same_key(conn: &Connection, act: &Act) -> Inner<Option<CaseId>> {
    let Some(Event::CaseOpened { key: Some(key), .. }) = act.events.first() else {
        return Ok(None);
    };
    Ok(conn
        .prepare_cached(super::find::BY_KEY)?
        .query_row([key], |row| row.get(0))
        .optional()?
        .map(CaseId))
}

/// Whether messages and promises of an event have the next free ordinals and bring their texts.
fn fits(state: Option<&CaseState>, event: &Event) -> bool {
    let next = state.map(|state| state.tally.last_no).unwrap_or_default().next();
    match event {
        Event::MessagesReceived { stretch } => {
            stretch.first == next && u32::try_from(stretch.messages.len()) == Ok(stretch.count)
        }
        Event::ReplySent { no, body, .. } | Event::NoteWritten { no, body } => {
            *no == next && body.text().is_some()
        }
        Event::ExhibitNoted { no, .. } => state.is_none_or(|state| state.exhibit(*no).is_none()),
        Event::PromiseMade { no, .. } => state.is_none_or(|state| state.promise(*no).is_none()),
        Event::TaskOpened { no, .. } => state.is_none_or(|state| state.task(*no).is_none()),
        Event::CaseOpened { .. }
        | Event::OrderNoted { .. }
        | Event::ReplyRetracted { .. }
        | Event::GuardOverruled { .. }
        | Event::FactRecorded { .. }
        | Event::FactWithdrawn { .. }
        | Event::ExhibitDropped { .. }
        | Event::CheckSet { .. }
        | Event::MoodSet { .. }
        | Event::BuyerTypeSet { .. }
        | Event::IssueSet { .. }
        | Event::StepEntered { .. }
        | Event::StepsReopened { .. }
        | Event::PlaybookChosen { .. }
        | Event::TimerStarted { .. }
        | Event::TimerPaused { .. }
        | Event::TimerResumed { .. }
        | Event::TimerStopped { .. }
        | Event::PromiseDated { .. }
        | Event::PromiseKept { .. }
        | Event::PromiseBroken { .. }
        | Event::PromiseMoved { .. }
        | Event::PromiseWithdrawn { .. }
        | Event::Settling { .. }
        | Event::TaskMoved { .. }
        | Event::TaskDone { .. }
        | Event::TaskDropped { .. }
        | Event::Snoozed { .. }
        | Event::Woken {}
        | Event::DeedDone { .. }
        | Event::BuyerConfirmed { .. }
        | Event::CauseSet { .. }
        | Event::LessonSet { .. }
        | Event::FollowUpPlanned { .. }
        | Event::FollowUpSkipped { .. }
        | Event::FollowUpDone { .. }
        | Event::GateOverridden { .. }
        | Event::ActUndone { .. }
        | Event::CaseClosed { .. }
        | Event::CaseReopened { .. } => true,
    }
}
