//! What is wrong with the settings file: its place and its kind, for the edge to put into words.

use std::fmt;
use std::ops::Range;

/// Every key of the settings file, the shop's and the hours' with their table.
pub const SETTINGS_KEYS: [&str; 16] = [
    "agent",
    "lang",
    "theme",
    "ascii",
    "mouse",
    "clipboard",
    "bell",
    "undo-seconds",
    "first-answer-minutes",
    "shop.name",
    "shop.address",
    "shop.tone",
    "hours.opens",
    "hours.closes",
    "hours.days",
    "hours.utc-offset-hours",
];

/// What is wrong with the settings file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsError {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What kind of mistake it is.
    pub fault: SettingsFault,
    /// What is wrong, in the TOML reader's words; for the log.
    pub message: String,
}

/// A kind of mistake in the settings file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingsFault {
    /// It is not TOML.
    Syntax,
    /// There is no such key.
    UnknownKey(String),
    /// A key cannot have this value.
    WrongValue {
        /// The key as it stands in the file, without its table.
        key: String,
        /// The value as it stands in the file, on one line.
        value: String,
    },
    /// There is no such key in the shop's rules.
    UnknownRule(String),
    /// A key of the shop's rules cannot have this value.
    WrongRule {
        /// The key as it stands in the file, without its table.
        key: String,
        /// The value as it stands in the file, on one line.
        value: String,
    },
    /// The shop would close before it opens.
    HoursTurned,
    /// Who may agree to more stands before who may agree to less.
    ApprovalsFall,
    /// The rungs of a ladder do not rise, or there is none.
    RungsFall,
    /// Contact details would be kept longer than exhibits, or these than the record.
    RetentionTurned,
}

impl fmt::Display for SettingsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.message)
    }
}

impl std::error::Error for SettingsError {}

impl SettingsError {
    /// The place and the kind of what the TOML reader complains about.
    pub(super) fn new(text: &str, error: &toml::de::Error) -> Self {
        let span = error.span().unwrap_or_default();
        let before = text.get(..span.start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let fault = fault(text, before, span);
        Self { line, column, fault, message: error.message().to_owned() }
    }

    /// The same for the file of the shop's rules.
    pub(super) fn of_rules(text: &str, error: &toml::de::Error) -> Self {
        let told = Self::new(text, error);
        let fault = match told.fault {
            SettingsFault::UnknownKey(key) => SettingsFault::UnknownRule(key),
            SettingsFault::WrongValue { key, value } => SettingsFault::WrongRule { key, value },
            other => other,
        };
        Self { fault, ..told }
    }

    /// Something that is well written and makes no sense, at a byte of the text.
    pub(super) fn at(text: &str, offset: usize, fault: SettingsFault, message: String) -> Self {
        let before = text.get(..offset).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Self { line, column, fault, message }
    }
}

/// The kind of a mistake, by what the reader points at: a key or a value.
fn fault(text: &str, before: &str, span: Range<usize>) -> SettingsFault {
    if text.parse::<toml::Table>().is_err() {
        return SettingsFault::Syntax;
    }
    let at = text.get(span.clone()).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default().trim_start();
    let in_heading = before.rsplit('\n').next().is_some_and(|line| line.trim_start() == "[");
    if after.starts_with('=') || (in_heading && after.starts_with(']')) {
        return SettingsFault::UnknownKey(one_line(at.trim_matches(['"', '\''])));
    }
    // The key stands before the nearest equals sign; a list may span lines.
    let key = before.rsplit_once('=').map_or("", |(key, _)| key);
    let key = key.rsplit(['\n', '{', ',']).next().unwrap_or_default();
    SettingsFault::WrongValue { key: one_line(key), value: one_line(at) }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;

    fn wrong(text: &str) -> (usize, usize, SettingsFault) {
        let error = Settings::read(text).unwrap_err();
        (error.line, error.column, error.fault)
    }

    fn value(key: &str, value: &str) -> SettingsFault {
        SettingsFault::WrongValue { key: key.into(), value: value.into() }
    }

    #[test]
    fn a_key_nobody_knows_is_told_from_a_value_that_does_not_fit() {
        let unknown = |key: &str| SettingsFault::UnknownKey(key.into());
        assert_eq!(wrong("agent = '小林'\nundo = 3\n"), (2, 1, unknown("undo")));
        assert_eq!(wrong("[shop]\nnme = '店'\n"), (2, 1, unknown("nme")));
        assert_eq!(wrong("[shp]\nname = '店'\n"), (1, 2, unknown("shp")));
        assert_eq!(wrong("theme = 'blue'\n"), (1, 9, value("theme", "'blue'")));
        assert_eq!(wrong("mouse = 1\n"), (1, 9, value("mouse", "1")));
        assert_eq!(wrong("undo-seconds = -3\n"), (1, 16, value("undo-seconds", "-3")));
        assert_eq!(wrong("[hours]\nopens = '9点'\n"), (2, 9, value("opens", "'9点'")));
        assert_eq!(wrong("shop = '店'\n"), (1, 8, value("shop", "'店'")));
        let (line, _, fault) = wrong("[hours]\ndays = [\n  1,\n  'x',\n]\n");
        assert!(line >= 2);
        assert!(matches!(fault, SettingsFault::WrongValue { key, .. } if key == "days"));
    }

    #[test]
    fn what_is_not_toml_is_told_with_its_place() {
        for (text, line) in [("agent = 小林\n", 1), ("lang = 'zh'\ntheme\n", 2), ("[shop\n", 1)] {
            let (at, _, fault) = wrong(text);
            assert_eq!((at, fault), (line, SettingsFault::Syntax), "{text}");
        }
        assert_eq!(wrong("lang = 'zh'\nlang = 'en'\n").2, SettingsFault::Syntax);
    }

    #[test]
    fn the_list_of_keys_is_whole() {
        for (table, head) in [("", ""), ("shop.", "[shop]\n"), ("hours.", "[hours]\n")] {
            // The reader names the keys it knows.
            let known = Settings::read(&format!("{head}x = 1\n")).unwrap_err().message;
            let known = known.split('`').skip(1).step_by(2).filter(|name| *name != "x");
            for name in known.filter(|name| !["shop", "hours"].contains(name)) {
                let key = format!("{table}{name}");
                assert!(SETTINGS_KEYS.contains(&key.as_str()), "{key}");
            }
        }
    }

    #[test]
    fn every_key_is_one_that_can_be_set() {
        for key in SETTINGS_KEYS {
            // A list fits no key but one: the reader must get as far as the value.
            let (table, key) = key.split_once('.').unwrap_or(("", key));
            let head = if table.is_empty() { String::new() } else { format!("[{table}]\n") };
            let (.., fault) = wrong(&format!("{head}{key} = [[]]\n"));
            assert!(matches!(fault, SettingsFault::WrongValue { .. }), "{key}: {fault:?}");
        }
    }
}
