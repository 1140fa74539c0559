//! Words not sent yet, and the playbook texts a case was begun with: kept beside the ledger, not
//! part of its history.

use super::error::Inner;
use crate::domain::{CaseId, PlaybookRef, ReplyId, Stamp};
use rusqlite::{Connection, OptionalExtension, params};

/// What a draft will become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DraftKind {
    /// A reply to the buyer.
    Reply,
    /// A private note.
    Note,
}

impl DraftKind {
    /// The name in the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reply => "reply",
            Self::Note => "note",
        }
    }

    fn from_name(name: &str) -> Self {
        if name == Self::Note.name() { Self::Note } else { Self::Reply }
    }
}

/// A draft as it was last saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What it will become.
    pub kind: DraftKind,
    /// The words.
    pub body: String,
    /// The scripted replies they were made from, oldest first.
    pub adopted: Vec<ReplyId>,
    /// When they were saved.
    pub at: Stamp,
}

pub(super) const OF_CASE: &str = "SELECT kind, body, at, adopted FROM draft WHERE case_id = ?1";
pub(super) const PINNED: &str = "SELECT sources FROM playbook_pin WHERE id = ?1 AND version = ?2";
const SAVE: &str = "INSERT INTO draft (case_id, kind, body, at, adopted)
     VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (case_id, kind) DO UPDATE SET
     body = excluded.body, at = excluded.at, adopted = excluded.adopted";
const CLEAR: &str = "DELETE FROM draft WHERE case_id = ?1 AND kind = ?2";
const PIN: &str = "INSERT INTO playbook_pin (id, version, sources) VALUES (?1, ?2, ?3)
     ON CONFLICT DO NOTHING";

pub(super) fn of_case(conn: &Connection, case: CaseId) -> Inner<Vec<Draft>> {
    let mut statement = conn.prepare_cached(OF_CASE)?;
    let rows = statement.query_map([case.0], |row| {
        Ok(Draft {
            kind: DraftKind::from_name(row.get_ref(0)?.as_str()?),
            body: row.get(1)?,
            at: Stamp::from_millis(row.get(2)?),
            adopted: adopted(row.get_ref(3)?.as_str()?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Saves a draft; an empty one is cleared.
pub(super) fn save(
    conn: &Connection,
    case: CaseId,
    kind: DraftKind,
    body: &str,
    adopted: &[ReplyId],
    at: Stamp,
) -> Inner<()> {
    if body.is_empty() {
        return clear(conn, case, kind);
    }
    conn.prepare_cached(SAVE)?.execute(params![
        case.0,
        kind.name(),
        body,
        at.as_millis(),
        names(adopted)
    ])?;
    Ok(())
}

pub(super) fn clear(conn: &Connection, case: CaseId, kind: DraftKind) -> Inner<()> {
    conn.prepare_cached(CLEAR)?.execute(params![case.0, kind.name()])?;
    Ok(())
}

/// Keeps a playbook's sources; a version kept already stays as it is.
pub(super) fn pin(conn: &Connection, playbook: &PlaybookRef, sources: &str) -> Inner<()> {
    conn.prepare_cached(PIN)?.execute(params![playbook.id.as_str(), playbook.version, sources])?;
    Ok(())
}

pub(super) fn pinned(conn: &Connection, playbook: &PlaybookRef) -> Inner<Option<String>> {
    Ok(conn
        .prepare_cached(PINNED)?
        .query_row(params![playbook.id.as_str(), playbook.version], |row| row.get(0))
        .optional()?)
}

/// Ids hold no blanks, so blanks keep them apart.
fn names(adopted: &[ReplyId]) -> String {
    adopted.iter().map(ReplyId::as_str).collect::<Vec<_>>().join(" ")
}

fn adopted(names: &str) -> Vec<ReplyId> {
    names.split_whitespace().map(ReplyId::from).collect()
}
