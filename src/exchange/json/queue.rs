//! `redress queue --json`.

use super::Shown;
use crate::domain::{
    CaseId, Department, Due, DueKind, Fen, Issue, Mood, Platform, PlaybookId, Stamp, StepId,
};
use serde::Serialize;

/// The open cases by what is due next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QueueDocument {
    /// `redress.queue/2`.
    pub format: &'static str,
    /// The moment `due` is measured against.
    pub now: Stamp,
    /// The cases, the most urgent first.
    pub cases: Vec<QueueRecord>,
    /// Whether there are more than were asked for.
    pub more: bool,
}

/// A case in the queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QueueRecord {
    /// Its number.
    pub case: CaseId,
    /// The buyer's nickname.
    pub buyer: Shown,
    /// Where it comes from.
    pub platform: Platform,
    /// What it is about.
    pub issue: Issue,
    /// How the buyer feels: `calm`, `uneasy`, `disappointed`, `angry`, `abusive`.
    pub mood: Mood,
    /// The playbook it runs on.
    pub playbook: PlaybookId,
    /// The step it stands at.
    pub step: StepId,
    /// The end of its order number; null when no order is known.
    pub order_tail: Option<Shown>,
    /// What is due next; null when nothing is.
    pub due: Option<DueRecord>,
    /// The money at stake.
    pub exposure_fen: Fen,
    /// Whether that was reckoned from the standards; else it is what the order cost.
    pub exposure_reckoned: bool,
    /// When the case was opened.
    pub opened_at: Stamp,
    /// Whether it is laid aside.
    pub snoozed: bool,
    /// Whose task it waits for; null when nobody's.
    pub waits_for: Option<Department>,
    /// How many promises were broken.
    pub breaches: u32,
    /// Whether it is open; a closed case is here because the buyer is to be asked again.
    pub open: bool,
    /// Since when the buyer waits for an answer; null when not waiting.
    pub waiting_since: Option<Stamp>,
    /// When something was last said.
    pub last_at: Option<Stamp>,
    /// The beginning of the buyer's last message, on one line.
    pub snippet: Shown,
}

/// What is due, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct DueRecord {
    /// When.
    pub at: Stamp,
    /// `answer`, `promise` or `step`.
    pub kind: DueKind,
    /// Whole minutes left, towards zero; negative when overdue.
    pub minutes_left: i64,
    /// Whether the time is over.
    pub overdue: bool,
}

impl QueueDocument {
    /// A queue as it stands at `now`.
    #[must_use]
    pub const fn new(now: Stamp, cases: Vec<QueueRecord>, more: bool) -> Self {
        Self { format: "redress.queue/2", now, cases, more }
    }
}

impl DueRecord {
    /// What is due, seen from `now`.
    #[must_use]
    pub fn new(due: Due, now: Stamp) -> Self {
        Self {
            at: due.at,
            kind: due.kind,
            minutes_left: due.at.since(now).as_minutes(),
            overdue: due.at < now,
        }
    }
}
