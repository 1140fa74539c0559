//! The keys there are, and their names.
//!
//! Owns the list; must not know modifiers.

use std::fmt;

/// A key without modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A key that types a character.
    Char(char),
    /// Enter, Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift with Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, F1 to F24.
    F(u8),
}

impl Key {
    /// Names that are read; the first of each key is the one that is printed.
    pub(super) const NAMED: [(&'static str, Self); 24] = [
        ("enter", Self::Enter),
        ("return", Self::Enter),
        ("esc", Self::Esc),
        ("escape", Self::Esc),
        ("tab", Self::Tab),
        ("backtab", Self::BackTab),
        ("backspace", Self::Backspace),
        ("delete", Self::Delete),
        ("del", Self::Delete),
        ("insert", Self::Insert),
        ("ins", Self::Insert),
        ("up", Self::Up),
        ("down", Self::Down),
        ("left", Self::Left),
        ("right", Self::Right),
        ("home", Self::Home),
        ("end", Self::End),
        ("pgup", Self::PageUp),
        ("pageup", Self::PageUp),
        ("pgdn", Self::PageDown),
        ("pagedown", Self::PageDown),
        ("space", Self::Char(' ')),
        ("minus", Self::Char('-')),
        ("plus", Self::Char('+')),
    ];

    /// How the hint bar shows it.
    pub(super) fn short(self) -> String {
        match self {
            Self::Char(c) => c.to_string(),
            Self::Enter => "Enter".to_owned(),
            Self::Esc => "Esc".to_owned(),
            Self::Tab => "Tab".to_owned(),
            Self::BackTab => "⇧Tab".to_owned(),
            Self::Backspace => "Bksp".to_owned(),
            Self::Delete => "Del".to_owned(),
            Self::Insert => "Ins".to_owned(),
            Self::Up => "↑".to_owned(),
            Self::Down => "↓".to_owned(),
            Self::Left => "←".to_owned(),
            Self::Right => "→".to_owned(),
            Self::Home => "Home".to_owned(),
            Self::End => "End".to_owned(),
            Self::PageUp => "PgUp".to_owned(),
            Self::PageDown => "PgDn".to_owned(),
            Self::F(n) => format!("F{n}"),
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BackTab => f.write_str("shift-tab"),
            Self::F(n) => write!(f, "F{n}"),
            Self::Char(c) if !matches!(c, ' ' | '-' | '+') => write!(f, "{c}"),
            named => {
                let name = Self::NAMED.iter().find(|(_, key)| key == named);
                f.write_str(name.map_or("?", |(name, _)| name))
            }
        }
    }
}
