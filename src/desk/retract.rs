//! A reply is taken back within its undo window, with all it did: the buyer never saw it.

use super::{Desk, Refusal, clocks};
use crate::domain::{
    CaseState, Event, MessageNo, PromiseStatus, Sent, Stamp, StepReason, TimerScope,
};

/// Decides the events of taking a reply back.
pub(super) fn retract(
    case: &CaseState,
    no: Option<MessageNo>,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    let mut newest_first = case.sent.iter().rev().filter(|sent| !sent.retracted);
    let sent = newest_first
        .find(|sent| no.is_none_or(|no| sent.no == no))
        .ok_or(Refusal::NothingToRetract)?;
    // The bound itself still counts: a person who sees "0 s" and presses the key is in time. Where
    // the shop gives no time at all, there is no bound to be in.
    if desk.now > sent.undo_until || sent.undo_until <= sent.at {
        return Err(Refusal::UndoOver { no: sent.no, since: sent.undo_until });
    }
    Ok(undo(case, sent, desk))
}

fn undo(case: &CaseState, sent: &Sent, desk: &Desk<'_>) -> Vec<Event> {
    let later_answer =
        case.sent.iter().any(|other| other.no > sent.no && !other.retracted && !other.statement);
    let waiting_since =
        if later_answer { None } else { sent.answered }.or(case.tally.waiting_since);
    let mut events = vec![Event::ReplyRetracted { no: sent.no, waiting_since }];
    for (step, check) in &sent.ticks {
        if case.is_checked(step, check) {
            let (step, check) = (step.clone(), check.clone());
            events.push(Event::CheckSet { step, check, done: false });
        }
    }
    events.extend(facts_before(case, sent));
    for promise in &case.promises {
        if promise.message == Some(sent.no) && promise.status == PromiseStatus::Open {
            events.push(Event::PromiseWithdrawn { no: promise.no });
        }
    }
    events.extend(waiting_since.and_then(|since| answer_again(case, since, desk)));
    events.extend(step_before(case, sent, desk));
    events
}

/// What the reply recorded goes; what it replaced comes back. A fact somebody has recorded since
/// stays as it is.
fn facts_before<'a>(case: &'a CaseState, sent: &'a Sent) -> impl Iterator<Item = Event> + 'a {
    let still_its =
        |fact: &str| case.facts.get(fact).is_some_and(|known| known.source == Some(sent.no));
    let gone = sent
        .sets
        .iter()
        .filter(move |fact| still_its(fact.as_str()))
        .map(|fact| Event::FactWithdrawn { fact: fact.clone() });
    let back = sent.replaced.iter().filter(move |(fact, _)| still_its(fact.as_str())).map(
        |(fact, before)| Event::FactRecorded {
            fact: fact.clone(),
            value: before.value.clone(),
            status: before.status,
            source: before.source,
        },
    );
    gone.chain(back)
}

/// The clock the reply had stopped runs again, to the same end.
fn answer_again(case: &CaseState, since: Stamp, desk: &Desk<'_>) -> Option<Event> {
    let due = clocks::answer_due(since, desk);
    let timer = CaseState::ANSWER_TIMER;
    let runs = case.running_timers().any(|t| t.id.as_str() == timer && t.due == due);
    (!runs).then(|| {
        let (timer, scope) = (timer.into(), TimerScope::Shop);
        Event::TimerStarted { timer, due, warn: Vec::new(), scope }
    })
}

/// The reply had moved the case on: it stands where it stood, its clock to the same end.
fn step_before(case: &CaseState, sent: &Sent, desk: &Desk<'_>) -> Vec<Event> {
    let Some([before, now]) = case.visits.last_chunk::<2>() else { return Vec::new() };
    let by_the_reply = case.visits.len() == sent.visits.saturating_add(1) && now.at == sent.at;
    if !by_the_reply || now.reason != Some(StepReason::Forward) {
        return Vec::new();
    }
    let mut events = desk.enter(case, &before.step, StepReason::Undone);
    for event in &mut events {
        if let Event::TimerStarted { timer, due, .. } = event
            && let Some(stopped) = case.timers.get(timer)
            && before.at <= stopped.started
        {
            *due = stopped.due;
        }
    }
    let again = sent.unticked.iter().filter(|(step, check)| !case.is_checked(step, check));
    events.extend(again.map(|(step, check)| Event::CheckSet {
        step: step.clone(),
        check: check.clone(),
        done: true,
    }));
    events
}
