//! Sums and dates that follow from a rule: exact, in fen and whole days, each naming its rule.

mod fraud;
mod freight;
mod refund;

pub use fraud::{FraudClaim, fraud_claim};
pub use freight::{Agreement, Freight, Payer, ReturnCause, Returned, return_freight};
pub use refund::{RefundClock, RefundState, refund_clock};
