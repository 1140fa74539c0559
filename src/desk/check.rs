//! A check of a step's list is ticked or unticked.

use super::{
    Desk, Refusal,
    refusal::{Named, nearest},
};
use crate::domain::{CaseState, CheckId, Event, StepId};

/// Decides the event of ticking or unticking a check.
pub(super) fn check(
    case: &CaseState,
    step: Option<StepId>,
    check: CheckId,
    done: bool,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    let step = step.unwrap_or_else(|| case.step.clone());
    let Some(declared) = desk.playbook.step(&step) else {
        let known = desk.playbook.steps.iter().map(|step| step.id.as_str());
        return Err(Refusal::Unknown {
            what: Named::Step,
            nearest: nearest(step.as_str(), known),
            name: step.to_string(),
        });
    };
    // With what the overlays that apply now add to the step.
    let checks = desk
        .playbook
        .present(&declared.id, &desk.situation(case))
        .map_or_else(Vec::new, |present| present.checks());
    if !checks.iter().any(|known| known.id == check) {
        let known = checks.iter().map(|check| check.id.as_str());
        return Err(Refusal::Unknown {
            what: Named::Check,
            nearest: nearest(check.as_str(), known),
            name: check.to_string(),
        });
    }
    if case.is_checked(&step, &check) == done {
        return Err(Refusal::NothingNew);
    }
    Ok(vec![Event::CheckSet { step, check, done }])
}
