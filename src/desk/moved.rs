//! What moving a case to another playbook, or another version of its own, would change: looked at
//! before it is done, with nothing written.

use super::open::preview;
use super::{Command, Desk, Refusal, decide};
use crate::domain::{CaseState, CheckId, FactId, FactValue, StepId};
use crate::playbook::{Change, Missing, Playbook, difference};
use std::sync::Arc;

/// What moving a case would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveReport {
    /// What differs between the playbooks.
    pub changes: Vec<Change>,
    /// The step the case stands at.
    pub from: StepId,
    /// The step it would stand at.
    pub to: StepId,
    /// Facts that would no longer be known: not declared any more, or as another kind.
    pub lost_facts: Vec<(FactId, FactValue)>,
    /// Ticks that would belong to nothing any more.
    pub lost_ticks: Vec<(StepId, CheckId)>,
    /// Steps already walked that would now lack something, in the order of the playbook.
    pub reopened: Vec<(StepId, Vec<Missing>)>,
}

impl MoveReport {
    /// Whether the case itself would go on as it is.
    #[must_use]
    pub const fn is_harmless(&self) -> bool {
        self.lost_facts.is_empty() && self.lost_ticks.is_empty() && self.reopened.is_empty()
    }
}

/// What moving a case from the desk's playbook to another one would change.
///
/// # Errors
/// The [`Refusal`] that choosing that playbook would meet, as when the case runs on it already.
pub fn moved(case: &CaseState, to: &Arc<Playbook>, desk: &Desk<'_>) -> Result<MoveReport, Refusal> {
    let events = decide(case, Command::Choose(Arc::clone(to)), desk)?;
    let mut after = case.clone();
    preview(&mut after, &events, desk.agent, desk.now)
        .map_err(|broken| Refusal::BrokenStep(broken.to_string()))?;
    let known = |book: &Playbook, fact: &FactId, value: &FactValue| {
        book.fact(fact).is_some_and(|declared| {
            let fits = match value {
                FactValue::Enum(id) => declared.choice(id).is_some(),
                FactValue::Bool(_)
                | FactValue::Text(_)
                | FactValue::Number(_)
                | FactValue::Money(_)
                | FactValue::Date(_)
                | FactValue::List(_) => true,
            };
            declared.kind == value.kind() && declared.compute.is_none() && fits
        })
    };
    let lost_facts = case
        .facts
        .iter()
        .map(|(fact, known)| (fact, &known.value))
        .filter(|(fact, value)| known(desk.playbook, fact, value) && !known(to, fact, value))
        .map(|(fact, value)| (fact.clone(), value.clone()))
        .collect();
    let has = |book: &Playbook, step: &StepId, check: &CheckId| {
        let step = book.step(step);
        step.is_some_and(|step| step.checks.iter().any(|known| known.id == *check))
    };
    let lost_ticks = case
        .checks
        .iter()
        .filter(|(step, check)| has(desk.playbook, step, check) && !has(to, step, check))
        .cloned()
        .collect();
    Ok(MoveReport {
        changes: difference(desk.playbook, to),
        from: case.step.clone(),
        to: after.step.clone(),
        lost_facts,
        lost_ticks,
        reopened: reopened(case, &after, to, desk),
    })
}

/// Steps walked before the one the case would stand at, complete as they were left, that would lack
/// something now.
fn reopened(
    case: &CaseState,
    after: &CaseState,
    to: &Playbook,
    desk: &Desk<'_>,
) -> Vec<(StepId, Vec<Missing>)> {
    let walked = case.path();
    let old = desk.situation(case);
    let moved = Desk { playbook: to, ..*desk };
    let new = moved.situation(after);
    let mut found = Vec::new();
    for step in to.steps.iter().filter(|step| step.id != after.step && walked.contains(&&step.id)) {
        let before = desk.playbook.survey(&step.id, &old).map(|view| view.missing);
        let now = to.survey(&step.id, &new).map(|view| view.missing).unwrap_or_default();
        let lacked = before.unwrap_or_default();
        let fresh: Vec<Missing> = now.into_iter().filter(|one| !lacked.contains(one)).collect();
        if !fresh.is_empty() {
            found.push((step.id.clone(), fresh));
        }
    }
    found
}
