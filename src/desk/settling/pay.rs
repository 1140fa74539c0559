//! What was paid on an order, and never twice.

use super::{SettlingRefusal, done};
use crate::desk::{Desk, PaidElsewhere, Refusal};
use crate::domain::{CaseState, Event, Fen, OrderNo, Paid, PaidWhat, PaymentNo, SettlingDeed};

/// Decides the event of a payment.
pub(super) fn pay(
    case: &CaseState,
    what: PaidWhat,
    amount: Fen,
    proof: String,
    order: Option<OrderNo>,
    again: &str,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    if amount.0 <= 0 {
        return Err(SettlingRefusal::BadAmount.into());
    }
    let own = case.order.as_ref().map(|order| order.no.clone());
    let order = order.or(own);
    let here: Vec<&Paid> = case.settling.paid().filter(|paid| paid.order == order).collect();
    let elsewhere: Vec<&PaidElsewhere> =
        desk.paid_elsewhere.iter().filter(|paid| Some(&paid.order) == order.as_ref()).collect();
    if again.trim().is_empty() {
        // The same proof is the same payment; so is the same sum for the same thing.
        let same = |paid: &&&Paid| {
            (paid.what == what && paid.amount == amount)
                || (!proof.is_empty() && paid.proof == proof)
        };
        if let Some(paid) = here.iter().find(same) {
            return Err(SettlingRefusal::PaidAlready { amount: paid.amount, case: None }.into());
        }
        let same = elsewhere.iter().find(|paid| paid.what == what && paid.amount == amount);
        if let Some(paid) = same {
            let case = Some(paid.case.0);
            return Err(SettlingRefusal::PaidAlready { amount: paid.amount, case }.into());
        }
    }
    // However it is called, no more price goes back than was paid.
    let limit = case.order.as_ref().filter(|own| Some(&own.no) == order.as_ref());
    if let Some(paid) = limit.and_then(|order| order.amount)
        && what == PaidWhat::Refund
    {
        let before = here.iter().filter(|one| one.what == what).map(|one| one.amount.0);
        let there = elsewhere.iter().filter(|one| one.what == what).map(|one| one.amount.0);
        let sum = before.chain(there).fold(amount.0, i64::saturating_add);
        if sum > paid.0 {
            return Err(SettlingRefusal::AboveOrder(paid).into());
        }
    }
    let before = u32::try_from(case.settling.payments.len()).unwrap_or(u32::MAX);
    let no = PaymentNo(before.saturating_add(1));
    let (at, by) = (desk.now, desk.agent.clone());
    let payment = Paid { no, order, what, amount, proof, at, by, void: None };
    Ok(done(SettlingDeed::PaymentNoted { payment }))
}

/// Decides the event of striking a payment out.
pub(super) fn void(case: &CaseState, no: PaymentNo, reason: String) -> Result<Vec<Event>, Refusal> {
    if reason.trim().is_empty() {
        return Err(Refusal::WordsWanted);
    }
    if !case.settling.paid().any(|paid| paid.no == no) {
        return Err(SettlingRefusal::NoSuchPayment(no).into());
    }
    Ok(done(SettlingDeed::PaymentVoided { no, reason }))
}
