//! Where "next" leads.

use super::book::{Playbook, Step};
use super::condition::ConditionError;
use super::scope::{Judge, Scope};
use super::situation::Situation;
use crate::domain::{EndingId, PlaybookId, StepId};
use serde::Serialize;

/// Where a way leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Next {
    /// To a step.
    Step(StepId),
    /// To the plain end: the case may be closed.
    End,
    /// To an ending with a name: the case may be closed there.
    Ending(EndingId),
    /// To another playbook, which takes the case over.
    Playbook(PlaybookId),
}

impl Playbook {
    /// Where "next" would lead from `step`, whatever is still missing there. From a step this
    /// playbook does not have, the way leads to its first step.
    ///
    /// # Errors
    /// [`ConditionError`] when the condition of a way cannot be decided: which way is meant is then
    /// not known.
    pub fn route(&self, step: &StepId, situation: &Situation<'_>) -> Result<Next, ConditionError> {
        let Some(at) = self.steps.iter().position(|known| known.id == *step) else {
            return Ok(Next::Step(self.first.clone()));
        };
        let scope = Scope { book: self, step, situation };
        let judge = Judge::new(&scope);
        for branch in self.steps.get(at).into_iter().flat_map(|step| &step.next) {
            let taken = branch.when.as_ref().map_or(Ok(true), |when| when.holds(&judge))?;
            if taken {
                return Ok(branch.goto.clone());
            }
        }
        Ok(self.following(at))
    }

    /// The way from a step as shown: a condition that cannot be decided counts as false.
    pub(crate) fn likely_route(&self, at: usize, step: &Step, judge: &Judge<'_, '_>) -> Next {
        step.next
            .iter()
            .find(|branch| branch.when.as_ref().is_none_or(|when| when.holds(judge) == Ok(true)))
            .map_or_else(|| self.following(at), |branch| branch.goto.clone())
    }

    fn following(&self, at: usize) -> Next {
        self.steps.get(at + 1).map_or(Next::End, |step| Next::Step(step.id.clone()))
    }
}
