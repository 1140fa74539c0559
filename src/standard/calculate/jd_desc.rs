//! What JD has the seller pay for a page that is unclear or contradicts itself.

use super::function::{Argument, Function, Kind, Parameter};
use super::share::share;
use crate::domain::Fen;

pub(super) const FUNCTION: Function = Function {
    name: "jd_desc",
    parameters: &[Parameter::new("paid", Kind::Fen)],
    result: Kind::Fen,
    basis: &["jd.goods.11"],
    call: |arguments| {
        let [Argument::Fen(paid)] = arguments else { return None };
        jd_desc(*paid).map(Argument::Fen)
    },
};

/// Ten percent of what was paid, 200 yuan at most; the right to return stands beside it.
#[must_use]
pub fn jd_desc(paid: Fen) -> Option<Fen> {
    Some(share(paid, 10)?.min(Fen(20_000)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table() {
        for (paid, fen) in [
            (0, Some(0)),
            (4, Some(0)),
            (5, Some(1)),
            (5_990, Some(599)),
            (199_994, Some(19_999)),
            (199_995, Some(20_000)),
            (200_000, Some(20_000)),
            (200_010, Some(20_000)),
            (9_000_000, Some(20_000)),
            (-1, None),
            (i64::MAX, None),
        ] {
            assert_eq!(jd_desc(Fen(paid)), fen.map(Fen), "{paid}");
        }
    }
}
