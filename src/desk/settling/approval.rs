//! More than one's own limit: asked of whoever may decide, and waited for.

use super::{SettlingRefusal, done, no_debt, own_limit};
use crate::desk::{Desk, Refusal};
use crate::domain::{Approval, ApprovalNo, CaseState, Event, Fen, Ruling, SettlingDeed};

/// Decides the event of asking.
pub(super) fn ask(
    case: &CaseState,
    amount: Fen,
    reason: String,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    no_debt(&[Some(amount)])?;
    if reason.trim().is_empty() {
        return Err(Refusal::WordsWanted);
    }
    if let Some(waits) = case.settling.waiting() {
        return Err(SettlingRefusal::ApprovalWaits(waits.amount).into());
    }
    if own_limit(case, desk).is_none_or(|limit| amount <= limit) {
        // What one may decide alone needs nobody's leave.
        return Err(Refusal::NothingNew);
    }
    let limits = &desk.policy.limits;
    let highest = || limits.approvals.last().map(|one| one.role.as_str());
    let role = limits.role_for(amount).or_else(highest).unwrap_or_default().to_owned();
    let before = u32::try_from(case.settling.approvals.len()).unwrap_or(u32::MAX);
    let approval = Box::new(Approval {
        no: ApprovalNo(before.saturating_add(1)),
        amount,
        role,
        reason,
        asked_at: desk.now,
        asked_by: desk.agent.clone(),
        ruling: None,
    });
    Ok(done(SettlingDeed::ApprovalAsked { approval }))
}

/// Decides the event of noting what was decided.
pub(super) fn rule(
    case: &CaseState,
    granted: Option<Fen>,
    by: &str,
    role: Option<String>,
    words: String,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    no_debt(&[granted])?;
    let waits = case.settling.waiting().ok_or(SettlingRefusal::NothingAsked)?;
    let by = by.trim().to_owned();
    if by.is_empty() || (granted.is_none() && words.trim().is_empty()) {
        // A refusal brings its reason: the buyer is told the real one.
        return Err(Refusal::WordsWanted);
    }
    let role = role.unwrap_or_else(|| waits.role.clone());
    let may = desk.policy.limits.approvals.iter().find(|one| one.role == role);
    if let (Some(granted), Some(up_to)) = (granted, may.and_then(|one| one.up_to))
        && granted > up_to
    {
        return Err(SettlingRefusal::MayNot { role, up_to }.into());
    }
    let ruling = Ruling { granted, by, words, at: desk.now };
    Ok(done(SettlingDeed::ApprovalDecided { no: waits.no, ruling }))
}
