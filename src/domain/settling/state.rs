//! What of the settling is on record, and what each deed makes of it.

use super::super::{AgentName, Fen, MessageNo, Stamp};
use super::{
    Approval, ApprovalNo, Mark, Offer, Paid, PaymentNo, Picked, Proposal, ProposalNo,
    ProposalsOffered, Reckoning, Restated, ReturnCheck, SettlingDeed, Verdict, Wish,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Who answers for it, as judged last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// Who.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// Where our own faults were looked for, and what was found.
    pub own_faults: String,
    /// When.
    pub at: Stamp,
    /// Who judged.
    pub by: AgentName,
}

/// What the buyer wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wished {
    /// What.
    pub wish: Wish,
    /// How much, where it is money.
    pub amount: Option<Fen>,
    /// In the buyer's words.
    pub quote: String,
    /// The message they stand in.
    pub source: Option<MessageNo>,
    /// When it was noted.
    pub at: Stamp,
}

/// Everything worked out, agreed and done so far.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Settling {
    /// Who answers for it.
    pub verdict: Option<Judgement>,
    /// How often it was judged otherwise than before.
    pub rejudged: u32,
    /// What the buyer wants.
    pub wish: Option<Wished>,
    /// The options, by ordinal; dropped ones included.
    pub options: Vec<Proposal>,
    /// Why there is only one.
    pub only: String,
    /// Which of them the buyer was told of.
    pub offered: Vec<ProposalsOffered>,
    /// The options as the buyer was told of them, by the reply that told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<(MessageNo, Proposal)>,
    /// The one chosen.
    pub chosen: Option<Picked>,
    /// The replies that said what was agreed.
    pub said: Vec<MessageNo>,
    /// The figures.
    pub figures: Reckoning,
    /// The most that could be lost, as reckoned last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exposure: Option<Fen>,
    /// Amounts offered, oldest first.
    pub offers: Vec<Offer>,
    /// Requests for more than the own limit.
    pub approvals: Vec<Approval>,
    /// What was paid; what was struck out included.
    pub payments: Vec<Paid>,
    /// What is known of a return.
    pub returning: ReturnCheck,
    /// Marked messages.
    pub marks: BTreeSet<(Mark, MessageNo)>,
    /// Points said back, oldest first.
    pub restated: Vec<Restated>,
}

impl Settling {
    /// Options that can be offered.
    pub fn feasible(&self) -> impl Iterator<Item = &Proposal> {
        self.options.iter().filter(|option| option.is_feasible())
    }

    /// An option by its ordinal.
    #[must_use]
    pub fn option(&self, no: ProposalNo) -> Option<&Proposal> {
        self.options.iter().find(|option| option.no == no)
    }

    /// Whether the buyer was told of an option, in this version or another.
    #[must_use]
    pub fn was_offered(&self, no: ProposalNo) -> bool {
        self.offered.iter().any(|offered| offered.nos.contains(&no))
    }

    /// Whether the buyer was told of an option as it stands now.
    #[must_use]
    pub fn is_told(&self, no: ProposalNo) -> bool {
        let told = self.told.iter().rev().find(|(_, option)| option.no == no);
        self.was_offered(no) && told.is_none_or(|(_, told)| self.option(no) == Some(told))
    }

    /// Under which number the buyer was told of an option last, from 1.
    #[must_use]
    pub fn told_as(&self, no: ProposalNo) -> Option<usize> {
        let place = self.offered.last()?.nos.iter().position(|told| *told == no)?;
        Some(place.saturating_add(1))
    }

    /// The option the buyer chose.
    #[must_use]
    pub fn agreed(&self) -> Option<&Proposal> {
        self.option(self.chosen.as_ref()?.no)
    }

    /// The amount offered last.
    #[must_use]
    pub fn last_offer(&self) -> Option<Fen> {
        self.offers.last().map(|offer| offer.amount)
    }

    /// The most that was granted.
    #[must_use]
    pub fn granted(&self) -> Option<Fen> {
        self.approvals.iter().filter_map(|one| one.ruling.as_ref()?.granted).max()
    }

    /// The request nobody has decided yet.
    #[must_use]
    pub fn waiting(&self) -> Option<&Approval> {
        self.approvals.iter().rev().find(|one| one.ruling.is_none())
    }

    /// `none`, `waiting`, `granted` or `refused`: what came of the last request.
    #[must_use]
    pub fn approval(&self) -> &'static str {
        match self.approvals.last().map(|one| one.ruling.as_ref()) {
            None => "none",
            Some(None) => "waiting",
            Some(Some(ruling)) if ruling.granted.is_some() => "granted",
            Some(Some(_)) => "refused",
        }
    }

    /// Payments that hold.
    pub fn paid(&self) -> impl Iterator<Item = &Paid> {
        self.payments.iter().filter(|payment| payment.void.is_none())
    }

    /// What was paid on this case, all in all.
    #[must_use]
    pub fn paid_sum(&self) -> Fen {
        Fen(self.paid().map(|payment| payment.amount.0).fold(0, i64::saturating_add))
    }

    /// The messages marked so, oldest first.
    pub fn marked(&self, mark: Mark) -> impl Iterator<Item = MessageNo> {
        self.marks.iter().filter(move |(as_what, _)| *as_what == mark).map(|(_, no)| *no)
    }

    /// What a deed makes of it; nothing when it speaks of something the case does not have.
    pub(in crate::domain) fn apply(
        &mut self,
        deed: &SettlingDeed,
        at: Stamp,
        by: &AgentName,
    ) -> Option<()> {
        match deed {
            SettlingDeed::VerdictGiven { verdict, reason, own_faults } => {
                let before = self.verdict.take().map(|judged| judged.verdict);
                if before.is_some() && before != *verdict {
                    self.rejudged = self.rejudged.saturating_add(1);
                }
                self.verdict = verdict.map(|verdict| Judgement {
                    verdict,
                    reason: reason.clone(),
                    own_faults: own_faults.clone(),
                    at,
                    by: by.clone(),
                });
            }
            SettlingDeed::WishNoted { wish, amount, quote, source } => {
                let (wish, amount, quote, source) = (*wish, *amount, quote.clone(), *source);
                self.wish = Some(Wished { wish, amount, quote, source, at });
            }
            SettlingDeed::OptionPut { option } => {
                match self.options.iter_mut().find(|known| known.no == option.no) {
                    Some(known) => known.clone_from(option),
                    None => self.options.push(option.clone()),
                }
            }
            SettlingDeed::OptionDropped { no } => {
                self.options.iter_mut().find(|known| known.no == *no)?.dropped = true;
            }
            SettlingDeed::OnlyOption { reason } => self.only.clone_from(reason),
            SettlingDeed::OptionsOffered { offered } => {
                let told = self.options.iter().filter(|option| offered.nos.contains(&option.no));
                self.told.extend(told.map(|option| (offered.message, option.clone())));
                self.offered.push(offered.clone());
            }
            SettlingDeed::OptionChosen { chosen } => {
                self.option(chosen.no)?;
                self.chosen = Some(chosen.clone());
            }
            SettlingDeed::SettlementSaid { message } => self.said.push(*message),
            SettlingDeed::MoneyReckoned { figures } => self.figures = *figures,
            SettlingDeed::ExposureReckoned { worst } => self.exposure = *worst,
            SettlingDeed::OfferMade { offer } => {
                // A message offers once: what is noted of it again is what it offers.
                self.offers.retain(|known| known.message != offer.message);
                self.offers.push(*offer);
            }
            SettlingDeed::ApprovalAsked { approval } => self.approvals.push((**approval).clone()),
            SettlingDeed::ApprovalDecided { no, ruling } => {
                self.approval_mut(*no)?.ruling = Some(ruling.clone());
            }
            SettlingDeed::PaymentNoted { payment } => self.payments.push(payment.clone()),
            SettlingDeed::PaymentVoided { no, reason } => {
                self.payment_mut(*no)?.void = Some(reason.clone());
            }
            SettlingDeed::ReturnChecked { check } => self.returning = *check,
            SettlingDeed::MessageMarked { mark, no, on: true } => {
                self.marks.insert((*mark, *no));
            }
            SettlingDeed::MessageMarked { mark, no, on: false } => {
                self.marks.remove(&(*mark, *no));
            }
            SettlingDeed::PointsRestated { message, points } => {
                self.restated.push(Restated { message: *message, points: points.clone() });
            }
            SettlingDeed::PointAnswered { message, point, answer } => {
                let restated = self.restated.iter_mut().find(|one| one.message == *message)?;
                let place = usize::try_from(point.checked_sub(1)?).ok()?;
                restated.points.get_mut(place)?.answer = Some(*answer);
            }
        }
        Some(())
    }

    /// A reply was taken back: the buyer never saw what it said.
    pub(in crate::domain) fn unsay(&mut self, message: MessageNo) {
        self.offered.retain(|offered| offered.message != message);
        self.told.retain(|(told, _)| *told != message);
        self.offers.retain(|offer| offer.message != message);
        self.said.retain(|said| *said != message);
        self.restated.retain(|restated| restated.message != message);
    }

    fn approval_mut(&mut self, no: ApprovalNo) -> Option<&mut Approval> {
        self.approvals.iter_mut().find(|one| one.no == no)
    }

    fn payment_mut(&mut self, no: PaymentNo) -> Option<&mut Paid> {
        self.payments.iter_mut().find(|one| one.no == no)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Fen, MessageNo};

    #[test]
    fn a_message_offers_once() {
        let mut settling = Settling::default();
        for (message, fen) in [(2, 500), (4, 700), (4, 800)] {
            let offer = Offer { amount: Fen(fen), message: MessageNo(message) };
            let deed = SettlingDeed::OfferMade { offer };
            settling.apply(&deed, Stamp::from_millis(0), &AgentName::new("小林")).unwrap();
        }
        let amounts: Vec<i64> = settling.offers.iter().map(|offer| offer.amount.0).collect();
        assert_eq!(amounts, [500, 800]);
    }
}
