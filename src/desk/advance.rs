//! On to the next step, when the current one's needs are met.

use super::settle::Act;
use super::{Desk, Refusal, choose, clocks};
use crate::domain::{CaseState, Event, StepReason};
use crate::playbook::{Course, Missing, Next};

/// Decides the events of going on. After a return to calming, going on leads back to where the
/// buyer flared up, so that no step is walked twice; a step opened again comes first, whatever is
/// missing here.
pub(super) fn advance(case: &CaseState, act: &Act, desk: &Desk<'_>) -> Result<Vec<Event>, Refusal> {
    let course = desk.course(case)?;
    if course.reason != StepReason::Reopened {
        let view = desk.survey(case)?;
        if view.missing.iter().any(Missing::is_here) {
            return Err(Refusal::Missing(view.missing));
        }
    }
    follow(case, course, act, desk)
}

/// Goes where a way leads: to a step, or to another playbook.
pub(super) fn follow(
    case: &CaseState,
    course: Course,
    act: &Act,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    match course.next {
        Next::Step(step) => {
            Ok(clocks::change_step(desk, case, &step, course.reason, course.passed))
        }
        Next::Playbook(id) => {
            let book = act.playbook.as_ref().ok_or(Refusal::HandOver(id))?;
            choose::choose(case, book, desk)
        }
        Next::End | Next::Ending(_) => Err(Refusal::AtEnd),
    }
}
