//! What a Taobao shop that joined the weight service gives back for short weight.

use super::function::{Argument, Function, Kind, Parameter};
use super::share::share;
use crate::domain::Fen;

/// From here on all of it comes back.
const ALL_FROM: i64 = 10;

pub(super) const FUNCTION: Function = Function {
    name: "tb_weight",
    parameters: &[Parameter::new("paid", Kind::Fen), Parameter::new("percent_short", Kind::Int)],
    result: Kind::Fen,
    basis: &["tb.足斤足两"],
    call: |arguments| {
        let [Argument::Fen(paid), Argument::Int(short)] = arguments else { return None };
        tb_weight(*paid, *short).map(Argument::Fen)
    },
};

/// A tenth for less than ten percent short, all for ten and more, nothing for the full weight; only
/// for shops that joined. A part of a percent counts as a whole one: hand in 1 for 0.4.
#[must_use]
pub fn tb_weight(paid: Fen, percent_short: i64) -> Option<Fen> {
    match percent_short {
        0 => share(paid, 0),
        1..ALL_FROM => share(paid, 10),
        ALL_FROM..=100 => share(paid, 100),
        _no_share => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table() {
        for (paid, short, fen) in [
            (5_990, 0, Some(0)),
            (5_990, 1, Some(599)),
            (5_990, 9, Some(599)),
            (5_995, 9, Some(600)),
            (5_990, 10, Some(5_990)),
            (5_990, 100, Some(5_990)),
            (0, 50, Some(0)),
            (5_990, 101, None),
            (5_990, -1, None),
            (-1, 5, None),
            (i64::MAX, 50, None),
        ] {
            assert_eq!(tb_weight(Fen(paid), short), fen.map(Fen), "{paid} {short} %");
        }
    }
}
