//! How the buyer feels, from calm to abusive. Set by the agent; only ever proposed by `guide`.

use serde::{Deserialize, Serialize};

/// The buyer's mood, mildest first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Mood {
    /// Calm and factual.
    #[default]
    Calm,
    /// Worried or impatient.
    Uneasy,
    /// Disappointed.
    Disappointed,
    /// Angry.
    Angry,
    /// Furious, insulting.
    Abusive,
}

impl Mood {
    /// Every mood, mildest first.
    pub const ALL: [Self; 5] =
        [Self::Calm, Self::Uneasy, Self::Disappointed, Self::Angry, Self::Abusive];

    /// Whether feelings must be met before any fault, rule or offer is spoken of.
    #[must_use]
    pub fn is_hot(self) -> bool {
        self >= Self::Angry
    }

    /// The name used in conditions, on the command line and in the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Calm => "calm",
            Self::Uneasy => "uneasy",
            Self::Disappointed => "disappointed",
            Self::Angry => "angry",
            Self::Abusive => "abusive",
        }
    }

    /// The mood of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mood| mood.name() == name)
    }
}
