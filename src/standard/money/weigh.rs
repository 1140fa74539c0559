//! Fight or pay: what a dispute would cost on average, beside what paying costs.

use crate::domain::Fen;
use serde::Serialize;

/// What is cheaper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Advice {
    /// To pay.
    Pay,
    /// To stand by one's position.
    Fight,
}

/// Both sides of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Weighed {
    /// What paying costs.
    pub pay: Fen,
    /// What a dispute costs on average: exposure by risk, and the work.
    pub fight: Fen,
    /// What is cheaper; when both cost the same, paying, which is over sooner.
    pub advice: Advice,
}

/// Weighs paying against a dispute lost in `risk` percent of cases; nothing for a share beyond a
/// hundred, or what is no money. The share is rounded up: doubt counts against the dispute.
#[must_use]
pub fn weigh(pay: Fen, exposure: Fen, risk: u8, effort: Fen) -> Option<Weighed> {
    if risk > 100 || pay.0 < 0 || exposure.0 < 0 || effort.0 < 0 {
        return None;
    }
    let share = exposure.0.checked_mul(i64::from(risk))?.checked_add(99)? / 100;
    let fight = Fen(share.checked_add(effort.0)?);
    let advice = if pay <= fight { Advice::Pay } else { Advice::Fight };
    Some(Weighed { pay, fight, advice })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cheaper_way_is_told_with_both_figures() {
        // Exposure 500.00 at 20 percent is 100.00, and 30.00 of work: 130.00.
        let weighed = weigh(Fen(2_000), Fen(50_000), 20, Fen(3_000)).unwrap();
        assert_eq!((weighed.fight, weighed.advice), (Fen(13_000), Advice::Pay));
        let dear = weigh(Fen(20_000), Fen(50_000), 20, Fen(3_000)).unwrap();
        assert_eq!(dear.advice, Advice::Fight);
        assert_eq!(weigh(Fen(1), Fen(1), 1, Fen(0)).unwrap().fight, Fen(1), "rounded up");
        assert_eq!(weigh(Fen(1), Fen(1), 101, Fen(0)), None);
        assert_eq!(weigh(Fen(-1), Fen(1), 1, Fen(0)), None);
    }
}
