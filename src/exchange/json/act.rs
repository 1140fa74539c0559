//! `redress do CASE COMMAND --json`.

use super::DueRecord;
use crate::domain::{CaseId, CaseState, Event, Stamp, StepId, Version};
use serde::Serialize;

/// An act that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ActDocument {
    /// `redress.act/1`.
    pub format: &'static str,
    /// The case.
    pub case: CaseId,
    /// How many events it has now.
    pub version: Version,
    /// What happened, in order, by the names of the ledger: `reply-sent`, `promise-made`.
    pub events: Vec<&'static str>,
    /// The step the case stands at now.
    pub step: StepId,
    /// Whether it is open.
    pub open: bool,
    /// What is due next.
    pub due: Option<DueRecord>,
}

impl ActDocument {
    /// What was done, and how the case stands after it.
    pub fn new<'a>(
        after: &CaseState,
        events: impl IntoIterator<Item = &'a Event>,
        now: Stamp,
    ) -> Self {
        Self {
            format: "redress.act/1",
            case: after.id,
            version: after.version,
            events: events.into_iter().map(Event::kind).collect(),
            step: after.step.clone(),
            open: after.is_open(),
            due: after.next_due().map(|due| DueRecord::new(due, now)),
        }
    }
}
