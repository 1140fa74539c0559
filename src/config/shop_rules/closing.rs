//! What a shop wants to know before a case is closed.

use crate::domain::Span;

/// What is wanted before a case is closed.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing, wanted or not")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClosingRules {
    /// Who answers for it, where something was agreed or paid besides words.
    pub verdict: bool,
    /// What was done, and what proves it.
    pub proof: bool,
    /// The buyer's word that it is good so, or so many reminders that stayed without an answer.
    pub confirmation: bool,
    /// How many reminders.
    pub reminders: u32,
    /// How far apart at least, so that they count.
    pub apart: Span,
    /// Why it came to the complaint.
    pub cause: bool,
    /// What is learned, or why nothing is.
    pub lesson: bool,
    /// After how many days the buyer is usually asked again; 0 is never.
    pub follow_up_days: u32,
}

impl ClosingRules {
    /// A shop that wants nothing of it.
    pub const NOTHING: Self = Self {
        verdict: false,
        proof: false,
        confirmation: false,
        reminders: 0,
        apart: Span::ZERO,
        cause: false,
        lesson: false,
        follow_up_days: 0,
    };
}

impl Default for ClosingRules {
    fn default() -> Self {
        Self {
            verdict: true,
            proof: true,
            confirmation: true,
            reminders: 2,
            apart: Span::hours(12),
            cause: true,
            lesson: true,
            follow_up_days: 3,
        }
    }
}
