//! Values of `policy.toml` that can be wrong by themselves, so that the fault has their place.

use crate::domain::Fen;
use chrono::{FixedOffset, NaiveDate};
use serde::Deserialize;
use serde::de::{Deserializer, Error};
use toml::value::Datetime;

/// An amount: `20`, `"20"` or `"19.90"`, in yuan, not negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Yuan(pub(super) Fen);

impl<'de> Deserialize<'de> for Yuan {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Whole(i64),
            Text(String),
        }
        let wrong = || D::Error::custom("write an amount in yuan as 20 or \"19.90\"");
        let fen = match Written::deserialize(deserializer).map_err(|_other| wrong())? {
            Written::Whole(yuan) => yuan.checked_mul(100).map(Fen),
            Written::Text(text) => Fen::parse_yuan(&text),
        };
        fen.filter(|fen| *fen >= Fen(0)).map(Self).ok_or_else(wrong)
    }
}

/// A day of the week, 1 for Monday to 7 for Sunday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Weekday(pub(super) u8);

impl<'de> Deserialize<'de> for Weekday {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let day = i64::deserialize(deserializer)?;
        u8::try_from(day)
            .ok()
            .filter(|day| (1..=7).contains(day))
            .map(Self)
            .ok_or_else(|| D::Error::custom("a day of the week is 1 (Monday) to 7 (Sunday)"))
    }
}

/// Hours from UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Offset(pub(super) FixedOffset);

impl<'de> Deserialize<'de> for Offset {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let hours = i64::deserialize(deserializer)?;
        i32::try_from(hours)
            .ok()
            .filter(|hours| (-12..=14).contains(hours))
            .and_then(|hours| FixedOffset::east_opt(hours * 3_600))
            .map(Self)
            .ok_or_else(|| D::Error::custom("hours from UTC are -12 to 14"))
    }
}

/// A calendar day: `2027-02-06`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day(pub(super) NaiveDate);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wrong = || D::Error::custom("write a day as 2027-02-06");
        let written = Datetime::deserialize(deserializer).map_err(|_other| wrong())?;
        written
            .date
            .filter(|_| written.time.is_none())
            .and_then(|date| {
                NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
            })
            .map(Self)
            .ok_or_else(wrong)
    }
}

/// A share of what was paid, 1 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Percent(pub(super) u8);

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let percent = i64::deserialize(deserializer)?;
        u8::try_from(percent)
            .ok()
            .filter(|percent| (1..=100).contains(percent))
            .map(Self)
            .ok_or_else(|| D::Error::custom("a share is 1 to 100 percent"))
    }
}
