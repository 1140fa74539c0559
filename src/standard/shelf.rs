//! All standards at hand, found by id and put in order of rank.

use super::{Citation, Force, Place, Standard, StandardFault, StandardId, read::read};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// The standards of all files read; a later file's entry replaces an earlier one with its id.
///
/// Those that come with the program are found at once and read one by one when they are asked for:
/// a case cites a few of some hundreds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standards {
    shipped: BTreeMap<&'static str, Unread>,
    own: BTreeMap<StandardId, (Place, Standard)>,
    faults: Vec<StandardFault>,
}

/// An entry that comes with the program.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Unread {
    file: &'static str,
    text: &'static str,
    read: OnceLock<Option<Box<Standard>>>,
}

impl Unread {
    fn standard(&self) -> Option<&Standard> {
        let first = || read(self.file, self.text).0.into_iter().next();
        self.read.get_or_init(|| first().map(|(_, standard)| Box::new(standard))).as_deref()
    }
}

/// The files that come with the program.
const SHIPPED: &[(&str, &str)] = &[
    ("law.toml", include_str!("../../playbooks/standards/law.toml")),
    ("platform.toml", include_str!("../../playbooks/standards/platform.toml")),
    ("taobao.toml", include_str!("../../playbooks/standards/taobao.toml")),
    ("jd.toml", include_str!("../../playbooks/standards/jd.toml")),
    ("international.toml", include_str!("../../playbooks/standards/international.toml")),
];

/// What each entry of a shipped file begins with.
const HEAD: &str = "[[standard]]";

/// The entries of a shipped file with their ids.
fn heads(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let starts = text.match_indices(HEAD).map(|(at, _)| at);
    let ends = starts.clone().skip(1).chain([text.len()]);
    starts.zip(ends).filter_map(move |(from, to)| {
        let entry = text.get(from..to)?;
        let id = entry.lines().find_map(|line| line.strip_prefix("id = \"")?.strip_suffix('"'))?;
        Some((id, entry))
    })
}

impl Standards {
    /// The standards that come with the program.
    #[must_use]
    pub fn shipped() -> Self {
        let unread = |&(file, text): &(&'static str, &'static str)| {
            heads(text).map(move |(id, text)| (id, Unread { file, text, read: OnceLock::new() }))
        };
        Self { shipped: SHIPPED.iter().flat_map(unread).collect(), ..Self::default() }
    }

    /// Adds a file's entries, for instance the shop's own; `name` is what diagnostics call it.
    pub fn add(&mut self, name: &str, text: &str) {
        let (standards, faults) = read(name, text);
        self.own.extend(standards.into_iter().map(|one| (one.1.id.clone(), one)));
        self.faults.extend(faults);
    }

    /// What is wrong in the files, in the order read; then every `replaced_by` that leads nowhere,
    /// which is known only when all files are there. Reads every entry.
    #[must_use]
    pub fn faults(&self) -> Vec<StandardFault> {
        let files = if self.shipped.is_empty() { &[] } else { SHIPPED };
        let (read, mut faults): (Vec<_>, Vec<_>) =
            files.iter().map(|(name, text)| read(name, text)).unzip();
        let shipped = read.iter().flatten().filter(|(_, one)| !self.own.contains_key(&one.id));
        let nowhere = shipped.chain(self.own.values()).filter_map(|(place, one)| {
            let new = one.replaced_by.as_ref()?;
            (*new == one.id || self.get(new.as_str()).is_none()).then(|| StandardFault::Unknown {
                place: place.clone(),
                id: one.id.to_string(),
                key: "replaced_by",
                name: new.to_string(),
            })
        });
        faults.push(self.faults.clone());
        faults.into_iter().flatten().chain(nowhere).collect()
    }

    /// A standard by its id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Standard> {
        let own = self.own.get(id).map(|(_, standard)| standard);
        own.or_else(|| self.shipped.get(id)?.standard())
    }

    /// The ids of all standards, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let own = self.own.keys().map(StandardId::as_str);
        own.chain(self.shipped.keys().copied()).collect::<BTreeSet<&str>>().into_iter()
    }

    /// Every standard, by id. Reads every entry.
    pub fn iter(&self) -> impl Iterator<Item = &Standard> {
        self.ids().filter_map(|id| self.get(id))
    }

    /// What may be said of a standard on `today`.
    #[must_use]
    pub fn cite(&self, id: &str, today: NaiveDate) -> Option<Citation> {
        let mut citation = self.get(id)?.cite(today);
        let new = citation.replaced_by.as_ref().and_then(|new| self.get(new.as_str()));
        citation.replaced_title = new.map(|new| new.title.clone());
        Some(citation)
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

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
    }

    #[test]
    fn the_shipped_files_have_no_fault() {
        assert_eq!(Standards::shipped().faults(), []);
        assert!(Standards::shipped().iter().count() > 240);
    }

    #[test]
    fn what_is_read_one_by_one_is_what_the_files_say() {
        let shelf = Standards::shipped();
        let whole: Vec<_> = SHIPPED.iter().flat_map(|(name, text)| read(name, text).0).collect();
        for (_, standard) in &whole {
            assert_eq!(shelf.get(standard.id.as_str()), Some(standard));
        }
        assert_eq!(shelf.ids().count(), whole.len());
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
    fn what_has_taken_a_rules_place_must_be_known() {
        let rule = r#"
[[standard]]
id = "shop.old"
title = { zh = "旧规则", en = "The old rule" }
text = { zh = "旧的。", en = "Old." }
level = "shop"
status = "V"
source = "shop"
checked_on = 2026-11-01
replaced_by = "shop.new"
"#;
        let mut shelf = Standards::default();
        shelf.add("shop.toml", rule);
        let faults = shelf.faults();
        assert!(
            matches!(faults.as_slice(), [StandardFault::Unknown { place, key: "replaced_by", .. }] if place.line == 2),
            "{faults:?}"
        );
        // The new one may stand in a later file.
        shelf.add(
            "later.toml",
            &rule.replace("shop.old", "shop.new").replace("replaced_by = \"shop.new\"", ""),
        );
        assert_eq!(shelf.faults(), []);
        assert!(!shelf.cite("shop.old", today()).unwrap().speaks_as_rule());
        shelf.add("self.toml", &rule.replace("shop.new", "shop.old"));
        assert_eq!(shelf.faults().len(), 1);
    }

    #[test]
    fn what_a_calculator_rests_on_is_on_the_shelf() {
        let shelf = Standards::shipped();
        for function in super::super::calculate::FUNCTIONS {
            for id in function.basis {
                assert!(shelf.get(id).is_some(), "{} rests on {id}", function.name);
            }
        }
    }

    #[test]
    fn the_calculators_go_by_the_numbers_of_their_rules() {
        use super::super::calculate::{
            food_10x, fraud_3x, jd_desc, jd_fresh, tb_break, tb_delay, tb_shortage,
        };
        use crate::domain::Fen;
        let shelf = Standards::shipped();
        let number = |id: &str, name: &str| shelf.get(id).unwrap().numbers[name].value;
        let yuan = |id: &str, name: &str| Some(Fen(number(id, name) * 100));
        let huge = Fen(100_000_000);
        assert_eq!(fraud_3x(Fen(0)).map(|claim| claim.extra), yuan("cn.cpl.55", "floor"));
        assert_eq!(food_10x(Fen(0), Fen(0)).map(|claim| claim.extra), yuan("cn.fsl.148", "floor"));
        let usual = number("tb.ship.delay", "usual");
        assert_eq!(tb_delay(Fen(0), usual), yuan("tb.ship.delay", "least"));
        assert_eq!(tb_delay(Fen(0), usual + 1), yuan("tb.ship.delay", "long_least"));
        assert_eq!(tb_delay(huge, usual), yuan("tb.ship.delay", "most"));
        assert_eq!(tb_delay(huge, usual + 1), yuan("tb.ship.delay", "long_most"));
        assert_eq!(tb_shortage(Fen(0), usual), yuan("tb.ship.short", "least"));
        assert_eq!(tb_shortage(huge, usual), yuan("tb.ship.short", "most"));
        assert_eq!(jd_desc(huge), yuan("jd.goods.11", "most"));
        assert_eq!(tb_break(huge), yuan("tb.破损包赔", "most"));
        for rung in ["rung_1", "rung_2", "rung_3", "rung_4"] {
            let percent = number("jd.cat.fresh", rung);
            assert_eq!(jd_fresh(Fen(100), percent), Some(Fen(percent)), "{rung}");
        }
    }

    #[test]
    fn what_was_read_has_a_source() {
        for standard in Standards::shipped().iter() {
            assert!(standard.source.is_some() || standard.status == Status::U, "{}", standard.id);
        }
    }
}
