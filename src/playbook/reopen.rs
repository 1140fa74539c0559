//! Which steps rest on a fact: when it changes, they are to be looked at again.

use super::book::{Check, Playbook, Step};
use super::condition::Condition;
use super::scope::computed::speaks;
use super::scope::{Judge, Scope};
use super::situation::Situation;
use crate::domain::{FactId, StepId};

impl Playbook {
    /// The steps already walked that rest on a fact and still apply, in the order of the file.
    /// `situation` is the one after the change.
    #[must_use]
    pub fn rests_on(&self, fact: &FactId, situation: &Situation<'_>) -> Vec<StepId> {
        self.resting(&self.resting_on(fact), situation)
    }

    /// The same of a name that is no fact: the verdict, the wish.
    #[must_use]
    pub fn rests_on_name(&self, name: &str, situation: &Situation<'_>) -> Vec<StepId> {
        let fact = FactId::from(name);
        if self.fact(&fact).is_some() {
            // A fact of that name goes before it.
            return Vec::new();
        }
        let mut facts: Vec<&FactId> = vec![&fact];
        for computed in self
            .facts
            .iter()
            .filter(|known| known.compute.as_ref().is_some_and(|compute| speaks(compute, &[&fact])))
        {
            facts.extend(self.resting_on(&computed.id));
        }
        self.resting(&facts, situation)
    }

    fn resting(&self, facts: &[&FactId], situation: &Situation<'_>) -> Vec<StepId> {
        if facts.is_empty() {
            return Vec::new();
        }
        let behind = situation.case.behind();
        self.steps
            .iter()
            .filter(|step| behind.contains(&step.id))
            .filter(|step| self.conditions(step, situation).iter().any(|when| speaks(when, facts)))
            .filter(|step| self.applies(step, situation))
            .map(|step| step.id.clone())
            .collect()
    }

    /// Whether a condition of a step comes out otherwise in one situation than in another; one that
    /// cannot be decided counts as a way of coming out.
    #[must_use]
    pub fn decides_otherwise(
        &self,
        step: &StepId,
        one: &Situation<'_>,
        other: &Situation<'_>,
    ) -> bool {
        let Some(step) = self.step(step) else { return false };
        let (here, there) = (Scope::new(self, &step.id, one), Scope::new(self, &step.id, other));
        let (here, there) = (Judge::new(&here), Judge::new(&there));
        self.conditions(step, other).iter().any(|when| when.holds(&here) != when.holds(&there))
    }

    /// Every condition that decides on entering, staying in or leaving a step.
    fn conditions<'a>(&'a self, step: &'a Step, situation: &Situation<'_>) -> Vec<&'a Condition> {
        let needs = self.presented(step, situation).needs().map(|need| &need.when).collect();
        let ways = step.next.iter().filter_map(|branch| branch.when.as_ref());
        let rounds = step.repeat.iter().map(|repeat| &repeat.until);
        let rungs = step.ladder.iter().filter_map(|ladder| ladder.still.as_ref());
        let mut all: Vec<&Condition> = needs;
        all.extend(step.when.iter().chain(ways).chain(rounds).chain(rungs));
        all.extend(
            self.presented(step, situation).checks().into_iter().filter_map(Check::condition),
        );
        all
    }
}
