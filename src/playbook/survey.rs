//! Where a case stands: the current step as a person needs to see it.

use super::book::{ExhibitWant, FactDecl, Playbook, Step};
use super::group::GroupView;
use super::missing::{Missing, is_collected};
use super::route::Next;
use super::scope::{Judge, Scope};
use super::situation::Situation;
use super::template::shown;
use crate::domain::{CheckId, ExhibitKind, FactId, FactKind, FactStatus, FactValue, StepId};
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
    /// What is to be collected.
    pub exhibits: Vec<ExhibitView>,
    /// The group of steps in any order it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupView>,
    /// The title of the call it runs in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// Which round it is, and how many there are at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub round: Option<(u32, u32)>,
    /// To whom the matter is handed up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub escalated_to: Option<String>,
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
    /// Whether a person may tick it; else it is done by what is on record, or by a reply.
    pub by_hand: bool,
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

/// An exhibit the step wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExhibitView {
    /// As the playbook writes it: `ev.pod|ev.auth-pod`.
    pub want: String,
    /// The kinds of which one is wanted.
    pub any: Vec<ExhibitKind>,
    /// Whether one was collected.
    pub collected: bool,
}

impl Playbook {
    /// A step as it stands in a situation; `None` for a step this playbook does not have.
    #[must_use]
    pub fn survey(&self, step: &StepId, situation: &Situation<'_>) -> Option<StepView> {
        let at = self.steps.iter().position(|known| known.id == *step)?;
        let step = self.steps.get(at)?;
        let lang = situation.lang;
        let present = self.presented(step, situation);
        let scope = Scope::new(self, &step.id, situation);
        let judge = Judge::new(&scope);
        let checks: Vec<CheckView> = present
            .checks()
            .into_iter()
            .map(|check| CheckView {
                id: check.id.clone(),
                text: check.text.get(lang).to_owned(),
                done: check.is_done(&step.id, situation.case, &judge),
                optional: check.optional,
                by_hand: check.by_hand,
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
            why: present.why().get(lang).to_owned(),
            feel: present.feel().map(|feel| feel.get(lang).to_owned()),
            position: (at + 1, self.steps.len()),
            optional: step.optional,
            calming: step.calming,
            missing: self.missing(step, situation),
            standards: step.standards.clone(),
            next: self.likely_route(&step.id, situation),
            exhibits: step.exhibits.iter().map(|want| exhibit_view(want, situation)).collect(),
            group: self.group_view(step, situation),
            within: step.within.as_ref().map(|within| within.title.get(lang).to_owned()),
            round: step.repeat.as_ref().map(|repeat| (situation.case.round(), repeat.most)),
            escalated_to: step.escalate.as_ref().map(|up| up.to.get(lang).to_owned()),
            checks,
            facts,
        })
    }
}

fn exhibit_view(want: &ExhibitWant, situation: &Situation<'_>) -> ExhibitView {
    ExhibitView {
        want: want.to_string(),
        any: want.any.clone(),
        collected: is_collected(situation.case, &want.any),
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
