//! On to the next step, when the current one's needs are met.

use super::{Desk, Refusal};
use crate::domain::{CaseState, Event, StepId, StepReason};
use crate::playbook::Next;

/// Decides the events of going on. After a return to calming, going on leads back to where the
/// buyer flared up, so that no step is walked twice.
pub(super) fn advance(case: &CaseState, desk: &Desk<'_>) -> Result<Vec<Event>, Refusal> {
    let view = desk.survey(case)?;
    if !view.missing.is_empty() {
        return Err(Refusal::Missing(view.missing));
    }
    if let Some(step) = left_for_calming(case, desk) {
        return Ok(desk.enter(case, &step, StepReason::Forward));
    }
    match desk.route(case)? {
        Next::Step(step) => Ok(desk.enter(case, &step, StepReason::Forward)),
        Next::End | Next::Ending(_) | Next::Playbook(_) => Err(Refusal::AtEnd),
    }
}

/// The step the case was taken from when the buyer flared up.
fn left_for_calming(case: &CaseState, desk: &Desk<'_>) -> Option<StepId> {
    let trail = case.trail();
    let [.., before, now] = trail.as_slice() else { return None };
    let left =
        now.reason == Some(StepReason::Calming) && desk.playbook.step(&before.step).is_some();
    left.then(|| before.step.clone())
}
