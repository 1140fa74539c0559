//! Between "I have read it" and "we agreed and I did it": verdict, wish, options, money, returns, and the
//! points said back. One file an act; all of them through the one gate.
//!
//! Owns what may be done in which order and why not. Knows no screen and no file.

mod approval;
mod carried;
mod choose;
mod dated;
mod ladder;
mod mark;
mod money;
mod options;
mod pay;
mod refusal;
mod returning;
mod sheet;
mod text;
mod turn;
mod unsaid;
mod verdict;
mod wish;

pub(super) use carried::{Carried, carry, is_carried};
pub use ladder::{Ladder, ladder};
pub(super) use money::exposed;
pub use money::{Figures, figures};
pub use options::{own_limit, sorted};
pub use refusal::SettlingRefusal;
pub use returning::{Flag, flags, payer};
pub use sheet::points;
pub use text::{TEXTS, carried_text, carried_title, offer_id};
pub use turn::turn;
pub(super) use unsaid::guard;

use super::{Desk, Refusal};
use crate::domain::{
    CaseState, Event, FactValue, Fen, Mark, MessageNo, OrderNo, PaidWhat, PaymentNo, PointAnswer,
    Proposal, ProposalNo, Reckoning, ReturnCheck, SettlingDeed, Verdict, Wish,
};

/// One act of settling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settle {
    /// Judge who answers for it, or take the judgement back.
    Verdict {
        /// Who.
        verdict: Option<Verdict>,
        /// Why.
        reason: String,
        /// Where our own faults were looked for, and what was found.
        own_faults: String,
    },
    /// Note what the buyer wants.
    Wish {
        /// What.
        wish: Wish,
        /// How much, where it is money.
        amount: Option<Fen>,
        /// In the buyer's words.
        quote: String,
        /// The message they stand in.
        source: Option<MessageNo>,
    },
    /// Put an option on the list; ordinal 0 is a new one.
    Put(Proposal),
    /// Take an option off the list.
    Drop(ProposalNo),
    /// Say why there is only one.
    Only(String),
    /// Note which option the buyer chose.
    Choose {
        /// Which.
        no: ProposalNo,
        /// In the buyer's words.
        quote: String,
        /// The message they stand in.
        source: Option<MessageNo>,
    },
    /// Put figures down; what is left out stays as it was.
    Reckon(Reckoning),
    /// Ask for more than the own limit.
    Ask {
        /// How much.
        amount: Fen,
        /// Why.
        reason: String,
    },
    /// Note what was decided of the request that waits.
    Rule {
        /// How much was granted; nothing is a refusal.
        granted: Option<Fen>,
        /// Who decided.
        by: String,
        /// The role they decided in.
        role: Option<String>,
        /// In their words.
        words: String,
    },
    /// Note a payment.
    Pay {
        /// What for.
        what: PaidWhat,
        /// How much.
        amount: Fen,
        /// The number that proves it.
        proof: String,
        /// The order, where it is not the case's own.
        order: Option<OrderNo>,
        /// Why it is no second payment of the same.
        again: String,
    },
    /// Strike a payment out that was noted by mistake.
    Void {
        /// Which.
        no: PaymentNo,
        /// Why.
        reason: String,
    },
    /// Note what is known of a return.
    Return(ReturnCheck),
    /// Mark a message, or take the mark away.
    Mark {
        /// As what.
        mark: Mark,
        /// Which message.
        no: MessageNo,
        /// Marked or not.
        on: bool,
    },
    /// Note what the buyer says to a point said back last.
    Answer {
        /// Which, from 1.
        point: u32,
        /// What the buyer says.
        answer: PointAnswer,
        /// How it really was.
        value: Option<FactValue>,
    },
}

/// Decides an act of settling.
pub(super) fn settle(
    case: &CaseState,
    act: Settle,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    match act {
        Settle::Verdict { verdict, reason, own_faults } => {
            verdict::give(case, verdict, reason, own_faults)
        }
        Settle::Wish { wish, amount, quote, source } => {
            wish::note(case, wish, amount, &quote, source, desk)
        }
        Settle::Put(option) => options::put(case, option, desk),
        Settle::Drop(no) => options::drop(case, no),
        Settle::Only(reason) => options::only(case, &reason),
        Settle::Choose { no, quote, source } => choose::choose(case, no, &quote, source),
        Settle::Reckon(figures) => money::reckon(case, figures),
        Settle::Ask { amount, reason } => approval::ask(case, amount, reason, desk),
        Settle::Rule { granted, by, role, words } => {
            approval::rule(case, granted, &by, role, words, desk)
        }
        Settle::Pay { what, amount, proof, order, again } => {
            pay::pay(case, what, amount, proof, order, &again, desk)
        }
        Settle::Void { no, reason } => pay::void(case, no, reason),
        Settle::Return(check) => returning::check(case, check),
        Settle::Mark { mark, no, on } => mark::mark(case, mark, no, on),
        Settle::Answer { point, answer, value } => sheet::answer(case, point, answer, value, desk),
    }
}

fn done(deed: SettlingDeed) -> Vec<Event> {
    vec![Event::Settling { deed }]
}

/// A message the case has.
fn known(case: &CaseState, source: Option<MessageNo>) -> Result<(), Refusal> {
    match source {
        Some(no) if no.0 == 0 || no > case.tally.last_no => Err(Refusal::NoSuchMessage(no)),
        Some(_) | None => Ok(()),
    }
}

/// No sum of money is negative.
fn no_debt(amounts: &[Option<Fen>]) -> Result<(), Refusal> {
    if amounts.iter().flatten().any(|fen| fen.0 < 0) {
        return Err(SettlingRefusal::BadAmount.into());
    }
    Ok(())
}
