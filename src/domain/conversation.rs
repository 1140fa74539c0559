//! A conversation as it comes in from outside: whose, where, about which order, and what was said.

use super::{BuyerName, NewMessage, OrderNo, Platform};

/// One buyer's messages from one source, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversation {
    /// The name the source gives the case, if it gives one: `ext-1`.
    pub key: Option<String>,
    /// Where it comes from.
    pub platform: Platform,
    /// Whose it is.
    pub buyer: BuyerName,
    /// The order it is about.
    pub order: Option<OrderNo>,
    /// What was said, in the source's order.
    pub messages: Vec<NewMessage>,
}
