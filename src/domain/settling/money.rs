//! The figures of a case, what was offered, approved and paid. Whole fen everywhere.

use super::super::{AgentName, Fen, MessageNo, OrderNo, Stamp};
use super::named::named;
use serde::{Deserialize, Serialize};

/// A payment's ordinal within its case, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PaymentNo(pub u32);

/// An approval's ordinal within its case, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ApprovalNo(pub u32);

impl std::fmt::Display for PaymentNo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl std::fmt::Display for ApprovalNo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// The figures a band is made of. What nobody knows is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Reckoning {
    /// What the buyer paid for the thing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<Fen>,
    /// What the shop paid for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<Fen>,
    /// What it would still sell for, sent back; 0 when it cannot be sold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resale: Option<Fen>,
    /// The freight to the buyer, if a refund includes it or it is paid again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub freight_out: Option<Fen>,
    /// The freight back, if the shop pays it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub freight_back: Option<Fen>,
    /// How much less the defect leaves it worth.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub defect: Option<Fen>,
    /// What the buyer asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ask: Option<Fen>,
    /// How likely a dispute is lost, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk: Option<u8>,
    /// What the work on a dispute would cost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effort: Option<Fen>,
}

/// An amount the buyer was offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// How much.
    pub amount: Fen,
    /// The reply that offered it.
    pub message: MessageNo,
}

/// What became of a request for approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// How much was granted; nothing when it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub granted: Option<Fen>,
    /// Who decided.
    pub by: String,
    /// In their words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// When it was noted.
    pub at: Stamp,
}

/// A request to go beyond one's own limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// Its ordinal.
    pub no: ApprovalNo,
    /// How much was asked for.
    pub amount: Fen,
    /// The role that may decide.
    pub role: String,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// When.
    pub asked_at: Stamp,
    /// Who asked.
    pub asked_by: AgentName,
    /// What came of it; it waits until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ruling: Option<Ruling>,
}

named! {
    /// What a payment was for.
    PaidWhat {
        /// The price, or a part of it.
        Refund = "refund",
        /// Amends for a flaw or trouble.
        Compensation = "compensation",
        /// Freight.
        Freight = "freight",
        /// A price difference.
        Difference = "difference",
        /// Paid by platform or insurer.
        Platform = "platform",
    }
}

/// Money that went to the buyer on an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paid {
    /// Its ordinal.
    pub no: PaymentNo,
    /// The order it was paid on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderNo>,
    /// What for.
    pub what: PaidWhat,
    /// How much.
    pub amount: Fen,
    /// The number that proves it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proof: String,
    /// When.
    pub at: Stamp,
    /// Who noted it.
    pub by: AgentName,
    /// Why it was struck out, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub void: Option<String>,
}
