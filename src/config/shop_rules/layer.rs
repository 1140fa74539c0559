//! One layer of the shop's rules, every key of which may be left out.

use super::value::{Day, Offset, Percent, Weekday, Yuan};
use super::{Approval, ClosingRules, Ladder, Limits, Retention, ShopRules, WorkingHours};
use crate::config::settings::Hours;
use crate::config::{Clock, Settings, SettingsError, SettingsFault, ShopSettings};
use crate::domain::{Span, Tone, Words};
use chrono::{FixedOffset, NaiveTime};
use serde::Deserialize;
use toml::Spanned;

/// A `policy.toml` as it stands, with its text for the places of what does not fit together.
#[derive(Debug, Default)]
pub(super) struct Layer {
    raw: Raw,
    text: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Raw {
    undo_seconds: Option<u32>,
    undo_act_minutes: Option<u32>,
    first_answer_minutes: Option<u32>,
    closing: RawClosing,
    shop: RawShop,
    hours: RawHours,
    limits: RawLimits,
    retention: RawRetention,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct RawShop {
    name: Option<String>,
    tone: Option<Tone>,
    address: Option<String>,
    spine: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct RawHours {
    opens: Option<Spanned<Clock>>,
    closes: Option<Spanned<Clock>>,
    days: Option<Vec<Weekday>>,
    utc_offset_hours: Option<Offset>,
    holidays: Option<bool>,
    days_off: Vec<Day>,
    days_on: Vec<Day>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct RawClosing {
    verdict: Option<bool>,
    proof: Option<bool>,
    confirmation: Option<bool>,
    reminders: Option<u32>,
    reminder_hours: Option<u32>,
    cause: Option<bool>,
    lesson: Option<bool>,
    follow_up_days: Option<u32>,
}

impl RawClosing {
    fn over(self, usual: ClosingRules) -> ClosingRules {
        let apart = self.reminder_hours.map(|hours| Span::hours(i64::from(hours)));
        ClosingRules {
            verdict: self.verdict.unwrap_or(usual.verdict),
            proof: self.proof.unwrap_or(usual.proof),
            confirmation: self.confirmation.unwrap_or(usual.confirmation),
            reminders: self.reminders.unwrap_or(usual.reminders),
            apart: apart.unwrap_or(usual.apart),
            cause: self.cause.unwrap_or(usual.cause),
            lesson: self.lesson.unwrap_or(usual.lesson),
            follow_up_days: self.follow_up_days.unwrap_or(usual.follow_up_days),
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct RawLimits {
    goodwill: Option<Yuan>,
    approval: Option<Vec<Spanned<RawApproval>>>,
    ladder: Option<Vec<Spanned<RawLadder>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawApproval {
    role: String,
    up_to: Option<Yuan>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawLadder {
    id: String,
    title: Words,
    percent: Vec<Percent>,
    most: Yuan,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RawRetention {
    #[serde(rename = "contact-days")]
    contact: Option<Spanned<u32>>,
    #[serde(rename = "evidence-days")]
    evidence: Option<Spanned<u32>>,
    #[serde(rename = "record-days")]
    record: Option<Spanned<u32>>,
}

/// The old keys of `settings.toml`.
#[derive(Debug, Default)]
pub(super) struct Old {
    undo: Option<Span>,
    first_answer: Option<Span>,
    shop: ShopSettings,
    opens: Option<NaiveTime>,
    closes: Option<NaiveTime>,
    week: Option<[bool; 7]>,
    offset: Option<FixedOffset>,
}

impl Layer {
    /// Reads a `policy.toml`.
    pub(super) fn read(text: &str) -> Result<Self, SettingsError> {
        let raw = toml::from_str(text).map_err(|error| SettingsError::of_rules(text, &error))?;
        Ok(Self { raw, text: text.to_owned() })
    }

    /// The keys of the settings that belong here.
    pub(super) fn from_settings(settings: &Settings) -> Old {
        let Hours { opens, closes, days, utc_offset_hours } = &settings.hours;
        let zone = |hours: i32| FixedOffset::east_opt(hours.checked_mul(3_600)?);
        Old {
            undo: settings.undo_seconds.map(|seconds| Span::seconds(i64::from(seconds))),
            first_answer: settings
                .first_answer_minutes
                .map(|minutes| Span::minutes(i64::from(minutes))),
            shop: settings.shop.clone(),
            opens: opens.map(|clock| clock.0),
            closes: closes.map(|clock| clock.0),
            week: days.as_ref().map(|days| [1, 2, 3, 4, 5, 6, 7].map(|day| days.contains(&day))),
            offset: utc_offset_hours.and_then(zone),
        }
    }

    /// This layer over the old keys over what ships; names the old keys it overrules.
    pub(super) fn resolve(
        self,
        old: Old,
        overruled: &mut Vec<&'static str>,
    ) -> Result<ShopRules, SettingsError> {
        let usual = ShopRules::default();
        let hours = self.hours(&old, &usual.hours, overruled)?;
        let limits = self.limits(usual.limits)?;
        let retention = self.retention(usual.retention)?;
        let Raw { undo_seconds, undo_act_minutes, first_answer_minutes, closing, shop, .. } =
            self.raw;
        let undo_acts = undo_act_minutes.map(|minutes| Span::minutes(i64::from(minutes)));
        let mut said = Said { overruled };
        let undo = undo_seconds.map(|seconds| Span::seconds(i64::from(seconds)));
        let first = first_answer_minutes.map(|minutes| Span::minutes(i64::from(minutes)));
        Ok(ShopRules {
            name: said.first("shop.name", shop.name, old.shop.name),
            address: said.first("shop.address", shop.address, old.shop.address),
            tone: said.first("shop.tone", shop.tone, old.shop.tone).unwrap_or(usual.tone),
            spine: shop.spine,
            undo: said.first("undo-seconds", undo, old.undo).unwrap_or(usual.undo),
            first_answer: said
                .first("first-answer-minutes", first, old.first_answer)
                .unwrap_or(usual.first_answer),
            undo_acts: undo_acts.unwrap_or(usual.undo_acts),
            closing: closing.over(usual.closing),
            hours,
            limits,
            retention,
        })
    }

    fn hours(
        &self,
        old: &Old,
        usual: &WorkingHours,
        overruled: &mut Vec<&'static str>,
    ) -> Result<WorkingHours, SettingsError> {
        let raw = &self.raw.hours;
        let clock = |clock: &Option<Spanned<Clock>>| clock.as_ref().map(|one| one.get_ref().0);
        let week = raw.days.as_ref().map(|days| {
            [1, 2, 3, 4, 5, 6, 7].map(|day| days.iter().any(|Weekday(one)| *one == day))
        });
        let zone = raw.utc_offset_hours.map(|Offset(zone)| zone);
        let mut said = Said { overruled };
        let hours = WorkingHours {
            opens: said.first("hours.opens", clock(&raw.opens), old.opens).unwrap_or(usual.opens),
            closes: said
                .first("hours.closes", clock(&raw.closes), old.closes)
                .unwrap_or(usual.closes),
            week: said.first("hours.days", week, old.week).unwrap_or(usual.week),
            holidays: raw.holidays,
            offset: said.first("hours.utc-offset-hours", zone, old.offset),
            days_off: raw.days_off.iter().map(|Day(day)| *day).collect(),
            days_on: raw.days_on.iter().map(|Day(day)| *day).collect(),
        };
        // Old settings were never refused for this, and still are not.
        let written = raw.closes.as_ref().or(raw.opens.as_ref());
        if let Some(place) = written
            && hours.opens >= hours.closes
        {
            let (opens, closes) = (hours.opens.format("%H:%M"), hours.closes.format("%H:%M"));
            let message = format!("the shop would open at {opens} and close at {closes}");
            return Err(self.wrong(place.span().start, SettingsFault::HoursTurned, message));
        }
        Ok(hours)
    }

    fn limits(&self, usual: Limits) -> Result<Limits, SettingsError> {
        let raw = &self.raw.limits;
        Ok(Limits {
            goodwill: raw.goodwill.map_or(usual.goodwill, |Yuan(fen)| fen),
            approvals: match &raw.approval {
                None => usual.approvals,
                Some(list) => self.approvals(list)?,
            },
            ladders: match &raw.ladder {
                None => usual.ladders,
                Some(list) => {
                    list.iter().map(|one| self.ladder(one)).collect::<Result<Vec<_>, _>>()?
                }
            },
        })
    }

    fn approvals(&self, list: &[Spanned<RawApproval>]) -> Result<Vec<Approval>, SettingsError> {
        let mut approvals: Vec<Approval> = Vec::with_capacity(list.len());
        for one in list {
            let RawApproval { role, up_to } = one.get_ref();
            let up_to = up_to.map(|Yuan(fen)| fen);
            let rises = approvals.last().is_none_or(|before| match (before.up_to, up_to) {
                (Some(before), Some(now)) => before < now,
                (Some(_), None) => true,
                (None, _) => false,
            });
            if !rises {
                let message = "who may agree to more comes after who may agree to less";
                let fault = SettingsFault::ApprovalsFall;
                return Err(self.wrong(one.span().start, fault, message.to_owned()));
            }
            approvals.push(Approval { role: role.clone(), up_to });
        }
        Ok(approvals)
    }

    fn ladder(&self, one: &Spanned<RawLadder>) -> Result<Ladder, SettingsError> {
        let RawLadder { id, title, percent, most: Yuan(most) } = one.get_ref();
        let percent: Vec<u8> = percent.iter().map(|Percent(share)| *share).collect();
        if percent.is_empty() || !percent.is_sorted_by(|low, high| low < high) {
            let message = format!("the rungs of '{id}' must rise, and there must be one");
            return Err(self.wrong(one.span().start, SettingsFault::RungsFall, message));
        }
        Ok(Ladder { id: id.clone(), title: title.clone(), percent, most: *most })
    }

    fn retention(&self, usual: Retention) -> Result<Retention, SettingsError> {
        let raw = &self.raw.retention;
        let days =
            |own: &Option<Spanned<u32>>, usual| own.as_ref().map_or(usual, |one| *one.get_ref());
        let retention = Retention {
            contact_days: days(&raw.contact, usual.contact_days),
            evidence_days: days(&raw.evidence, usual.evidence_days),
            record_days: days(&raw.record, usual.record_days),
        };
        let rises = retention.contact_days <= retention.evidence_days
            && retention.evidence_days <= retention.record_days;
        let written = [&raw.contact, &raw.evidence, &raw.record].into_iter().flatten().next();
        match written {
            Some(place) if !rises => {
                let message = "contact details are kept no longer than exhibits, these no longer \
                               than the record";
                let fault = SettingsFault::RetentionTurned;
                Err(self.wrong(place.span().start, fault, message.to_owned()))
            }
            Some(_) | None => Ok(retention),
        }
    }

    fn wrong(&self, offset: usize, fault: SettingsFault, message: String) -> SettingsError {
        SettingsError::at(&self.text, offset, fault, message)
    }
}

/// Notes which old keys say otherwise and no longer count.
struct Said<'a> {
    overruled: &'a mut Vec<&'static str>,
}

impl Said<'_> {
    fn first<T: PartialEq>(
        &mut self,
        key: &'static str,
        own: Option<T>,
        old: Option<T>,
    ) -> Option<T> {
        if own.is_some() && old.is_some() && own != old {
            self.overruled.push(key);
        }
        own.or(old)
    }
}
