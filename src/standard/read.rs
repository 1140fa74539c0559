//! Reads one file of standards, keeping every entry that is sound.

use super::entries::{Named, entries, sound};
use super::evidence::one_language;
use super::{Level, Place, Quantity, Standard, StandardFault, StandardId, Status};
use crate::domain::Words;
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::value::Datetime;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    id: String,
    title: Words,
    article: Option<String>,
    text: Words,
    #[serde(default)]
    numbers: BTreeMap<String, Quantity>,
    level: Level,
    status: Status,
    source: Option<String>,
    checked_on: Datetime,
    effective_from: Option<Datetime>,
    effective_to: Option<Datetime>,
    replaced_by: Option<StandardId>,
}

impl Named for Raw {
    fn id(&self) -> &str {
        &self.id
    }
}

/// The sound entries of a file with their places, and what is wrong with the rest.
pub(super) fn read(name: &str, text: &str) -> (Vec<(Place, Standard)>, Vec<StandardFault>) {
    let mut faults = Vec::new();
    let mut standards = Vec::new();
    match entries(name, text, ["standard"]) {
        Err(fault) => faults.push(fault),
        Ok([entries]) => {
            for (place, raw) in sound::<Raw>(entries, &mut faults) {
                match standard(raw, &place, &mut faults) {
                    Ok(standard) => standards.push((place, standard)),
                    Err(fault) => faults.push(fault),
                }
            }
        }
    }
    (standards, faults)
}

fn standard(
    raw: Raw,
    place: &Place,
    faults: &mut Vec<StandardFault>,
) -> Result<Standard, StandardFault> {
    let no_day = |key| StandardFault::Day { place: place.clone(), id: raw.id.clone(), key };
    let checked_on = day(raw.checked_on).ok_or_else(|| no_day("checked_on"))?;
    let optional = |value: Option<Datetime>, key| match value {
        None => Ok(None),
        Some(value) => day(value).map(Some).ok_or_else(|| no_day(key)),
    };
    let effective_from = optional(raw.effective_from, "effective_from")?;
    let effective_to = optional(raw.effective_to, "effective_to")?;
    for (key, words) in [("title", &raw.title), ("text", &raw.text)] {
        one_language(faults, place, &raw.id, key, Some(words));
    }
    let unsourced = raw.source.is_none() && raw.status != Status::U;
    if unsourced {
        faults.push(StandardFault::NoSource { place: place.clone(), id: raw.id.clone() });
    }
    Ok(Standard {
        id: StandardId::new(raw.id),
        title: raw.title,
        article: raw.article,
        text: raw.text,
        numbers: raw.numbers,
        level: raw.level,
        status: if unsourced { Status::U } else { raw.status },
        source: raw.source,
        checked_on,
        effective_from,
        effective_to,
        replaced_by: raw.replaced_by,
    })
}

/// The calendar day of a TOML date; a time of day beside it is not accepted.
fn day(value: Datetime) -> Option<NaiveDate> {
    let date = value.date.filter(|_| value.time.is_none())?;
    NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const GOOD: &str = r#"
[[standard]]
id = "shop.gift"
title = { zh = "本店赠品规则", en = "Our gift rule" }
text = { zh = "漏发的赠品补寄。", en = "A missing gift is sent." }
level = "shop"
status = "V"
source = "shop"
checked_on = 2026-11-01
"#;

    #[test]
    fn a_bad_entry_is_named_by_line_and_the_good_one_stays() {
        let text = format!("{GOOD}\n[[standard]]\nid = \"bad\"\nlevel = \"moon\"\n");
        let (standards, faults) = read("shop.toml", &text);
        assert_eq!(standards.len(), 1);
        assert!(
            matches!(faults.as_slice(), [StandardFault::Entry { place, .. }] if place.line == 11),
            "{faults:?}"
        );
    }

    #[test]
    fn broken_toml_is_named_by_line_and_column() {
        let (standards, faults) = read("shop.toml", "[[standard]]\nid = \n");
        assert!(standards.is_empty());
        assert!(
            matches!(faults.as_slice(), [StandardFault::File { place, .. }] if place.line == 2),
            "{faults:?}"
        );
    }

    #[test]
    fn an_unknown_key_is_not_swallowed() {
        let (standards, faults) = read("shop.toml", &GOOD.replace("source", "sauce"));
        assert!(standards.is_empty());
        assert!(matches!(faults.as_slice(), [StandardFault::Entry { .. }]), "{faults:?}");
    }

    #[test]
    fn the_first_of_two_equal_ids_counts() {
        let twice = format!("{GOOD}{}", GOOD.replace("补寄", "折价"));
        let (standards, faults) = read("shop.toml", &twice);
        assert_eq!(standards.len(), 1);
        assert_eq!(standards[0].1.text.zh.as_deref(), Some("漏发的赠品补寄。"));
        assert!(matches!(faults.as_slice(), [StandardFault::Twice { .. }]), "{faults:?}");
    }

    #[test]
    fn a_day_must_be_a_day() {
        let (standards, faults) =
            read("shop.toml", &GOOD.replace("2026-11-01", "2026-11-01T10:00:00"));
        assert!(standards.is_empty());
        assert!(
            matches!(faults.as_slice(), [StandardFault::Day { key: "checked_on", .. }]),
            "{faults:?}"
        );
    }

    #[test]
    fn without_a_source_nothing_counts_as_read() {
        let (standards, faults) = read("shop.toml", &GOOD.replace("source = \"shop\"\n", ""));
        assert_eq!(standards[0].1.status, Status::U);
        assert!(matches!(faults.as_slice(), [StandardFault::NoSource { .. }]), "{faults:?}");
    }

    #[test]
    fn numbers_have_a_unit() {
        let text = format!("{GOOD}numbers = {{ notice = {{ value = 48, unit = 'hour' }} }}\n");
        let (standards, faults) = read("shop.toml", &text);
        assert_eq!(faults, []);
        let notice = Quantity { value: 48, unit: super::super::Unit::Hour };
        assert_eq!(standards[0].1.numbers["notice"], notice);
        let (standards, faults) = read("shop.toml", &text.replace("'hour'", "'moon'"));
        assert!(standards.is_empty());
        assert!(matches!(faults.as_slice(), [StandardFault::Entry { .. }]), "{faults:?}");
    }

    #[test]
    fn one_language_is_a_warning_only() {
        let (standards, faults) = read("shop.toml", &GOOD.replace(", en = \"Our gift rule\"", ""));
        assert_eq!(standards.len(), 1);
        assert!(
            matches!(faults.as_slice(), [StandardFault::OneLanguage { key: "title", .. }]),
            "{faults:?}"
        );
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,200}") {
            let (standards, _faults) = read("any.toml", &text);
            prop_assert!(standards.is_empty() || text.contains("standard"));
        }

        #[test]
        fn a_cut_file_loses_entries_but_never_panics(cut in 0usize..400) {
            let head: String = GOOD.chars().take(cut).collect();
            let (standards, faults) = read("cut.toml", &head);
            prop_assert!(standards.len() <= 1);
            prop_assert!(standards.len() == 1 || !faults.is_empty() || head.trim().is_empty());
        }
    }
}
