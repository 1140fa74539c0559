//! Going back: one step, to a named one, or to calming. Answers, ticks and promises are kept.

use super::{
    Desk, Refusal,
    refusal::{Named, nearest},
};
use crate::domain::{CaseState, Event, StepId, StepReason};

/// Decides the events of going back; one step when none is named.
pub(super) fn back(
    case: &CaseState,
    step: Option<StepId>,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    // Another playbook may have been chosen since: what it does not have cannot be stood at.
    let path = case.path();
    let (_, before) = path.split_last().ok_or(Refusal::AtStart)?;
    let mut before = before.iter().copied().filter(|step| desk.playbook.step(step).is_some());
    let target = match step {
        None => before.next_back().cloned().ok_or(Refusal::AtStart)?,
        Some(step) if step != case.step && before.any(|seen| *seen == step) => step,
        Some(step) => {
            let known = path.iter().map(|step| step.as_str());
            return Err(Refusal::Unknown {
                what: Named::Step,
                nearest: nearest(step.as_str(), known),
                name: step.to_string(),
            });
        }
    };
    Ok(desk.enter(case, &target, StepReason::Back))
}

/// Decides the events of going back to calming.
pub(super) fn calm(case: &CaseState, desk: &Desk<'_>) -> Result<Vec<Event>, Refusal> {
    let calming = desk.playbook.calming_step().clone();
    if case.step == calming {
        return Err(Refusal::AlreadyCalming);
    }
    Ok(desk.enter(case, &calming, StepReason::Calming))
}
