//! From the arguments of `redress do` to an act of settling.

use crate::cli::args::{MoneyArgs, OptionArgs, SettlingArgs};
use crate::desk::{Desk, Refusal, Settle};
use crate::domain::{
    CaseState, FactValue, FreightPayer, MessageNo, OrderNo, PaymentNo, Proposal, ProposalNo,
    Reckoning, ReturnCheck,
};

/// The act of a deed on a case.
pub(super) fn act(
    deed: &SettlingArgs,
    case: &CaseState,
    desk: &Desk<'_>,
) -> Result<Settle, Refusal> {
    Ok(match deed {
        SettlingArgs::Verdict { verdict, why, own_faults } => Settle::Verdict {
            verdict: verdict.0,
            reason: why.clone(),
            own_faults: own_faults.clone(),
        },
        SettlingArgs::Wish { wish, amount, quote, from } => Settle::Wish {
            wish: *wish,
            amount: *amount,
            quote: quote.clone(),
            source: from.map(MessageNo),
        },
        SettlingArgs::Option(option) => Settle::Put(proposal(option)),
        SettlingArgs::DropOption { option_no } => Settle::Drop(ProposalNo(*option_no)),
        SettlingArgs::Only { why } => Settle::Only(why.clone()),
        SettlingArgs::Choose { told_no, quote, from } => Settle::Choose {
            no: as_told(*told_no, case),
            quote: quote.clone(),
            source: from.map(MessageNo),
        },
        SettlingArgs::Money(figures) => Settle::Reckon(reckoning(figures)),
        SettlingArgs::Approval { sum, why } => Settle::Ask { amount: *sum, reason: why.clone() },
        SettlingArgs::Ruling { granted, by, role, words } => Settle::Rule {
            granted: granted.0,
            by: by.clone(),
            role: role.clone(),
            words: words.clone(),
        },
        SettlingArgs::Pay { paid, sum, proof, order, again } => Settle::Pay {
            what: *paid,
            amount: *sum,
            proof: proof.clone(),
            order: order.as_deref().map(OrderNo::new),
            again: again.clone(),
        },
        SettlingArgs::Void { payment_no, why } => {
            Settle::Void { no: PaymentNo(*payment_no), reason: why.clone() }
        }
        SettlingArgs::ReturnCheck { pieces } => {
            let all = pieces.iter().fold(ReturnCheck::default(), |all, piece| all.with(*piece));
            Settle::Return(all)
        }
        SettlingArgs::Mark { mark, message, off } => {
            Settle::Mark { mark: *mark, no: MessageNo(*message), on: !off }
        }
        SettlingArgs::Answer { point, answer, value } => Settle::Answer {
            point: *point,
            answer: *answer,
            value: match value {
                Some(text) => Some(corrected(*point, text, case, desk)?),
                None => None,
            },
        },
    })
}

fn proposal(option: &OptionArgs) -> Proposal {
    Proposal {
        no: ProposalNo(option.no.unwrap_or_default()),
        remedy: option.remedy,
        give: option.give.unwrap_or_default(),
        cost: option.cost.unwrap_or_default(),
        freight: option.freight.unwrap_or_default(),
        payer: option.payer.unwrap_or(FreightPayer::None),
        steps: option.steps.clone(),
        due: option.by.clone(),
        condition: option.condition.clone(),
        text: option.text.clone(),
        obstacle: option.obstacle.clone(),
        dropped: false,
    }
}

const fn reckoning(figures: &MoneyArgs) -> Reckoning {
    Reckoning {
        price: figures.price,
        cost: figures.cost,
        resale: figures.resale,
        freight_out: figures.freight_out,
        freight_back: figures.freight_back,
        defect: figures.defect,
        ask: figures.ask,
        risk: figures.risk,
        effort: figures.effort,
    }
}

/// The option the buyer was told of under that number; before any was offered, the option itself.
fn as_told(no: u32, case: &CaseState) -> ProposalNo {
    let place = usize::try_from(no).ok().and_then(|no| no.checked_sub(1));
    let told = case.settling.offered.last().zip(place);
    told.and_then(|(offered, place)| offered.nos.get(place)).copied().unwrap_or(ProposalNo(no))
}

/// How a point really was, of the kind its fact has.
fn corrected(
    point: u32,
    text: &str,
    case: &CaseState,
    desk: &Desk<'_>,
) -> Result<FactValue, Refusal> {
    let place = usize::try_from(point).ok().and_then(|point| point.checked_sub(1));
    let restated = case.settling.restated.last().zip(place);
    let fact = restated.and_then(|(last, place)| last.points.get(place)?.fact.as_ref());
    match fact {
        Some(fact) => super::build::value_of(fact.as_str(), text, desk),
        None => Ok(FactValue::Text(text.to_owned())),
    }
}
