//! A step of a compiled playbook and what stands in it.

use super::super::condition::Condition;
use super::super::due::DueRule;
use super::super::route::Next;
use super::super::scope::Judge;
use super::exhibit::ExhibitWant;
use super::reply::Reply;
use crate::domain::{
    CaseState, CheckId, FactId, GroupId, PlaybookId, ReplyId, StepId, TimerId, Words,
};

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
    /// The call it runs in, when it belongs to another playbook.
    pub within: Option<Within>,
    /// When it is entered at all; else it is passed over.
    pub when: Option<Condition>,
    /// The group it belongs to.
    pub group: Option<GroupId>,
    /// What becomes of its ticks when it is entered again.
    pub again: Again,
    /// Whether it is gone through in rounds.
    pub repeat: Option<Repeat>,
    /// What must be collected before it is left.
    pub exhibits: Vec<ExhibitWant>,
    /// Whether it hands the matter up, and until when.
    pub escalate: Option<Escalation>,
    /// Offers of which each waits for the one before.
    pub ladder: Option<Ladder>,
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
    /// While this holds it stands still.
    pub pause: Option<Condition>,
    /// At how many percent of its time it warns, ascending.
    pub warn: Vec<u8>,
}

/// The call a step of another playbook runs in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Within {
    /// The id of the calling step, the first part of the id of every step in it.
    pub call: StepId,
    /// The calling step's title.
    pub title: Words,
    /// The playbook it is a step of.
    pub playbook: PlaybookId,
}

/// What becomes of a step's ticks when it is entered again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Again {
    /// They stay.
    #[default]
    Keep,
    /// They are taken off.
    Fresh,
}

impl Again {
    /// Every rule.
    pub const ALL: [Self; 2] = [Self::Keep, Self::Fresh];

    /// The name in a playbook file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Fresh => "fresh",
        }
    }

    /// The rule of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|again| again.name() == name)
    }
}

/// Rounds of a step: going on stays in it until the condition holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeat {
    /// When it is over.
    pub until: Condition,
    /// How many rounds there are at most.
    pub most: u32,
    /// Where the way leads after the last of them.
    pub then: Next,
}

/// The matter handed up: a clock runs, and the buyer must hear when to be called back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Escalation {
    /// To whom.
    pub to: Words,
    /// The clock's name within the case.
    pub timer: TimerId,
    /// Until when they have to decide.
    pub due: DueRule,
}

/// Offers in order: the next one only after the one before was sent and did not suffice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder {
    /// The rungs, the smallest offer first; replies of the step.
    pub replies: Vec<ReplyId>,
    /// What must still hold for the next rung; always without one.
    pub still: Option<Condition>,
}

/// Steps that come in any order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub id: GroupId,
    /// Its title.
    pub title: Words,
    /// How many of its steps suffice; without a number all that are not optional.
    pub enough: Option<usize>,
    /// Its steps, in the order of the file; never empty.
    pub steps: Vec<StepId>,
}

/// A condition for leaving a step, with the words for when it does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// What must hold.
    pub when: Condition,
    /// What is missing when it does not.
    pub words: Words,
}

/// A way on.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// What on record has it done, whoever did it and wherever.
    pub holds: Option<Condition>,
    /// Whether a person may tick it.
    pub by_hand: bool,
}

impl Check {
    /// Whether it is done: ticked, or on record.
    pub(crate) fn is_done(&self, step: &StepId, case: &CaseState, judge: &Judge<'_, '_>) -> bool {
        // What cannot be decided is not done: better one question too many than a gate open.
        case.is_checked(step, &self.id)
            || self.holds.as_ref().is_some_and(|holds| holds.holds(judge) == Ok(true))
    }

    /// What on record has it done.
    pub(crate) const fn condition(&self) -> Option<&Condition> {
        self.holds.as_ref()
    }
}
