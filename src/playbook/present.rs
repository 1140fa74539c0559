//! A step as it is for one case: with what the overlays that apply now change. The one place where
//! they are worked in: survey, replies, clocks and ticks all look at the same step.

use super::book::{Check, Need, Overlay, Playbook, Reply, Step, StepOverlay, StepTimer};
use super::condition::{Condition, ConditionError};
use super::scope::{Judge, Scope};
use super::situation::Situation;
use crate::domain::{StepId, Words};

/// A step with its overlays.
#[derive(Debug)]
pub struct Present<'a> {
    /// The step as the playbook has it.
    pub step: &'a Step,
    over: Vec<&'a StepOverlay>,
}

impl Playbook {
    /// The overlays that apply now, in their order: the later one goes over the earlier.
    pub(crate) fn overlays_now<'a>(
        &'a self,
        situation: &Situation<'_>,
    ) -> impl Iterator<Item = &'a Overlay> {
        let (case, lang) = (situation.case, situation.lang);
        let buyer_type = self.buyer_type(situation).to_owned();
        let shop = situation.shop.name.clone();
        self.overlays.iter().filter(move |overlay| {
            overlay.when.matches(&buyer_type, case.mood, case.platform, lang, &shop)
        })
    }

    /// A step as it is in a situation.
    #[must_use]
    pub fn present<'a>(&'a self, step: &StepId, situation: &Situation<'_>) -> Option<Present<'a>> {
        self.step(step).map(|step| self.presented(step, situation))
    }

    pub(crate) fn presented<'a>(
        &'a self,
        step: &'a Step,
        situation: &Situation<'_>,
    ) -> Present<'a> {
        if self.overlays.is_empty() {
            return Present { step, over: Vec::new() };
        }
        let steps = self.overlays_now(situation).flat_map(|overlay| &overlay.steps);
        Present { step, over: steps.filter(|over| over.id == step.id).collect() }
    }

    /// Whether a condition holds at the step a case stands at; one that cannot be decided does not.
    #[must_use]
    pub fn holds_now(&self, condition: &Condition, situation: &Situation<'_>) -> bool {
        let scope = Scope::new(self, &situation.case.step, situation);
        condition.holds(&Judge::new(&scope)) == Ok(true)
    }

    /// Whether a step is entered at all in a situation; else it is passed over. One whose condition
    /// cannot be decided is entered: better a step too many than one left out.
    #[must_use]
    pub fn applies(&self, step: &Step, situation: &Situation<'_>) -> bool {
        !self.presented(step, situation).is_passed_over()
            && step.when.as_ref().is_none_or(|when| {
                let scope = Scope::new(self, &step.id, situation);
                let held: Result<bool, ConditionError> = when.holds(&Judge::new(&scope));
                held != Ok(false)
            })
    }
}

impl<'a> Present<'a> {
    /// Whether an overlay has it passed over.
    #[must_use]
    pub fn is_passed_over(&self) -> bool {
        self.over.iter().any(|over| over.skip)
    }

    /// What it is good for.
    #[must_use]
    pub fn why(&self) -> &'a Words {
        self.last(|over| over.why.as_ref()).unwrap_or(&self.step.why)
    }

    /// How the buyer feels now.
    #[must_use]
    pub fn feel(&self) -> Option<&'a Words> {
        self.last(|over| over.feel.as_ref()).or(self.step.feel.as_ref())
    }

    /// The clock that runs while the case stands here.
    #[must_use]
    pub fn timer(&self) -> Option<&'a StepTimer> {
        self.last(|over| over.timer.as_ref()).or(self.step.timer.as_ref())
    }

    /// What must hold before it is left, the step's own first.
    pub fn needs(&self) -> impl Iterator<Item = &'a Need> {
        self.step.needs.iter().chain(self.over.iter().flat_map(|over| &over.needs))
    }

    /// What is to be ticked: the step's own, replaced where an overlay has the same, then added.
    #[must_use]
    pub fn checks(&self) -> Vec<&'a Check> {
        let added = self.over.iter().map(|over| over.checks.as_slice());
        laid_over(&self.step.checks, added, |one, other| one.id == other.id)
    }

    /// What can be said: the step's own, replaced where an overlay has the same, then added.
    #[must_use]
    pub fn replies(&self) -> Vec<&'a Reply> {
        let added = self.over.iter().map(|over| over.replies.as_slice());
        laid_over(&self.step.replies, added, |one, other| one.id == other.id)
    }

    fn last<T>(&self, part: impl Fn(&'a StepOverlay) -> Option<T>) -> Option<T> {
        self.over.iter().rev().find_map(|over| part(over))
    }
}

fn laid_over<'a, T>(
    own: &'a [T],
    layers: impl Iterator<Item = &'a [T]>,
    same: impl Fn(&T, &T) -> bool,
) -> Vec<&'a T> {
    let mut all: Vec<&T> = own.iter().collect();
    for one in layers.flatten() {
        match all.iter_mut().find(|before| same(before, one)) {
            Some(before) => *before = one,
            None => all.push(one),
        }
    }
    all
}
