//! A buyer at a glance: orders, earlier cases and how they ended, money paid, promises broken, and what
//! stands out. Indexed reads, each with a bound.

use super::error::Inner;
use super::find::{self, EarlierCase};
use super::similar::{self, SimilarCase};
use crate::domain::{BuyerType, CaseId, CaseState, CleanText, Fen, OrderNo, PaidWhat, Span, Stamp};
use rusqlite::{Connection, params};

pub(super) const ORDERS: &str = "SELECT o.no, o.title, o.amount, o.case_id
     FROM cases AS c JOIN orders AS o ON o.case_id = c.id
     WHERE c.buyer_id = ?1 ORDER BY c.id DESC LIMIT ?2";
pub(super) const COUNTS: &str =
    "SELECT count(*), coalesce(sum(open), 0), coalesce(sum(breaches), 0),
       coalesce(sum(opened_at >= ?2), 0), coalesce(sum(close_result = 'ruled'), 0),
       coalesce(sum(close_result = 'refused'), 0), coalesce(sum(mood = 'abusive'), 0),
       coalesce(sum(order_no = ?3 AND id <> ?4), 0)
     FROM cases WHERE buyer_id = ?1";
pub(super) const PAID: &str = "SELECT coalesce(sum(p.amount), 0)
     FROM cases AS c JOIN payment AS p ON p.case_id = c.id
     WHERE c.buyer_id = ?1 AND p.void IS NULL";
pub(super) const PAYMENTS: &str = "SELECT p.what, p.amount, p.at, p.case_id
     FROM cases AS c JOIN payment AS p ON p.case_id = c.id
     WHERE c.buyer_id = ?1 AND p.void IS NULL ORDER BY c.id DESC LIMIT ?2";
pub(super) const DEEDS: &str = "SELECT d.what, d.proof, d.at, d.case_id
     FROM cases AS c JOIN deed AS d ON d.case_id = c.id
     WHERE c.buyer_id = ?1 ORDER BY c.id DESC LIMIT ?2";

/// No more of anything is shown.
const MOST: u32 = 40;
/// How far back a case still counts as opened lately.
const RECENT: Span = Span::days(-30);

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

/// Money that was paid to the buyer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlancePayment {
    /// What for.
    pub what: PaidWhat,
    /// How much.
    pub amount: Fen,
    /// When.
    pub at: Stamp,
    /// In which case.
    pub case: CaseId,
}

/// Something about a buyer that is better known before one answers. It says what happened, never what
/// to think of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GlanceFlag {
    /// The agent judged what kind of buyer it is.
    Type(BuyerType),
    /// So many cases were opened within the last month, this one included.
    Often(u32),
    /// So many other cases are about the same order.
    SameOrder(u32),
    /// So many cases the platform decided.
    Ruled(u32),
    /// So many cases were closed without what the buyer asked for.
    Refused(u32),
    /// So many cases in which the buyer was abusive when last judged.
    Abusive(u32),
}

impl GlanceFlag {
    /// A short name, stable in `--json`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Type(_) => "type",
            Self::Often(_) => "often",
            Self::SameOrder(_) => "same-order",
            Self::Ruled(_) => "ruled",
            Self::Refused(_) => "refused",
            Self::Abusive(_) => "abusive",
        }
    }
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
    /// What stands out.
    pub flags: Vec<GlanceFlag>,
    /// All that was paid to them.
    pub paid: Fen,
    /// The payments, newest case first.
    pub payments: Vec<GlancePayment>,
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
    let order = state.order.as_ref().map(|order| order.no.as_str());
    let recent = state.changed_at.plus(RECENT).as_millis();
    let (cases, open, breaches, flags) = conn.prepare_cached(COUNTS)?.query_row(
        params![buyer, recent, order, state.id.0],
        |row| {
            let (cases, open, breaches) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let mut flags: Vec<GlanceFlag> =
                state.buyer_type.map(GlanceFlag::Type).into_iter().collect();
            let often: u32 = row.get(3)?;
            flags.extend((often > 1).then_some(GlanceFlag::Often(often)));
            let [ruled, refused, abusive, same] =
                [row.get(4)?, row.get(5)?, row.get(6)?, row.get(7)?];
            flags.extend((same > 0).then_some(GlanceFlag::SameOrder(same)));
            flags.extend((ruled > 0).then_some(GlanceFlag::Ruled(ruled)));
            flags.extend((refused > 0).then_some(GlanceFlag::Refused(refused)));
            flags.extend((abusive > 0).then_some(GlanceFlag::Abusive(abusive)));
            Ok((cases, open, breaches, flags))
        },
    )?;
    let paid = Fen(conn.prepare_cached(PAID)?.query_row([buyer], |row| row.get(0))?);
    let mut statement = conn.prepare_cached(PAYMENTS)?;
    let payments = statement.query_map(params![buyer, MOST], |row| {
        let what: String = row.get(0)?;
        Ok(GlancePayment {
            // What only a newer program knows was paid all the same.
            what: PaidWhat::from_name(&what).unwrap_or(PaidWhat::Compensation),
            amount: Fen(row.get(1)?),
            at: Stamp::from_millis(row.get(2)?),
            case: CaseId(row.get(3)?),
        })
    })?;
    let payments = payments.collect::<Result<_, _>>()?;
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
    if state.knows_wish() {
        asked = similar::asked(conn, state)?;
        similar = similar::like(conn, state, buyer, &asked)?;
    }
    Ok(Glance {
        case: state.id,
        cases,
        open,
        breaches,
        flags,
        paid,
        payments,
        orders,
        history: find::history(conn, state.platform, &state.buyer, Some(state.id), MOST)?,
        deeds,
        asked,
        similar,
    })
}
