//! The figures of a case and what they come to: band, exposure, and whether fighting is dearer.

use super::super::Desk;
use super::{Settle, SettlingRefusal, done, no_debt, own_limit};
use crate::desk::Refusal;
use crate::domain::{CaseState, Event, Fen, Reckoning, SettlingDeed};
use crate::standard::Standards;
use crate::standard::money::{Band, BandOf, Exposure, Setting, Weighed, band, exposure, weigh};

/// What the figures of a case come to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// The band; unknown before price and resale value are.
    pub band: Option<Band>,
    /// What could be lost.
    pub exposure: Exposure,
    /// Whether paying the opening or a dispute is dearer; unknown before the risk is.
    pub weighed: Option<Weighed>,
}

/// Decides the event of putting figures down.
pub(super) fn reckon(case: &CaseState, more: Reckoning) -> Result<Vec<Event>, Refusal> {
    let known = case.settling.figures;
    let figures = Reckoning {
        price: more.price.or(known.price),
        cost: more.cost.or(known.cost),
        resale: more.resale.or(known.resale),
        freight_out: more.freight_out.or(known.freight_out),
        freight_back: more.freight_back.or(known.freight_back),
        defect: more.defect.or(known.defect),
        ask: more.ask.or(known.ask),
        risk: more.risk.or(known.risk),
        effort: more.effort.or(known.effort),
    };
    let Reckoning { price, cost, resale, freight_out, freight_back, defect, ask, effort, .. } =
        figures;
    no_debt(&[price, cost, resale, freight_out, freight_back, defect, ask, effort])?;
    if figures.risk.is_some_and(|risk| risk > 100) {
        return Err(SettlingRefusal::BadAmount.into());
    }
    if figures == known {
        return Err(Refusal::NothingNew);
    }
    Ok(done(SettlingDeed::MoneyReckoned { figures }))
}

/// What was paid for the thing: as put down, else for the order.
pub(super) fn price(case: &CaseState) -> Option<Fen> {
    case.settling.figures.price.or_else(|| case.order.as_ref()?.amount)
}

/// What the buyer asks: as put down, else with the wish.
pub(super) fn asked(case: &CaseState) -> Option<Fen> {
    case.settling.figures.ask.or_else(|| case.settling.wish.as_ref()?.amount)
}

/// What the figures of a case come to, with the shop's own limits.
#[must_use]
pub fn figures(case: &CaseState, desk: &Desk<'_>, shelf: Option<&Standards>) -> Figures {
    let known = case.settling.figures;
    let Some(price) = price(case) else { return Figures::default() };
    let band = known.resale.and_then(|resale| {
        band(&BandOf {
            price,
            cost: known.cost,
            resale,
            freight_out: known.freight_out.unwrap_or_default(),
            freight_back: known.freight_back.unwrap_or_default(),
            defect: known.defect,
            ask: asked(case),
            rung: super::ladder::first(case, desk).unwrap_or_default(),
            limit: own_limit(case, desk),
        })
    });
    let exposure = shelf.map_or_else(Exposure::default, |shelf| at_stake(case, price, desk, shelf));
    let pay = band.map(|band| asked(case).unwrap_or(band.opening));
    let weighed = pay
        .zip(known.risk)
        .and_then(|(pay, risk)| weigh(pay, exposure.worst, risk, known.effort.unwrap_or_default()));
    Figures { band, exposure, weighed }
}

fn at_stake(case: &CaseState, price: Fen, desk: &Desk<'_>, shelf: &Standards) -> Exposure {
    let setting = Setting { price, platform: case.platform, issue: &case.issue };
    exposure(setting, shelf, desk.policy.calendar.day_of(desk.now))
}

/// Reckons the money at stake anew, where it is another than was reckoned last: by it the queue is
/// ordered. Without a price there is nothing to reckon from; without the standards nothing is touched.
pub(in crate::desk) fn exposed(case: &CaseState, desk: &Desk<'_>) -> Option<Event> {
    let shelf = desk.shelf?;
    let worst = price(case).map(|price| at_stake(case, price, desk, shelf).worst);
    let event = || Event::Settling { deed: SettlingDeed::ExposureReckoned { worst } };
    (worst != case.settling.exposure).then(event)
}

impl From<Reckoning> for Settle {
    fn from(figures: Reckoning) -> Self {
        Self::Reckon(figures)
    }
}
