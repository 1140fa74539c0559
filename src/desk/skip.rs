//! An optional step is passed over.

use super::{Desk, Refusal};
use crate::domain::{CaseState, Event, StepReason};
use crate::playbook::Next;

/// Decides the events of passing over the current step.
pub(super) fn skip(case: &CaseState, desk: &Desk<'_>) -> Result<Vec<Event>, Refusal> {
    if !desk.survey(case)?.optional {
        return Err(Refusal::NotOptional);
    }
    match desk.route(case)? {
        Next::Step(step) => Ok(desk.enter(case, &step, StepReason::Skipped)),
        Next::End | Next::Ending(_) | Next::Playbook(_) => Err(Refusal::AtEnd),
    }
}
