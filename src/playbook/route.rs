//! Where "next" leads: over steps that do not apply, through groups in any order, in rounds, and back
//! to steps that a changed fact has opened again.

use super::book::{Group, Playbook, Step};
use super::condition::{Condition, ConditionError};
use super::scope::{Judge, Scope};
use super::situation::Situation;
use crate::domain::{EndingId, PlaybookId, StepId, StepReason};
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

/// A way on, with what lies between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// Where it leads.
    pub next: Next,
    /// Why the step there is entered.
    pub reason: StepReason,
    /// The steps passed over: they do not apply, or nothing is left to do there.
    pub passed: Vec<StepId>,
}

/// What becomes of a condition that cannot be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doubt {
    /// Which way is meant is then not known.
    Fails,
    /// It counts as false, to show something.
    CountsAsFalse,
}

impl Playbook {
    /// Where "next" would lead from `step`, whatever is still missing there. From a step this
    /// playbook does not have, the way leads to its first step.
    ///
    /// # Errors
    /// [`ConditionError`] when the condition of a way cannot be decided: which way is meant is then
    /// not known.
    pub fn route(&self, step: &StepId, situation: &Situation<'_>) -> Result<Next, ConditionError> {
        self.leave(step, situation, Doubt::Fails).map(|course| course.next)
    }

    /// Where the case goes on from where it stands, whatever is still missing there: back to where
    /// the buyer flared up, else to the first step opened again, else on.
    ///
    /// # Errors
    /// As [`Self::route`].
    pub fn course(&self, situation: &Situation<'_>) -> Result<Course, ConditionError> {
        self.course_in(situation, Doubt::Fails)
    }

    /// Where the case goes on when its step is passed over: no further round is begun.
    ///
    /// # Errors
    /// As [`Self::route`].
    pub fn past(&self, situation: &Situation<'_>) -> Result<Course, ConditionError> {
        let here = &situation.case.step;
        let Some(step) = self.step(here) else { return Ok(self.beginning()) };
        let next = self.out_of(step, situation, Doubt::Fails)?;
        let course = self.pass(next, situation, Doubt::Fails)?;
        Ok(Course { reason: StepReason::Skipped, ..course })
    }

    /// The way from a step as shown: a condition that cannot be decided counts as false.
    pub(crate) fn likely_route(&self, step: &StepId, situation: &Situation<'_>) -> Next {
        let course = if situation.case.step == *step {
            self.course_in(situation, Doubt::CountsAsFalse)
        } else {
            self.leave(step, situation, Doubt::CountsAsFalse)
        };
        course.map_or(Next::End, |course| course.next)
    }

    /// The steps opened again that still apply, in the order of the file.
    #[must_use]
    pub fn open_again<'a>(&'a self, situation: &Situation<'_>) -> Vec<&'a Step> {
        let reopened = &situation.case.reopened;
        if reopened.is_empty() {
            return Vec::new();
        }
        let open = self.steps.iter().filter(|step| reopened.contains(&step.id));
        open.filter(|step| self.applies(step, situation)).collect()
    }

    fn course_in(&self, situation: &Situation<'_>, doubt: Doubt) -> Result<Course, ConditionError> {
        let case = situation.case;
        if self.step(&case.step).is_some() {
            if let Some(left) = case.left_for_calming().filter(|left| self.step(left).is_some()) {
                return Ok(to(left, StepReason::Forward));
            }
            // On the way through such steps the way itself leads to the next one.
            if case.detour.is_none()
                && let Some(first) = self.open_again(situation).first()
            {
                return Ok(to(&first.id, StepReason::Reopened));
            }
        }
        self.leave(&case.step, situation, doubt)
    }

    fn leave(
        &self,
        from: &StepId,
        situation: &Situation<'_>,
        doubt: Doubt,
    ) -> Result<Course, ConditionError> {
        let Some(step) = self.step(from) else { return Ok(self.beginning()) };
        if let Some(repeat) = &step.repeat
            && !self.holds(step, &repeat.until, situation, doubt)?
        {
            let round = if situation.case.step == *from { situation.case.round() } else { 1 };
            if round < repeat.most {
                return Ok(to(from, StepReason::Again));
            }
            return self.pass(repeat.then.clone(), situation, doubt);
        }
        let next = self.out_of(step, situation, doubt)?;
        self.pass(next, situation, doubt)
    }

    /// The way out of a step: within its group while that is not done, else the first way that holds,
    /// else the following step.
    fn out_of(
        &self,
        step: &Step,
        situation: &Situation<'_>,
        doubt: Doubt,
    ) -> Result<Next, ConditionError> {
        let Some(group) = self.group_of(step) else { return self.ways(step, situation, doubt) };
        if !self.suffices(group, situation)
            && let Some(member) = self.next_member(group, &step.id, situation)
        {
            return Ok(Next::Step(member.id.clone()));
        }
        self.ways(self.last_of(group, step), situation, doubt)
    }

    fn ways(
        &self,
        step: &Step,
        situation: &Situation<'_>,
        doubt: Doubt,
    ) -> Result<Next, ConditionError> {
        for branch in &step.next {
            // A way to the playbook the case runs on leads nowhere: it is there already. Handed back
            // to one it has left, with nothing learned since, it would go round and round.
            if let Next::Playbook(id) = &branch.goto
                && (*id == self.reference.id || situation.case.has_left(id))
            {
                continue;
            }
            let holds = |when| self.holds(step, when, situation, doubt);
            if branch.when.as_ref().map_or(Ok(true), holds)? {
                return Ok(branch.goto.clone());
            }
        }
        let at = self.steps.iter().position(|known| known.id == step.id);
        let following = at.and_then(|at| self.steps.get(at + 1));
        Ok(following.map_or(Next::End, |step| Next::Step(step.id.clone())))
    }

    /// Goes over steps that need not be entered.
    fn pass(
        &self,
        mut next: Next,
        situation: &Situation<'_>,
        doubt: Doubt,
    ) -> Result<Course, ConditionError> {
        let mut passed: Vec<StepId> = Vec::new();
        while let Next::Step(id) = &next {
            let Some(step) = self.step(id) else { break };
            // A circle of steps that are all passed over leads nowhere: it stops where it began.
            if passed.contains(id) || self.is_to_be_entered(step, situation) {
                break;
            }
            passed.push(id.clone());
            next = match self.group_of(step) {
                Some(group) => {
                    let member = self.next_member(group, &step.id, situation);
                    let member = member.filter(|member| !passed.contains(&member.id));
                    match member.filter(|_| !self.suffices(group, situation)) {
                        Some(member) => Next::Step(member.id.clone()),
                        None => self.ways(self.last_of(group, step), situation, doubt)?,
                    }
                }
                None => self.after(step, situation, doubt)?,
            };
        }
        Ok(Course { next, reason: StepReason::Forward, passed })
    }

    /// The step whose ways lead out of a group.
    fn last_of<'a>(&'a self, group: &Group, member: &'a Step) -> &'a Step {
        group.steps.last().and_then(|last| self.step(last)).unwrap_or(member)
    }

    /// The way on from a step that is passed over: the one it was left by, or would be.
    fn after(
        &self,
        step: &Step,
        situation: &Situation<'_>,
        doubt: Doubt,
    ) -> Result<Next, ConditionError> {
        if let Some(repeat) = &step.repeat
            && self.applies(step, situation)
            && !self.holds(step, &repeat.until, situation, doubt)?
        {
            return Ok(repeat.then.clone());
        }
        self.ways(step, situation, doubt)
    }

    /// Whether a step the way leads to is entered. While steps opened again are walked, one walked
    /// before is passed over if it is not open again and lacks nothing.
    fn is_to_be_entered(&self, step: &Step, situation: &Situation<'_>) -> bool {
        if !self.applies(step, situation) {
            return false;
        }
        let Some(detour) = &situation.case.detour else { return true };
        let walked = detour.walked.contains(&step.id) && detour.from != step.id;
        !walked || !(self.is_done(step, situation) || self.is_left_open(step, situation))
    }

    /// A step of a group that was left without it may be passed over as it is.
    fn is_left_open(&self, step: &Step, situation: &Situation<'_>) -> bool {
        !situation.case.reopened.contains(&step.id) && self.is_spared(step, situation)
    }

    fn holds(
        &self,
        step: &Step,
        condition: &Condition,
        situation: &Situation<'_>,
        doubt: Doubt,
    ) -> Result<bool, ConditionError> {
        let scope = Scope::new(self, &step.id, situation);
        let held = condition.holds(&Judge::new(&scope));
        match (held, doubt) {
            (Err(_cannot_be_decided), Doubt::CountsAsFalse) => Ok(false),
            (held, Doubt::Fails | Doubt::CountsAsFalse) => held,
        }
    }

    fn beginning(&self) -> Course {
        to(&self.first, StepReason::Forward)
    }
}

fn to(step: &StepId, reason: StepReason) -> Course {
    Course { next: Next::Step(step.clone()), reason, passed: Vec::new() }
}
