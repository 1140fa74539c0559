//! Money in fen, so that no cent is ever lost to a fraction.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An amount in fen, a hundredth of a yuan.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Fen(pub i64);

impl Fen {
    /// Reads yuan as people write them: `59`, `59.9`, `¥59.90`, `1,299元`.
    #[must_use]
    pub fn parse_yuan(text: &str) -> Option<Self> {
        let bare: String = text
            .trim()
            .trim_start_matches(['¥', '￥'])
            .trim_end_matches('元')
            .chars()
            .filter(|c| *c != ',' && !c.is_whitespace())
            .collect();
        let (negative, bare) = match bare.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, bare.as_str()),
        };
        let (yuan, cents) = bare.split_once('.').unwrap_or((bare, ""));
        let digits = |s: &str| s.chars().all(|c| c.is_ascii_digit());
        if (yuan.is_empty() && cents.is_empty())
            || !digits(yuan)
            || !digits(cents)
            || cents.len() > 2
        {
            return None;
        }
        let yuan: i64 = if yuan.is_empty() { 0 } else { yuan.parse().ok()? };
        let mut fraction: i64 = if cents.is_empty() { 0 } else { cents.parse().ok()? };
        if cents.len() == 1 {
            fraction *= 10;
        }
        let fen = yuan.checked_mul(100)?.checked_add(fraction)?;
        Some(Self(if negative { -fen } else { fen }))
    }
}

impl fmt::Display for Fen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let fen = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", fen / 100, fen % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yuan_are_read_as_people_write_them() {
        for (text, fen) in [("59", 5900), ("59.9", 5990), ("¥59.90", 5990), ("1,299元", 129_900)]
        {
            assert_eq!(Fen::parse_yuan(text), Some(Fen(fen)), "{text}");
        }
        for text in ["", "五十九", "5.999", "5.9.9", "--5", "."] {
            assert_eq!(Fen::parse_yuan(text), None, "{text}");
        }
        assert_eq!(Fen(-5).to_string(), "-0.05");
    }
}
