//! Finding the case a conversation belongs to, what of it is here already, and a buyer's earlier
//! cases.

use super::error::Inner;
use super::messages;
use crate::desk::PaidElsewhere;
use crate::domain::{
    Author, BuyerName, CaseId, CloseResult, Fen, Issue, MessageNo, OrderNo, PaidWhat, Platform,
    PlaybookId, RawText, Stamp,
};
use rusqlite::{Connection, OptionalExtension, params};

pub(super) const BY_KEY: &str = "SELECT id FROM cases WHERE key = ?1";
pub(super) const BUYER: &str = "SELECT id FROM buyer WHERE platform = ?1 AND name = ?2";
pub(super) const OPEN_OF_BUYER: &str = "SELECT id, order_no, key FROM cases
     WHERE buyer_id = ?1 AND open = 1 ORDER BY id DESC";
pub(super) const CLOSED_OF_BUYER: &str = "SELECT id, order_no, key FROM cases
     WHERE buyer_id = ?1 AND open = 0 ORDER BY id DESC LIMIT 1";
pub(super) const HISTORY: &str =
    "SELECT id, open, issue, playbook, order_no, opened_at, changed_at,
       close_result FROM cases WHERE buyer_id = ?1 AND id <> ?2 ORDER BY id DESC LIMIT ?3";
pub(super) const PAID_ELSEWHERE: &str = "SELECT case_id, what, amount FROM payment
     WHERE order_no = ?1 AND case_id <> ?2 AND void IS NULL";
pub(super) const OVERLAP: &str = "SELECT no, author, at, body, ours FROM message
     WHERE case_id = ?1 AND at >= ?2 AND at <= ?3 AND retracted = 0 ORDER BY at, no";

/// A message of the file that one from outside may be the same as. Notes and replies taken back are
/// not among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlap {
    /// Its ordinal.
    pub no: MessageNo,
    /// Who said it.
    pub author: Author,
    /// When.
    pub at: Stamp,
    /// The text.
    pub text: RawText,
    /// Whether it was sent from this file, so that the source may give it another time and name.
    pub ours: bool,
}

/// Another case of the same buyer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierCase {
    /// Its number.
    pub id: CaseId,
    /// Whether it is open.
    pub open: bool,
    /// What it is about.
    pub issue: Issue,
    /// The playbook it runs on.
    pub playbook: PlaybookId,
    /// The order's last digits.
    pub order_tail: Option<String>,
    /// When it was opened.
    pub opened_at: Stamp,
    /// When it last changed.
    pub changed_at: Stamp,
    /// How it ended.
    pub result: Option<CloseResult>,
}

/// The case a conversation belongs to: the one of that key; else an open case of the buyer. Orders
/// that differ tell cases apart, and so do keys: a key not known yet only fits a case without one,
/// and only when the order says it is the same.
pub(super) fn case(
    conn: &Connection,
    key: Option<&str>,
    platform: Platform,
    buyer: &BuyerName,
    order: Option<&OrderNo>,
) -> Inner<Option<CaseId>> {
    if let Some(key) = key {
        let found: Option<i64> =
            conn.prepare_cached(BY_KEY)?.query_row([key], |row| row.get(0)).optional()?;
        if let Some(id) = found {
            return Ok(Some(CaseId(id)));
        }
    }
    let Some(buyer) = buyer_id(conn, platform, buyer)? else { return Ok(None) };
    let mut statement = conn.prepare_cached(OPEN_OF_BUYER)?;
    let mut rows = statement.query([buyer])?;
    let mut second_best = None;
    while let Some(row) = rows.next()? {
        let id = CaseId(row.get(0)?);
        let its_order = row.get_ref(1)?.as_str_or_null().unwrap_or_default();
        let has_key = row.get_ref(2)?.as_str_or_null().unwrap_or_default().is_some();
        if key.is_some() && has_key {
            continue;
        }
        match (order, its_order) {
            (Some(order), Some(its_order)) if order.as_str() == its_order => return Ok(Some(id)),
            (Some(_), Some(_)) => {}
            (Some(_) | None, _) if key.is_some() => {}
            (Some(_), None) | (None, Some(_) | None) => {
                second_best = second_best.or(Some(id));
            }
        }
    }
    Ok(second_best)
}

/// The newest closed case of a buyer, unless its key or order says that it is about something else.
pub(super) fn newest_closed(
    conn: &Connection,
    key: Option<&str>,
    platform: Platform,
    buyer: &BuyerName,
    order: Option<&OrderNo>,
) -> Inner<Option<CaseId>> {
    let Some(buyer) = buyer_id(conn, platform, buyer)? else { return Ok(None) };
    let mut statement = conn.prepare_cached(CLOSED_OF_BUYER)?;
    let mut rows = statement.query([buyer])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let text = |column| -> Inner<Option<&str>> {
        Ok(row.get_ref(column)?.as_str_or_null().unwrap_or_default())
    };
    let differ = |ours: Option<&str>, its: Option<&str>| {
        ours.zip(its).is_some_and(|(ours, its)| ours != its)
    };
    if differ(order.map(OrderNo::as_str), text(1)?) || differ(key, text(2)?) {
        return Ok(None);
    }
    Ok(Some(CaseId(row.get(0)?)))
}

/// A buyer's number.
pub(super) fn buyer_id(
    conn: &Connection,
    platform: Platform,
    buyer: &BuyerName,
) -> Inner<Option<i64>> {
    Ok(conn
        .prepare_cached(BUYER)?
        .query_row(params![platform.name(), buyer.as_str()], |row| row.get(0))
        .optional()?)
}

/// A buyer's cases but one, newest first.
pub(super) fn history(
    conn: &Connection,
    platform: Platform,
    buyer: &BuyerName,
    except: Option<CaseId>,
    limit: u32,
) -> Inner<Vec<EarlierCase>> {
    let Some(buyer) = buyer_id(conn, platform, buyer)? else { return Ok(Vec::new()) };
    let mut statement = conn.prepare_cached(HISTORY)?;
    let rows =
        statement.query_map(params![buyer, except.map_or(0, |case| case.0), limit], |row| {
            let result: Option<String> = row.get(7)?;
            Ok(EarlierCase {
                id: CaseId(row.get(0)?),
                open: row.get(1)?,
                issue: Issue::new(row.get::<_, String>(2)?),
                playbook: PlaybookId::new(row.get::<_, String>(3)?),
                order_tail: row.get::<_, Option<String>>(4)?.map(|no| OrderNo::new(&no).tail()),
                opened_at: Stamp::from_millis(row.get(5)?),
                changed_at: Stamp::from_millis(row.get(6)?),
                result: result.as_deref().and_then(CloseResult::from_name),
            })
        })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What the case has from a stretch of time, both ends included.
pub(super) fn overlap(
    conn: &Connection,
    case: CaseId,
    from: Stamp,
    to: Stamp,
) -> Inner<Vec<Overlap>> {
    let mut statement = conn.prepare_cached(OVERLAP)?;
    let mut rows = statement.query(params![case.0, from.as_millis(), to.as_millis()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let author = messages::author(row, 1)?;
        if author == Author::Note {
            continue;
        }
        found.push(Overlap {
            no: MessageNo(row.get(0)?),
            author,
            at: Stamp::from_millis(row.get(2)?),
            text: RawText::new(row.get::<_, String>(3)?),
            ours: row.get(4)?,
        });
    }
    Ok(found)
}

/// What other cases paid on an order.
pub(super) fn paid_elsewhere(
    conn: &Connection,
    order: &OrderNo,
    except: CaseId,
) -> Inner<Vec<PaidElsewhere>> {
    let mut statement = conn.prepare_cached(PAID_ELSEWHERE)?;
    let mut rows = statement.query(params![order.as_str(), except.0])?;
    let mut paid = Vec::new();
    while let Some(row) = rows.next()? {
        let what: String = row.get(1)?;
        // What only a newer program knows is paid all the same.
        let what = PaidWhat::from_name(&what).unwrap_or(PaidWhat::Compensation);
        let (case, amount) = (CaseId(row.get(0)?), Fen(row.get(2)?));
        paid.push(PaidElsewhere { case, order: order.clone(), what, amount });
    }
    Ok(paid)
}
