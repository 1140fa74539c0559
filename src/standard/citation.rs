//! How firmly a rule may be put to a buyer or a platform today.

use super::{Level, Standard, StandardId, Status};
use crate::domain::Words;
use chrono::NaiveDate;
use serde::Serialize;

/// Beyond this age a reading should be checked again before it is relied on.
pub const STALE_AFTER_DAYS: i64 = 180;

/// What may be said of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Firmness {
    /// "The rule says".
    Rule,
    /// The rule says so in the part that was seen.
    Excerpt,
    /// A hint where to look; never put forward as the rule.
    Hint,
}

/// Whether a rule applies on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Force {
    /// It applies.
    InForce,
    /// It applies from that day on.
    NotYet(NaiveDate),
    /// That was its last day.
    Ended(NaiveDate),
}

/// A rule as it may be cited on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// Which rule.
    pub id: StandardId,
    /// The text it stands in.
    pub title: Words,
    /// The article within it.
    pub article: Option<String>,
    /// What it says.
    pub text: Words,
    /// Who made it.
    pub level: Level,
    /// What may be said of it.
    pub firmness: Firmness,
    /// Whether it applies.
    pub force: Force,
    /// What to cite instead.
    pub replaced_by: Option<StandardId>,
    /// The text that stands in, if the shelf has it.
    pub replaced_title: Option<Words>,
    /// Where it was read.
    pub source: Option<String>,
    /// When it was read.
    pub checked_on: NaiveDate,
    /// Its age in days, when that is more than [`STALE_AFTER_DAYS`]: a warning.
    pub stale_days: Option<i64>,
}

impl Citation {
    /// Whether it may be put forward as "the rule says": read well enough, in force, and nothing has
    /// taken its place.
    #[must_use]
    pub fn speaks_as_rule(&self) -> bool {
        self.force == Force::InForce && self.firmness < Firmness::Hint && self.replaced_by.is_none()
    }
}

impl Standard {
    /// Whether it applies on `today`.
    #[must_use]
    pub fn force(&self, today: NaiveDate) -> Force {
        match (self.effective_from, self.effective_to) {
            (Some(from), _) if today < from => Force::NotYet(from),
            (_, Some(to)) if today > to => Force::Ended(to),
            (_, _) => Force::InForce,
        }
    }

    /// What may be said of it on `today`.
    #[must_use]
    pub fn cite(&self, today: NaiveDate) -> Citation {
        let age = today.signed_duration_since(self.checked_on).num_days();
        Citation {
            id: self.id.clone(),
            title: self.title.clone(),
            article: self.article.clone(),
            text: self.text.clone(),
            level: self.level,
            firmness: match self.status {
                Status::V => Firmness::Rule,
                Status::Vx => Firmness::Excerpt,
                Status::W | Status::U => Firmness::Hint,
            },
            force: self.force(today),
            replaced_by: self.replaced_by.clone(),
            replaced_title: None,
            source: self.source.clone(),
            checked_on: self.checked_on,
            stale_days: (age > STALE_AFTER_DAYS).then_some(age),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    fn rule(status: Status) -> Standard {
        Standard {
            id: StandardId::new("x.1"),
            title: Words::both("规则", "Rule"),
            article: Some("1".into()),
            text: Words::both("内容", "Text"),
            numbers: BTreeMap::new(),
            level: Level::Law,
            status,
            source: Some("somewhere".into()),
            checked_on: day(2026, 5, 1),
            effective_from: Some(day(2026, 6, 1)),
            effective_to: Some(day(2027, 6, 1)),
            replaced_by: None,
        }
    }

    #[test]
    fn hints_never_speak_as_the_rule() {
        let today = day(2026, 7, 1);
        for (status, speaks) in
            [(Status::V, true), (Status::Vx, true), (Status::W, false), (Status::U, false)]
        {
            assert_eq!(rule(status).cite(today).speaks_as_rule(), speaks, "{status:?}");
        }
    }

    #[test]
    fn a_rule_speaks_only_while_in_force() {
        let rule = rule(Status::V);
        assert_eq!(rule.force(day(2026, 5, 31)), Force::NotYet(day(2026, 6, 1)));
        assert!(!rule.cite(day(2026, 5, 31)).speaks_as_rule());
        assert_eq!(rule.force(day(2026, 6, 1)), Force::InForce);
        assert_eq!(rule.force(day(2027, 6, 1)), Force::InForce);
        assert_eq!(rule.force(day(2027, 6, 2)), Force::Ended(day(2027, 6, 1)));
        assert!(!rule.cite(day(2027, 6, 2)).speaks_as_rule());
    }

    #[test]
    fn a_replaced_rule_names_the_new_one_and_no_longer_speaks() {
        let new = StandardId::new("x.2");
        let old = Standard { replaced_by: Some(new.clone()), ..rule(Status::V) };
        let cited = old.cite(day(2026, 7, 1));
        assert_eq!(cited.replaced_by, Some(new));
        assert!(!cited.speaks_as_rule());
    }

    #[test]
    fn the_warning_starts_on_day_181() {
        // 1 May + 180 days is 28 October.
        assert_eq!(rule(Status::V).cite(day(2026, 10, 28)).stale_days, None);
        assert_eq!(rule(Status::V).cite(day(2026, 10, 29)).stale_days, Some(181));
    }
}
