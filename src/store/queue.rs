//! The queue: cases by what is due next, then by heat, by the money at stake, by age. One range of one
//! index, whatever the file's size. Under a filter no more rows of it are looked at than asked for.

use super::error::Inner;
use crate::domain::{
    BuyerName, CaseId, CleanText, Department, Due, DueKind, Fen, Filter, Issue, Mood, OrderNo,
    Platform, PlaybookId, Seen, Stamp, StepId,
};
use rusqlite::{Connection, Row, params};

/// What stands in `due_at` when nothing is due: it sorts last.
pub(super) const NEVER: i64 = i64::MAX;

pub(super) const PAGE: &str =
    "SELECT c.id, b.name, b.platform, c.issue, c.mood, c.step, c.playbook,
       c.due_at, c.due_kind, c.waiting_since, c.last_at, c.order_no, c.snippet, c.heat, c.risk,
       c.opened_at, c.due_since, c.snoozed, c.waits_for, c.breaches, c.open, c.reckoned
     FROM cases AS c JOIN buyer AS b ON b.id = c.buyer_id
     WHERE c.queued = 1 AND (c.due_at, c.heat, c.risk, c.opened_at, c.id) > (?1, ?2, ?3, ?4, ?5)
     ORDER BY c.due_at, c.heat, c.risk, c.opened_at, c.id LIMIT ?6";
pub(super) const COUNT: &str = "SELECT count(*) FROM
     (SELECT 1 FROM cases WHERE queued = 1 AND due_at >= ?1 LIMIT ?2)";

/// Where a row stands in the queue; a page goes on behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct QueueKey {
    due_at: i64,
    heat: i64,
    risk: i64,
    opened_at: i64,
    id: i64,
}

impl QueueKey {
    const START: Self = Self {
        due_at: i64::MIN,
        heat: i64::MIN,
        risk: i64::MIN,
        opened_at: i64::MIN,
        id: i64::MIN,
    };
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
    /// Since when the time of that runs.
    pub due_since: Option<Stamp>,
    /// The money at stake.
    pub exposure: Fen,
    /// Whether that was reckoned from the standards; else it is what the order cost.
    pub reckoned: bool,
    /// When the case was opened.
    pub opened_at: Stamp,
    /// Whether it is laid aside.
    pub snoozed: bool,
    /// Whose task it waits for.
    pub waits_for: Option<Department>,
    /// How many promises were broken.
    pub breaches: u32,
    /// Whether it is open; a closed one is here because the buyer is to be asked again.
    pub open: bool,
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
    let place =
        params![after.due_at, after.heat, after.risk, after.opened_at, after.id, page.limit];
    let rows = statement.query_map(place, queue_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The first rows of the queue that a filter wants, and how many were looked at for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The rows.
    pub rows: Vec<QueueRow>,
    /// How many rows of the queue were looked at.
    pub looked: u32,
    /// The last of them; one goes on behind it.
    pub last: Option<QueueKey>,
    /// Whether there are more that were not looked at.
    pub more: bool,
}

/// Rows looked at together.
const STRETCH: u32 = 250;

/// The first cases a filter wants of a page: as many as the page has, among the next `look` rows of the
/// queue.
pub(super) fn filtered(
    conn: &Connection,
    filter: &Filter,
    now: Stamp,
    (QueuePage { limit, after }, look): (QueuePage, u32),
) -> Inner<Found> {
    let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
    let mut found = Found { rows: Vec::new(), looked: 0, last: after, more: true };
    while found.more && found.rows.len() < wanted && found.looked < look {
        let ask = STRETCH.min(look.saturating_sub(found.looked));
        let stretch = page(conn, QueuePage { limit: ask, after: found.last })?;
        let got = u32::try_from(stretch.len()).unwrap_or(u32::MAX);
        found.more = got == ask;
        for row in stretch {
            found.looked = found.looked.saturating_add(1);
            found.last = Some(row.key);
            if filter.wants(&row.seen(), now) {
                found.rows.push(row);
                if found.rows.len() == wanted {
                    found.more = true;
                    break;
                }
            }
        }
    }
    Ok(found)
}

impl QueueRow {
    fn seen(&self) -> Seen<'_> {
        Seen {
            buyer: self.buyer.as_str(),
            said: self.snippet.as_ref().map_or("", CleanText::as_str),
            mood: self.mood,
            platform: self.platform,
            issue: self.issue.as_str(),
            due: self.due,
            waiting: self.waiting_since.is_some(),
            snoozed: self.snoozed,
            waits_for: self.waits_for,
            breaches: self.breaches,
        }
    }
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
        key: QueueKey {
            due_at,
            heat: row.get(13)?,
            risk: row.get(14)?,
            opened_at: row.get(15)?,
            id,
        },
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
        due_since: stamp(16)?,
        exposure: Fen(row.get::<_, i64>(14)?.saturating_neg()),
        reckoned: row.get(21)?,
        opened_at: Stamp::from_millis(row.get(15)?),
        snoozed: row.get(17)?,
        waits_for: row.get::<_, Option<String>>(18)?.as_deref().and_then(Department::from_name),
        breaches: row.get(19)?,
        open: row.get(20)?,
        waiting_since: stamp(9)?,
        last_at: stamp(10)?,
        order_tail: row.get::<_, Option<String>>(11)?.map(|no| OrderNo::new(&no).tail()),
        snippet: row.get::<_, Option<String>>(12)?.map(|text| CleanText::new(&text)),
    })
}
