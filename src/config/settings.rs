//! `settings.toml`: every key may be left out. What the shop decides for all who work there stands in
//! `policy.toml`; the keys of it that are still read here are old ones.

use super::fault::SettingsError;
use crate::domain::{Lang, Tone};
use chrono::NaiveTime;
use serde::Deserialize;

/// The settings file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Settings {
    /// Under which name acts are recorded; the login name when left out.
    pub agent: Option<String>,
    /// The language of the screen; the locale's when left out.
    pub lang: Option<Lang>,
    /// Light, dark, or as the terminal has it.
    pub theme: ThemeSetting,
    /// Draw borders and signs in ASCII.
    pub ascii: bool,
    /// Let the console have the mouse; the terminal's own selection needs Shift then.
    pub mouse: bool,
    /// When the terminal's bell rings for a clock.
    pub bell: BellSetting,
    /// How replies get on the clipboard.
    pub clipboard: ClipboardSetting,
    /// How many seconds a sent reply can be taken back; 0 is never, 10 when left out.
    pub undo_seconds: Option<u32>,
    /// Within how many working minutes a waiting buyer is owed an answer; 3 when left out.
    pub first_answer_minutes: Option<u32>,
    /// The shop.
    pub shop: ShopSettings,
    /// When it works.
    pub hours: Hours,
}

/// How the shop calls itself and the buyer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct ShopSettings {
    /// Its name, as in replies and before the colon of its sub-accounts.
    pub name: Option<String>,
    /// The form of address replies begin with; the tone's when left out.
    pub address: Option<String>,
    /// How replies speak: warm (亲), polite (您好) or plain; warm when left out.
    pub tone: Option<Tone>,
}

/// The shop's working time.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Hours {
    /// When work starts: `"09:00"`.
    pub opens: Option<Clock>,
    /// When work ends: `"22:00"`.
    pub closes: Option<Clock>,
    /// Working days, 1 for Monday to 7 for Sunday; every day when left out.
    pub days: Option<Vec<u8>>,
    /// Hours from UTC, such as 8; the machine's own zone when left out.
    pub utc_offset_hours: Option<i32>,
}

/// A time of day written `"09:00"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock(pub NaiveTime);

impl<'de> Deserialize<'de> for Clock {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        NaiveTime::parse_from_str(&text, "%H:%M")
            .map(Self)
            .map_err(|_not_a_time| serde::de::Error::custom("write a time as \"09:00\""))
    }
}

/// Which theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeSetting {
    /// As the terminal tells of its ground, else dark.
    #[default]
    Auto,
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// No colour at all.
    None,
}

/// How replies get on the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClipboardSetting {
    /// By environment.
    #[default]
    Auto,
    /// By the terminal's escape.
    Osc52,
    /// By the system's tool.
    Command,
    /// Not at all.
    Off,
}

/// When the terminal's bell rings for a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BellSetting {
    /// Never.
    #[default]
    Off,
    /// When a time is over.
    Late,
    /// At each warning: half of the time used, three quarters, all of it.
    All,
}

impl Settings {
    /// Reads a settings file.
    ///
    /// # Errors
    /// [`SettingsError`] with the place of the first key that cannot be understood.
    pub fn read(text: &str) -> Result<Self, SettingsError> {
        toml::from_str(text).map_err(|error| SettingsError::new(text, &error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_file_is_all_defaults() {
        assert_eq!(Settings::read(""), Ok(Settings::default()));
    }

    #[test]
    fn a_full_file_is_read() {
        let settings = Settings::read(
            "agent = '小林'\nlang = 'zh'\ntheme = 'light'\nclipboard = 'off'\nundo-seconds = 0\n\
             [shop]\nname = '拾光小铺'\naddress = '亲'\n[hours]\nopens = '08:30'\ndays = [1, 2, 3]\n",
        )
        .unwrap();
        assert_eq!(settings.agent.as_deref(), Some("小林"));
        assert_eq!(settings.clipboard, ClipboardSetting::Off);
        assert_eq!(settings.hours.opens, NaiveTime::from_hms_opt(8, 30, 0).map(Clock));
    }

    #[test]
    fn an_unknown_key_is_named_with_its_place() {
        let wrong = Settings::read("agent = '小林'\nundo = 3\n").unwrap_err();
        assert_eq!((wrong.line, wrong.column), (2, 1));
        assert!(wrong.message.contains("undo"));
    }
}
