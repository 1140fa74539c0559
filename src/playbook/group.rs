//! Groups of steps that come in any order.

use super::book::{Group, Playbook, Step};
use super::situation::Situation;
use crate::domain::StepId;
use serde::Serialize;

/// A group as it stands in a situation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupView {
    /// Its title.
    pub title: String,
    /// Its steps that apply now, in the order of the file.
    pub steps: Vec<GroupStep>,
    /// How many of them suffice.
    pub enough: usize,
    /// Whether so many are done, so that the group can be left.
    pub done: bool,
}

/// A step of a group as it stands in a situation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupStep {
    /// Its name.
    pub id: StepId,
    /// Its title.
    pub title: String,
    /// Whether it was visited and lacks nothing.
    pub done: bool,
    /// Whether the case stands there.
    pub here: bool,
}

impl Playbook {
    /// The group a step belongs to.
    pub(crate) fn group_of(&self, step: &Step) -> Option<&Group> {
        self.group(step.group.as_ref()?)
    }

    /// The group of a step, as a person needs to see it.
    pub(crate) fn group_view(&self, step: &Step, situation: &Situation<'_>) -> Option<GroupView> {
        let group = self.group_of(step)?;
        let steps = self.members(group, situation);
        let view = |member: &Step| GroupStep {
            id: member.id.clone(),
            title: member.title.get(situation.lang).to_owned(),
            done: self.is_done(member, situation),
            here: situation.case.step == member.id,
        };
        Some(GroupView {
            title: group.title.get(situation.lang).to_owned(),
            enough: wanted(group, &steps),
            steps: steps.into_iter().map(view).collect(),
            done: self.suffices(group, situation),
        })
    }

    /// Whether enough steps of a group are done.
    pub(crate) fn suffices(&self, group: &Group, situation: &Situation<'_>) -> bool {
        let members = self.members(group, situation);
        let done = |step: &&&Step| self.is_done(step, situation);
        match group.enough {
            Some(_some) => members.iter().filter(done).count() >= wanted(group, &members),
            None => members.iter().filter(|step| !step.optional).all(|step| done(&step)),
        }
    }

    /// Whether a step may be left as it is, because enough of its group is done without it.
    pub(crate) fn is_spared(&self, step: &Step, situation: &Situation<'_>) -> bool {
        self.group_of(step).is_some_and(|group| self.suffices(group, situation))
    }

    /// The next step of a group that is not done, after `after` and then from the group's beginning.
    pub(crate) fn next_member<'a>(
        &'a self,
        group: &Group,
        after: &StepId,
        situation: &Situation<'_>,
    ) -> Option<&'a Step> {
        let members = self.members(group, situation);
        let place = |id: &StepId| group.steps.iter().position(|known| known == id);
        let here = place(after);
        let (before, behind): (Vec<&Step>, Vec<&Step>) =
            members.into_iter().partition(|step| place(&step.id) <= here);
        let mut round = behind.into_iter().chain(before);
        round.find(|step| step.id != *after && !self.is_done(step, situation))
    }

    fn members<'a>(&'a self, group: &Group, situation: &Situation<'_>) -> Vec<&'a Step> {
        let steps = group.steps.iter().filter_map(|id| self.step(id));
        steps.filter(|step| self.applies(step, situation)).collect()
    }

    /// Whether a step was visited, lacks nothing, and no changed fact has opened it again.
    pub(crate) fn is_done(&self, step: &Step, situation: &Situation<'_>) -> bool {
        let case = situation.case;
        case.visits.iter().any(|visit| visit.step == step.id)
            && !case.reopened.contains(&step.id)
            && self.lacks(step, situation).is_empty()
    }
}

/// How many steps suffice: never more than there are.
fn wanted(group: &Group, members: &[&Step]) -> usize {
    let all = || members.iter().filter(|step| !step.optional).count();
    group.enough.map_or_else(all, |enough| enough.min(members.len()))
}
