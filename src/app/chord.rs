//! A key with its modifiers: what the keymap file names and the terminal reports.
//!
//! Owns the names, the short form for the hint bar, and the folding that lets full-width letters
//! match. Must not know the terminal, nor what any chord does.

mod key;
mod name;

pub use key::Key;
pub use name::ChordError;

use std::fmt;
use std::str::FromStr;

/// A key pressed together with modifiers.
///
/// Kept in one normal form, so that two chords a person would call the same are equal: a letter
/// carries its own shift (`A`, never shift and `a`), full-width characters are half-width, and
/// shift with Tab is [`Key::BackTab`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chord {
    /// The key.
    pub key: Key,
    /// Whether Ctrl is held.
    pub ctrl: bool,
    /// Whether Alt is held.
    pub alt: bool,
    /// Whether Shift is held, for keys that are no characters.
    pub shift: bool,
}

impl Chord {
    /// A key alone.
    #[must_use]
    pub const fn plain(key: Key) -> Self {
        Self { key, ctrl: false, alt: false, shift: false }
    }

    /// A character with Ctrl.
    #[must_use]
    pub const fn ctrl(c: char) -> Self {
        Self { key: Key::Char(c), ctrl: true, alt: false, shift: false }
    }

    /// A character with Alt.
    #[must_use]
    pub const fn alt(c: char) -> Self {
        Self { key: Key::Char(c), ctrl: false, alt: true, shift: false }
    }

    /// The normal form.
    #[must_use]
    pub fn folded(self) -> Self {
        let Self { key, ctrl, alt, shift } = self;
        match key {
            Key::Char(c) => {
                let c = fold_width(c);
                let c = if ctrl || alt {
                    // Terminals disagree on the case of letters with Ctrl; Alt-Shift-letter is kept.
                    if ctrl { c.to_ascii_lowercase() } else { c }
                } else if shift {
                    c.to_ascii_uppercase()
                } else {
                    c
                };
                Self { key: Key::Char(c), ctrl, alt, shift: false }
            }
            Key::Tab if shift => Self { key: Key::BackTab, ctrl, alt, shift: false },
            Key::BackTab => Self { key, ctrl, alt, shift: false },
            Key::Enter
            | Key::Esc
            | Key::Tab
            | Key::Backspace
            | Key::Delete
            | Key::Insert
            | Key::Up
            | Key::Down
            | Key::Left
            | Key::Right
            | Key::Home
            | Key::End
            | Key::PageUp
            | Key::PageDown
            | Key::F(_) => self,
        }
    }

    /// The key a committed text stands for when an input method is on: one character, with an ASCII
    /// twin (`ｍ` for `m`, `１` for `1`).
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let mut chars = text.chars();
        let (Some(c), None) = (chars.next(), chars.next()) else { return None };
        let folded = fold_width(c);
        folded.is_ascii().then(|| Self::plain(Key::Char(folded)))
    }

    /// The character it types into a text, when it types one.
    #[must_use]
    pub const fn typed(self) -> Option<char> {
        match self {
            Self { key: Key::Char(c), ctrl: false, alt: false, .. } => Some(c),
            Self { .. } => None,
        }
    }

    /// The short form of the hint bar: `^S`, `F1`, `Alt-1`, `⇧F3`.
    #[must_use]
    pub fn short(self) -> String {
        let mut out = String::new();
        if self.alt {
            out.push_str("Alt-");
        }
        if self.ctrl {
            out.push('^');
        }
        if self.shift {
            out.push('⇧');
        }
        match self.key {
            Key::Char(c) if self.ctrl => out.push(c.to_ascii_uppercase()),
            Key::Char(' ') => out.push_str("Space"),
            Key::Char(c) => out.push(c),
            other => out.push_str(&other.short()),
        }
        out
    }
}

/// A full-width ASCII character (and the ideographic space) as its half-width twin: an input method
/// left in full-width mode still works the keys.
#[must_use]
pub fn fold_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    }
}

/// The name in the keymap file: `ctrl-s`, `F1`, `shift-up`.
impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("ctrl-")?;
        }
        if self.alt {
            f.write_str("alt-")?;
        }
        if self.shift {
            f.write_str("shift-")?;
        }
        write!(f, "{}", self.key)
    }
}

impl FromStr for Chord {
    type Err = ChordError;

    fn from_str(text: &str) -> Result<Self, ChordError> {
        name::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn chord(text: &str) -> Chord {
        text.parse().unwrap()
    }

    #[test]
    fn names_are_read() {
        assert_eq!(chord("ctrl-s"), Chord::ctrl('s'));
        assert_eq!(chord("Ctrl-S"), Chord::ctrl('s'));
        assert_eq!(chord("^s"), Chord::ctrl('s'));
        assert_eq!(chord("F1"), Chord::plain(Key::F(1)));
        assert_eq!(chord("alt-1"), Chord::alt('1'));
        assert_eq!(chord("shift-tab"), Chord::plain(Key::BackTab));
        assert_eq!(chord("pgdn"), Chord::plain(Key::PageDown));
        assert_eq!(chord("PageDown"), Chord::plain(Key::PageDown));
        assert_eq!(
            chord("ctrl-alt-del"),
            Chord { key: Key::Delete, ctrl: true, alt: true, shift: false }
        );
        assert_eq!(chord("-"), Chord::plain(Key::Char('-')));
        assert_eq!(chord("ctrl--"), Chord::ctrl('-'));
        assert_eq!(chord("space"), Chord::plain(Key::Char(' ')));
        assert_eq!(chord("？"), Chord::plain(Key::Char('?')));
        assert_eq!(chord("shift-a"), chord("A"));
        assert_eq!(chord("退"), Chord::plain(Key::Char('退')));
    }

    #[test]
    fn wrong_names_are_told_with_the_nearest_right_one() {
        let near = |text: &str| match text.parse::<Chord>() {
            Err(ChordError::UnknownKey { name, near }) => (name, near),
            other => panic!("{other:?}"),
        };
        assert_eq!(near("ctrl-entr"), ("entr".to_owned(), Some("enter")));
        assert_eq!(near("pagedwn").1, Some("pagedown"));
        assert_eq!(near("qqqqqq").1, None);
        assert!(matches!(
            "crtl-s".parse::<Chord>(),
            Err(ChordError::UnknownModifier { near: Some("ctrl"), .. })
        ));
        assert_eq!("".parse::<Chord>(), Err(ChordError::Empty));
        assert!("F0".parse::<Chord>().is_err());
        assert!("F25".parse::<Chord>().is_err());
    }

    #[test]
    fn full_width_keys_are_the_same_keys() {
        assert_eq!(Chord::plain(Key::Char('Ｍ')).folded(), Chord::plain(Key::Char('M')));
        assert_eq!(Chord::plain(Key::Char('１')).folded(), Chord::plain(Key::Char('1')));
        assert_eq!(Chord::plain(Key::Char('　')).folded(), Chord::plain(Key::Char(' ')));
        assert_eq!(Chord::ctrl('Ｓ').folded(), Chord::ctrl('s'));
        assert_eq!(Chord::from_text("１"), Some(Chord::plain(Key::Char('1'))));
        assert_eq!(Chord::from_text("退"), None);
        assert_eq!(Chord::from_text("１２"), None);
    }

    #[test]
    fn the_hint_bar_gets_short_forms() {
        for (name, short) in [
            ("ctrl-s", "^S"),
            ("F1", "F1"),
            ("alt-1", "Alt-1"),
            ("pgdn", "PgDn"),
            ("shift-F3", "⇧F3"),
            ("shift-tab", "⇧Tab"),
            ("space", "Space"),
            ("up", "↑"),
        ] {
            assert_eq!(chord(name).short(), short);
        }
    }

    proptest! {
        #[test]
        fn printed_names_are_read_back(
            key in prop_oneof![
                any::<char>().prop_filter("no control", |c| !c.is_control()).prop_map(Key::Char),
                (1u8..=24).prop_map(Key::F),
                proptest::sample::select(Key::NAMED.map(|(_, key)| key).to_vec()),
            ],
            ctrl: bool, alt: bool, shift: bool,
        ) {
            let chord = Chord { key, ctrl, alt, shift }.folded();
            prop_assert_eq!(chord.to_string().parse::<Chord>(), Ok(chord), "{}", chord);
            prop_assert_eq!(chord.folded(), chord);
        }

        #[test]
        fn any_text_is_read_or_refused_without_panic(text in any::<String>()) {
            let _ = text.parse::<Chord>();
        }
    }
}
