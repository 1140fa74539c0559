//! Reading a chord's name from the keymap file.
//!
//! Owns the grammar (`modifier-modifier-key`) and what is said about a wrong name. Must not know
//! files: the reader of the keymap adds where the name stood.

use super::{Chord, Key};
use crate::domain::nearest;

/// Why a text names no chord.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChordError {
    /// Nothing was written.
    #[error("a key name is empty; write a key such as 'ctrl-s', 'F1' or 'enter'")]
    Empty,
    /// A word before the last is no modifier.
    #[error("'{name}' is no modifier; write 'ctrl', 'alt' or 'shift'{}", did_you_mean(*.near))]
    UnknownModifier {
        /// What was written.
        name: String,
        /// What was probably meant.
        near: Option<&'static str>,
    },
    /// The last word is no key.
    #[error("'{name}' is no key{}", did_you_mean(*.near))]
    UnknownKey {
        /// What was written.
        name: String,
        /// What was probably meant.
        near: Option<&'static str>,
    },
}

fn did_you_mean(near: Option<&str>) -> String {
    near.map(|near| format!("; did you mean '{near}'?")).unwrap_or_default()
}

const MODIFIERS: [&str; 5] = ["ctrl", "control", "alt", "meta", "shift"];

pub(super) fn parse(text: &str) -> Result<Chord, ChordError> {
    let mut rest = text;
    let mut chord = Chord::plain(Key::Char(' '));
    if rest.chars().count() > 1
        && let Some(after) = rest.strip_prefix('^')
    {
        chord.ctrl = true;
        rest = after;
    }
    // The key itself may be a dash: a dash parts only with something on both sides.
    while let Some((modifier, after)) = rest.split_once(['-', '+'])
        && !modifier.is_empty()
        && !after.is_empty()
    {
        match modifier.to_ascii_lowercase().as_str() {
            "ctrl" | "control" | "c" => chord.ctrl = true,
            "alt" | "meta" | "a" => chord.alt = true,
            "shift" | "s" => chord.shift = true,
            _unknown => {
                return Err(ChordError::UnknownModifier {
                    name: modifier.to_owned(),
                    near: nearest(modifier, MODIFIERS),
                });
            }
        }
        rest = after;
    }
    chord.key = key(rest)?;
    Ok(chord.folded())
}

fn key(name: &str) -> Result<Key, ChordError> {
    let mut chars = name.chars();
    match (chars.next(), chars.next()) {
        (None, _) => return Err(ChordError::Empty),
        (Some(c), None) if !c.is_control() => return Ok(Key::Char(c)),
        (Some(_), _) => {}
    }
    let lower = name.to_ascii_lowercase();
    if let Some(number) = lower.strip_prefix('f').and_then(|n| n.parse::<u8>().ok())
        && (1..=24).contains(&number)
    {
        return Ok(Key::F(number));
    }
    let named = Key::NAMED.iter().find(|(known, _)| *known == lower);
    named.map(|(_, key)| *key).ok_or_else(|| ChordError::UnknownKey {
        name: name.to_owned(),
        near: nearest(&lower, Key::NAMED.iter().map(|(known, _)| *known)),
    })
}
