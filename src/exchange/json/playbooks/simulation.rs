//! `redress playbook simulate --json`.

use super::super::{MissingRecord, Shown};
use crate::domain::{Lang, PlaybookRef, Stamp};
use serde::Serialize;
use std::collections::BTreeMap;

/// A playbook walked over facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SimulationDocument {
    /// `redress.simulation/1`.
    pub format: &'static str,
    /// The playbook it began on.
    pub playbook: PlaybookRef,
    /// The language of titles and texts.
    pub lang: Lang,
    /// The steps entered, in order; one entered twice stands twice.
    pub path: Vec<Shown>,
    /// Every stay at a step, in order.
    pub steps: Vec<StayRecord>,
    /// How it ended.
    pub end: EndRecord,
    /// What is known in the end, computed facts too.
    pub facts: BTreeMap<String, Shown>,
}

/// A stay at a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StayRecord {
    /// The step.
    pub step: Shown,
    /// Its title.
    pub title: Shown,
    /// Why it was entered; null for the first.
    pub reason: Option<&'static str>,
    /// When.
    pub at: Stamp,
    /// What it asked for that was not known.
    pub asks: Vec<AskRecord>,
    /// What was done there.
    pub did: Vec<DidRecord>,
    /// What was refused there.
    pub refused: Vec<RefusedRecord>,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AskRecord {
    /// The fact.
    pub fact: Shown,
    /// The question.
    pub ask: Shown,
    /// Whether the step cannot be left without it.
    pub required: bool,
}

/// Something done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DidRecord {
    /// Which entry of the file, from 1; null for what the walk did by itself.
    pub entry: Option<usize>,
    /// What: `record`, `send`, `advance` …
    pub act: &'static str,
    /// With what: a reply's id, `fact = value` …
    pub subject: Shown,
    /// What happened, by the names of the ledger.
    pub events: Vec<&'static str>,
}

/// Something refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RefusedRecord {
    /// Which entry of the file, from 1; null for what the walk did by itself.
    pub entry: Option<usize>,
    /// What.
    pub act: &'static str,
    /// With what.
    pub subject: Shown,
    /// A short name of the reason.
    pub refused: &'static str,
    /// The reason, in the language of the run.
    pub reason: Shown,
    /// What is missing, when that is the reason.
    pub missing: Vec<MissingRecord>,
}

/// How it ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EndRecord {
    /// `closed`, `at-end`, `missing` or `open`.
    pub state: &'static str,
    /// The playbook it ended on.
    pub playbook: PlaybookRef,
    /// The step it stands at.
    pub step: Shown,
    /// The ending it is at; null for the plain end, and where it is at none.
    pub ending: Option<Shown>,
    /// The result the case was or can be closed with.
    pub result: Option<&'static str>,
    /// Where "next" leads; null unless the way is open.
    pub next: Option<Shown>,
    /// What is missing.
    pub missing: Vec<MissingRecord>,
    /// Promises that must be kept before the case can be closed.
    pub promises: Vec<Shown>,
}
