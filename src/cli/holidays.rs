//! `redress holidays`: the public holidays in force, each year with where it is written, when that was
//! looked up, and whether the shop keeps them.

use super::failure::Failure;
use super::session::{Session, holidays};
use super::{print, table};
use crate::config::Year;
use crate::exchange::json::{HolidayYear, HolidaysDocument, Shown};
use crate::i18n::fill;
use chrono::{Days, NaiveDate};
use std::collections::BTreeSet;

pub(super) fn run(session: &Session, json: bool) -> Result<(), Failure> {
    let known = match &session.holidays {
        Some(known) => known.clone(),
        None => holidays(&session.paths)?,
    };
    let (kept, through) = (session.holidays.is_some(), known.known_through());
    if json {
        let years = known.years().iter().map(record).collect();
        return print::json(&HolidaysDocument::new(kept, through, years));
    }
    let texts = &session.strings.cli.say;
    let mut text = String::new();
    for year in known.years() {
        let sure = if year.published { &texts.published } else { &texts.unpublished };
        let of: [(&str, &dyn std::fmt::Display); 5] = [
            ("year", &year.year),
            ("sure", sure),
            ("source", &year.source),
            ("issued", &year.issued),
            ("checked", &year.checked),
        ];
        text.push_str(&fill(texts.holiday_year, &of));
        text.push('\n');
        let rows = [
            [texts.days_off.to_owned(), stretches(&year.off)],
            [texts.days_on.to_owned(), stretches(&year.on)],
        ];
        text.push_str(&table::lines(&rows, [12, 200]));
    }
    let kept = if kept { &texts.holidays_kept } else { &texts.holidays_not_kept };
    text.push_str(kept);
    text.push('\n');
    print::text(&text)
}

fn record(year: &Year) -> HolidayYear {
    let days = |days: &BTreeSet<NaiveDate>| days.iter().copied().collect();
    HolidayYear {
        year: year.year,
        published: year.published,
        source: Shown::new(&year.source),
        issued: year.issued,
        checked: year.checked,
        off: days(&year.off),
        on: days(&year.on),
    }
}

/// Days as a person writes them: `1/1, 1/28-2/4`.
fn stretches(days: &BTreeSet<NaiveDate>) -> String {
    let mut out: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for day in days {
        match out.last_mut() {
            Some((_, last)) if last.checked_add_days(Days::new(1)) == Some(*day) => *last = *day,
            Some(_) | None => out.push((*day, *day)),
        }
    }
    let short = |day: &NaiveDate| day.format("%-m/%-d").to_string();
    let words = out.iter().map(|(from, to)| {
        if from == to { short(from) } else { format!("{}-{}", short(from), short(to)) }
    });
    words.collect::<Vec<_>>().join(", ")
}
