//! The shop's own rules: how it speaks, when it works, how long a reply can be taken back.

use crate::domain::{Calendar, Span};
use crate::playbook::Shop;

/// The shop's rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// How the shop calls itself and the buyer.
    pub shop: Shop,
    /// When it works.
    pub calendar: Calendar,
    /// How long a sent reply can be taken back; zero is never.
    pub undo: Span,
    /// How much working time a waiting buyer is owed an answer in.
    pub first_answer: Span,
}

/// Ten seconds to take a reply back, three working minutes to answer.
impl Default for Policy {
    fn default() -> Self {
        Self {
            shop: Shop::default(),
            calendar: Calendar::default(),
            undo: Span::seconds(10),
            first_answer: Span::minutes(3),
        }
    }
}
