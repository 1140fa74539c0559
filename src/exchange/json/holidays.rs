//! `redress holidays --json`.

use super::Shown;
use chrono::NaiveDate;
use serde::Serialize;

/// The public holidays in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HolidaysDocument {
    /// `redress.holidays/1`.
    pub format: &'static str,
    /// Whether the shop keeps them.
    pub kept: bool,
    /// The last day up to which they are known as published.
    pub known_through: Option<NaiveDate>,
    /// The years, oldest first.
    pub years: Vec<HolidayYear>,
}

/// One year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HolidayYear {
    /// Which.
    pub year: i32,
    /// Whether it is the published arrangement.
    pub published: bool,
    /// Where it is written.
    pub source: Shown,
    /// When that was issued.
    pub issued: NaiveDate,
    /// When it was last looked up.
    pub checked: NaiveDate,
    /// Days off.
    pub off: Vec<NaiveDate>,
    /// Days worked although a weekend.
    pub on: Vec<NaiveDate>,
}

impl HolidaysDocument {
    /// The years, and whether the shop keeps them.
    #[must_use]
    pub const fn new(kept: bool, through: Option<NaiveDate>, years: Vec<HolidayYear>) -> Self {
        Self { format: "redress.holidays/1", kept, known_through: through, years }
    }
}
