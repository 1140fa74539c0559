//! An option for the buyer: what it is, what it costs the shop, and what was said of it.

use super::super::{Fen, MessageNo};
use super::Remedy;
use super::named::named;
use serde::{Deserialize, Serialize};

/// An option's ordinal within its case, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProposalNo(pub u32);

impl std::fmt::Display for ProposalNo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

named! {
    /// Who pays the freight of an option.
    FreightPayer {
        /// The shop.
        Shop = "shop",
        /// The buyer.
        Buyer = "buyer",
        /// There is none.
        None = "none",
    }
}

/// An option for the buyer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// Its ordinal.
    pub no: ProposalNo,
    /// What it comes to.
    pub remedy: Remedy,
    /// The money the buyer gets.
    #[serde(default)]
    pub give: Fen,
    /// What it costs the shop besides: goods, work.
    #[serde(default)]
    pub cost: Fen,
    /// The freight it takes, whoever pays it.
    #[serde(default)]
    pub freight: Fen,
    /// Who pays that.
    pub payer: FreightPayer,
    /// What is done, in the agent's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub steps: String,
    /// By when, as a playbook writes it: `1wd`.
    pub due: String,
    /// On what condition.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub condition: String,
    /// The words for the buyer; made of the rest when there are none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Why it cannot be done after all.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub obstacle: String,
    /// Whether it was taken off the list.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dropped: bool,
}

impl Proposal {
    /// What it costs the shop, all in all.
    #[must_use]
    pub fn shop_cost(&self) -> Fen {
        let freight = if self.payer == FreightPayer::Shop { self.freight.0 } else { 0 };
        Fen(self.give.0.saturating_add(self.cost.0).saturating_add(freight))
    }

    /// Whether it can be offered.
    #[must_use]
    pub const fn is_feasible(&self) -> bool {
        !self.dropped && self.obstacle.is_empty()
    }
}

/// The options a buyer was told of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalsOffered {
    /// The reply that told.
    pub message: MessageNo,
    /// Which.
    pub nos: Vec<ProposalNo>,
    /// Why there was only one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// The option the buyer chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picked {
    /// Which.
    pub no: ProposalNo,
    /// In the buyer's words.
    pub quote: String,
    /// The message they stand in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<MessageNo>,
}
