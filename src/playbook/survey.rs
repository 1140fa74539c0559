//! Where a case stands: the current step as a person needs to see it.

use super::book::{FactDecl, Playbook, Step};
use super::route::Next;
use super::scope::{Judge, Scope};
use super::situation::Situation;
use super::template::shown;
use crate::domain::{CheckId, FactId, FactKind, FactStatus, FactValue, StepId};
use serde::Serialize;

/// A step in a situation, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepView {
    /// Its name.
    pub id: StepId,
    /// Its title.
    pub title: String,
    /// What it is good for.
    pub why: String,
    /// How the buyer feels now.
    pub feel: Option<String>,
    /// Its place among the steps, from 1, and how many there are.
    pub position: (usize, usize),
    /// Whether it may be passed over.
    pub optional: bool,
    /// Whether it is the calming step.
    pub calming: bool,
    /// What is to be ticked.
    pub checks: Vec<CheckView>,
    /// What it wants to know.
    pub facts: Vec<FactView>,
    /// What stands in the way of going on; empty when nothing does.
    pub missing: Vec<Missing>,
    /// Ids of the standards shown with it.
    pub standards: Vec<String>,
    /// Where "next" leads.
    pub next: Next,
}

/// A thing to tick.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckView {
    /// Its name within the step.
    pub id: CheckId,
    /// What it says.
    pub text: String,
    /// Whether it is ticked.
    pub done: bool,
    /// Whether the step can be left without it.
    pub optional: bool,
}

/// A fact the step wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactView {
    /// Its name.
    pub id: FactId,
    /// Its type.
    pub kind: FactKind,
    /// Its name on the screen.
    pub label: String,
    /// The question to the agent.
    pub ask: String,
    /// The values of an enum: id and text.
    pub values: Vec<(String, String)>,
    /// Whether the step cannot be left without it.
    pub required: bool,
    /// What is known.
    pub known: Option<(FactValue, FactStatus)>,
    /// What is known, in words.
    pub shown: Option<String>,
}

/// Something that stands in the way of going on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "missing", rename_all = "kebab-case")]
pub enum Missing {
    /// A check is not ticked.
    Check {
        /// Which.
        id: CheckId,
        /// What it says.
        text: String,
    },
    /// A fact is not known.
    Fact {
        /// Which.
        id: FactId,
        /// The question to the agent.
        ask: String,
    },
    /// A condition does not hold.
    Need {
        /// What is missing.
        text: String,
    },
}

impl Playbook {
    /// A step as it stands in a situation; `None` for a step this playbook does not have.
    #[must_use]
    pub fn survey(&self, step: &StepId, situation: &Situation<'_>) -> Option<StepView> {
        let at = self.steps.iter().position(|known| known.id == *step)?;
        let step = self.steps.get(at)?;
        let lang = situation.lang;
        let scope = Scope::new(self, &step.id, situation);
        let judge = Judge::new(&scope);
        let checks: Vec<CheckView> = step
            .checks
            .iter()
            .map(|check| CheckView {
                id: check.id.clone(),
                text: check.text.get(lang).to_owned(),
                done: situation.case.is_checked(&step.id, &check.id),
                optional: check.optional,
            })
            .collect();
        let facts: Vec<FactView> = step
            .asks
            .iter()
            .filter_map(|id| self.fact(id))
            .map(|fact| fact_view(fact, step, situation))
            .collect();
        Some(StepView {
            id: step.id.clone(),
            title: step.title.get(lang).to_owned(),
            why: step.why.get(lang).to_owned(),
            feel: step.feel.as_ref().map(|feel| feel.get(lang).to_owned()),
            position: (at + 1, self.steps.len()),
            optional: step.optional,
            calming: step.calming,
            missing: missing(step, &checks, &facts, &judge, situation),
            standards: step.standards.clone(),
            next: self.likely_route(at, step, &judge),
            checks,
            facts,
        })
    }
}

fn fact_view(fact: &FactDecl, step: &Step, situation: &Situation<'_>) -> FactView {
    let lang = situation.lang;
    let known = situation.fact(&fact.id, fact.kind);
    FactView {
        id: fact.id.clone(),
        kind: fact.kind,
        label: fact.label.get(lang).to_owned(),
        ask: fact.ask.get(lang).to_owned(),
        values: fact
            .values
            .iter()
            .map(|choice| (choice.id.clone(), choice.text.get(lang).to_owned()))
            .collect(),
        required: step.requires.contains(&fact.id),
        known: known.map(|known| (known.value.clone(), known.status)),
        shown: known.map(|known| shown(fact, &known.value, lang)),
    }
}

/// Checks first, then facts, then conditions: the order in which they are worked down.
fn missing(
    step: &Step,
    checks: &[CheckView],
    facts: &[FactView],
    judge: &Judge<'_, '_>,
    situation: &Situation<'_>,
) -> Vec<Missing> {
    let checks = checks
        .iter()
        .filter(|check| !check.done && !check.optional)
        .map(|check| Missing::Check { id: check.id.clone(), text: check.text.clone() });
    let facts = facts
        .iter()
        .filter(|fact| fact.required && fact.known.is_none())
        .map(|fact| Missing::Fact { id: fact.id.clone(), ask: fact.ask.clone() });
    // A need that cannot be decided is not met: better one question too many than a gate open.
    let needs = step
        .needs
        .iter()
        .filter(|need| need.when.holds(judge) != Ok(true))
        .map(|need| Missing::Need { text: need.words.get(situation.lang).to_owned() });
    checks.chain(facts).chain(needs).collect()
}
