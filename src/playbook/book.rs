//! A compiled playbook: what the engine walks and what others may look at.

mod ending;
mod exhibit;
mod overlay;
mod rehearsal;
mod reply;
mod step;
mod timer;
mod tool;

pub use ending::Ending;
pub use exhibit::{Evidence, ExhibitWant};
pub use overlay::{Overlay, OverlayFor, StepOverlay};
pub use rehearsal::{Act, Deed, Expectation, Rehearsal, Setting};
pub use reply::{PromiseRule, Reply, ReplyKind, Tones};
pub use step::{
    Again, Branch, Check, Escalation, Group, Ladder, Need, Repeat, Step, StepTimer, Within,
};
pub use timer::{CaseTimer, WARNINGS};
pub use tool::ToolDeed;
pub(crate) use tool::Wrong as WrongTool;

use super::condition::Condition;
use super::source::Text;
use crate::domain::{
    EndingId, FactId, FactKind, FactValue, GroupId, Issue, Lang, Platform, PlaybookRef, ReplyId,
    StepId, TimerId, Words,
};

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
    /// Whether it is a method: what other playbooks are built on, selectable per case or shop.
    pub spine: bool,
    /// What proves the matter.
    pub evidence: Evidence,
    /// Ids of the guards its author names.
    pub guards: Vec<String>,
    /// Words of a buyer that point to it.
    pub trigger: Trigger,
    /// The facts it knows.
    pub facts: Vec<FactDecl>,
    /// Its steps, in order; never empty. Steps of a group stand side by side; those of a called
    /// playbook stand where the call was, under `CALL/STEP`.
    pub steps: Vec<Step>,
    /// Its groups of steps in any order.
    pub groups: Vec<Group>,
    /// Where it can end besides the plain end.
    pub endings: Vec<Ending>,
    /// Clocks of the whole case.
    pub timers: Vec<CaseTimer>,
    /// What differs for some buyers, moods, platforms, languages or shops; parents' first, the
    /// later one over the earlier.
    pub overlays: Vec<Overlay>,
    pub(crate) first: StepId,
    pub(crate) calming: StepId,
    pub(crate) sources: Vec<Text>,
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
    /// The question to the agent; empty for a computed fact.
    pub ask: Words,
    /// The values of an enum.
    pub values: Vec<Choice>,
    /// What conditions take while it is unknown.
    pub default: Option<FactValue>,
    /// What it is computed from; such a fact is neither asked nor recorded.
    pub compute: Option<Condition>,
}

/// Words of a buyer that point to a playbook.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trigger {
    /// Chinese ones.
    pub zh: Vec<String>,
    /// English ones.
    pub en: Vec<String>,
}

/// One value of an enum fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its name in conditions and in the file.
    pub id: String,
    /// Its text, for the agent.
    pub text: Words,
    /// Its words for the buyer, where they are others than its text.
    pub say: Option<Words>,
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

    /// A reply by its id, with the step it belongs to. One that only an overlay has is found too;
    /// one that an overlay replaces is given as the step has it.
    #[must_use]
    pub fn reply(&self, id: &ReplyId) -> Option<(&Step, &Reply)> {
        let of_step = |step: &'_ Step| step.replies.iter().position(|reply| reply.id == *id);
        for step in &self.steps {
            if let Some(reply) = of_step(step).and_then(|at| step.replies.get(at)) {
                return Some((step, reply));
            }
        }
        self.overlays.iter().flat_map(|overlay| &overlay.steps).find_map(|over| {
            let reply = over.replies.iter().find(|reply| reply.id == *id)?;
            Some((self.step(&over.id)?, reply))
        })
    }

    /// A group by its id.
    #[must_use]
    pub fn group(&self, id: &GroupId) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == *id)
    }

    /// An ending by its id.
    #[must_use]
    pub fn ending(&self, id: &EndingId) -> Option<&Ending> {
        self.endings.iter().find(|ending| ending.id == *id)
    }

    /// A clock of the case by its id.
    #[must_use]
    pub fn timer(&self, id: &TimerId) -> Option<&CaseTimer> {
        self.timers.iter().find(|timer| timer.id == *id)
    }
}

impl FactDecl {
    /// The value of that name, for an enum.
    #[must_use]
    pub fn choice(&self, id: &str) -> Option<&Choice> {
        self.values.iter().find(|choice| choice.id == id)
    }
}

impl Trigger {
    /// The words of one language.
    #[must_use]
    pub fn words(&self, lang: Lang) -> &[String] {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}
