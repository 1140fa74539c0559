//! The agent judges what kind of buyer it is.

use super::Refusal;
use crate::domain::{BuyerType, CaseState, Event};

/// Decides the event of judging the kind of buyer.
pub(super) fn buyer_type(
    case: &CaseState,
    buyer_type: Option<BuyerType>,
) -> Result<Vec<Event>, Refusal> {
    if case.buyer_type == buyer_type {
        return Err(Refusal::NothingNew);
    }
    Ok(vec![Event::BuyerTypeSet { buyer_type }])
}
