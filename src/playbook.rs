//! The playbook language. (Placeholder for the types of the branch that builds it.)

use crate::domain::{
    AgentName, Calendar, CaseState, CheckId, FactId, FactKind, FactStatus, FactValue, Lang,
    PlaybookId, PlaybookRef, ReplyId, Stamp, StepId, Words,
};

/// A
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
    /// A
    pub case: &'a CaseState,
    /// A
    pub now: Stamp,
    /// A
    pub lang: Lang,
    /// A
    pub calendar: &'a Calendar,
    /// A
    pub shop: &'a Shop,
    /// A
    pub agent: &'a AgentName,
}
/// A
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shop {
    /// A
    pub name: String,
    /// A
    pub address: String,
}
/// A
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepView {
    /// A
    pub id: StepId,
    /// A
    pub title: String,
    /// A
    pub why: String,
    /// A
    pub feel: Option<String>,
    /// A
    pub position: (usize, usize),
    /// A
    pub optional: bool,
    /// A
    pub calming: bool,
    /// A
    pub checks: Vec<CheckView>,
    /// A
    pub facts: Vec<FactView>,
    /// A
    pub missing: Vec<Missing>,
    /// A
    pub standards: Vec<String>,
    /// A
    pub next: Next,
}
/// A
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckView {
    /// A
    pub id: CheckId,
    /// A
    pub text: String,
    /// A
    pub done: bool,
    /// A
    pub optional: bool,
}
/// A
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactView {
    /// A
    pub id: FactId,
    /// A
    pub kind: FactKind,
    /// A
    pub label: String,
    /// A
    pub ask: String,
    /// A
    pub values: Vec<(String, String)>,
    /// A
    pub required: bool,
    /// A
    pub known: Option<(FactValue, FactStatus)>,
    /// A
    pub shown: Option<String>,
}
/// A
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// A
    Check {
        /// A
        id: CheckId,
        /// A
        text: String,
    },
    /// A
    Fact {
        /// A
        id: FactId,
        /// A
        ask: String,
    },
    /// A
    Need {
        /// A
        text: String,
    },
}
/// A
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// A
    Step(StepId),
    /// A
    End,
}
/// A
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReplyKind {
    /// A
    Calm,
    /// A
    Listen,
    /// A
    Restate,
    /// A
    Ask,
    /// A
    Inform,
    /// A
    Explain,
    /// A
    Offer,
    /// A
    Promise,
    /// A
    Thank,
}
/// A
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyView {
    /// A
    pub id: ReplyId,
    /// A
    pub kind: ReplyKind,
    /// A
    pub title: String,
    /// A
    pub rendered: Rendered,
    /// A
    pub sent_before: bool,
    /// A
    pub promises: Vec<PromiseView>,
    /// A
    pub done: Vec<CheckId>,
    /// A
    pub sets: Vec<(FactId, FactValue)>,
    /// A
    pub conditional: Option<String>,
    /// A
    pub fills: Vec<FactId>,
}
/// A
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseView {
    /// A
    pub what: String,
    /// A
    pub due: Stamp,
}
/// A
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rendered {
    /// A
    pub text: String,
    /// A
    pub gaps: Vec<Gap>,
}
/// A
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// A
    pub name: String,
    /// A
    pub label: String,
    /// A
    pub fact: Option<FactId>,
}
/// A
#[derive(Debug)]
pub struct Playbook {
    /// A
    pub reference: PlaybookRef,
    /// A
    pub title: Words,
}
/// A
#[derive(Debug)]
pub enum Origin {
    /// A
    Shipped,
    /// A
    Shop,
    /// A
    Pinned,
}
/// A
#[derive(Debug)]
pub struct Entry {
    /// A
    pub id: PlaybookId,
    /// A
    pub title: Words,
    /// A
    pub about: Words,
}
