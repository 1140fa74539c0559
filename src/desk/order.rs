//! The order becomes known, or more about it.

use super::Refusal;
use crate::domain::{CaseState, Event, Order};

/// Decides the event of noting an order. What is known already is kept where the new word is silent.
pub(super) fn order(case: &CaseState, order: Order) -> Result<Vec<Event>, Refusal> {
    if order.no.as_str().is_empty() {
        return Err(Refusal::Empty);
    }
    let merged = match &case.order {
        Some(known) if known.no == order.no => Order {
            title: order.title.or_else(|| known.title.clone()),
            amount: order.amount.or(known.amount),
            no: order.no,
        },
        Some(_) | None => order,
    };
    if case.order.as_ref() == Some(&merged) {
        return Err(Refusal::NothingNew);
    }
    Ok(vec![Event::OrderNoted { order: merged }])
}
