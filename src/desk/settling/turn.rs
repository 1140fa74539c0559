//! Whose turn it is of the desk's own texts: what was worked out and can be said, but was not said yet.
//! They are offered among the playbook's replies.

use super::carried::{OFFER, OPTIONS, RESTATE, SETTLEMENT};
use super::options::{looked_at, ready, within};
use super::{carried_text, carried_title, ladder, points, sorted};
use crate::desk::Desk;
use crate::domain::{CaseState, ProposalNo, ReplyId};
use crate::playbook::{ReplyKind, ReplyView};

/// So much was told by the buyer that it is worth saying back.
const WORTH_SAYING: usize = 2;

/// The desk's texts that can be said now and were not, as replies: the furthest along first.
#[must_use]
pub fn turn(case: &CaseState, desk: &Desk<'_>) -> Vec<ReplyView> {
    // Nobody is offered anything before they were answered at all.
    if case.tally.agent == 0 {
        return Vec::new();
    }
    let ids = [(SETTLEMENT, settled(case)), (OPTIONS, options(case, desk))];
    let ids = ids.into_iter().chain([(OFFER, offer(case, desk)), (RESTATE, restated(case, desk))]);
    ids.filter(|(_, turn)| *turn).filter_map(|(id, _)| view(id, case, desk)).collect()
}

/// Chosen, and not yet written down to the buyer.
fn settled(case: &CaseState) -> bool {
    let settling = &case.settling;
    let sound = |option| looked_at(option, settling.returning).is_ok();
    settling.said.is_empty() && settling.agreed().is_some_and(sound)
}

/// Options that can all be offered, and are not those the buyer was told of last.
fn options(case: &CaseState, desk: &Desk<'_>) -> bool {
    let settling = &case.settling;
    let now: Vec<ProposalNo> = sorted(case).iter().map(|option| option.no).collect();
    let told = settling.offered.last().is_some_and(|offered| offered.nos == now);
    settling.chosen.is_none() && !told && ready(case, desk).is_ok()
}

/// A next offer within bounds, where offers are made rather than options put.
fn offer(case: &CaseState, desk: &Desk<'_>) -> bool {
    let settling = &case.settling;
    let wanted = settling.wish.is_some() && settling.chosen.is_none() && sorted(case).is_empty();
    let next = || ladder(case, desk).and_then(|ladder| ladder.next);
    wanted && next().is_some_and(|amount| within(case, amount, desk).is_ok())
}

/// What the buyer told, before anything of it was said back or agreed.
fn restated(case: &CaseState, desk: &Desk<'_>) -> bool {
    let settling = &case.settling;
    settling.restated.is_empty()
        && settling.offered.is_empty()
        && points(case, desk.playbook, desk.lang).len() >= WORTH_SAYING
}

fn view(id: &str, case: &CaseState, desk: &Desk<'_>) -> Option<ReplyView> {
    let kind = match id {
        RESTATE => ReplyKind::Restate,
        SETTLEMENT => ReplyKind::Promise,
        _options_or_offer => ReplyKind::Offer,
    };
    let id = ReplyId::from(id);
    let text = carried_text(&id, case, desk)?;
    let title = carried_title(&id, desk.lang).unwrap_or_default().to_owned();
    Some(ReplyView::of_desk(id, kind, title, text))
}
