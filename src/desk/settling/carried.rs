//! Texts the desk itself makes, and what sending one of them does: options offered, an amount named, an
//! agreement written down, points said back. They go by reply ids of their own, so that a draft, the
//! undo window and the record treat them like any other reply.

use super::dated::{Dated, dated};
use super::options::{looked_at, ready, within};
use super::{SettlingRefusal, points, sorted};
use crate::desk::{Desk, Refusal};
use crate::domain::{
    After, CaseState, Event, FactId, FactValue, Fen, FreightPayer, MessageNo, Offer,
    ProposalsOffered, ReplyId, SettlingDeed, Stamp,
};

/// What their ids begin with.
const DESK: &str = "desk.";
pub(super) const OPTIONS: &str = "desk.options";
pub(super) const SETTLEMENT: &str = "desk.settlement";
pub(super) const RESTATE: &str = "desk.restate";
pub(super) const OFFER: &str = "desk.offer";

/// What sending such a text does besides being said.
#[derive(Debug, Default)]
pub(in crate::desk) struct Carried {
    pub(in crate::desk) deeds: Vec<Event>,
    pub(in crate::desk) promise: Option<(String, Stamp, Option<After>)>,
    /// What a playbook may ask for as facts and the text has said.
    pub(in crate::desk) sets: Vec<(FactId, FactValue)>,
}

impl Carried {
    /// Notes a fact, where the playbook has it so.
    fn says(&mut self, desk: &Desk<'_>, name: &str, value: FactValue) {
        let fact = FactId::from(name);
        let fits = desk.playbook.fact(&fact).is_some_and(|declared| {
            let named = match &value {
                FactValue::Enum(id) => declared.choice(id).is_some(),
                _another => true,
            };
            declared.kind == value.kind() && declared.compute.is_none() && named
        });
        if fits {
            self.sets.push((fact, value));
        }
    }
}

/// Whether it is one of the desk's own.
#[must_use]
pub(in crate::desk) fn is_carried(id: &ReplyId) -> bool {
    id.as_str().starts_with(DESK)
}

/// The amount an offer names: `desk.offer.1500`; without one, the next of the ladder.
pub(super) fn amount(id: &str, case: &CaseState, desk: &Desk<'_>) -> Option<Fen> {
    let rest = id.strip_prefix(OFFER)?;
    match rest.strip_prefix('.') {
        Some(fen) => fen.parse().ok().map(Fen),
        None => super::ladder(case, desk)?.next,
    }
}

/// Decides what sending one of the desk's texts does.
pub(in crate::desk) fn carry(
    case: &CaseState,
    id: &ReplyId,
    message: MessageNo,
    desk: &Desk<'_>,
) -> Result<Carried, Refusal> {
    let name = id.as_str();
    let mut out = Carried::default();
    let hot = || -> Result<(), Refusal> {
        if case.mood.is_hot() { Err(Refusal::Held(vec![name.to_owned()])) } else { Ok(()) }
    };
    match name {
        OPTIONS => {
            hot()?;
            ready(case, desk)?;
            let options = sorted(case);
            let most = options.iter().filter(|option| option.remedy.is_offer());
            let most = most.map(|option| option.give).max();
            for (name, option) in ["offer_a", "offer_b"].into_iter().zip(&options) {
                out.says(desk, name, FactValue::Text(super::text::what(option, desk.lang)));
            }
            let nos = options.iter().map(|option| option.no).collect();
            let reason = case.settling.only.clone();
            let reason = if options.len() < 2 { reason } else { String::new() };
            let offered = ProposalsOffered { message, nos, reason };
            out.deeds.push(settling(SettlingDeed::OptionsOffered { offered }));
            out.deeds.extend(most.filter(|fen| fen.0 > 0).map(|amount| {
                settling(SettlingDeed::OfferMade { offer: Offer { amount, message } })
            }));
        }
        SETTLEMENT => {
            let option = case.settling.agreed().ok_or(SettlingRefusal::ChooseFirst)?;
            looked_at(option, case.settling.returning)?;
            let Dated { due, after, pending, .. } = dated(option, case, desk)?;
            let what = super::text::what(option, desk.lang);
            let day = desk.policy.calendar.day_of(due);
            out.says(desk, "settlement", FactValue::Text(what.clone()));
            // An agreement without freight leaves what is known of it as it is.
            if option.payer != FreightPayer::None || !case.facts.contains_key("freight") {
                out.says(desk, "freight", FactValue::Enum(option.payer.name().to_owned()));
            }
            // Counted from a day nobody knows yet, it has no day of its own.
            if !pending {
                out.says(desk, "deed_day", FactValue::Date(day));
            }
            out.promise = Some((what, due, after));
            out.deeds.push(settling(SettlingDeed::SettlementSaid { message }));
        }
        RESTATE => {
            let points = points(case, desk.playbook, desk.lang);
            if points.is_empty() {
                return Err(SettlingRefusal::NothingToSay.into());
            }
            out.deeds.push(settling(SettlingDeed::PointsRestated { message, points }));
        }
        name if name.starts_with(OFFER) => {
            hot()?;
            if case.settling.wish.is_none() {
                return Err(SettlingRefusal::WishFirst.into());
            }
            let amount = amount(name, case, desk).ok_or(SettlingRefusal::FiguresWanted)?;
            if amount.0 <= 0 {
                return Err(SettlingRefusal::BadAmount.into());
            }
            within(case, amount, desk)?;
            let offer = Offer { amount, message };
            out.deeds.push(settling(SettlingDeed::OfferMade { offer }));
        }
        _unknown => {
            return Err(Refusal::Unknown {
                what: crate::desk::Named::Reply,
                name: name.to_owned(),
                nearest: None,
            });
        }
    }
    Ok(out)
}

fn settling(deed: SettlingDeed) -> Event {
    Event::Settling { deed }
}
