//! Another step of the same group is taken up, in whatever order, even with things missing here; or
//! a step that a changed fact has opened again.

use super::{
    Desk, Refusal,
    refusal::{Named, nearest},
};
use crate::domain::{CaseState, Event, StepId, StepReason};

/// Decides the events of taking up a step.
pub(super) fn enter(
    case: &CaseState,
    step: &StepId,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    if case.step == *step {
        return Err(Refusal::NothingNew);
    }
    let situation = desk.situation(case);
    let group = desk.playbook.step(&case.step).and_then(|here| here.group.as_ref());
    let group = group.and_then(|group| desk.playbook.group(group));
    let members = group.map_or(&[][..], |group| group.steps.as_slice());
    if members.contains(step) {
        return Ok(desk.enter(case, step, StepReason::Entered));
    }
    let open = desk.playbook.open_again(&situation);
    if open.iter().any(|open| open.id == *step) {
        return Ok(desk.enter(case, step, StepReason::Reopened));
    }
    if desk.playbook.step(step).is_some() {
        return Err(Refusal::NotInGroup(step.to_string()));
    }
    let known = members.iter().chain(open.iter().map(|open| &open.id));
    Err(Refusal::Unknown {
        what: Named::Step,
        nearest: nearest(step.as_str(), known.map(StepId::as_str)),
        name: step.to_string(),
    })
}
