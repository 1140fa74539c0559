//! Clocks of the whole case.

use super::super::condition::Condition;
use super::super::due::DueRule;
use crate::domain::{FactId, TimerId, Words};

/// At how many percent of its time a clock warns, if its author does not say.
pub const WARNINGS: [u8; 3] = [50, 75, 100];

/// A clock that runs over steps, from one condition to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseTimer {
    /// Its name within the case.
    pub id: TimerId,
    /// Its title.
    pub title: Words,
    /// When it starts; from the opening without one.
    pub start: Option<Condition>,
    /// When it stops; with the case without one.
    pub stop: Option<Condition>,
    /// While this holds it stands still.
    pub pause: Option<Condition>,
    /// The date fact it counts from; else it counts from its start.
    pub from: Option<FactId>,
    /// When it runs out.
    pub due: DueRule,
    /// At how many percent of its time it warns, ascending.
    pub warn: Vec<u8>,
    /// The standards it rests on.
    pub basis: Vec<String>,
}
