//! What a claim for fraud would cost: the exposure to look at before anybody speaks of "triple".

use super::function::{Argument, Function, Kind, Parameter};
use crate::domain::Fen;
use serde::Serialize;

/// Least extra damages, in fen.
const FLOOR: i64 = 50_000;

pub(super) const FUNCTION: Function = Function {
    name: "fraud_3x",
    parameters: &[Parameter::new("price", Kind::Fen)],
    result: Kind::Fen,
    basis: &[FraudClaim::BASIS],
    call: |arguments| {
        let [Argument::Fen(price)] = arguments else { return None };
        fraud_3x(*price).map(|claim| Argument::Fen(claim.total))
    },
};

/// The price back, and the extra damages on top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct FraudClaim {
    /// The price.
    pub refund: Fen,
    /// Three times the price, at least 500 yuan.
    pub extra: Fen,
    /// Both together.
    pub total: Fen,
}

impl FraudClaim {
    /// The rule it follows from.
    pub const BASIS: &'static str = "cn.cpl.55";
}

/// The claim for a price; nothing for a negative price or one too large to be money.
#[must_use]
pub fn fraud_3x(price: Fen) -> Option<FraudClaim> {
    let Fen(paid) = price;
    if paid < 0 {
        return None;
    }
    let extra = paid.checked_mul(3)?.max(FLOOR);
    let total = paid.checked_add(extra)?;
    Some(FraudClaim { refund: price, extra: Fen(extra), total: Fen(total) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn three_times_the_price_but_at_least_500_yuan() {
        // price, extra, total in fen, worked by hand: 166.66 × 3 = 499.98 is under the floor,
        // 166.67 × 3 = 500.01 just above it.
        for (price, extra, total) in [
            (0, 50_000, 50_000),
            (1_000, 50_000, 51_000),
            (16_666, 50_000, 66_666),
            (16_667, 50_001, 66_668),
            (39_900, 119_700, 159_600),
            (129_900, 389_700, 519_600),
        ] {
            assert_eq!(
                fraud_3x(Fen(price)),
                Some(FraudClaim { refund: Fen(price), extra: Fen(extra), total: Fen(total) }),
                "{price}"
            );
        }
    }

    #[test]
    fn what_is_no_price_gives_no_claim() {
        assert_eq!(fraud_3x(Fen(-1)), None);
        assert_eq!(fraud_3x(Fen(i64::MAX)), None);
    }

    proptest! {
        #[test]
        fn a_higher_price_never_costs_less(price in 0i64..10_000_000_000) {
            let (low, high) = (fraud_3x(Fen(price)), fraud_3x(Fen(price + 1)));
            prop_assert!(low.unwrap().total < high.unwrap().total);
        }
    }
}
