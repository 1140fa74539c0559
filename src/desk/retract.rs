//! A reply is taken back within its undo window, with all it did: the buyer never saw it.

use super::{Desk, Refusal};
use crate::domain::{CaseState, Event, MessageNo, PromiseStatus, Sent, StepReason, TimerEnd};

/// Decides the events of taking a reply back.
pub(super) fn retract(
    case: &CaseState,
    no: Option<MessageNo>,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    let newest = case.sent.iter().rev().find(|sent| !sent.retracted);
    let sent = match no {
        None => newest,
        Some(no) => case.sent.iter().find(|sent| sent.no == no && !sent.retracted),
    }
    .ok_or(Refusal::NothingToRetract)?;
    // The bound itself still counts: a person who sees "0 s" and presses the key is in time.
    if desk.now > sent.undo_until {
        return Err(Refusal::UndoOver { no: sent.no, since: sent.undo_until });
    }
    Ok(undo(case, sent, desk))
}

fn undo(case: &CaseState, sent: &Sent, desk: &Desk<'_>) -> Vec<Event> {
    let later_answer = case.sent.iter().any(|other| other.no > sent.no && !other.retracted);
    let waiting_since = if later_answer {
        case.tally.waiting_since
    } else {
        sent.answered.or(case.tally.waiting_since)
    };
    let mut events = vec![Event::ReplyRetracted { no: sent.no, waiting_since }];
    for (step, check) in &sent.ticks {
        let (step, check) = (step.clone(), check.clone());
        events.push(Event::CheckSet { step, check, done: false });
    }
    for fact in &sent.sets {
        if case.facts.get(fact).is_some_and(|fact| fact.times == 1) {
            events.push(Event::FactWithdrawn { fact: fact.clone() });
        }
    }
    for promise in &case.promises {
        if promise.message == Some(sent.no) && promise.status == PromiseStatus::Open {
            events.push(Event::PromiseWithdrawn { no: promise.no });
        }
    }
    if waiting_since.is_some() {
        events.extend(answer_again(case));
    }
    events.extend(step_before(case, sent, desk));
    events
}

/// The clock the reply had stopped runs again, to the same end.
fn answer_again(case: &CaseState) -> Option<Event> {
    let timer = case.timers.get(CaseState::ANSWER_TIMER)?;
    (timer.ended == Some(TimerEnd::Done))
        .then(|| Event::TimerStarted { timer: timer.id.clone(), due: timer.due })
}

/// The reply had moved the case on: it stands where it stood.
fn step_before(case: &CaseState, sent: &Sent, desk: &Desk<'_>) -> Vec<Event> {
    let mut newest = case.visits.iter().rev();
    match (newest.next(), newest.next()) {
        (Some(now), Some(before))
            if now.at == sent.at && now.reason == Some(StepReason::Forward) =>
        {
            desk.enter(case, &before.step.clone(), StepReason::Back)
        }
        _not_moved_by_the_reply => Vec::new(),
    }
}
