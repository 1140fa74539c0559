//! Sums and dates that follow from a rule: exact, in fen and whole days, each naming its rule.
//!
//! A percentage is rounded to the nearest fen, half a fen up, before a floor or a cap is applied.
//! An argument that can be no price, share or day gives nothing, never a guess.
//!
//! [`FUNCTIONS`] names them all, so that conditions and replies can call them without knowing what
//! they mean.

mod food_10x;
mod fraud_3x;
mod function;
mod jd_desc;
mod jd_evidence_due;
mod jd_fresh;
mod refund_due;
mod return_freight;
mod seven_day_end;
mod share;
mod tb_break;
mod tb_delay;
mod tb_shortage;
mod tb_weight;

pub use food_10x::{FoodClaim, food_10x};
pub use fraud_3x::{FraudClaim, fraud_3x};
pub use function::{Argument, FUNCTIONS, Function, Kind, Parameter};
pub use jd_desc::jd_desc;
pub use jd_evidence_due::jd_evidence_due;
pub use jd_fresh::jd_fresh;
pub use refund_due::{RefundClock, RefundState, refund_due};
pub use return_freight::{Agreement, Freight, Payer, ReturnCause, Returned, return_freight};
pub use seven_day_end::{SevenDays, seven_day_end};
pub use tb_break::tb_break;
pub use tb_delay::tb_delay;
pub use tb_shortage::tb_shortage;
pub use tb_weight::tb_weight;
