//! A compiled playbook: what the engine walks and what others may look at.

use super::condition::Condition;
use super::due::DueRule;
use super::route::Next;
use super::template::Template;
use crate::domain::{
    CheckId, FactId, FactKind, FactValue, Issue, Platform, PlaybookRef, ReplyId, StepId, TimerId,
    Words,
};
use serde::{Deserialize, Serialize};

/// A playbook ready to run, its parents worked in.
#[derive(Debug)]
pub struct Playbook {
    /// Its id and version.
    pub reference: PlaybookRef,
    /// Its name.
    pub title: Words,
    /// One sentence about it.
    pub about: Words,
    /// The issues it claims.
    pub issues: Vec<Issue>,
    /// The platforms it is for; empty is every one.
    pub platforms: Vec<Platform>,
    /// The facts it knows.
    pub facts: Vec<FactDecl>,
    /// Its steps, in order; never empty.
    pub steps: Vec<Step>,
    pub(crate) first: StepId,
    pub(crate) calming: StepId,
    pub(crate) sources: Vec<String>,
}

/// A declared fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactDecl {
    /// Its name, also in conditions.
    pub id: FactId,
    /// Its type.
    pub kind: FactKind,
    /// Its name on the screen.
    pub label: Words,
    /// The question to the agent.
    pub ask: Words,
    /// The values of an enum.
    pub values: Vec<Choice>,
    /// What conditions take while it is unknown.
    pub default: Option<FactValue>,
}

/// One value of an enum fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its name in conditions and in the file.
    pub id: String,
    /// Its text.
    pub text: Words,
}

/// A step.
#[derive(Debug)]
pub struct Step {
    /// Its name.
    pub id: StepId,
    /// Its title.
    pub title: Words,
    /// What it is good for.
    pub why: Words,
    /// How the buyer feels now.
    pub feel: Option<Words>,
    /// Whether "back to calming" leads here.
    pub calming: bool,
    /// Whether it may be passed over.
    pub optional: bool,
    /// The facts it wants, in order.
    pub asks: Vec<FactId>,
    /// Those of `asks` it cannot be left without.
    pub requires: Vec<FactId>,
    /// The standards shown with it.
    pub standards: Vec<String>,
    /// A clock that runs while the case stands here.
    pub timer: Option<StepTimer>,
    /// What must hold before it is left.
    pub needs: Vec<Need>,
    /// The ways on; the first that holds is taken, without one the following step.
    pub next: Vec<Branch>,
    /// What is to be ticked.
    pub checks: Vec<Check>,
    /// What can be said, best first.
    pub replies: Vec<Reply>,
}

/// A clock of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepTimer {
    /// Its name within the case.
    pub id: TimerId,
    /// When it runs out.
    pub due: DueRule,
}

/// A condition for leaving a step, with the words for when it does not hold.
#[derive(Debug)]
pub struct Need {
    /// What must hold.
    pub when: Condition,
    /// What is missing when it does not.
    pub words: Words,
}

/// A way on.
#[derive(Debug)]
pub struct Branch {
    /// When it is taken; always without one.
    pub when: Option<Condition>,
    /// Where it leads.
    pub goto: Next,
}

/// A thing to tick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Its name within the step.
    pub id: CheckId,
    /// What it says.
    pub text: Words,
    /// Whether the step can be left without it.
    pub optional: bool,
}

/// A scripted reply.
#[derive(Debug)]
pub struct Reply {
    /// Its name within the playbook.
    pub id: ReplyId,
    /// What it does.
    pub kind: ReplyKind,
    /// Its short title.
    pub title: Words,
    /// When it fits; always without one.
    pub when: Option<Condition>,
    /// Its text.
    pub text: Template,
    /// Checks of its step that sending ticks.
    pub done: Vec<CheckId>,
    /// Facts that sending records.
    pub sets: Vec<(FactId, FactValue)>,
    /// Promises that sending makes.
    pub promises: Vec<PromiseRule>,
    /// Facts it asks the buyer for, if its author says so.
    pub asks: Option<Vec<FactId>>,
}

/// A promise that a reply makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseRule {
    /// Its name within the reply, `due.NAME` in the text.
    pub id: String,
    /// What is promised.
    pub what: Words,
    /// By when.
    pub due: DueRule,
}

/// What a reply does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReplyKind {
    /// Meets the feeling.
    Calm,
    /// Shows that one listens.
    Listen,
    /// Says the complaint back.
    Restate,
    /// Asks for something.
    Ask,
    /// Tells how things stand.
    Inform,
    /// Explains a rule or a cause.
    Explain,
    /// Offers a way out.
    Offer,
    /// Gives a date.
    Promise,
    /// Thanks.
    Thank,
}

impl ReplyKind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Calm,
        Self::Listen,
        Self::Restate,
        Self::Ask,
        Self::Inform,
        Self::Explain,
        Self::Offer,
        Self::Promise,
        Self::Thank,
    ];

    /// The name in a playbook file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Calm => "calm",
            Self::Listen => "listen",
            Self::Restate => "restate",
            Self::Ask => "ask",
            Self::Inform => "inform",
            Self::Explain => "explain",
            Self::Offer => "offer",
            Self::Promise => "promise",
            Self::Thank => "thank",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether it is held back while the mood is hot: reasons and offers are not heard then.
    #[must_use]
    pub const fn waits_for_calm(self) -> bool {
        match self {
            Self::Explain | Self::Offer => true,
            Self::Calm
            | Self::Listen
            | Self::Restate
            | Self::Ask
            | Self::Inform
            | Self::Promise
            | Self::Thank => false,
        }
    }
}

impl Playbook {
    /// Where a case begins.
    #[must_use]
    pub const fn first_step(&self) -> &StepId {
        &self.first
    }

    /// Where "back to calming" leads.
    #[must_use]
    pub const fn calming_step(&self) -> &StepId {
        &self.calming
    }

    /// A step by its id.
    #[must_use]
    pub fn step(&self, id: &StepId) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == *id)
    }

    /// A declared fact by its id.
    #[must_use]
    pub fn fact(&self, id: &FactId) -> Option<&FactDecl> {
        self.facts.iter().find(|fact| fact.id == *id)
    }

    /// A reply by its id, with the step it belongs to.
    #[must_use]
    pub fn reply(&self, id: &ReplyId) -> Option<(&Step, &Reply)> {
        self.steps
            .iter()
            .find_map(|step| step.replies.iter().find(|r| r.id == *id).map(|reply| (step, reply)))
    }
}

impl FactDecl {
    /// The value of that name, for an enum.
    #[must_use]
    pub fn choice(&self, id: &str) -> Option<&Choice> {
        self.values.iter().find(|choice| choice.id == id)
    }
}
