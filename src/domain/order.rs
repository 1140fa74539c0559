//! The buyer and the order a case is about.

use super::Fen;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A buyer's nickname on the platform, as imported. Hostile until cleaned, as any buyer's text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BuyerName(String);

/// An order number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OrderNo(String);

impl BuyerName {
    /// A nickname; blanks around it are dropped.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self(name.trim().to_owned())
    }

    /// The nickname as imported.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The nickname with all but its first character hidden: `张**`.
    #[must_use]
    pub fn masked(&self) -> String {
        self.0.chars().next().map_or_else(|| "**".to_owned(), |first| format!("{first}**"))
    }
}

impl OrderNo {
    /// An order number; blanks around it are dropped, full-width digits become plain ones.
    #[must_use]
    pub fn new(no: &str) -> Self {
        let fold = |c: char| match c {
            '０'..='９' => char::from_u32(u32::from(c) - 0xFF10 + 0x30).unwrap_or(c),
            other => other,
        };
        Self(no.trim().chars().map(fold).collect())
    }

    /// The whole number.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last four characters, for the screen and for replies.
    #[must_use]
    pub fn tail(&self) -> String {
        let chars: Vec<char> = self.0.chars().collect();
        chars.iter().skip(chars.len().saturating_sub(4)).collect()
    }
}

impl fmt::Display for BuyerName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for OrderNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The order a case is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Its number.
    pub no: OrderNo,
    /// What was bought.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What was paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Fen>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_shows_its_tail() {
        assert_eq!(OrderNo::new("１２３4567").tail(), "4567");
        assert_eq!(OrderNo::new("12").tail(), "12");
        assert_eq!(BuyerName::new("张三").masked(), "张**");
    }
}
