//! The options: at least two that can be done, the cheapest that grants the wish first.

use super::dated::{dated, kept};
use super::{SettlingRefusal, done, no_debt};
use crate::desk::{Desk, Refusal};
use crate::domain::{
    CaseState, Event, Fen, FreightPayer, Proposal, ProposalNo, Remedy, ReturnCheck, SettlingDeed,
    Verdict,
};

/// Decides the event of putting an option on the list, or putting it anew.
pub(super) fn put(
    case: &CaseState,
    mut option: Proposal,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    if case.settling.wish.is_none() {
        return Err(SettlingRefusal::WishFirst.into());
    }
    no_debt(&[Some(option.give), Some(option.cost), Some(option.freight)])?;
    if option.is_feasible() && case.settling.chosen.as_ref().is_some_and(|one| one.no == option.no)
    {
        return Err(SettlingRefusal::ChosenAlready(option.no).into());
    }
    // All of it goes back unless somebody says otherwise; amends have no such measure.
    let paid = case.order.as_ref().and_then(|order| order.amount);
    let unsaid = option.is_feasible() && option.remedy.gives_money() && option.give.0 == 0;
    match paid.filter(|_| !option.remedy.is_offer()) {
        Some(paid) if unsaid => option.give = paid,
        None if unsaid && option.text.trim().is_empty() => {
            return Err(SettlingRefusal::SumWanted.into());
        }
        Some(_) | None => {}
    }
    if let Some(due) = kept(&option, case, desk) {
        option.due = due;
    }
    dated(&option, case, desk)?;
    let said = case.settling.returning.freight;
    if let Some(payer) = said.filter(|_| option.remedy.takes_goods_back() && is_unsaid(&option)) {
        option.payer = payer;
    }
    let known = case.settling.option(option.no);
    if option.no == ProposalNo(0) {
        let before = u32::try_from(case.settling.options.len()).unwrap_or(u32::MAX);
        option.no = ProposalNo(before.saturating_add(1));
    } else if known.is_none() {
        return Err(SettlingRefusal::NoSuchOption(option.no).into());
    }
    if known == Some(&option) {
        return Err(Refusal::NothingNew);
    }
    if option.is_feasible() {
        fits(case, &option, desk)?;
        same_freight(&option, case.settling.returning)?;
    }
    Ok(done(SettlingDeed::OptionPut { option }))
}

/// Decides the event of taking an option off the list.
pub(super) fn drop(case: &CaseState, no: ProposalNo) -> Result<Vec<Event>, Refusal> {
    match case.settling.option(no) {
        Some(option) if !option.dropped => Ok(done(SettlingDeed::OptionDropped { no })),
        Some(_) | None => Err(SettlingRefusal::NoSuchOption(no).into()),
    }
}

/// Decides the event of saying why there is only one.
pub(super) fn only(case: &CaseState, reason: &str) -> Result<Vec<Event>, Refusal> {
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(Refusal::WordsWanted);
    }
    if case.settling.only == reason {
        return Err(Refusal::NothingNew);
    }
    Ok(done(SettlingDeed::OnlyOption { reason }))
}

/// Whether an option may be offered as it stands: the money of it is within bounds.
pub(super) fn fits(
    case: &CaseState,
    option: &Proposal,
    desk: &Desk<'_>,
) -> Result<(), SettlingRefusal> {
    if option.remedy.is_offer() {
        return within(case, option.give, desk);
    }
    let paid = case.order.as_ref().and_then(|order| order.amount);
    match paid {
        Some(paid) if option.give > paid => Err(SettlingRefusal::AboveOrder(paid)),
        Some(_) | None => Ok(()),
    }
}

/// Whether an amount may be offered: never less than before, never above the limit.
pub(super) fn within(
    case: &CaseState,
    amount: Fen,
    desk: &Desk<'_>,
) -> Result<(), SettlingRefusal> {
    if let Some(last) = case.settling.last_offer().filter(|last| amount < *last) {
        return Err(SettlingRefusal::OfferDown { last });
    }
    let Some(limit) = own_limit(case, desk).filter(|limit| amount > *limit) else {
        return Ok(());
    };
    if let Some(waits) = case.settling.waiting() {
        return Err(SettlingRefusal::ApprovalWaits(waits.amount));
    }
    // Where the shop answers for it, one's own limit goes further than goodwill does.
    let own = desk.policy.limits.approvals.first().and_then(|first| first.up_to);
    if case.settling.verdict.is_none() && own.is_none_or(|own| amount <= own) {
        return Err(SettlingRefusal::VerdictFirst(limit));
    }
    let role = desk.policy.limits.role_for(amount).unwrap_or_default().to_owned();
    Err(SettlingRefusal::AboveLimit { limit, role })
}

/// Beyond goodwill, what the buyer is owed depends on who answers for it.
fn judged(case: &CaseState, option: &Proposal, desk: &Desk<'_>) -> Result<(), SettlingRefusal> {
    let by_fault = match option.remedy {
        Remedy::Refund | Remedy::Resend | Remedy::Repair => true,
        // Amends are held to what may be offered without it, a return goes by its own reason, and
        // words cost nothing.
        Remedy::Compensate
        | Remedy::Coupon
        | Remedy::Return
        | Remedy::Exchange
        | Remedy::Apology
        | Remedy::Explanation
        | Remedy::Improve => false,
    };
    let goodwill = desk.policy.limits.goodwill;
    let free = goodwill.max(case.settling.granted().unwrap_or_default());
    if by_fault && option.shop_cost() > free && case.settling.verdict.is_none() {
        return Err(SettlingRefusal::VerdictFirst(goodwill));
    }
    Ok(())
}

/// How far whoever is at the desk may go in this case: the first role's limit, or the shop's goodwill
/// where the shop does not answer for it; what was granted counts. `None` is without limit.
#[must_use]
pub fn own_limit(case: &CaseState, desk: &Desk<'_>) -> Option<Fen> {
    let limits = &desk.policy.limits;
    let own = limits.approvals.first().and_then(|first| first.up_to);
    let ours = case
        .settling
        .verdict
        .as_ref()
        .is_some_and(|judged| matches!(judged.verdict, Verdict::Seller | Verdict::Logistics));
    let own =
        if ours { own } else { Some(own.map_or(limits.goodwill, |own| own.min(limits.goodwill))) };
    match (own, case.settling.granted()) {
        (Some(own), Some(granted)) => Some(own.max(granted)),
        (own, _) => own,
    }
}

/// The options that can be offered: those that grant the wish first, the cheapest first.
#[must_use]
pub fn sorted(case: &CaseState) -> Vec<&Proposal> {
    let wish = case.settling.wish.as_ref().map(|noted| noted.wish);
    let grants = |option: &Proposal| wish.is_some_and(|wish| option.remedy.grants(wish));
    let mut options: Vec<&Proposal> = case.settling.feasible().collect();
    options.sort_by_key(|option| (!grants(option), option.shop_cost(), option.no));
    options
}

/// What stands in the way of telling the buyer of the options.
pub(super) fn ready(case: &CaseState, desk: &Desk<'_>) -> Result<(), SettlingRefusal> {
    let settling = &case.settling;
    if settling.wish.is_none() {
        return Err(SettlingRefusal::WishFirst);
    }
    let options = sorted(case);
    if options.is_empty() || (options.len() < 2 && settling.only.is_empty()) {
        return Err(SettlingRefusal::TwoWanted(options.len()));
    }
    for option in &options {
        fits(case, option, desk)?;
        judged(case, option, desk)?;
        looked_at(option, settling.returning)?;
    }
    Ok(())
}

/// Goods that come back are looked at first.
pub(super) fn looked_at(option: &Proposal, check: ReturnCheck) -> Result<(), SettlingRefusal> {
    if option.remedy.takes_goods_back() && !check.is_complete() {
        return Err(SettlingRefusal::ReturnUnchecked(check.open()));
    }
    same_freight(option, check)
}

/// Who pays for sending it back stands in the look at the return and in the option: it is said to the
/// buyer once, so they must not differ.
fn same_freight(option: &Proposal, check: ReturnCheck) -> Result<(), SettlingRefusal> {
    match check.freight.filter(|_| option.remedy.takes_goods_back()) {
        Some(looked) if looked != option.payer => {
            Err(SettlingRefusal::FreightDiffers { no: option.no, option: option.payer, looked })
        }
        Some(_) | None => Ok(()),
    }
}

/// Whether nobody has said who pays the freight of an option.
pub(super) const fn is_unsaid(option: &Proposal) -> bool {
    matches!(option.payer, FreightPayer::None) && option.freight.0 == 0
}
