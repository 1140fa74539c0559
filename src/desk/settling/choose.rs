//! The buyer's choice among what was offered, in the buyer's words.

use super::options::looked_at;
use super::{SettlingRefusal, done, known};
use crate::desk::Refusal;
use crate::domain::{CaseState, Event, MessageNo, Picked, ProposalNo, SettlingDeed};

/// Decides the event of a choice.
pub(super) fn choose(
    case: &CaseState,
    no: ProposalNo,
    quote: &str,
    source: Option<MessageNo>,
) -> Result<Vec<Event>, Refusal> {
    known(case, source)?;
    let settling = &case.settling;
    let option = settling.option(no).ok_or(SettlingRefusal::NoSuchOption(no))?;
    if !option.is_feasible() {
        return Err(SettlingRefusal::NotFeasible(no).into());
    }
    if !settling.is_told(no) {
        return Err(SettlingRefusal::NotOffered(no).into());
    }
    looked_at(option, settling.returning)?;
    let quote = quote.trim().to_owned();
    if quote.is_empty() {
        return Err(SettlingRefusal::QuoteWanted.into());
    }
    let chosen = Picked { no, quote, source };
    if settling.chosen.as_ref() == Some(&chosen) {
        return Err(Refusal::NothingNew);
    }
    Ok(done(SettlingDeed::OptionChosen { chosen }))
}
