//! `redress show CASE --json`: what was worked out, agreed and paid.

use super::Shown;
use crate::domain::{
    Approval, CaseState, FactId, FreightPayer, Judgement, Mark, MessageNo, OrderNo, Paid, PaidWhat,
    PaymentNo, PointAnswer, Proposal, ProposalNo, Reckoning, Remedy, ReturnCheck, Stamp, Verdict,
    Wish, Wished,
};
use serde::Serialize;

/// What was worked out, agreed and paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SettlingRecord {
    /// Who answers for it; null while nobody has judged.
    pub verdict: Option<VerdictRecord>,
    /// What the buyer wants; null while it is not known.
    pub wish: Option<WishRecord>,
    /// The options; dropped ones are left out.
    pub options: Vec<OptionRecord>,
    /// The options the buyer was told of last, in the order they were told.
    pub offered: Vec<ProposalNo>,
    /// The option the buyer chose; null while none is.
    pub chosen: Option<ChosenRecord>,
    /// The replies that said what was agreed.
    pub said: Vec<MessageNo>,
    /// The figures, in fen.
    pub figures: Reckoning,
    /// Amounts offered, oldest first.
    pub offers: Vec<OfferRecord>,
    /// Requests for more than the own limit.
    pub approvals: Vec<ApprovalRecord>,
    /// What was paid; what was struck out included.
    pub payments: Vec<PaymentRecord>,
    /// What was paid and holds, in fen.
    pub paid_fen: i64,
    /// What is known of a return.
    pub return_check: ReturnCheck,
    /// Marked messages.
    pub marks: Vec<MarkRecord>,
    /// The points said back last.
    pub points: Vec<PointRecord>,
}

/// Who answers for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VerdictRecord {
    /// Who.
    pub verdict: Verdict,
    /// Why.
    pub reason: Shown,
    /// Where our own faults were looked for, and what was found.
    pub own_faults: Shown,
}

/// What the buyer wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WishRecord {
    /// What.
    pub wish: Wish,
    /// How much, in fen.
    pub amount_fen: Option<i64>,
    /// In the buyer's words.
    pub quote: Shown,
    /// The message they stand in.
    pub source: Option<MessageNo>,
}

/// An option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OptionRecord {
    /// Its ordinal.
    pub no: ProposalNo,
    /// What it comes to.
    pub remedy: Remedy,
    /// The money the buyer gets, in fen.
    pub give_fen: i64,
    /// What it costs the shop, all in all, in fen.
    pub shop_cost_fen: i64,
    /// The freight, in fen.
    pub freight_fen: i64,
    /// Who pays it.
    pub payer: FreightPayer,
    /// By when, as a rule.
    pub due: String,
    /// On what condition.
    pub condition: Shown,
    /// Why it cannot be done; null when it can.
    pub obstacle: Option<Shown>,
}

/// The option the buyer chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChosenRecord {
    /// Which.
    pub no: ProposalNo,
    /// In the buyer's words.
    pub quote: Shown,
    /// The message they stand in.
    pub source: Option<MessageNo>,
}

/// An amount offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OfferRecord {
    /// How much, in fen.
    pub amount_fen: i64,
    /// The reply that offered it.
    pub message: MessageNo,
}

/// A request for more than the own limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ApprovalRecord {
    /// How much was asked for, in fen.
    pub amount_fen: i64,
    /// Who may decide.
    pub role: Shown,
    /// Why.
    pub reason: Shown,
    /// When it was decided; null while it waits.
    pub decided_at: Option<Stamp>,
    /// How much was granted, in fen; null when it was refused.
    pub granted_fen: Option<i64>,
    /// Who decided.
    pub by: Option<Shown>,
}

/// A payment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaymentRecord {
    /// Its ordinal.
    pub no: PaymentNo,
    /// The order it was paid on.
    pub order: Option<Shown>,
    /// What for.
    pub what: PaidWhat,
    /// How much, in fen.
    pub amount_fen: i64,
    /// The number that proves it.
    pub proof: Shown,
    /// When.
    pub at: Stamp,
    /// Why it was struck out; null while it holds.
    pub void: Option<Shown>,
}

/// A marked message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MarkRecord {
    /// As what.
    pub mark: Mark,
    /// Which message.
    pub message: MessageNo,
}

/// A point said back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PointRecord {
    /// What was said.
    pub text: Shown,
    /// The fact it says.
    pub fact: Option<FactId>,
    /// What the buyer says to it; null while nothing.
    pub answer: Option<PointAnswer>,
}

impl SettlingRecord {
    pub(super) fn new(state: &CaseState) -> Self {
        let settling = &state.settling;
        let marks = settling.marks.iter();
        Self {
            verdict: settling.verdict.as_ref().map(verdict),
            wish: settling.wish.as_ref().map(wish),
            options: settling.options.iter().filter(|one| !one.dropped).map(option).collect(),
            offered: settling.offered.last().map(|last| last.nos.clone()).unwrap_or_default(),
            chosen: settling.chosen.as_ref().map(|chosen| ChosenRecord {
                no: chosen.no,
                quote: Shown::new(&chosen.quote),
                source: chosen.source,
            }),
            said: settling.said.clone(),
            figures: settling.figures,
            offers: settling
                .offers
                .iter()
                .map(|one| OfferRecord { amount_fen: one.amount.0, message: one.message })
                .collect(),
            approvals: settling.approvals.iter().map(approval).collect(),
            payments: settling.payments.iter().map(payment).collect(),
            paid_fen: settling.paid_sum().0,
            return_check: settling.returning,
            marks: marks.map(|(mark, no)| MarkRecord { mark: *mark, message: *no }).collect(),
            points: settling
                .restated
                .last()
                .map(|last| &last.points)
                .into_iter()
                .flatten()
                .map(|point| PointRecord {
                    text: Shown::new(&point.text),
                    fact: point.fact.clone(),
                    answer: point.answer,
                })
                .collect(),
        }
    }
}

fn verdict(judged: &Judgement) -> VerdictRecord {
    VerdictRecord {
        verdict: judged.verdict,
        reason: Shown::new(&judged.reason),
        own_faults: Shown::new(&judged.own_faults),
    }
}

fn wish(noted: &Wished) -> WishRecord {
    WishRecord {
        wish: noted.wish,
        amount_fen: noted.amount.map(|fen| fen.0),
        quote: Shown::new(&noted.quote),
        source: noted.source,
    }
}

fn option(option: &Proposal) -> OptionRecord {
    OptionRecord {
        no: option.no,
        remedy: option.remedy,
        give_fen: option.give.0,
        shop_cost_fen: option.shop_cost().0,
        freight_fen: option.freight.0,
        payer: option.payer,
        due: option.due.clone(),
        condition: Shown::new(&option.condition),
        obstacle: (!option.obstacle.is_empty()).then(|| Shown::new(&option.obstacle)),
    }
}

fn approval(asked: &Approval) -> ApprovalRecord {
    let ruling = asked.ruling.as_ref();
    ApprovalRecord {
        amount_fen: asked.amount.0,
        role: Shown::new(&asked.role),
        reason: Shown::new(&asked.reason),
        decided_at: ruling.map(|ruling| ruling.at),
        granted_fen: ruling.and_then(|ruling| ruling.granted).map(|fen| fen.0),
        by: ruling.map(|ruling| Shown::new(&ruling.by)),
    }
}

fn payment(paid: &Paid) -> PaymentRecord {
    PaymentRecord {
        no: paid.no,
        order: paid.order.as_ref().map(OrderNo::as_str).map(Shown::new),
        what: paid.what,
        amount_fen: paid.amount.0,
        proof: Shown::new(&paid.proof),
        at: paid.at,
        void: paid.void.as_deref().map(Shown::new),
    }
}
