//! What is worked out between "I have read it" and "we agreed and I did it": the verdict, the wish, the
//! options, the money, the look at a return, the points said back.
//!
//! Owns what of it is on record and how one deed changes that. Decides nothing: who may do what is the
//! desk's matter.

mod deed;
mod money;
mod named;
mod proposal;
mod returning;
mod sheet;
mod state;

pub use deed::SettlingDeed;
pub use money::{Approval, ApprovalNo, Offer, Paid, PaidWhat, PaymentNo, Reckoning, Ruling};
pub use named::{Remedy, Verdict, Wish};
pub use proposal::{FreightPayer, Picked, Proposal, ProposalNo, ProposalsOffered};
pub use returning::{Accessories, Gift, Packing, Resale, ReturnCheck, ReturnReason, Tags, Worn};
pub use sheet::{Mark, Point, PointAnswer, Restated};
pub use state::{Judgement, Settling, Wished};
