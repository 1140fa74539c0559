//! Why an act of settling is refused.

use super::super::{Refusal, Way};
use crate::domain::{Fen, FreightPayer, PaymentNo, ProposalNo};

/// Why an act of settling is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettlingRefusal {
    /// No fact is confirmed yet.
    FactFirst,
    /// Our own faults were not looked for yet.
    OwnFaultsFirst,
    /// It depends on who answers for it, and nobody has judged yet; so much goes without.
    VerdictFirst(Fen),
    /// An option says otherwise than the look at the return who pays for sending it back.
    FreightDiffers {
        /// Which option.
        no: ProposalNo,
        /// Who pays by it.
        option: FreightPayer,
        /// Who pays by the look at the return.
        looked: FreightPayer,
    },
    /// The text says who is to blame, in these words.
    Blames(String),
    /// What the buyer wants is not known yet.
    WishFirst,
    /// The buyer's own words are wanted.
    QuoteWanted,
    /// There are not two options that can be done, and no reason why.
    TwoWanted(usize),
    /// The case has no such option.
    NoSuchOption(ProposalNo),
    /// The option cannot be done.
    NotFeasible(ProposalNo),
    /// The buyer was not told of the option.
    NotOffered(ProposalNo),
    /// It was chosen: who wants it otherwise puts another beside it.
    ChosenAlready(ProposalNo),
    /// It is money, and nobody has said how much.
    SumWanted,
    /// The goods of a return were not looked at; these pieces are open.
    ReturnUnchecked(Vec<&'static str>),
    /// An offer never shrinks.
    OfferDown {
        /// What was offered last.
        last: Fen,
    },
    /// It is above what may be offered without approval.
    AboveLimit {
        /// The limit.
        limit: Fen,
        /// Who may decide.
        role: String,
    },
    /// A request for approval waits to be decided.
    ApprovalWaits(Fen),
    /// The text speaks of a request nobody made.
    NoApproval,
    /// There is no request that waits.
    NothingAsked,
    /// The role may not agree to so much.
    MayNot {
        /// The role.
        role: String,
        /// What it may agree to.
        up_to: Fen,
    },
    /// No option was chosen yet.
    ChooseFirst,
    /// The same was paid already.
    PaidAlready {
        /// How much.
        amount: Fen,
        /// In which case, when it is another one.
        case: Option<i64>,
    },
    /// More than was paid for the order.
    AboveOrder(Fen),
    /// The case has no such payment.
    NoSuchPayment(PaymentNo),
    /// Nothing was said back, or that has no such point.
    NoSuchPoint(u32),
    /// There is nothing to be said back yet.
    NothingToSay,
    /// That is no date rule.
    BadDue(String),
    /// A sum of money is negative, or there is none.
    BadAmount,
    /// A figure the offer is worked out of is missing.
    FiguresWanted,
}

impl SettlingRefusal {
    /// A short name, stable in `--json`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::FactFirst => "fact-first",
            Self::OwnFaultsFirst => "own-faults-first",
            Self::VerdictFirst(_) => "verdict-first",
            Self::FreightDiffers { .. } => "freight-differs",
            Self::Blames(_) => "blames",
            Self::WishFirst => "wish-first",
            Self::QuoteWanted => "quote-wanted",
            Self::TwoWanted(_) => "two-options-wanted",
            Self::NoSuchOption(_) => "no-such-option",
            Self::NotFeasible(_) => "not-feasible",
            Self::NotOffered(_) => "not-offered",
            Self::ChosenAlready(_) => "chosen-already",
            Self::SumWanted => "sum-wanted",
            Self::ReturnUnchecked(_) => "return-unchecked",
            Self::OfferDown { .. } => "offer-down",
            Self::AboveLimit { .. } => "above-limit",
            Self::ApprovalWaits(_) => "approval-waits",
            Self::NoApproval => "no-approval",
            Self::NothingAsked => "nothing-asked",
            Self::MayNot { .. } => "may-not",
            Self::ChooseFirst => "choose-first",
            Self::PaidAlready { .. } => "paid-already",
            Self::AboveOrder(_) => "above-order",
            Self::NoSuchPayment(_) => "no-such-payment",
            Self::NoSuchPoint(_) => "no-such-point",
            Self::NothingToSay => "nothing-to-say",
            Self::BadDue(_) => "bad-due",
            Self::BadAmount => "bad-amount",
            Self::FiguresWanted => "figures-wanted",
        }
    }

    /// The way out.
    #[must_use]
    pub const fn way(&self) -> Way {
        match self {
            Self::FactFirst | Self::NothingToSay | Self::FiguresWanted => Way::Record,
            Self::Blames(_) | Self::NoApproval => Way::Correct,
            Self::OwnFaultsFirst
            | Self::VerdictFirst(_)
            | Self::FreightDiffers { .. }
            | Self::WishFirst
            | Self::QuoteWanted
            | Self::TwoWanted(_)
            | Self::ReturnUnchecked(_)
            | Self::NotOffered(_)
            | Self::ChooseFirst => Way::Settling,
            Self::AboveLimit { .. } | Self::ApprovalWaits(_) => Way::Approve,
            Self::NoSuchOption(_)
            | Self::NotFeasible(_)
            | Self::ChosenAlready(_)
            | Self::SumWanted
            | Self::OfferDown { .. }
            | Self::NothingAsked
            | Self::MayNot { .. }
            | Self::PaidAlready { .. }
            | Self::AboveOrder(_)
            | Self::NoSuchPayment(_)
            | Self::NoSuchPoint(_)
            | Self::BadDue(_)
            | Self::BadAmount => Way::Other,
        }
    }
}

impl From<SettlingRefusal> for Refusal {
    fn from(why: SettlingRefusal) -> Self {
        Self::Settling(why)
    }
}
