//! The shop's own rules as the desk goes by them: how it speaks, when it works, how long a reply can be
//! taken back, how far its people may go.

use crate::config::{ClosingRules, Holidays, Limits, Retention, Settings, ShopRules};
use crate::domain::{Calendar, Lang, PlaybookId, Span};
use crate::playbook::Shop;
use chrono::FixedOffset;

/// The shop's rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// How the shop calls itself and the buyer.
    pub shop: Shop,
    /// When it works.
    pub calendar: Calendar,
    /// The playbook a new case starts on that no other claims.
    pub spine: PlaybookId,
    /// How long a sent reply can be taken back; zero is never.
    pub undo: Span,
    /// How long any other act can be taken back; zero is never.
    pub undo_acts: Span,
    /// What is wanted before a case is closed.
    pub closing: ClosingRules,
    /// How much working time a waiting buyer is owed an answer in.
    pub first_answer: Span,
    /// How far its people may go.
    pub limits: Limits,
    /// How long it keeps what.
    pub retention: Retention,
}

impl Policy {
    /// The rules as the shop set them, in the machine's time zone unless it names one.
    #[must_use]
    pub fn new(rules: &ShopRules, lang: Lang, local: FixedOffset) -> Self {
        let name = match lang {
            Lang::Zh => "本店",
            Lang::En => "our shop",
        };
        Self {
            shop: Shop {
                name: rules.name.clone().unwrap_or_else(|| name.to_owned()),
                address: rules.address.clone().unwrap_or_default(),
                tone: rules.tone,
            },
            calendar: rules.hours.calendar(local),
            spine: rules.spine.as_deref().map_or_else(usual_spine, PlaybookId::new),
            undo: rules.undo,
            undo_acts: rules.undo_acts,
            closing: rules.closing,
            first_answer: rules.first_answer,
            limits: rules.limits.clone(),
            retention: rules.retention,
        }
    }

    /// The same, keeping public holidays if the shop does.
    #[must_use]
    pub fn keeping(mut self, rules: &ShopRules, holidays: &Holidays) -> Self {
        if rules.hours.keeps_holidays() {
            self.calendar = holidays.kept_by(self.calendar);
        }
        self
    }

    /// The rules of a shop without a `policy.toml`: what ships, and the old keys of its settings.
    #[must_use]
    pub fn from_settings(settings: &Settings, lang: Lang, local: FixedOffset) -> Self {
        let rules = ShopRules::read(None, settings)
            .map_or_else(|_none| ShopRules::default(), |read| read.0);
        Self::new(&rules, lang, local)
    }
}

fn usual_spine() -> PlaybookId {
    PlaybookId::from("core")
}

/// What ships, for a shop without a name.
impl Default for Policy {
    fn default() -> Self {
        let ShopRules { undo, undo_acts, closing, first_answer, limits, retention, .. } =
            ShopRules::default();
        Self {
            shop: Shop::default(),
            calendar: Calendar::default(),
            spine: usual_spine(),
            undo,
            undo_acts,
            closing,
            first_answer,
            limits,
            retention,
        }
    }
}
