//! What follows from an act besides the act itself, whatever the act: steps opened again, promises
//! that get their date, clocks that start, stand still, go on or stop.

use super::open::preview;
use super::{Command, Desk, Refusal, clocks, dates, settling};
use crate::domain::{CaseState, Event, FactId, MessageNo, Stamp};
use crate::playbook::{Next, Playbook};
use std::sync::Arc;

/// What sort of act it is, as far as what follows from it depends on that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A reply goes out.
    Sends(MessageNo),
    /// A reply sent then is taken back: all is as it was.
    TakesBack(Stamp),
    /// Another playbook takes the case over.
    Moves,
    /// Anything else.
    Other,
}

/// An act, and the playbook it hands the case over to.
#[derive(Debug)]
pub(super) struct Act {
    kind: Kind,
    pub(super) playbook: Option<Arc<Playbook>>,
}

impl Act {
    pub(super) fn of(
        command: &Command,
        case: &CaseState,
        desk: &Desk<'_>,
    ) -> Result<Self, Refusal> {
        let onward = match command {
            Command::Choose(book) => {
                return Ok(Self { kind: Kind::Moves, playbook: Some(Arc::clone(book)) });
            }
            Command::Advance => Some(desk.course(case)?),
            Command::Skip => Some(desk.past(case)?),
            _stays_with_its_playbook => None,
        };
        if let Some(Next::Playbook(id)) = onward.map(|course| course.next) {
            // What is missing is told first, even where the other playbook is not at hand.
            return Ok(Self { kind: Kind::Moves, playbook: desk.other(&id).ok() });
        }
        let kind = match command {
            Command::Send(_) => Kind::Sends(case.tally.last_no.next()),
            Command::Retract(no) => {
                let sent = case.sent.iter().rev().filter(|sent| !sent.retracted);
                let meant = |sent: &&crate::domain::Sent| no.is_none_or(|no| no == sent.no);
                let at = sent.into_iter().find(meant).map(|sent| sent.at);
                at.map_or(Kind::Other, Kind::TakesBack)
            }
            _any_other => Kind::Other,
        };
        Ok(Self { kind, playbook: None })
    }
}

/// Decides what follows from an act.
pub(super) fn settle(
    before: &CaseState,
    events: &[Event],
    act: &Act,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    let desk = &Desk { playbook: act.playbook.as_deref().unwrap_or(desk.playbook), ..*desk };
    let mut after = before.clone();
    preview(&mut after, events, desk.agent, desk.now)
        .map_err(|broken| Refusal::BrokenStep(broken.to_string()))?;
    let mut more = Vec::new();
    if after.is_open() {
        more.extend(reopened(before, &after, act.kind, desk));
        more.extend(dates::settle(&after, desk));
        more.extend(clocks::settle(Some(before), &after, act.kind, desk));
        // A reply changes nothing the money at stake rests on, and can be taken back as if never sent.
        if matches!(act.kind, Kind::Moves | Kind::Other) {
            more.extend(settling::exposed(&after, desk));
        }
    }
    Ok(more)
}

/// Steps already walked that rest on a fact whose value is another now. A fact recorded for the
/// first time, with another value than the default that stood for it, opens only those in which it
/// decides something differently: it adds to what was known and takes nothing back.
fn reopened(before: &CaseState, after: &CaseState, kind: Kind, desk: &Desk<'_>) -> Vec<Event> {
    let source = match kind {
        Kind::Sends(no) => Some(no),
        Kind::Other => None,
        Kind::TakesBack(_) | Kind::Moves => return Vec::new(),
    };
    let situation = desk.situation(after);
    let earlier = desk.situation(before);
    let changed = |fact: &FactId| {
        let default = || desk.playbook.fact(fact)?.default.as_ref();
        let was = before.facts.get(fact).map(|known| &known.value).or_else(default);
        was.zip(after.facts.get(fact)).is_some_and(|(was, is)| *was != is.value)
    };
    let mut told = after.reopened.clone();
    let mut events = Vec::new();
    for name in judged_otherwise(before, after) {
        let mut steps = desk.playbook.rests_on_name(name, &situation);
        steps.retain(|step| told.insert(step.clone()));
        if !steps.is_empty() {
            events.push(Event::StepsReopened { fact: FactId::from(name), steps, source });
        }
    }
    for fact in after.facts.keys().filter(|fact| changed(fact)) {
        let mut steps = desk.playbook.rests_on(fact, &situation);
        if !before.facts.contains_key(fact) {
            steps.retain(|step| desk.playbook.decides_otherwise(step, &earlier, &situation));
        }
        steps.retain(|step| told.insert(step.clone()));
        if !steps.is_empty() {
            events.push(Event::StepsReopened { fact: fact.clone(), steps, source });
        }
    }
    events
}

/// What was judged one way and is judged another way now, by the name conditions have for it. Judgement for
/// the first time, it adds to what is known and takes nothing back.
fn judged_otherwise(before: &CaseState, after: &CaseState) -> Vec<&'static str> {
    let (was, is) = (&before.settling, &after.settling);
    let mut names = Vec::new();
    let verdict = |judged: &crate::domain::Judgement| judged.verdict;
    if was.verdict.is_some()
        && was.verdict.as_ref().map(verdict) != is.verdict.as_ref().map(verdict)
    {
        names.push("verdict");
    }
    let wish = |noted: &crate::domain::Wished| noted.wish;
    if was.wish.is_some() && was.wish.as_ref().map(wish) != is.wish.as_ref().map(wish) {
        names.push("buyer_wish");
    }
    names
}
