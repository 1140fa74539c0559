//! `policy.toml`: the shop's own rules. How it speaks, when it works, how far its people may go,
//! and how long it keeps what it wrote down.
//!
//! Three layers: the shop's `policy.toml` goes before the old keys of `settings.toml`, these before
//! what ships. What ships stands here as well as in the shipped file (a test compares the two), so
//! that a shop without a file of its own costs no reading.

mod closing;
mod layer;
mod limits;
mod value;

use super::{Settings, SettingsError};
use crate::domain::{Calendar, Span, Tone};
use chrono::{FixedOffset, NaiveDate, NaiveTime};
pub use closing::ClosingRules;
use layer::Layer;
pub use limits::{Approval, Ladder, Limits, Retention};
use std::collections::BTreeSet;

/// The rules of a shop, nothing left open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShopRules {
    /// What it is called; by language when left out.
    pub name: Option<String>,
    /// The form of address replies begin with; the tone's when left out.
    pub address: Option<String>,
    /// How replies speak.
    pub tone: Tone,
    /// The method a new case starts on that no playbook claims; `core` when left out.
    pub spine: Option<String>,
    /// How long a sent reply can be taken back; zero is never.
    pub undo: Span,
    /// How much working time a waiting buyer is owed an answer in.
    pub first_answer: Span,
    /// How long any other act can be taken back; zero is never.
    pub undo_acts: Span,
    /// What is wanted before a case is closed.
    pub closing: ClosingRules,
    /// When it works.
    pub hours: WorkingHours,
    /// How far its people may go.
    pub limits: Limits,
    /// How long it keeps what.
    pub retention: Retention,
}

/// When a shop works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingHours {
    /// When work starts.
    pub opens: NaiveTime,
    /// When it ends.
    pub closes: NaiveTime,
    /// Working days, Monday first.
    pub week: [bool; 7],
    /// Its time zone; the machine's when left out.
    pub offset: Option<FixedOffset>,
    /// Whether it keeps public holidays; when left out, if it rests on some day of the week.
    pub holidays: Option<bool>,
    /// Days off on which the week alone would have it open.
    pub days_off: BTreeSet<NaiveDate>,
    /// Working days on which the week alone would have it closed.
    pub days_on: BTreeSet<NaiveDate>,
}

impl WorkingHours {
    /// Whether the shop keeps public holidays: if it says so, or rests on some day of the week.
    #[must_use]
    pub fn keeps_holidays(&self) -> bool {
        self.holidays.unwrap_or_else(|| self.week.contains(&false))
    }

    /// The calendar, in the machine's zone unless the shop names one.
    #[must_use]
    pub fn calendar(&self, local: FixedOffset) -> Calendar {
        Calendar {
            offset: self.offset.unwrap_or(local),
            opens: self.opens,
            closes: self.closes,
            week: self.week,
            days_off: self.days_off.clone(),
            days_on: self.days_on.clone(),
            known_through: None,
        }
    }
}

impl Default for WorkingHours {
    fn default() -> Self {
        let usual = Calendar::default();
        Self {
            opens: usual.opens,
            closes: usual.closes,
            week: usual.week,
            offset: None,
            holidays: None,
            days_off: usual.days_off,
            days_on: usual.days_on,
        }
    }
}

/// What ships: ten seconds to take a reply back, three working minutes to answer.
impl Default for ShopRules {
    fn default() -> Self {
        Self {
            name: None,
            address: None,
            tone: Tone::default(),
            spine: None,
            undo: Span::seconds(10),
            first_answer: Span::minutes(3),
            undo_acts: Span::minutes(30),
            closing: ClosingRules::default(),
            hours: WorkingHours::default(),
            limits: Limits::default(),
            retention: Retention::default(),
        }
    }
}

impl ShopRules {
    /// The file that ships: every key with what it is for.
    pub const SHIPPED: &'static str = include_str!("../../playbooks/policy.toml");

    /// The rules by the shop's `policy.toml`, if it has one, and its settings. Beside them, the keys
    /// of the settings that no longer count because `policy.toml` says otherwise.
    ///
    /// # Errors
    /// [`SettingsError`] with the place in `policy.toml` of what cannot be understood.
    pub fn read(
        own: Option<&str>,
        settings: &Settings,
    ) -> Result<(Self, Vec<&'static str>), SettingsError> {
        let own = own.map_or_else(|| Ok(Layer::default()), Layer::read)?;
        let mut overruled = Vec::new();
        let rules = own.resolve(Layer::from_settings(settings), &mut overruled)?;
        Ok((rules, overruled))
    }
}

#[cfg(test)]
mod tests;
