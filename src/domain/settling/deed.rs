//! What can happen to it. Each deed is one event of the ledger, under a name of its own.

use super::super::{Fen, MessageNo};
use super::{
    Approval, ApprovalNo, Mark, Offer, Paid, PaymentNo, Picked, Point, PointAnswer, Proposal,
    ProposalNo, ProposalsOffered, Reckoning, ReturnCheck, Ruling, Verdict, Wish,
};
use serde::{Deserialize, Serialize};

/// One thing that was worked out, agreed or done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "deed", rename_all = "kebab-case", deny_unknown_fields)]
pub enum SettlingDeed {
    /// Somebody judged who answers for it, or took the judgement back.
    VerdictGiven {
        /// Who answers for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        verdict: Option<Verdict>,
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
        /// Where our own faults were looked for, and what was found.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        own_faults: String,
    },
    /// The buyer said what would help.
    WishNoted {
        /// What.
        wish: Wish,
        /// How much, where it is money.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        amount: Option<Fen>,
        /// In the buyer's words.
        quote: String,
        /// The message they stand in.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<MessageNo>,
    },
    /// An option was put on the list, or put anew.
    OptionPut {
        /// The option.
        option: Proposal,
    },
    /// An option was taken off the list.
    OptionDropped {
        /// Which.
        no: ProposalNo,
    },
    /// It was said why there is only one.
    OnlyOption {
        /// Why.
        reason: String,
    },
    /// The buyer was told of options.
    OptionsOffered {
        /// Which, and by which reply.
        offered: ProposalsOffered,
    },
    /// The buyer chose one.
    OptionChosen {
        /// Which, in what words.
        chosen: Picked,
    },
    /// What was agreed was said in one text.
    SettlementSaid {
        /// The reply.
        message: MessageNo,
    },
    /// The figures were put down.
    MoneyReckoned {
        /// The figures.
        figures: Reckoning,
    },
    /// What could be lost was reckoned from the standards in force, or is not known any more.
    ExposureReckoned {
        /// The most that could be lost.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        worst: Option<Fen>,
    },
    /// The buyer was offered an amount.
    OfferMade {
        /// How much, by which reply.
        offer: Offer,
    },
    /// More than the own limit was asked for.
    ApprovalAsked {
        /// The request.
        approval: Box<Approval>,
    },
    /// Whoever may decide has decided.
    ApprovalDecided {
        /// Which request.
        no: ApprovalNo,
        /// What came of it.
        ruling: Ruling,
    },
    /// Money went to the buyer.
    PaymentNoted {
        /// The payment.
        payment: Paid,
    },
    /// A payment had been noted by mistake.
    PaymentVoided {
        /// Which.
        no: PaymentNo,
        /// Why.
        reason: String,
    },
    /// Something about the goods of a return became known.
    ReturnChecked {
        /// All that is known now.
        check: ReturnCheck,
    },
    /// A place in the conversation was marked, or the mark taken away.
    MessageMarked {
        /// As what.
        mark: Mark,
        /// Which message.
        no: MessageNo,
        /// Marked or not.
        on: bool,
    },
    /// What is known was said back to the buyer.
    PointsRestated {
        /// The reply.
        message: MessageNo,
        /// Its points.
        points: Vec<Point>,
    },
    /// The buyer answered a point said back.
    PointAnswered {
        /// The reply that said it.
        message: MessageNo,
        /// Which of its points, from 1.
        point: u32,
        /// What the buyer says.
        answer: PointAnswer,
    },
}

impl SettlingDeed {
    /// Whether something is learned by it: what is only reckoned from what is known is nothing new.
    #[must_use]
    pub const fn teaches(&self) -> bool {
        !matches!(self, Self::ExposureReckoned { .. })
    }

    /// The event's name, as it stands in the ledger's `kind` column.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::VerdictGiven { .. } => "verdict-given",
            Self::WishNoted { .. } => "wish-noted",
            Self::OptionPut { .. } => "option-put",
            Self::OptionDropped { .. } => "option-dropped",
            Self::OnlyOption { .. } => "only-option",
            Self::OptionsOffered { .. } => "options-offered",
            Self::OptionChosen { .. } => "option-chosen",
            Self::SettlementSaid { .. } => "settlement-said",
            Self::MoneyReckoned { .. } => "money-reckoned",
            Self::ExposureReckoned { .. } => "exposure-reckoned",
            Self::OfferMade { .. } => "offer-made",
            Self::ApprovalAsked { .. } => "approval-asked",
            Self::ApprovalDecided { .. } => "approval-decided",
            Self::PaymentNoted { .. } => "payment-noted",
            Self::PaymentVoided { .. } => "payment-voided",
            Self::ReturnChecked { .. } => "return-checked",
            Self::MessageMarked { .. } => "message-marked",
            Self::PointsRestated { .. } => "points-restated",
            Self::PointAnswered { .. } => "point-answered",
        }
    }
}
