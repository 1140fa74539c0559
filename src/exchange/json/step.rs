//! The step a case stands at, and the replies that fit, in `redress show CASE --json`.

use super::{MissingRecord, Shown};
use crate::domain::{CheckId, EndingId, FactId, FactKind, FactStatus, PlaybookId, ReplyId, StepId};
use serde::Serialize;

/// The current step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepRecord {
    /// Which.
    pub id: StepId,
    /// Its title.
    pub title: Shown,
    /// Why it is there.
    pub why: Shown,
    /// Its place among the playbook's steps, from 1.
    pub place: usize,
    /// How many steps the playbook has.
    pub of: usize,
    /// Whether it may be skipped.
    pub optional: bool,
    /// Its checks.
    pub checks: Vec<StepCheck>,
    /// The facts it asks for.
    pub facts: Vec<StepFact>,
    /// What is missing before the case can go on; empty when nothing is.
    pub missing: Vec<MissingRecord>,
    /// Where "next" leads; null when the case may be closed, or goes on with another playbook.
    pub next: Option<StepId>,
    /// The ending "next" leads to; null for the plain end and for steps.
    pub ending: Option<EndingId>,
    /// The playbook "next" hands the case over to.
    pub playbook: Option<PlaybookId>,
    /// What is to be collected.
    pub exhibits: Vec<StepExhibit>,
    /// The group of steps in any order it belongs to.
    pub group: Option<StepGroup>,
    /// Which round of the step it is; null for a step without rounds.
    pub round: Option<u32>,
    /// The title of the call it runs in; null for the playbook's own steps.
    pub within: Option<Shown>,
    /// Who has to decide meanwhile; null when nobody else has.
    pub escalated_to: Option<Shown>,
    /// Offers whose turn has not come.
    pub locked: Vec<LockedRecord>,
}

/// An offer whose turn has not come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LockedRecord {
    /// Which reply.
    pub id: ReplyId,
    /// The reply it waits for, or that suffices.
    pub before: ReplyId,
}

/// What the step wants collected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepExhibit {
    /// The kinds of which one is wanted.
    pub any: Vec<Shown>,
    /// Whether one was collected.
    pub collected: bool,
}

/// A group of steps in any order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepGroup {
    /// Its title.
    pub title: Shown,
    /// How many of its steps suffice.
    pub enough: usize,
    /// Its steps: those of them that apply.
    pub steps: Vec<GroupMember>,
}

/// A step of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupMember {
    /// Which.
    pub id: StepId,
    /// Whether it is done.
    pub done: bool,
}

/// A check of the step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepCheck {
    /// Which.
    pub id: CheckId,
    /// Its words.
    pub text: Shown,
    /// Whether it is ticked.
    pub done: bool,
    /// Whether it may stay open.
    pub optional: bool,
    /// Whether a person may tick it; else it is done by what is on record, or by a reply.
    pub by_hand: bool,
}

/// A fact the step asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepFact {
    /// Which.
    pub id: FactId,
    /// Its type.
    pub kind: FactKind,
    /// Its label.
    pub label: Shown,
    /// The question that asks for it.
    pub ask: Shown,
    /// For an enum, the ids that may be recorded.
    pub values: Vec<Shown>,
    /// Whether the step needs it.
    pub required: bool,
    /// What is known, in words; null when nothing is.
    pub value: Option<Shown>,
    /// How sure that is.
    pub status: Option<FactStatus>,
}

/// A reply that fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReplyRecord {
    /// Which: the word for `redress do CASE reply`.
    pub id: ReplyId,
    /// Its title.
    pub title: Shown,
    /// Why it is offered.
    pub why: Shown,
    /// Its text as it would be sent, gaps named in it.
    pub text: Shown,
    /// What must be known before it can be sent.
    pub gaps: Vec<Shown>,
    /// Whether it was sent before.
    pub sent_before: bool,
    /// Names of the files that go with it.
    pub attach: Vec<Shown>,
    /// What it does: `calm`, `offer`, `statement` …
    pub kind: &'static str,
    /// Whether it is held back because the buyer is too upset.
    pub held: bool,
}
