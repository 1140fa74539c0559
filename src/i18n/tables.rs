//! The shape of the text tables: one struct a section of the files.

use crate::domain::Lang;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Title and one-line help of an action.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionWords {
    /// A word or two, for the hint bar and the palette.
    pub title: String,
    /// One line, for the help.
    pub help: String,
}

/// All texts in one language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Strings {
    /// Actions by name.
    pub action: BTreeMap<String, ActionWords>,
}

impl Strings {
    /// The texts in a language.
    ///
    /// The tables are part of the program and a test reads both; should one be damaged all the
    /// same, the program says so instead of starting half-mute.
    ///
    /// # Errors
    /// The TOML error, with its place.
    pub fn load(lang: Lang) -> Result<Arc<Self>, toml::de::Error> {
        let text = match lang {
            Lang::Zh => include_str!("../../assets/i18n/zh.toml"),
            Lang::En => include_str!("../../assets/i18n/en.toml"),
        };
        toml::from_str(text).map(Arc::new)
    }
}
