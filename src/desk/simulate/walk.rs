//! A playbook walked over facts in order of arrival.

use super::player::{Ground, Player};
use crate::desk::Refusal;
use crate::domain::{CloseResult, EndingId, Event, FactId, ReplyId, Stamp, StepId, StepReason};
use crate::playbook::{Act, Deed, FactView, Missing, Next, Playbook, Setting};
use std::sync::Arc;

/// What came of a walk.
#[derive(Debug)]
pub struct Walk {
    /// Every stay at a step, in order.
    pub stays: Vec<Stay>,
    /// How it ended.
    pub finish: Finish,
    /// The playbook it ended on.
    pub book: Arc<Playbook>,
    /// What is known in the end.
    pub facts: Vec<(FactId, String)>,
}

/// A stay at a step.
#[derive(Debug, Clone)]
pub struct Stay {
    /// The step.
    pub step: StepId,
    /// Its title.
    pub title: String,
    /// Why it was entered; `None` for the first.
    pub reason: Option<StepReason>,
    /// When.
    pub at: Stamp,
    /// What it asked for on entering, known facts left out.
    pub asks: Vec<FactView>,
    /// What was done or refused there.
    pub did: Vec<Did>,
    /// The replies that fitted last while the case stood there, as the buyer would read them.
    pub replies: Vec<Said>,
}

/// A reply that fits, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Which.
    pub reply: ReplyId,
    /// Its text; what is not known shows as a gap.
    pub text: String,
}

/// Something done or refused.
#[derive(Debug, Clone)]
pub struct Did {
    /// Which entry of the script, from 1; `None` for what the walk did by itself.
    pub entry: Option<usize>,
    /// What.
    pub deed: Deed,
    /// What happened, or why it was refused.
    pub outcome: Result<Vec<Event>, Refusal>,
}

/// How a walk ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finish {
    /// The case is closed.
    Closed {
        /// With what result.
        result: CloseResult,
        /// At which ending.
        ending: Option<EndingId>,
    },
    /// The steps are done; the case can be closed once these promises are kept.
    AtEnd(Next, Vec<String>),
    /// Something is missing.
    Missing(Vec<Missing>),
    /// The way leads on.
    Ready(Next),
}

/// Walks a playbook over a script. Where the script moves the case itself, it is followed; else the
/// case goes on by itself after each entry, as far as it can, with everything ticked.
///
/// # Errors
/// The [`Refusal`] when the case cannot be opened.
pub fn walk(
    book: &Arc<Playbook>,
    script: &[Act],
    setting: &Setting,
    ground: &Ground<'_>,
) -> Result<Walk, Refusal> {
    let mut player = Player::begin(Arc::clone(book), setting, ground)?;
    let mut stays = Vec::new();
    enter(&mut stays, &player);
    let by_itself = !script.iter().any(|act| moves(&act.deed));
    for (entry, act) in (1..).zip(script) {
        act_on(&mut stays, &mut player, Some(entry), &act.deed);
        if by_itself {
            go_on(&mut stays, &mut player);
        }
    }
    Ok(Walk {
        finish: finish(&player),
        facts: known(&player),
        book: Arc::clone(player.book()),
        stays,
    })
}

/// Whether an entry moves the case itself.
const fn moves(deed: &Deed) -> bool {
    match deed {
        Deed::Advance
        | Deed::Back
        | Deed::Skip
        | Deed::Enter(_)
        | Deed::Pass
        | Deed::To(_)
        | Deed::Tick(_) => true,
        Deed::Say(_)
        | Deed::Record { .. }
        | Deed::Exhibit(_)
        | Deed::Send(_)
        | Deed::Mood(_)
        | Deed::BuyerType(_)
        | Deed::Calm
        | Deed::Keep(_)
        | Deed::Wait(_)
        | Deed::Close(_)
        | Deed::Tool(_)
        | Deed::Expect(_) => false,
    }
}

/// On and on, until something is missing, an end is reached, or the way turns in a circle.
fn go_on(stays: &mut Vec<Stay>, player: &mut Player<'_>) {
    let mut been: Vec<StepId> = vec![player.case().step.clone()];
    while player.case().is_open() {
        let Ok(events) = player.tick_all() else { return };
        if !events.is_empty() {
            note(stays, Did { entry: None, deed: Deed::Pass, outcome: Ok(events) });
        }
        if player.at_end().is_some() || !act_on(stays, player, None, &Deed::Advance) {
            return;
        }
        let here = player.case().step.clone();
        if been.contains(&here) {
            return;
        }
        been.push(here);
    }
}

/// Does one thing and writes it down; whether it was done.
fn act_on(
    stays: &mut Vec<Stay>,
    player: &mut Player<'_>,
    entry: Option<usize>,
    deed: &Deed,
) -> bool {
    let visits = player.case().visits.len();
    let outcome = player.play(deed);
    let done = outcome.is_ok();
    note(stays, Did { entry, deed: deed.clone(), outcome });
    let new = player.case().visits.len().saturating_sub(visits);
    if new == 0 {
        replies(stays, player);
    }
    for back in (0..new).rev() {
        enter_nth(stays, player, back);
    }
    done
}

fn note(stays: &mut [Stay], did: Did) {
    let Some(stay) = stays.last_mut() else { return };
    // The same refusal again says nothing new.
    let again = did.entry.is_none()
        && did.outcome.is_err()
        && stay
            .did
            .iter()
            .rev()
            .find(|other| other.outcome.is_err())
            .is_some_and(|other| other.outcome.as_ref().err() == did.outcome.as_ref().err());
    if !again {
        stay.did.push(did);
    }
}

fn enter(stays: &mut Vec<Stay>, player: &Player<'_>) {
    enter_nth(stays, player, 0);
}

/// Writes down the stay that is so many from the last.
fn enter_nth(stays: &mut Vec<Stay>, player: &Player<'_>, back: usize) {
    let Some(visit) = player.case().visits.iter().rev().nth(back) else { return };
    let situation = player.desk();
    let situation = situation.situation(player.case());
    let view = player.book().survey(&visit.step, &situation);
    let title = view.as_ref().map(|view| view.title.clone()).unwrap_or_default();
    let asks = view.into_iter().flat_map(|view| view.facts);
    stays.push(Stay {
        step: visit.step.clone(),
        title,
        reason: visit.reason,
        at: visit.at,
        asks: asks.filter(|fact| fact.known.is_none()).collect(),
        did: Vec::new(),
        replies: Vec::new(),
    });
    replies(stays, player);
}

/// Writes down what fits now at the last stay.
fn replies(stays: &mut [Stay], player: &Player<'_>) {
    let Some(stay) = stays.last_mut() else { return };
    let desk = player.desk();
    let fitting = player.book().replies(&stay.step, &desk.situation(player.case()));
    stay.replies =
        fitting.into_iter().map(|view| Said { reply: view.id, text: view.rendered.text }).collect();
}

fn finish(player: &Player<'_>) -> Finish {
    if let crate::domain::Stage::Closed(closing) = &player.case().stage {
        return Finish::Closed { result: closing.result, ending: closing.ending.clone() };
    }
    if let Some(end) = player.at_end() {
        let open = player.case().open_promises();
        return Finish::AtEnd(end, open.map(|promise| promise.what.clone()).collect());
    }
    match player.survey() {
        Some(view) if view.missing.is_empty() => Finish::Ready(view.next),
        Some(view) => Finish::Missing(view.missing),
        None => Finish::Missing(Vec::new()),
    }
}

/// Every fact with a value, computed ones too, in the order of the playbook.
fn known(player: &Player<'_>) -> Vec<(FactId, String)> {
    let desk = player.desk();
    let situation = desk.situation(player.case());
    let facts = player.book().facts.iter();
    facts
        .filter_map(|fact| {
            let value = player.book().value_of(&fact.id, &situation)?;
            Some((fact.id.clone(), value.to_string()))
        })
        .collect()
}
