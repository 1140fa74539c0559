//! Other buyers' closed cases in which like words were said, and how they ended. Looks at the newest
//! cases about the same issue only, and at the first messages of each: indexed reads with a bound.

use super::error::Inner;
use super::messages;
use crate::domain::{Author, CaseId, CaseState, CleanText, CloseResult, Fen, ReplyId, Stamp, Wish};
use crate::guide::{alike, without_names};
use rusqlite::{Connection, params};
use std::cmp::Reverse;

pub(super) const ALIKE: &str =
    "SELECT c.id, c.close_result, c.close_words, c.closed_at, b.name, s.wish, s.paid
     FROM cases AS c JOIN buyer AS b ON b.id = c.buyer_id
     LEFT JOIN settlement AS s ON s.case_id = c.id
     WHERE c.issue = ?1 AND c.open = 0 AND c.buyer_id <> ?2
     ORDER BY c.closed_at DESC LIMIT ?3";
pub(super) const SAID: &str = "SELECT author, substr(body, 1, 300) FROM message
     WHERE case_id = ?1 ORDER BY at, no LIMIT ?2";
pub(super) const USED: &str = "SELECT reply FROM used WHERE case_id = ?1 ORDER BY message LIMIT ?2";

/// So many of the newest cases about the same are compared: what is further back was another time.
const COMPARED: u32 = 60;
/// So many of them are shown.
const FEW: usize = 5;
/// So many messages tell what a case was about.
const FIRST_WORDS: u32 = 12;
/// So many replies of each are named.
const REPLIES: u32 = 12;
/// Who wanted the same counts for so much more.
const SAME_WISH: u8 = 10;

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

/// What the buyer of a case said first, and what they want in their words.
pub(super) fn asked(conn: &Connection, state: &CaseState) -> Inner<String> {
    let mut asked = said(conn, state.id)?;
    if let Some(wish) = &state.settling.wish {
        asked.push_str(&wish.quote);
    }
    Ok(asked)
}

/// The likest of the newest cases about the same, the likest first.
pub(super) fn like(
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
    cases.retain(|case| case.like > 0);
    cases.sort_by_key(|case| {
        let same = wished.is_some() && case.wish == wished;
        (Reverse(case.like.saturating_add(if same { SAME_WISH } else { 0 })), Reverse(case.id))
    });
    cases.truncate(FEW);
    for case in &mut cases {
        case.replies = used(conn, case.id)?;
    }
    Ok(cases)
}

/// The replies a case used, each once, in their order.
fn used(conn: &Connection, case: CaseId) -> Inner<Vec<ReplyId>> {
    let mut replies = Vec::new();
    let mut statement = conn.prepare_cached(USED)?;
    for reply in statement.query_map(params![case.0, REPLIES], |row| row.get::<_, String>(0))? {
        let reply = ReplyId::new(reply?);
        if !replies.contains(&reply) {
            replies.push(reply);
        }
    }
    Ok(replies)
}

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
