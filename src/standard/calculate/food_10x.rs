//! What a claim for food below the safety standard would cost.

use super::function::{Argument, Function, Kind, Parameter};
use crate::domain::Fen;
use serde::Serialize;

/// Least extra damages, in fen.
const FLOOR: i64 = 100_000;

pub(super) const FUNCTION: Function = Function {
    name: "food_10x",
    parameters: &[Parameter::new("price", Kind::Fen), Parameter::new("loss", Kind::Fen)],
    result: Kind::Fen,
    basis: &[FoodClaim::BASIS],
    call: |arguments| {
        let [Argument::Fen(price), Argument::Fen(loss)] = arguments else { return None };
        food_10x(*price, *loss).map(|claim| Argument::Fen(claim.total))
    },
};

/// The price back, the loss, and the extra damages on top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct FoodClaim {
    /// The price.
    pub refund: Fen,
    /// What the buyer lost besides, such as treatment.
    pub loss: Fen,
    /// Ten times the price or three times the loss, whichever is more, at least 1000 yuan.
    pub extra: Fen,
    /// All together.
    pub total: Fen,
}

impl FoodClaim {
    /// The rule it follows from.
    pub const BASIS: &'static str = "cn.fsl.148";
}

/// The most a buyer could claim; the choice between price and loss is the buyer's, so the higher
/// counts. Nothing for a negative amount or one too large to be money.
#[must_use]
pub fn food_10x(price: Fen, loss: Fen) -> Option<FoodClaim> {
    let (Fen(paid), Fen(besides)) = (price, loss);
    if paid < 0 || besides < 0 {
        return None;
    }
    let extra = paid.checked_mul(10)?.max(besides.checked_mul(3)?).max(FLOOR);
    let total = paid.checked_add(besides)?.checked_add(extra)?;
    Some(FoodClaim { refund: price, loss, extra: Fen(extra), total: Fen(total) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_prices_or_three_losses_but_at_least_1000_yuan() {
        // price, loss, extra, total in fen, worked by hand: 99.99 × 10 = 999.90 is under the floor,
        // 100.01 × 10 = 1000.10 above it; 333.33 × 3 = 999.99 under, 333.34 × 3 = 1000.02 above.
        for (price, loss, extra, total) in [
            (0, 0, 100_000, 100_000),
            (2_500, 0, 100_000, 102_500),
            (9_999, 0, 100_000, 109_999),
            (10_000, 0, 100_000, 110_000),
            (10_001, 0, 100_010, 110_011),
            (2_500, 33_333, 100_000, 135_833),
            (2_500, 33_334, 100_002, 135_836),
            (20_000, 50_000, 200_000, 270_000),
            (20_000, 80_000, 240_000, 340_000),
        ] {
            let claim = FoodClaim {
                refund: Fen(price),
                loss: Fen(loss),
                extra: Fen(extra),
                total: Fen(total),
            };
            assert_eq!(food_10x(Fen(price), Fen(loss)), Some(claim), "{price} {loss}");
        }
    }

    #[test]
    fn what_is_no_amount_gives_no_claim() {
        for (price, loss) in [(-1, 0), (0, -1), (i64::MAX, 0), (0, i64::MAX), (i64::MAX / 10, 0)] {
            assert_eq!(food_10x(Fen(price), Fen(loss)), None, "{price} {loss}");
        }
    }
}
