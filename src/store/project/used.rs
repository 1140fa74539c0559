//! Which scripted replies went out in a case.

use super::super::error::Inner;
use super::rows::{Row, Table, text, time};
use crate::domain::{CaseId, CaseState, MessageNo, ReplyId, Sent};
use rusqlite::{Connection, params};
use std::collections::BTreeSet;

pub(super) const USED: Table = Table {
    name: "used",
    select: "SELECT message, reply, at FROM used WHERE case_id = ?1 ORDER BY message, reply",
    upsert: "INSERT INTO used (case_id, message, reply, at) VALUES (?1, ?2, ?3, ?4)
     ON CONFLICT DO NOTHING",
    rows: |state| {
        let mut sent: Vec<&Sent> = state.sent.iter().collect();
        sent.sort_by_key(|one| one.no);
        sent.into_iter().flat_map(of).collect()
    },
};

const UNUSE: &str = "DELETE FROM used WHERE case_id = ?1 AND message = ?2";

/// Notes what a reply was made from.
pub(super) fn sent(conn: &Connection, state: &CaseState, no: MessageNo) -> Inner<()> {
    let sent = state.sent.iter().rev().find(|one| one.no == no);
    for row in sent.map(of).unwrap_or_default() {
        super::upsert(conn, &USED, state.id, Some(row))?;
    }
    Ok(())
}

/// Forgets what a reply was made from.
pub(super) fn taken_back(conn: &Connection, case: CaseId, no: MessageNo) -> Inner<()> {
    conn.prepare_cached(UNUSE)?.execute(params![case.0, no.0])?;
    Ok(())
}

/// What was taken back was not used, and what goes to the platform is no reply to a buyer.
fn of(sent: &Sent) -> Vec<Row> {
    if sent.retracted || sent.statement {
        return Vec::new();
    }
    let replies: BTreeSet<&str> = sent.replies.iter().map(ReplyId::as_str).collect();
    let row = |reply: &str| vec![i64::from(sent.no.0).into(), text(reply), time(sent.at)];
    replies.into_iter().map(row).collect()
}
