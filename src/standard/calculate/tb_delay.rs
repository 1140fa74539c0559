//! What Taobao has the seller pay for shipping late.

use super::function::{Argument, Function, Kind, Parameter};
use super::share::share;
use crate::domain::Fen;

/// A promise up to here is the usual one, with the lower rate.
const USUAL_HOURS: i64 = 48;

pub(super) const FUNCTION: Function = Function {
    name: "tb_delay",
    parameters: &[Parameter::new("price", Kind::Fen), Parameter::new("promised_hours", Kind::Int)],
    result: Kind::Fen,
    basis: &["tb.ship.delay"],
    call: |arguments| {
        let [Argument::Fen(price), Argument::Int(hours)] = arguments else { return None };
        tb_delay(*price, *hours).map(Argument::Fen)
    },
};

/// One percent between 3 and 30 yuan for a promise of up to 48 hours, five percent between 5 and 30
/// for a longer one. Nothing without a price and a promise.
#[must_use]
pub fn tb_delay(price: Fen, promised_hours: i64) -> Option<Fen> {
    if promised_hours <= 0 {
        return None;
    }
    let (percent, least) = if promised_hours <= USUAL_HOURS { (1, 300) } else { (5, 500) };
    Some(share(price, percent)?.clamp(Fen(least), Fen(3_000)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table() {
        // price in fen, promised hours, compensation in fen.
        for (price, hours, fen) in [
            (0, 48, 300),
            (29_949, 48, 300),
            (30_000, 48, 300),
            (30_049, 48, 300),
            (30_050, 48, 301),
            (123_456, 24, 1_235),
            (299_949, 48, 2_999),
            (299_950, 48, 3_000),
            (300_100, 48, 3_000),
            (9_000_000, 1, 3_000),
            (0, 49, 500),
            (10_000, 49, 500),
            (10_010, 49, 501),
            (12_345, 72, 617),
            (59_989, 72, 2_999),
            (59_990, 72, 3_000),
            (1_000_000, 360, 3_000),
        ] {
            assert_eq!(tb_delay(Fen(price), hours), Some(Fen(fen)), "{price} {hours} h");
        }
    }

    #[test]
    fn no_price_or_promise_gives_nothing() {
        for (price, hours) in [(-1, 48), (100, 0), (100, -48), (i64::MAX, 72)] {
            assert_eq!(tb_delay(Fen(price), hours), None, "{price} {hours} h");
        }
    }
}
