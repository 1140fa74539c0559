//! Reads one file of standards, keeping every entry that is sound.

use super::{Level, Place, Standard, StandardFault, StandardId, Status};
use crate::domain::Words;
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeSet;
use toml::{Spanned, Table, value::Datetime};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    standard: Vec<Spanned<Table>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    id: String,
    title: Words,
    article: Option<String>,
    text: Words,
    level: Level,
    status: Status,
    source: Option<String>,
    checked_on: Datetime,
    effective_from: Option<Datetime>,
    effective_to: Option<Datetime>,
}

/// The sound entries of a file, and what is wrong with the rest.
pub(super) fn read(name: &str, text: &str) -> (Vec<Standard>, Vec<StandardFault>) {
    let mut standards = Vec::new();
    let mut faults = Vec::new();
    let file: File = match toml::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            let offset = error.span().map_or(0, |span| span.start);
            let place = Place::of(name, text, offset);
            faults.push(StandardFault::File { place, message: error.message().to_owned() });
            return (standards, faults);
        }
    };
    let mut seen = BTreeSet::new();
    for entry in file.standard {
        let place = Place::of(name, text, entry.span().start);
        let raw: Raw = match entry.into_inner().try_into() {
            Ok(raw) => raw,
            Err(error) => {
                let message = error.message().to_owned();
                faults.push(StandardFault::Entry { place, message });
                continue;
            }
        };
        if !seen.insert(raw.id.clone()) {
            faults.push(StandardFault::Twice { place, id: raw.id });
            continue;
        }
        match sound(raw, &place, &mut faults) {
            Ok(standard) => standards.push(standard),
            Err(fault) => faults.push(fault),
        }
    }
    (standards, faults)
}

fn sound(
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
        if words.zh.is_none() || words.en.is_none() {
            let (place, id) = (place.clone(), raw.id.clone());
            faults.push(StandardFault::OneLanguage { place, id, key });
        }
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
        level: raw.level,
        status: if unsourced { Status::U } else { raw.status },
        source: raw.source,
        checked_on,
        effective_from,
        effective_to,
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
        assert_eq!(standards[0].text.zh.as_deref(), Some("漏发的赠品补寄。"));
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
        assert_eq!(standards[0].status, Status::U);
        assert!(matches!(faults.as_slice(), [StandardFault::NoSource { .. }]), "{faults:?}");
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
