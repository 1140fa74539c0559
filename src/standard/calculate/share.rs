//! A percentage of an amount, to the nearest fen.

use crate::domain::Fen;

/// `percent` hundredths of `amount`, half a fen rounded up; nothing for a negative amount or
/// percentage, or a result too large to be money.
pub(super) fn share(amount: Fen, percent: i64) -> Option<Fen> {
    let Fen(amount) = amount;
    if amount < 0 || percent < 0 {
        return None;
    }
    let hundredths = amount.checked_mul(percent)?.checked_add(50)?;
    Some(Fen(hundredths / 100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_fen_goes_up() {
        // 0.49 of a fen is none, 0.50 is one: 49 fen at 1 % and 50 fen at 1 %.
        for (amount, percent, fen) in [
            (49, 1, Some(0)),
            (50, 1, Some(1)),
            (149, 1, Some(1)),
            (150, 1, Some(2)),
            (3_333, 10, Some(333)),
            (3_335, 10, Some(334)),
            (5_990, 60, Some(3_594)),
            (100, 0, Some(0)),
            (0, 60, Some(0)),
            (-1, 10, None),
            (1, -10, None),
            (i64::MAX, 2, None),
        ] {
            assert_eq!(share(Fen(amount), percent), fen.map(Fen), "{amount} at {percent} %");
        }
    }
}
