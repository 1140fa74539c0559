//! All standards at hand, found by id and put in order of rank.

use super::{Citation, Force, Standard, StandardFault, StandardId, read::read};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The standards of all files read; a later file's entry replaces an earlier one with its id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standards {
    by_id: BTreeMap<StandardId, Standard>,
    faults: Vec<StandardFault>,
}

impl Standards {
    /// The standards that come with the program.
    #[must_use]
    pub fn shipped() -> Self {
        let mut all = Self::default();
        all.add("law.toml", include_str!("../../playbooks/standards/law.toml"));
        all.add("platform.toml", include_str!("../../playbooks/standards/platform.toml"));
        all
    }

    /// Adds a file's entries, for instance the shop's own; `name` is what diagnostics call it.
    pub fn add(&mut self, name: &str, text: &str) {
        let (standards, faults) = read(name, text);
        self.by_id.extend(standards.into_iter().map(|one| (one.id.clone(), one)));
        self.faults.extend(faults);
    }

    /// What was wrong in the files, in the order read.
    #[must_use]
    pub fn faults(&self) -> &[StandardFault] {
        &self.faults
    }

    /// A standard by its id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Standard> {
        self.by_id.get(id)
    }

    /// Every standard, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Standard> {
        self.by_id.values()
    }

    /// What may be said of a standard on `today`.
    #[must_use]
    pub fn cite(&self, id: &str, today: NaiveDate) -> Option<Citation> {
        self.get(id).map(|standard| standard.cite(today))
    }

    /// Those of `ids` that apply on `today`: law before platform before shop, on one level the
    /// better read first, else as given. Unknown ids are left out.
    #[must_use]
    pub fn ranked<'a>(
        &'a self,
        ids: impl IntoIterator<Item = &'a str>,
        today: NaiveDate,
    ) -> Vec<&'a Standard> {
        let mut found: Vec<&Standard> = ids
            .into_iter()
            .filter_map(|id| self.get(id))
            .filter(|standard| standard.force(today) == Force::InForce)
            .collect();
        found.sort_by_key(|standard| (standard.level, standard.status));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::super::Status;
    use super::*;
    use std::collections::BTreeSet;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
    }

    #[test]
    fn the_shipped_files_have_no_fault() {
        assert_eq!(Standards::shipped().faults(), []);
        assert!(Standards::shipped().iter().count() > 40);
    }

    #[test]
    fn everything_the_shipped_playbooks_cite_is_there() {
        let shelf = Standards::shipped();
        let mut cited = BTreeSet::new();
        for text in [
            include_str!("../../playbooks/core.toml"),
            include_str!("../../playbooks/pre-escalation.toml"),
            include_str!("../../playbooks/platform-complaint.toml"),
            include_str!("../../playbooks/promise-breach.toml"),
        ] {
            let book: toml::Table = text.parse().unwrap();
            for step in book["step"].as_array().unwrap() {
                let ids = step.get("standard").and_then(toml::Value::as_array);
                cited.extend(ids.into_iter().flatten().map(|id| id.as_str().unwrap().to_owned()));
            }
        }
        assert!(cited.len() > 20);
        for id in &cited {
            assert!(shelf.get(id).is_some(), "{id} is cited but not on the shelf");
        }
        for standard in shelf.iter() {
            assert!(cited.contains(standard.id.as_str()), "{} is never cited", standard.id);
        }
    }

    #[test]
    fn law_ranks_above_platform_and_platform_above_shop() {
        let mut shelf = Standards::shipped();
        shelf.add(
            "shop.toml",
            r#"
[[standard]]
id = "shop.freight"
title = { zh = "本店运费规则", en = "Our freight rule" }
text = { zh = "质量问题来回运费店铺付。", en = "For defects we pay freight both ways." }
level = "shop"
status = "V"
source = "shop"
checked_on = 2026-11-01
"#,
        );
        let order: Vec<&str> = shelf
            .ranked(["tb.breach", "shop.freight", "tb.disp.49", "no.such", "cn.cpl.24"], today())
            .iter()
            .map(|standard| standard.id.as_str())
            .collect();
        assert_eq!(order, ["cn.cpl.24", "tb.disp.49", "tb.breach", "shop.freight"]);
    }

    #[test]
    fn a_shop_can_correct_a_shipped_entry() {
        let mut shelf = Standards::shipped();
        let text = include_str!("../../playbooks/standards/law.toml");
        shelf.add("shop.toml", &text.replace("checked_on = 2025-04-19", "checked_on = 2026-11-20"));
        assert_eq!(shelf.cite("cn.spc.net2022.10", today()).unwrap().stale_days, None);
    }

    #[test]
    fn a_rule_that_has_ended_is_not_offered() {
        let mut shelf = Standards::default();
        let text = include_str!("../../playbooks/standards/law.toml");
        shelf.add(
            "law.toml",
            &text.replacen("effective_from = 2014-03-15", "effective_to = 2020-01-01", 1),
        );
        assert!(shelf.ranked(["cn.cpl.20"], today()).is_empty());
        assert!(!shelf.cite("cn.cpl.20", today()).unwrap().speaks_as_rule());
    }

    #[test]
    fn weak_platform_clocks_are_hints_and_old_ones_warn() {
        let shelf = Standards::shipped();
        for id in ["tb.breach", "tb.cs.3min", "tb.complaint.t", "tb.evid.t", "pdd.refund.t"] {
            assert!(!shelf.cite(id, today()).unwrap().speaks_as_rule(), "{id}");
        }
        assert!(shelf.cite("tb.breach", today()).unwrap().stale_days.is_some());
        assert_eq!(shelf.cite("jd.disp.9", today()).unwrap().stale_days, None);
        assert!(shelf.cite("jd.disp.9", today()).unwrap().speaks_as_rule());
    }

    #[test]
    fn what_was_read_has_a_source() {
        for standard in Standards::shipped().iter() {
            assert!(standard.source.is_some() || standard.status == Status::U, "{}", standard.id);
        }
    }
}
