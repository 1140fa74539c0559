//! An optional step is passed over.

use super::settle::Act;
use super::{Desk, Refusal, advance};
use crate::domain::{CaseState, Event};

/// Decides the events of passing over the current step.
pub(super) fn skip(case: &CaseState, act: &Act, desk: &Desk<'_>) -> Result<Vec<Event>, Refusal> {
    if !desk.survey(case)?.optional {
        return Err(Refusal::NotOptional);
    }
    advance::follow(case, desk.past(case)?, act, desk)
}
