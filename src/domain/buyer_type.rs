//! What kind of buyer the agent has before them. Set by the agent; only ever proposed by `guide`.

use serde::{Deserialize, Serialize};

/// How this buyer is best spoken with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BuyerType {
    /// Wants the feeling met before anything else.
    Emotional,
    /// Wants to be told that it was wrong, more than money.
    Justice,
    /// Holds to one demand whatever is said.
    Stubborn,
    /// Knows the rules and brings records.
    Prepared,
    /// Is heard by many others.
    Influential,
    /// Has complained before.
    Repeat,
    /// Buys often and expects to be known.
    Vip,
    /// May be complaining for gain.
    Suspect,
    /// Does not know how any of this works.
    Novice,
}

impl BuyerType {
    /// Every type.
    pub const ALL: [Self; 9] = [
        Self::Emotional,
        Self::Justice,
        Self::Stubborn,
        Self::Prepared,
        Self::Influential,
        Self::Repeat,
        Self::Vip,
        Self::Suspect,
        Self::Novice,
    ];

    /// The name used in conditions, on the command line and in the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Emotional => "emotional",
            Self::Justice => "justice",
            Self::Stubborn => "stubborn",
            Self::Prepared => "prepared",
            Self::Influential => "influential",
            Self::Repeat => "repeat",
            Self::Vip => "vip",
            Self::Suspect => "suspect",
            Self::Novice => "novice",
        }
    }

    /// The type of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_is_written_by_its_name() {
        for kind in BuyerType::ALL {
            assert_eq!(BuyerType::from_name(kind.name()), Some(kind));
            assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{}\"", kind.name()));
        }
        assert_eq!(BuyerType::from_name(""), None);
    }
}
