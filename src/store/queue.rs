//! The queue: open cases by what is due next, then by heat. One range of one index, whatever the
//! file's size.

use super::error::Inner;
use crate::domain::{
    BuyerName, CaseId, CleanText, Due, DueKind, Issue, Mood, OrderNo, Platform, PlaybookId, Stamp,
    StepId,
};
use rusqlite::{Connection, Row, params};

/// What stands in `due_at` when nothing is due: it sorts last.
pub(super) const NEVER: i64 = i64::MAX;

pub(super) const PAGE: &str =
    "SELECT c.id, b.name, b.platform, c.issue, c.mood, c.step, c.playbook,
       c.due_at, c.due_kind, c.waiting_since, c.last_at, c.order_no, c.snippet, c.heat
     FROM cases AS c JOIN buyer AS b ON b.id = c.buyer_id
     WHERE c.open = 1 AND (c.due_at, c.heat, c.id) > (?1, ?2, ?3)
     ORDER BY c.due_at, c.heat, c.id LIMIT ?4";
pub(super) const COUNT: &str = "SELECT count(*) FROM
     (SELECT 1 FROM cases WHERE open = 1 AND due_at >= ?1 LIMIT ?2)";

/// Where a row stands in the queue; a page goes on behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct QueueKey {
    due_at: i64,
    heat: i64,
    id: i64,
}

impl QueueKey {
    const START: Self = Self { due_at: i64::MIN, heat: i64::MIN, id: i64::MIN };
}

/// Which part of the queue is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueuePage {
    /// At most so many rows.
    pub limit: u32,
    /// Behind this row; from the start when `None`.
    pub after: Option<QueueKey>,
}

/// A case as the queue shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueRow {
    /// Its number.
    pub id: CaseId,
    /// Where it stands.
    pub key: QueueKey,
    /// Whose it is.
    pub buyer: BuyerName,
    /// Where it comes from.
    pub platform: Platform,
    /// What it is about.
    pub issue: Issue,
    /// How the buyer feels.
    pub mood: Mood,
    /// The step it stands at.
    pub step: StepId,
    /// The playbook it runs on.
    pub playbook: PlaybookId,
    /// What is due next.
    pub due: Option<Due>,
    /// Since when the buyer waits.
    pub waiting_since: Option<Stamp>,
    /// When something was last said.
    pub last_at: Option<Stamp>,
    /// The order's last digits.
    pub order_tail: Option<String>,
    /// The start of the buyer's newest message, on one line.
    pub snippet: Option<CleanText>,
}

/// How many cases are open, as far as was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenCount {
    /// Exactly so many.
    Exactly(u32),
    /// So many and more: the count stopped there.
    MoreThan(u32),
}

/// One page of the queue.
pub(super) fn page(conn: &Connection, page: QueuePage) -> Inner<Vec<QueueRow>> {
    let after = page.after.unwrap_or(QueueKey::START);
    let mut statement = conn.prepare_cached(PAGE)?;
    let rows =
        statement.query_map(params![after.due_at, after.heat, after.id, page.limit], queue_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many cases are open, counted no further than `at_most`.
pub(super) fn open_count(conn: &Connection, at_most: u32) -> Inner<OpenCount> {
    let limit = i64::from(at_most) + 1;
    let counted: u32 =
        conn.prepare_cached(COUNT)?.query_row(params![i64::MIN, limit], |row| row.get(0))?;
    Ok(if counted > at_most { OpenCount::MoreThan(at_most) } else { OpenCount::Exactly(counted) })
}

fn queue_row(row: &Row<'_>) -> rusqlite::Result<QueueRow> {
    let id: i64 = row.get(0)?;
    let due_at: i64 = row.get(7)?;
    let due_kind: Option<String> = row.get(8)?;
    let stamp = |column| row.get::<_, Option<i64>>(column).map(|at| at.map(Stamp::from_millis));
    Ok(QueueRow {
        id: CaseId(id),
        key: QueueKey { due_at, heat: row.get(13)?, id },
        buyer: BuyerName::new(row.get_ref(1)?.as_str()?),
        platform: Platform::from_name(row.get_ref(2)?.as_str()?).unwrap_or_default(),
        issue: Issue::new(row.get::<_, String>(3)?),
        mood: Mood::from_name(row.get_ref(4)?.as_str()?).unwrap_or_default(),
        step: StepId::new(row.get::<_, String>(5)?),
        playbook: PlaybookId::new(row.get::<_, String>(6)?),
        due: due_kind
            .as_deref()
            .and_then(DueKind::from_name)
            .map(|kind| Due { at: Stamp::from_millis(due_at), kind }),
        waiting_since: stamp(9)?,
        last_at: stamp(10)?,
        order_tail: row.get::<_, Option<String>>(11)?.map(|no| OrderNo::new(&no).tail()),
        snippet: row.get::<_, Option<String>>(12)?.map(|text| CleanText::new(&text)),
    })
}
