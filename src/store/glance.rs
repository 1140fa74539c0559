//! A buyer at a glance: orders, earlier cases and how they ended, promises broken. Indexed reads, each
//! with a bound.

use super::error::Inner;
use super::find::{self, EarlierCase};
use super::messages;
use crate::domain::{
    Author, CaseId, CaseState, CleanText, CloseResult, Fen, OrderNo, ReplyId, Stamp, Wish,
};
use crate::guide::{alike, without_names};
use rusqlite::{Connection, params};
use std::cmp::Reverse;

pub(super) const ORDERS: &str = "SELECT o.no, o.title, o.amount, o.case_id
     FROM cases AS c JOIN orders AS o ON o.case_id = c.id
     WHERE c.buyer_id = ?1 ORDER BY c.id DESC LIMIT ?2";
pub(super) const COUNTS: &str =
    "SELECT count(*), coalesce(sum(open), 0), coalesce(sum(breaches), 0)
     FROM cases WHERE buyer_id = ?1";
pub(super) const ALIKE: &str =
    "SELECT c.id, c.close_result, c.close_words, c.closed_at, b.name, s.wish, s.paid
     FROM cases AS c JOIN buyer AS b ON b.id = c.buyer_id
     LEFT JOIN settlement AS s ON s.case_id = c.id
     WHERE c.issue = ?1 AND c.open = 0 AND c.buyer_id <> ?2
     ORDER BY c.closed_at DESC LIMIT ?3";
pub(super) const SAID: &str = "SELECT author, substr(body, 1, 300) FROM message
     WHERE case_id = ?1 ORDER BY at, no LIMIT ?2";
pub(super) const USED: &str = "SELECT DISTINCT reply FROM used WHERE case_id = ?1 LIMIT ?2";
pub(super) const DEEDS: &str = "SELECT d.what, d.proof, d.at, d.case_id
     FROM cases AS c JOIN deed AS d ON d.case_id = c.id
     WHERE c.buyer_id = ?1 ORDER BY c.id DESC LIMIT ?2";

/// No more of anything is shown.
const MOST: u32 = 40;

/// An order of the buyer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlanceOrder {
    /// The end of its number.
    pub tail: String,
    /// What was bought.
    pub title: Option<CleanText>,
    /// What was paid.
    pub amount: Option<Fen>,
    /// The case that named it.
    pub case: CaseId,
}

/// Another buyer's case in which like words were said, and how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimilarCase {
    /// Which.
    pub id: CaseId,
    /// How like its buyer's words are, in percent.
    pub like: u8,
    /// What its buyer wanted, where that was noted.
    pub wish: Option<Wish>,
    /// How it ended.
    pub result: Option<CloseResult>,
    /// In the agent's words; nobody is named in them.
    pub words: CleanText,
    /// What was paid.
    pub paid: Fen,
    /// The scripted replies it used.
    pub replies: Vec<ReplyId>,
    /// When.
    pub closed_at: Stamp,
}

/// Something done for the buyer in one of their cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlanceDeed {
    /// What.
    pub what: CleanText,
    /// When.
    pub at: Stamp,
    /// In which case.
    pub case: CaseId,
}

/// A buyer at a glance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    /// The case it was asked for.
    pub case: CaseId,
    /// How many cases the buyer has, this one included.
    pub cases: u32,
    /// How many of them are open.
    pub open: u32,
    /// How many promises to the buyer were broken.
    pub breaches: u32,
    /// Their orders, newest case first.
    pub orders: Vec<GlanceOrder>,
    /// Their other cases, newest first.
    pub history: Vec<EarlierCase>,
    /// What was done for them.
    pub deeds: Vec<GlanceDeed>,
    /// What this buyer said first, and what they want: what others' words are compared with. Empty
    /// until it is known what they want.
    pub asked: String,
    /// Other buyers' closed cases about the same, the likest first, once it is known what this buyer
    /// wants.
    pub similar: Vec<SimilarCase>,
}

/// The buyer of a case at a glance. Similar cases only when the buyer's wish is known: the last case's
/// way is not to be pressed on the next.
pub(super) fn glance(conn: &Connection, state: &CaseState) -> Inner<Glance> {
    let buyer = find::buyer_id(conn, state.platform, &state.buyer)?.unwrap_or_default();
    let (cases, open, breaches) = conn
        .prepare_cached(COUNTS)?
        .query_row([buyer], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let mut statement = conn.prepare_cached(ORDERS)?;
    let orders = statement.query_map(params![buyer, MOST], |row| {
        Ok(GlanceOrder {
            tail: OrderNo::new(row.get_ref(0)?.as_str()?).tail(),
            title: row.get::<_, Option<String>>(1)?.map(|title| CleanText::new(&title)),
            amount: row.get::<_, Option<i64>>(2)?.map(Fen),
            case: CaseId(row.get(3)?),
        })
    })?;
    let orders = orders.collect::<Result<_, _>>()?;
    let mut statement = conn.prepare_cached(DEEDS)?;
    let deeds = statement.query_map(params![buyer, MOST], |row| {
        Ok(GlanceDeed {
            what: CleanText::new(row.get_ref(0)?.as_str()?),
            at: Stamp::from_millis(row.get(2)?),
            case: CaseId(row.get(3)?),
        })
    })?;
    let deeds = deeds.collect::<Result<_, _>>()?;
    let (mut asked, mut similar) = (String::new(), Vec::new());
    if state.wish_is_known() {
        asked = said(conn, state.id)?;
        if let Some(wish) = &state.settling.wish {
            asked.push_str(&wish.quote);
        }
        similar = alike_to(conn, state, buyer, &asked)?;
    }
    Ok(Glance {
        case: state.id,
        cases,
        open,
        breaches,
        orders,
        history: find::history(conn, state.platform, &state.buyer, Some(state.id), MOST)?,
        deeds,
        asked,
        similar,
    })
}

/// So many of the newest cases about the same are compared: what is further back was another time.
const COMPARED: u32 = 60;
/// So many of them are shown.
const FEW: usize = 5;
/// So many messages tell what a case was about.
const FIRST_WORDS: u32 = 12;

fn alike_to(
    conn: &Connection,
    state: &CaseState,
    buyer: i64,
    asked: &str,
) -> Inner<Vec<SimilarCase>> {
    let mut statement = conn.prepare_cached(ALIKE)?;
    let mut rows = statement.query(params![state.issue.as_str(), buyer, COMPARED])?;
    let (mut cases, mut texts) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next()? {
        let id = CaseId(row.get(0)?);
        let of = |column| row.get::<_, Option<String>>(column);
        let (result, words, wish) = (of(1)?, of(2)?.unwrap_or_default(), of(5)?);
        cases.push(SimilarCase {
            id,
            like: 0,
            wish: wish.as_deref().and_then(Wish::from_name),
            result: result.as_deref().and_then(CloseResult::from_name),
            words: without_names(&words, &row.get::<_, String>(4)?),
            paid: Fen(row.get::<_, Option<i64>>(6)?.unwrap_or_default()),
            replies: Vec::new(),
            closed_at: Stamp::from_millis(row.get::<_, Option<i64>>(3)?.unwrap_or_default()),
        });
        texts.push(said(conn, id)?);
    }
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    for (case, like) in cases.iter_mut().zip(alike(asked, &texts)) {
        case.like = like;
    }
    let wished = state.settling.wish.as_ref().map(|noted| noted.wish);
    cases.sort_by_key(|case| {
        let same = wished.is_some() && case.wish == wished;
        (Reverse(case.like.saturating_add(if same { SAME_WISH } else { 0 })), Reverse(case.id))
    });
    cases.retain(|case| case.like > 0);
    cases.truncate(FEW);
    for case in &mut cases {
        let mut statement = conn.prepare_cached(USED)?;
        let used = statement.query_map(params![case.id.0, MOST], |row| row.get::<_, String>(0))?;
        for reply in used {
            case.replies.push(ReplyId::new(reply?));
        }
    }
    Ok(cases)
}

/// Who wanted the same counts for so much more.
const SAME_WISH: u8 = 10;

/// What the buyer of a case said first.
fn said(conn: &Connection, case: CaseId) -> Inner<String> {
    let mut statement = conn.prepare_cached(SAID)?;
    let mut rows = statement.query(params![case.0, FIRST_WORDS])?;
    let mut said = String::new();
    while let Some(row) = rows.next()? {
        if messages::author(row, 0)? == Author::Buyer {
            said.push_str(row.get_ref(1)?.as_str().unwrap_or_default());
            said.push('\n');
        }
    }
    Ok(said)
}
