//! `redress show CASE --json`: what the figures of a case come to.

use crate::desk::{Figures, Ladder};
use crate::standard::Firmness;
use crate::standard::money::Advice;
use serde::Serialize;

/// What the figures of a case come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MoneyRecord {
    /// What a return would cost the shop, in fen; null before price and resale value are known.
    pub return_cost_fen: Option<i64>,
    /// The most that makes sense and may be offered, in fen.
    pub cap_fen: Option<i64>,
    /// Where to begin, in fen.
    pub opening_fen: Option<i64>,
    /// The next offer of the ladder, in fen; null at the top.
    pub next_offer_fen: Option<i64>,
    /// What could be lost, the largest amount first.
    pub exposure: Vec<ExposureRecord>,
    /// What a dispute costs on average, in fen; null before its risk is known.
    pub fight_fen: Option<i64>,
    /// What paying costs, in fen.
    pub pay_fen: Option<i64>,
    /// Which is cheaper.
    pub advice: Option<Advice>,
}

/// Something that could be lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExposureRecord {
    /// The rule.
    pub rule: String,
    /// How much, in fen.
    pub amount_fen: Option<i64>,
    /// How many penalty points.
    pub points: Option<i64>,
    /// Whether it is taken from the deposit.
    pub deposit: bool,
    /// How firmly the rule may be put forward.
    pub firmness: Option<Firmness>,
}

impl MoneyRecord {
    /// What the figures come to.
    #[must_use]
    pub fn new(figures: &Figures, ladder: Option<&Ladder>) -> Self {
        let band = figures.band;
        let exposure = figures.exposure.each.iter().map(|one| ExposureRecord {
            rule: one.rule.clone(),
            amount_fen: one.amount.map(|fen| fen.0),
            points: one.points,
            deposit: one.deposit,
            firmness: one.firmness,
        });
        Self {
            return_cost_fen: band.map(|band| band.return_cost.0),
            cap_fen: band.map(|band| band.cap.0),
            opening_fen: band.map(|band| band.opening.0),
            next_offer_fen: ladder.and_then(|ladder| ladder.next).map(|fen| fen.0),
            exposure: exposure.collect(),
            fight_fen: figures.weighed.map(|weighed| weighed.fight.0),
            pay_fen: figures.weighed.map(|weighed| weighed.pay.0),
            advice: figures.weighed.map(|weighed| weighed.advice),
        }
    }
}
