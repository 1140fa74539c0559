//! What a Taobao shop that joined the breakage service gives back when the buyer keeps the goods.

use super::function::{Argument, Function, Kind, Parameter};
use super::share::share;
use crate::domain::Fen;

pub(super) const FUNCTION: Function = Function {
    name: "tb_break",
    parameters: &[Parameter::new("paid", Kind::Fen)],
    result: Kind::Fen,
    basis: &["tb.破损包赔"],
    call: |arguments| {
        let [Argument::Fen(paid)] = arguments else { return None };
        tb_break(*paid).map(Argument::Fen)
    },
};

/// The most there is: 60 percent of what was paid, 3000 yuan at most; only for shops that joined.
#[must_use]
pub fn tb_break(paid: Fen) -> Option<Fen> {
    Some(share(paid, 60)?.min(Fen(300_000)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table() {
        for (paid, fen) in [
            (0, Some(0)),
            (1, Some(1)),
            (5_990, Some(3_594)),
            (499_999, Some(299_999)),
            (500_000, Some(300_000)),
            (500_001, Some(300_000)),
            (9_000_000, Some(300_000)),
            (-1, None),
            (i64::MAX, None),
        ] {
            assert_eq!(tb_break(Fen(paid)), fen.map(Fen), "{paid}");
        }
    }
}
