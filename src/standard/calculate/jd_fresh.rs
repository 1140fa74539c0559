//! The most JD lets a buyer of fresh goods have back, by how much of them is spoilt.

use super::function::{Argument, Function, Kind, Parameter};
use super::share::share;
use crate::domain::Fen;

/// Up to so many percent spoilt or short, so many percent of the payment at most.
const LADDER: [i64; 4] = [10, 30, 50, 70];

pub(super) const FUNCTION: Function = Function {
    name: "jd_fresh",
    parameters: &[Parameter::new("paid", Kind::Fen), Parameter::new("percent_bad", Kind::Int)],
    result: Kind::Fen,
    basis: &["jd.cat.fresh"],
    call: |arguments| {
        let [Argument::Fen(paid), Argument::Int(bad)] = arguments else { return None };
        jd_fresh(*paid, *bad).map(Argument::Fen)
    },
};

/// The ceiling of the refund: the rung the spoilt share stands on, a share of exactly 10, 30, 50 or
/// 70 percent standing on its own rung, anything above 70 being all of it. Nothing spoilt is 0.
/// Nothing for a share below 0 or above 100.
#[must_use]
pub fn jd_fresh(paid: Fen, percent_bad: i64) -> Option<Fen> {
    if !(0..=100).contains(&percent_bad) {
        return None;
    }
    if percent_bad == 0 {
        return share(paid, 0);
    }
    share(paid, LADDER.into_iter().find(|rung| percent_bad <= *rung).unwrap_or(100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ladder_of_ten_thousand_fen() {
        for (bad, fen) in [
            (0, 0),
            (1, 1_000),
            (10, 1_000),
            (11, 3_000),
            (30, 3_000),
            (31, 5_000),
            (50, 5_000),
            (51, 7_000),
            (70, 7_000),
            (71, 10_000),
            (100, 10_000),
        ] {
            assert_eq!(jd_fresh(Fen(10_000), bad), Some(Fen(fen)), "{bad} %");
        }
        assert_eq!(jd_fresh(Fen(3_335), 5), Some(Fen(334)));
    }

    #[test]
    fn what_is_no_share_gives_nothing() {
        for (paid, bad) in [(100, -1), (100, 101), (-1, 10), (-1, 0), (i64::MAX, 10)] {
            assert_eq!(jd_fresh(Fen(paid), bad), None, "{paid} {bad} %");
        }
    }
}
