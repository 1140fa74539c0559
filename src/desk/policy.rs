//! The shop's own rules: how it speaks, when it works, how long a reply can be taken back.

use crate::config::Settings;
use crate::domain::{Calendar, Lang, Span};
use crate::playbook::Shop;
use chrono::FixedOffset;

/// The shop's rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// How the shop calls itself and the buyer.
    pub shop: Shop,
    /// When it works.
    pub calendar: Calendar,
    /// How long a sent reply can be taken back; zero is never.
    pub undo: Span,
    /// How much working time a waiting buyer is owed an answer in.
    pub first_answer: Span,
}

impl Policy {
    /// The rules the settings make, in the machine's time zone unless they name one.
    #[must_use]
    pub fn from_settings(settings: &Settings, lang: Lang, local: FixedOffset) -> Self {
        let usual = Self::default();
        let hours = &settings.hours;
        let offset = hours
            .utc_offset_hours
            .and_then(|hours| FixedOffset::east_opt(hours.checked_mul(3_600)?))
            .unwrap_or(local);
        let week = hours.days.as_ref().map_or(usual.calendar.week, |days| {
            [1, 2, 3, 4, 5, 6, 7].map(|day| days.contains(&day))
        });
        let name = match lang {
            Lang::Zh => "本店",
            Lang::En => "our shop",
        };
        let tone = settings.shop.tone;
        Self {
            shop: Shop {
                name: settings.shop.name.clone().unwrap_or_else(|| name.to_owned()),
                address: settings.shop.address.clone().unwrap_or_default(),
                tone,
            },
            calendar: Calendar {
                offset,
                opens: hours.opens.map_or(usual.calendar.opens, |clock| clock.0),
                closes: hours.closes.map_or(usual.calendar.closes, |clock| clock.0),
                week,
                ..usual.calendar
            },
            undo: settings
                .undo_seconds
                .map_or(usual.undo, |seconds| Span::seconds(i64::from(seconds))),
            first_answer: settings
                .first_answer_minutes
                .map_or(usual.first_answer, |minutes| Span::minutes(i64::from(minutes))),
        }
    }
}

/// Ten seconds to take a reply back, three working minutes to answer.
impl Default for Policy {
    fn default() -> Self {
        Self {
            shop: Shop::default(),
            calendar: Calendar::default(),
            undo: Span::seconds(10),
            first_answer: Span::minutes(3),
        }
    }
}
