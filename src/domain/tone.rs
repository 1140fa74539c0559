//! How a shop speaks to its buyers.

use super::Lang;
use serde::{Deserialize, Serialize};

/// A shop's tone.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// 亲.
    #[default]
    Warm,
    /// 您好.
    Polite,
    /// Without any form of address.
    Plain,
}

impl Tone {
    /// Every tone.
    pub const ALL: [Self; 3] = [Self::Warm, Self::Polite, Self::Plain];

    /// The name in settings, conditions and tests.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Warm => "warm",
            Self::Polite => "polite",
            Self::Plain => "plain",
        }
    }

    /// The tone of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tone| tone.name() == name)
    }

    /// The form of address that goes with it; empty for none.
    #[must_use]
    pub const fn address(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Warm, Lang::Zh) => "亲",
            (Self::Polite, Lang::Zh) => "您好",
            (Self::Warm | Self::Polite, Lang::En) => "Hello",
            (Self::Plain, Lang::Zh | Lang::En) => "",
        }
    }
}
