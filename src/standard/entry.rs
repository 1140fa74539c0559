//! One rule: where it stands, how well it was read, and in our own words what it says.

use crate::domain::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::{borrow::Borrow, collections::BTreeMap, fmt};

/// A rule's id, such as `cn.cplr.12`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StandardId(String);

impl StandardId {
    /// Wraps an id as it stands in a file.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for StandardId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for StandardId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Who made a rule; the higher one wins, and the order here is that order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Law and regulation.
    Law,
    /// The platform's rules.
    Platform,
    /// The shop's own rules.
    Shop,
}

/// How the rule was read when it was written down; the best reading first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Status {
    /// In a text that reproduces the rule itself.
    V,
    /// As an excerpt or quotation of it.
    Vx,
    /// On a third party's page: a hint.
    W,
    /// Not verified at all.
    U,
}

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Calendar days.
    Day,
    /// Working days.
    WorkingDay,
    /// Months.
    Month,
    /// Years.
    Year,
    /// Hundredths.
    Percent,
    /// Yuan.
    Yuan,
    /// US dollars.
    Usd,
    /// How many times the price or the loss.
    Times,
    /// How often.
    Count,
    /// JD's beans, a hundred to the yuan.
    Bean,
    /// Penalty points.
    Point,
    /// Millimetres.
    Mm,
}

/// A number a rule sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// How much.
    pub value: i64,
    /// Of what.
    pub unit: Unit,
}

/// A rule a shop may go by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standard {
    /// Its id.
    pub id: StandardId,
    /// The text it stands in.
    pub title: Words,
    /// The article within it.
    pub article: Option<String>,
    /// What it says, in our own words.
    pub text: Words,
    /// The numbers it sets, by name.
    pub numbers: BTreeMap<String, Quantity>,
    /// Who made it.
    pub level: Level,
    /// How it was read.
    pub status: Status,
    /// Where it was read.
    pub source: Option<String>,
    /// When it was read.
    pub checked_on: NaiveDate,
    /// The first day it applies, if known.
    pub effective_from: Option<NaiveDate>,
    /// The last day it applies, if it has ended.
    pub effective_to: Option<NaiveDate>,
    /// What has taken its place.
    pub replaced_by: Option<StandardId>,
}
