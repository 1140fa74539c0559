//! The rows of what was worked out, agreed and paid. They are few: whatever a deed touches is written
//! anew.

use super::super::error::Inner;
use super::rows::{Row, Table, optional_text, optional_time, text, time};
use crate::domain::{
    Approval, CaseState, Offer, OrderNo, Paid, Proposal, ProposalNo, Settling, SettlingDeed,
    Verdict, Wish,
};
use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};

pub(super) const SETTLEMENT: Table = Table {
    name: "settlement",
    select: "SELECT verdict, wish, wish_amount, wish_quote, chosen, chosen_quote, said, paid
     FROM settlement WHERE case_id = ?1",
    upsert: "INSERT INTO settlement
     (case_id, verdict, wish, wish_amount, wish_quote, chosen, chosen_quote, said, paid)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    rows: |state| settlement(&state.settling).into_iter().collect(),
};
pub(super) const REMEDY: Table = Table {
    name: "remedy",
    select: "SELECT no, remedy, give, cost, freight, payer, due, condition, obstacle, dropped
     FROM remedy WHERE case_id = ?1 ORDER BY no",
    upsert: "INSERT INTO remedy
     (case_id, no, remedy, give, cost, freight, payer, due, condition, obstacle, dropped)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    rows: |state| {
        let mut options: Vec<&Proposal> = state.settling.options.iter().collect();
        options.sort_by_key(|option| option.no);
        options.into_iter().map(remedy).collect()
    },
};
pub(super) const OFFER: Table = Table {
    name: "offer",
    select: "SELECT message, amount FROM offer WHERE case_id = ?1 ORDER BY message",
    upsert: "INSERT INTO offer (case_id, message, amount) VALUES (?1, ?2, ?3)",
    rows: |state| {
        let mut offers: Vec<&Offer> = state.settling.offers.iter().collect();
        offers.sort_by_key(|offer| offer.message);
        offers
            .into_iter()
            .map(|offer| vec![i64::from(offer.message.0).into(), offer.amount.0.into()])
            .collect()
    },
};
pub(super) const APPROVAL: Table = Table {
    name: "approval",
    select: "SELECT no, amount, role, reason, asked, decided, granted, by FROM approval
     WHERE case_id = ?1 ORDER BY no",
    upsert: "INSERT INTO approval
     (case_id, no, amount, role, reason, asked, decided, granted, by)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    rows: |state| state.settling.approvals.iter().map(approval).collect(),
};
pub(super) const PAYMENT: Table = Table {
    name: "payment",
    select: "SELECT no, order_no, what, amount, proof, at, by, void FROM payment
     WHERE case_id = ?1 ORDER BY no",
    upsert: "INSERT INTO payment (case_id, no, order_no, what, amount, proof, at, by, void)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    rows: |state| state.settling.payments.iter().map(payment).collect(),
};
pub(super) const MARK: Table = Table {
    name: "mark",
    select: "SELECT mark, message FROM mark WHERE case_id = ?1 ORDER BY mark, message",
    upsert: "INSERT INTO mark (case_id, mark, message) VALUES (?1, ?2, ?3)",
    rows: |state| {
        let mut marks: Vec<(&str, u32)> =
            state.settling.marks.iter().map(|(mark, no)| (mark.name(), no.0)).collect();
        marks.sort_unstable();
        marks.into_iter().map(|(mark, no)| vec![text(mark), i64::from(no).into()]).collect()
    },
};

/// Writes what follows from one deed.
pub(super) fn deed(conn: &Connection, state: &CaseState, deed: &SettlingDeed) -> Inner<()> {
    match deed {
        SettlingDeed::VerdictGiven { .. }
        | SettlingDeed::WishNoted { .. }
        | SettlingDeed::OptionChosen { .. }
        | SettlingDeed::SettlementSaid { .. } => rewrite(conn, &SETTLEMENT, state),
        SettlingDeed::OptionPut { .. } | SettlingDeed::OptionDropped { .. } => {
            rewrite(conn, &REMEDY, state)
        }
        SettlingDeed::OfferMade { .. } => rewrite(conn, &OFFER, state),
        SettlingDeed::ApprovalAsked { .. } | SettlingDeed::ApprovalDecided { .. } => {
            rewrite(conn, &APPROVAL, state)
        }
        SettlingDeed::PaymentNoted { .. } | SettlingDeed::PaymentVoided { .. } => {
            rewrite(conn, &PAYMENT, state)?;
            rewrite(conn, &SETTLEMENT, state)
        }
        SettlingDeed::MessageMarked { .. } => rewrite(conn, &MARK, state),
        SettlingDeed::OnlyOption { .. }
        | SettlingDeed::OptionsOffered { .. }
        | SettlingDeed::MoneyReckoned { .. }
        | SettlingDeed::ExposureReckoned { .. }
        | SettlingDeed::ReturnChecked { .. }
        | SettlingDeed::PointsRestated { .. }
        | SettlingDeed::PointAnswered { .. } => Ok(()),
    }
}

/// Writes what follows when a reply was taken back.
pub(super) fn unsaid(conn: &Connection, state: &CaseState) -> Inner<()> {
    rewrite(conn, &OFFER, state)?;
    rewrite(conn, &SETTLEMENT, state)
}

fn rewrite(conn: &Connection, table: &Table, state: &CaseState) -> Inner<()> {
    let clear = format!("DELETE FROM {} WHERE case_id = ?1", table.name);
    conn.prepare_cached(&clear)?.execute(params![state.id.0])?;
    for row in (table.rows)(state) {
        let row = std::iter::once(Value::from(state.id.0)).chain(row);
        conn.prepare_cached(table.upsert)?.execute(params_from_iter(row))?;
    }
    Ok(())
}

/// One row, once there is anything to say.
fn settlement(settling: &Settling) -> Option<Row> {
    let Settling { verdict, wish, chosen, said, .. } = settling;
    let paid = settling.payments.is_empty();
    if verdict.is_none() && wish.is_none() && chosen.is_none() && said.is_empty() && paid {
        return None;
    }
    let wished = wish.as_ref();
    Some(vec![
        optional_text(verdict.as_ref().map(|judged| Verdict::name(judged.verdict))),
        optional_text(wished.map(|wished| Wish::name(wished.wish))),
        wished.and_then(|wished| wished.amount).map(|fen| fen.0).into(),
        optional_text(wished.map(|wished| wished.quote.as_str())),
        chosen.as_ref().map(|chosen| ordinal(chosen.no)).into(),
        optional_text(chosen.as_ref().map(|chosen| chosen.quote.as_str())),
        said.last().map(|no| i64::from(no.0)).into(),
        settling.paid_sum().0.into(),
    ])
}

fn remedy(option: &Proposal) -> Row {
    vec![
        ordinal(option.no).into(),
        text(option.remedy.name()),
        option.give.0.into(),
        option.cost.0.into(),
        option.freight.0.into(),
        text(option.payer.name()),
        text(&option.due),
        text(&option.condition),
        text(&option.obstacle),
        i64::from(option.dropped).into(),
    ]
}

fn approval(approval: &Approval) -> Row {
    let ruling = approval.ruling.as_ref();
    vec![
        i64::from(approval.no.0).into(),
        approval.amount.0.into(),
        text(&approval.role),
        text(&approval.reason),
        time(approval.asked_at),
        optional_time(ruling.map(|ruling| ruling.at)),
        ruling.and_then(|ruling| ruling.granted).map(|fen| fen.0).into(),
        optional_text(ruling.map(|ruling| ruling.by.as_str())),
    ]
}

fn payment(paid: &Paid) -> Row {
    vec![
        i64::from(paid.no.0).into(),
        optional_text(paid.order.as_ref().map(OrderNo::as_str)),
        text(paid.what.name()),
        paid.amount.0.into(),
        text(&paid.proof),
        time(paid.at),
        text(paid.by.as_str()),
        optional_text(paid.void.as_deref()),
    ]
}

fn ordinal(no: ProposalNo) -> i64 {
    i64::from(no.0)
}
