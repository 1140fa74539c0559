//! `holidays.toml`: public holidays and the weekends worked for them, by year, with where that is
//! written and when it was last looked up.
//!
//! What ships is known as far as it has been published; a shop's own file replaces single years.

use super::fault::SettingsError;
use crate::config::SettingsFault;
use crate::domain::Calendar;
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use std::collections::BTreeSet;

/// The years that are known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Holidays {
    years: Vec<Year>,
}

/// One year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Year {
    /// Which.
    pub year: i32,
    /// Whether it is the arrangement the government has published, worked weekends and all.
    pub published: bool,
    /// Where it is written.
    pub source: String,
    /// When that was issued.
    pub issued: NaiveDate,
    /// When it was last looked up.
    pub checked: NaiveDate,
    /// Days off.
    pub off: BTreeSet<NaiveDate>,
    /// Days worked although a weekend.
    pub on: BTreeSet<NaiveDate>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    #[serde(default)]
    year: Vec<toml::Spanned<RawYear>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawYear {
    year: i32,
    published: bool,
    source: String,
    issued: toml::value::Datetime,
    checked: toml::value::Datetime,
    off: Vec<String>,
    on: Vec<String>,
}

/// No holiday is longer than this.
const LONGEST: usize = 31;

impl Holidays {
    /// The file that ships.
    pub const SHIPPED: &'static str = include_str!("../../assets/holidays.toml");

    /// What ships, with the years of the shop's own file in place of the shipped ones.
    ///
    /// # Errors
    /// [`SettingsError`] with the place of what cannot be understood.
    pub fn with(own: Option<&str>) -> Result<Self, SettingsError> {
        let mut all = Self::read(Self::SHIPPED)?;
        if let Some(own) = own {
            for year in Self::read(own)?.years {
                all.years.retain(|known| known.year != year.year);
                all.years.push(year);
            }
            all.years.sort_by_key(|year| year.year);
        }
        Ok(all)
    }

    /// Reads a file.
    ///
    /// # Errors
    /// [`SettingsError`] with the place of what cannot be understood.
    pub fn read(text: &str) -> Result<Self, SettingsError> {
        let raw: Raw =
            toml::from_str(text).map_err(|error| SettingsError::of_rules(text, &error))?;
        let years = raw.year.into_iter().map(|year| {
            let place = year.span().start;
            year.into_inner().read().map_err(|wrong| {
                let (key, value) = ("off, on".to_owned(), wrong.clone());
                let fault = SettingsFault::WrongRule { key, value };
                SettingsError::at(text, place, fault, format!("'{wrong}' is no day of that year"))
            })
        });
        Ok(Self { years: years.collect::<Result<_, _>>()? })
    }

    /// The years, oldest first.
    #[must_use]
    pub fn years(&self) -> &[Year] {
        &self.years
    }

    /// The last day up to which every year since the first is known as published.
    #[must_use]
    pub fn known_through(&self) -> Option<NaiveDate> {
        let first = self.years.first()?.year;
        let published = (first..).zip(&self.years);
        let known = published.take_while(|(wanted, year)| year.year == *wanted && year.published);
        NaiveDate::from_ymd_opt(known.last()?.0, 12, 31)
    }

    /// A calendar that keeps them; its own days off and on go before.
    #[must_use]
    pub fn kept_by(&self, mut calendar: Calendar) -> Calendar {
        let (own_off, own_on) = (calendar.days_off.clone(), calendar.days_on.clone());
        for year in &self.years {
            calendar.days_off.extend(year.off.difference(&own_on));
            calendar.days_on.extend(year.on.difference(&own_off));
        }
        calendar.known_through = self.known_through();
        calendar
    }
}

impl RawYear {
    fn read(self) -> Result<Year, String> {
        let stretch = |text: &String| days(text, self.year).ok_or_else(|| text.clone());
        let collect = |all: &[String]| {
            let read = all.iter().map(stretch).collect::<Result<Vec<_>, _>>()?;
            Ok::<BTreeSet<NaiveDate>, String>(read.into_iter().flatten().collect())
        };
        let date =
            |at: &toml::value::Datetime| at.to_string().parse().map_err(|_no_date| at.to_string());
        Ok(Year {
            off: collect(&self.off)?,
            on: collect(&self.on)?,
            issued: date(&self.issued)?,
            checked: date(&self.checked)?,
            year: self.year,
            published: self.published,
            source: self.source,
        })
    }
}

/// `2026-10-01` or `2026-10-01..2026-10-07`, all of that year.
fn days(text: &str, year: i32) -> Option<Vec<NaiveDate>> {
    let (from, to) = text.split_once("..").unwrap_or((text, text));
    let (from, to): (NaiveDate, NaiveDate) = (from.parse().ok()?, to.parse().ok()?);
    let whole = from.year() == year && to.year() == year && from <= to;
    let days: Vec<NaiveDate> =
        from.iter_days().take_while(|day| *day <= to).take(LONGEST).collect();
    (whole && days.last() == Some(&to)).then_some(days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{FixedOffset, Weekday};

    fn office() -> Calendar {
        let china = FixedOffset::east_opt(8 * 3_600).unwrap();
        let week = [true, true, true, true, true, false, false];
        Calendar { offset: china, week, ..Calendar::default() }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn holidays_close_the_office_and_worked_weekends_open_it() {
        let office = Holidays::with(None).unwrap().kept_by(office());
        for (text, works) in [
            ("2025-10-08", false),
            ("2025-10-09", true),
            ("2025-10-11", true),
            ("2026-02-13", true),
            ("2026-02-14", true),
            ("2026-02-15", false),
            ("2026-02-23", false),
            ("2026-02-28", true),
            ("2026-03-01", false),
            ("2027-02-05", false),
            ("2027-02-09", true),
        ] {
            assert_eq!(office.works_on(day(text)), works, "{text}");
        }
    }

    #[test]
    fn every_worked_day_that_ships_is_a_weekend_and_every_year_has_thirteen_days_by_law() {
        let holidays = Holidays::with(None).unwrap();
        assert_eq!(
            holidays.years().iter().map(|year| year.year).collect::<Vec<_>>(),
            [2025, 2026, 2027]
        );
        for year in holidays.years() {
            for worked in &year.on {
                assert!(matches!(worked.weekday(), Weekday::Sat | Weekday::Sun), "{worked}");
            }
            let rested = year.off.iter().filter(|day| day.weekday().num_days_from_monday() < 5);
            let given = rested.count() - year.on.len();
            // What the regulation gives; unpublished, what falls on a weekend is not made up for yet.
            let by_law = if year.published { 13..=13 } else { 7..=13 };
            assert!(by_law.contains(&given), "{}: {given}", year.year);
            assert!(year.checked >= year.issued && !year.source.is_empty());
        }
    }

    #[test]
    fn what_is_not_published_is_not_known() {
        let holidays = Holidays::with(None).unwrap();
        assert_eq!(holidays.known_through(), Some(day("2026-12-31")));
        let own = "[[year]]\nyear = 2027\npublished = true\nsource = 'x'\nissued = 2026-11-25\n\
                   checked = 2026-11-26\noff = ['2027-01-01..2027-01-03']\non = ['2027-02-20']\n";
        let holidays = Holidays::with(Some(own)).unwrap();
        assert_eq!(holidays.known_through(), Some(day("2027-12-31")));
        assert!(holidays.kept_by(office()).works_on(day("2027-02-20")));
    }

    #[test]
    fn the_shops_own_days_go_before() {
        let mut own = office();
        own.days_on.insert(day("2026-10-05"));
        own.days_off.insert(day("2026-10-10"));
        let office = Holidays::with(None).unwrap().kept_by(own);
        assert!(office.works_on(day("2026-10-05")) && !office.works_on(day("2026-10-10")));
    }

    #[test]
    fn a_day_of_another_year_is_refused_with_its_place() {
        let wrong = "[[year]]\nyear = 2027\npublished = true\nsource = 'x'\nissued = 2026-11-25\n\
                     checked = 2026-11-26\noff = ['2026-01-01']\non = []\n";
        assert_eq!(Holidays::read(wrong).unwrap_err().line, 1);
        for text in ["2027-01-03..2027-01-01", "soon", "2027-01-01..2027-12-31"] {
            assert_eq!(days(text, 2027), None, "{text}");
        }
    }
}
