//! The band of a sensible compensation for goods the buyer keeps.
//!
//! Sent back, the sale is undone: the price goes back, freight is paid, and the shop has a thing that is
//! worth what it still sells for, at most what a new one would cost. That is what a return costs; to pay
//! more for keeping it makes no sense.

use crate::domain::Fen;
use serde::Serialize;

/// What a band is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BandOf {
    /// What the buyer paid.
    pub price: Fen,
    /// What the shop paid; without it, what comes back counts as what it sells for.
    pub cost: Option<Fen>,
    /// What it would still sell for, sent back.
    pub resale: Fen,
    /// Freight to the buyer that a return would cost the shop.
    pub freight_out: Fen,
    /// Freight back that a return would cost the shop.
    pub freight_back: Fen,
    /// How much less the defect leaves it worth.
    pub defect: Option<Fen>,
    /// What the buyer asks.
    pub ask: Option<Fen>,
    /// The first offer of the shop's ladder.
    pub rung: Fen,
    /// How far whoever offers may go; without it, as far as makes sense.
    pub limit: Option<Fen>,
}

/// The band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Band {
    /// What a return would cost the shop: where both ways cost the same.
    pub return_cost: Fen,
    /// The most that makes sense and may be offered.
    pub cap: Fen,
    /// Where to begin.
    pub opening: Fen,
    /// Whether the buyer's sum can be paid; unknown while none was named.
    pub ask_fits: Option<bool>,
}

/// The band; nothing when a figure is negative or too large to be money.
#[must_use]
pub fn band(of: &BandOf) -> Option<Band> {
    let figures = [
        Some(of.price),
        of.cost,
        Some(of.resale),
        Some(of.freight_out),
        Some(of.freight_back),
        of.defect,
        of.ask,
        Some(of.rung),
        of.limit,
    ];
    if figures.into_iter().flatten().any(|Fen(fen)| fen < 0) {
        return None;
    }
    let back = of.cost.map_or(of.resale, |cost| cost.min(of.resale)).min(of.price);
    let freight = of.freight_out.0.checked_add(of.freight_back.0)?;
    let return_cost = Fen(of.price.0.checked_sub(back.0)?.checked_add(freight)?);
    let cap = of.limit.map_or(return_cost, |limit| limit.min(return_cost));
    let fair = of.defect.map_or(of.rung, |defect| defect.max(of.rung));
    let opening = of.ask.map_or(fair, |ask| ask.min(fair)).min(cap);
    Some(Band { return_cost, cap, opening, ask_fits: of.ask.map(|ask| ask <= cap) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(price: i64, cost: i64, resale: i64, back: i64) -> BandOf {
        BandOf {
            price: Fen(price),
            cost: Some(Fen(cost)),
            resale: Fen(resale),
            freight_back: Fen(back),
            ..BandOf::default()
        }
    }

    #[test]
    fn the_band_is_the_one_worked_out_by_hand() {
        // A garment of 100.00, bought for 45.00; cut, it still sells for 40.00; 8.00 to send it back.
        // A return costs 100 - 40 + 8 = 68.00. Own limit 50.00: so much at most. The flaw takes
        // 10.00 off; asked are 20.00, which fits; begin with 10.00.
        let garment = BandOf {
            defect: Some(Fen(1_000)),
            ask: Some(Fen(2_000)),
            rung: Fen(500),
            limit: Some(Fen(5_000)),
            ..of(10_000, 4_500, 4_000, 800)
        };
        let wanted = Band {
            return_cost: Fen(6_800),
            cap: Fen(5_000),
            opening: Fen(1_000),
            ask_fits: Some(true),
        };
        assert_eq!(band(&garment), Some(wanted));
    }

    #[test]
    fn freight_both_ways_counts_and_what_comes_back_is_worth_a_new_one_at_most() {
        // 59.00, bought for 20.00, sold as new for 59.00; 6.00 out, 8.00 back: 59 - 20 + 14 = 53.00.
        let cup = BandOf { freight_out: Fen(600), ..of(5_900, 2_000, 5_900, 800) };
        assert_eq!(band(&cup).unwrap().return_cost, Fen(5_300));
        // Without knowing the cost: 59 - 59 + 14 = 14.00.
        assert_eq!(band(&BandOf { cost: None, ..cup }).unwrap().return_cost, Fen(1_400));
        // Nothing left to sell: 59 + 14 = 73.00; asked are 100.00, which no band holds.
        let shards = BandOf { resale: Fen(0), ask: Some(Fen(10_000)), rung: Fen(295), ..cup };
        let shards = band(&shards).unwrap();
        assert_eq!((shards.return_cost, shards.ask_fits), (Fen(7_300), Some(false)));
        assert_eq!(shards.opening, Fen(295));
    }

    #[test]
    fn what_is_no_money_gives_no_band() {
        assert_eq!(band(&of(-1, 0, 0, 0)), None);
        assert_eq!(band(&of(i64::MAX, 0, 0, 1)), None);
    }

    proptest! {
        #[test]
        fn the_recommendation_exceeds_neither_the_cap_nor_the_cost_of_a_return(
            price in 0i64..10_000_000, cost in prop::option::of(0i64..10_000_000),
            resale in 0i64..10_000_000, out in 0i64..100_000, back in 0i64..100_000,
            defect in prop::option::of(0i64..10_000_000), ask in prop::option::of(0i64..10_000_000),
            rung in 0i64..100_000, limit in prop::option::of(0i64..1_000_000),
        ) {
            let all = BandOf {
                price: Fen(price),
                cost: cost.map(Fen),
                resale: Fen(resale),
                freight_out: Fen(out),
                freight_back: Fen(back),
                defect: defect.map(Fen),
                ask: ask.map(Fen),
                rung: Fen(rung),
                limit: limit.map(Fen),
            };
            let found = band(&all).unwrap();
            prop_assert!(found.opening <= found.cap);
            prop_assert!(found.cap <= found.return_cost);
            prop_assert!(found.opening >= Fen(0));
            if let Some(limit) = all.limit { prop_assert!(found.cap <= limit); }
            if let Some(ask) = all.ask { prop_assert!(found.opening <= ask); }
        }
    }
}
