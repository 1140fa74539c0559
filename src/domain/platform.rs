//! The market a complaint comes from.

use serde::{Deserialize, Serialize};

/// A platform; `Shop` is a shop of one's own, or not known.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Platform {
    /// Taobao.
    Taobao,
    /// Tmall.
    Tmall,
    /// JD.
    Jd,
    /// Pinduoduo.
    Pinduoduo,
    /// Douyin shop.
    Douyin,
    /// The shop's own channel, or unknown.
    #[default]
    Shop,
}

impl Platform {
    /// Every platform.
    pub const ALL: [Self; 6] =
        [Self::Taobao, Self::Tmall, Self::Jd, Self::Pinduoduo, Self::Douyin, Self::Shop];

    /// The name used in files and conditions.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Taobao => "taobao",
            Self::Tmall => "tmall",
            Self::Jd => "jd",
            Self::Pinduoduo => "pinduoduo",
            Self::Douyin => "douyin",
            Self::Shop => "shop",
        }
    }

    /// The platform of that name; also knows `pdd`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        if name == "pdd" {
            return Some(Self::Pinduoduo);
        }
        Self::ALL.into_iter().find(|platform| platform.name() == name)
    }
}
