//! Rows of the ledger, read and written. Knows the chain; knows no projection.

use super::error::{Cause, Inner, StoreError};
use crate::domain::{
    AgentName, CaseId, CaseState, Digest, EMPTY_CHAIN, EVENT_FORMAT, Event, Recorded, Stamp,
    Version, link,
};
use rusqlite::{Connection, OptionalExtension, Row, params};

pub(super) const AFTER: &str = "SELECT version, at, agent, format, body FROM event
     WHERE case_id = ?1 AND version > ?2 ORDER BY version";
pub(super) const BACKWARDS: &str = "SELECT version, at, agent, format, body FROM event
     WHERE case_id = ?1 AND version < ?2 ORDER BY version DESC LIMIT ?3";
const HEAD: &str = "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1";
const INSERT: &str = "INSERT INTO event (seq, case_id, version, at, agent, format, body, hash)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

/// The newest event of the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head {
    pub(super) seq: i64,
    pub(super) hash: Digest,
}

/// The end of the chain the next event is linked to.
pub(super) fn head(conn: &Connection) -> Inner<Head> {
    let found = conn
        .prepare_cached(HEAD)?
        .query_row([], |row| Ok(Head { seq: row.get(0)?, hash: Digest(row.get(1)?) }))
        .optional()?;
    Ok(found.unwrap_or(Head { seq: 0, hash: EMPTY_CHAIN }))
}

/// Writes one event behind `head`, which then is the event.
pub(super) fn write(conn: &Connection, head: &mut Head, recorded: &Recorded) -> Inner<()> {
    let body = recorded.event.encode().map_err(|error| StoreError::Unreadable {
        case: recorded.case,
        version: recorded.version,
        cause: Cause::new(error),
    })?;
    let hash = link(
        head.hash,
        recorded.case,
        recorded.version,
        recorded.at,
        recorded.agent.as_str(),
        EVENT_FORMAT,
        &body,
    );
    let seq = head.seq.saturating_add(1);
    conn.prepare_cached(INSERT)?.execute(params![
        seq,
        recorded.case.0,
        recorded.version.0,
        recorded.at.as_millis(),
        recorded.agent.as_str(),
        EVENT_FORMAT,
        body,
        hash.0,
    ])?;
    *head = Head { seq, hash };
    Ok(())
}

/// Events of a case behind a version, oldest first.
pub(super) fn after(conn: &Connection, case: CaseId, version: Version) -> Inner<Vec<Recorded>> {
    let mut statement = conn.prepare_cached(AFTER)?;
    let mut rows = statement.query(params![case.0, version.0])?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        events.push(recorded(case, row)?);
    }
    Ok(events)
}

/// Events of a case before a version, newest first.
pub(super) fn backwards(
    conn: &Connection,
    case: CaseId,
    before: Option<Version>,
    limit: u32,
) -> Inner<Vec<Recorded>> {
    let before = before.map_or(i64::MAX, |version| i64::from(version.0));
    let mut statement = conn.prepare_cached(BACKWARDS)?;
    let mut rows = statement.query(params![case.0, before, limit])?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        events.push(recorded(case, row)?);
    }
    Ok(events)
}

/// The case after all its events, going on from `base` where that is known already. One statement.
pub(super) fn fold_from(
    conn: &Connection,
    case: CaseId,
    base: Option<CaseState>,
) -> Inner<Option<CaseState>> {
    let mut state = base;
    let from = state.as_ref().map_or(Version(0), |state| state.version);
    let mut statement = conn.prepare_cached(AFTER)?;
    let mut rows = statement.query(params![case.0, from.0])?;
    while let Some(row) = rows.next()? {
        let event = recorded(case, row)?;
        match &mut state {
            Some(state) => state.apply(&event)?,
            None => state = Some(CaseState::opened(&event)?),
        }
    }
    Ok(state)
}

/// The case after its first events, up to a version; nothing when it has not so many.
pub(super) fn fold_until(
    conn: &Connection,
    case: CaseId,
    version: Version,
) -> Inner<Option<CaseState>> {
    let mut state: Option<CaseState> = None;
    let mut statement = conn.prepare_cached(AFTER)?;
    let mut rows = statement.query(params![case.0, 0])?;
    while state.as_ref().is_none_or(|state| state.version < version) {
        let Some(row) = rows.next()? else { break };
        let event = recorded(case, row)?;
        match &mut state {
            Some(state) => state.apply(&event)?,
            None => state = Some(CaseState::opened(&event)?),
        }
    }
    Ok(state.filter(|state| state.version == version))
}

fn recorded(case: CaseId, row: &Row<'_>) -> Inner<Recorded> {
    let version = Version(row.get(0)?);
    let event = decode(case, version, row.get(3)?, row.get_ref(4)?.as_str().unwrap_or_default())?;
    Ok(Recorded {
        case,
        version,
        at: Stamp::from_millis(row.get(1)?),
        agent: AgentName::new(row.get_ref(2)?.as_str().unwrap_or_default()),
        event,
    })
}

/// Reads a stored payload.
pub(super) fn decode(
    case: CaseId,
    version: Version,
    format: u16,
    body: &str,
) -> Result<Event, StoreError> {
    Event::decode(format, body).map_err(|error| StoreError::Unreadable {
        case,
        version,
        cause: Cause::new(error),
    })
}
