//! What Taobao has the seller pay for being out of stock.

use super::function::{Argument, Function, Kind, Parameter};
use super::share::share;
use crate::domain::Fen;

/// The longest promise whose rate was read; the rate for longer ones was cut off in the text seen.
const READ_HOURS: i64 = 48;

pub(super) const FUNCTION: Function = Function {
    name: "tb_shortage",
    parameters: &[Parameter::new("price", Kind::Fen), Parameter::new("promised_hours", Kind::Int)],
    result: Kind::Fen,
    basis: &["tb.ship.short"],
    call: |arguments| {
        let [Argument::Fen(price), Argument::Int(hours)] = arguments else { return None };
        tb_shortage(*price, *hours).map(Argument::Fen)
    },
};

/// Ten percent between 5 and 100 yuan for a promise of up to 48 hours. Nothing for a longer one:
/// its rate is not known, and a guess would be told to a buyer.
#[must_use]
pub fn tb_shortage(price: Fen, promised_hours: i64) -> Option<Fen> {
    if promised_hours <= 0 || promised_hours > READ_HOURS {
        return None;
    }
    Some(share(price, 10)?.clamp(Fen(500), Fen(10_000)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table() {
        for (price, hours, fen) in [
            (0, 48, 500),
            (5_000, 48, 500),
            (5_004, 48, 500),
            (5_005, 48, 501),
            (5_990, 24, 599),
            (99_994, 48, 9_999),
            (99_995, 48, 10_000),
            (100_001, 48, 10_000),
            (9_000_000, 1, 10_000),
        ] {
            assert_eq!(tb_shortage(Fen(price), hours), Some(Fen(fen)), "{price} {hours} h");
        }
    }

    #[test]
    fn what_was_not_read_gives_nothing() {
        for (price, hours) in [(5_990, 49), (5_990, 0), (5_990, -1), (-1, 48), (i64::MAX, 48)] {
            assert_eq!(tb_shortage(Fen(price), hours), None, "{price} {hours} h");
        }
    }
}
