//! The keymap: place, key and action of every line (`src/app/keymap.rs`).

use std::collections::BTreeMap;

type Tables = BTreeMap<toml::Spanned<String>, BTreeMap<toml::Spanned<String>, String>>;

/// The lines in the order they are written: the first key of an action is the one shown.
pub(crate) fn written(text: &str) -> Result<String, toml::de::Error> {
    let mut lines = Vec::new();
    for (place, keys) in toml::from_str::<Tables>(text)? {
        for (key, run) in keys {
            lines.push((key.span().start, place.get_ref().clone(), key.into_inner(), run));
        }
    }
    lines.sort();
    let lines: Vec<_> = lines.into_iter().map(|(_, place, key, run)| (place, key, run)).collect();
    Ok(format!("&{lines:?}"))
}
