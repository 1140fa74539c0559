//! A new case.

use super::{Desk, Refusal, clocks, order, receive, settle, settling};
use crate::domain::{
    AgentName, BuyerName, CaseId, CaseState, Event, FoldError, Issue, NewMessage, Order, Platform,
    Recorded, Stamp, Version,
};

/// What a new case begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The name it has where it comes from.
    pub key: Option<String>,
    /// Where it comes from.
    pub platform: Platform,
    /// Whose it is.
    pub buyer: BuyerName,
    /// The order, if known.
    pub order: Option<Order>,
    /// What it is about.
    pub issue: Issue,
    /// What was said so far.
    pub messages: Vec<NewMessage>,
}

/// Decides the first events of a case on the desk's playbook.
///
/// # Errors
/// [`Refusal::Empty`] when the buyer has no name.
pub fn open(opening: Opening, desk: &Desk<'_>) -> Result<Vec<Event>, Refusal> {
    if opening.buyer.as_str().is_empty() {
        return Err(Refusal::Empty);
    }
    let first = desk.playbook.first_step().clone();
    let mut events = vec![Event::CaseOpened {
        key: opening.key,
        platform: opening.platform,
        buyer: opening.buyer,
        issue: opening.issue,
        playbook: desk.playbook.reference.clone(),
        step: first.clone(),
    }];
    let broken = |broken: FoldError| Refusal::BrokenStep(broken.to_string());
    let mut case = sketch(&events, desk.agent, desk.now).map_err(broken)?;
    let begins = clocks::start_step(desk, &case, &first);
    preview(&mut case, &begins, desk.agent, desk.now).map_err(broken)?;
    events.extend(begins);
    if let Some(order) = opening.order {
        extend(&mut events, &mut case, order::order, order, desk)?;
    }
    if !opening.messages.is_empty() {
        let more = receive::receive(&case, opening.messages, desk)?;
        preview(&mut case, &more, desk.agent, desk.now).map_err(broken)?;
        events.extend(more);
    }
    events.extend(clocks::settle(None, &case, settle::Kind::Other, desk));
    events.extend(settling::exposed(&case, desk));
    Ok(events)
}

fn extend<T>(
    events: &mut Vec<Event>,
    case: &mut CaseState,
    decide: impl FnOnce(&CaseState, T) -> Result<Vec<Event>, Refusal>,
    with: T,
    desk: &Desk<'_>,
) -> Result<(), Refusal> {
    let more = decide(case, with)?;
    preview(case, &more, desk.agent, desk.now)
        .map_err(|broken| Refusal::BrokenStep(broken.to_string()))?;
    events.extend(more);
    Ok(())
}

/// The case those events would make, before they have a place in the file.
fn sketch(events: &[Event], agent: &AgentName, at: Stamp) -> Result<CaseState, FoldError> {
    let (first, rest) = events.split_first().ok_or(FoldError::Empty(CaseId(0)))?;
    let mut case = CaseState::opened(&Recorded {
        case: CaseId(0),
        version: Version(1),
        at,
        agent: agent.clone(),
        event: first.clone(),
    })?;
    preview(&mut case, rest, agent, at)?;
    Ok(case)
}

/// Applies events to a case as if they were recorded now.
pub(super) fn preview(
    case: &mut CaseState,
    events: &[Event],
    agent: &AgentName,
    at: Stamp,
) -> Result<(), FoldError> {
    for event in events {
        let recorded = Recorded {
            case: case.id,
            version: case.version.next(),
            at,
            agent: agent.clone(),
            event: event.clone(),
        };
        case.apply(&recorded)?;
    }
    Ok(())
}
