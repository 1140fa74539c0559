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
    // One that an overlay added can be unticked when the overlay applies no more.
    let present = desk.playbook.present(&declared.id, &desk.situation(case));
    let known = present.map(|present| present.checks()).unwrap_or_default();
    if !known.iter().any(|known| known.id == check) && !case.is_checked(&step, &check) {
        let known = known.iter().map(|check| check.id.as_str());
        return Err(Refusal::Unknown {
            what: Named::Check,
            nearest: nearest(check.as_str(), known),
            name: check.to_string(),
        });
    }
    let itself = known.iter().find(|known| known.id == check).filter(|check| !check.by_hand);
    if let Some(itself) = itself.filter(|_| !case.is_checked(&step, &check)) {
        return Err(Refusal::TicksItself(itself.text.get(desk.lang).to_owned()));
    }
    if case.is_checked(&step, &check) == done {
        return Err(Refusal::NothingNew);
    }
    Ok(vec![Event::CheckSet { step, check, done }])
}
