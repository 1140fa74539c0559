//! The negotiation ladder: offers that only rise, rung by rung, up to a real limit.

use super::{money, own_limit};
use crate::desk::Desk;
use crate::domain::{CaseState, Fen, Remedy};

/// Where an offer stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder {
    /// Which of the shop's ladders it is.
    pub id: String,
    /// Its rungs, none above the cap, each higher than the one before.
    pub rungs: Vec<Fen>,
    /// What was offered last.
    pub last: Option<Fen>,
    /// What to offer next; nothing at the top.
    pub next: Option<Fen>,
    /// The most that may be offered.
    pub cap: Option<Fen>,
}

/// Late and lost things are trouble; everything else is a flaw.
fn which(case: &CaseState) -> &'static str {
    match case.issue.as_str() {
        "logistics" | "shipping" | "not-received" | "service" | "attitude" | "refund"
        | "promise" => "inconvenience",
        _another => "small-flaw",
    }
}

fn rungs(case: &CaseState, desk: &Desk<'_>) -> Option<(String, Vec<Fen>)> {
    let ladders = &desk.policy.limits.ladders;
    let ladder = ladders.iter().find(|one| one.id == which(case)).or_else(|| ladders.first())?;
    Some((ladder.id.clone(), ladder.offers(money::price(case)?)?))
}

/// The first rung.
pub(super) fn first(case: &CaseState, desk: &Desk<'_>) -> Option<Fen> {
    rungs(case, desk)?.1.first().copied()
}

/// Where the offer stands; nothing while the price is not known.
#[must_use]
pub fn ladder(case: &CaseState, desk: &Desk<'_>) -> Option<Ladder> {
    let (id, offers) = rungs(case, desk)?;
    let figures = super::figures(case, desk, None);
    let cap = figures.band.map(|band| band.cap).or_else(|| own_limit(case, desk));
    let mut rungs: Vec<Fen> = figures.band.map(|band| band.opening).into_iter().collect();
    rungs.extend(offers);
    if let Some(cap) = cap {
        for rung in &mut rungs {
            *rung = (*rung).min(cap);
        }
    }
    // Nobody is offered more than they ask for.
    if let Some(ask) = money::asked(case) {
        for rung in &mut rungs {
            *rung = (*rung).min(ask);
        }
    }
    let opening = rungs.first().copied().unwrap_or_default();
    rungs.retain(|rung| *rung >= opening && rung.0 > 0);
    rungs.sort_unstable();
    rungs.dedup();
    let last = case.settling.last_offer();
    let agreed = case.settling.agreed().is_some_and(|option| option.remedy == Remedy::Compensate);
    let higher = |rung: &&Fen| last.is_none_or(|last| **rung > last);
    let next = rungs.iter().find(higher).copied().filter(|_| !agreed);
    Some(Ladder { id, rungs, last, next, cap })
}
