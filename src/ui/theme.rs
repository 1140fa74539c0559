//! Colours by meaning: panes say what a thing is, the theme says how it looks.
//!
//! Owns the choice of a palette and of ASCII signs. Knows no pane. No meaning rests on colour
//! alone: whoever uses one also draws a sign or a word.

mod dark;
mod light;
mod none;

use crate::domain::Mood;
use ratatui::style::Style;

/// What a piece of the screen means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// Ordinary text.
    Text,
    /// Less important than its surroundings.
    Muted,
    /// The frame of a pane.
    Border,
    /// The frame of the pane that gets the keys.
    Focus,
    /// A heading.
    Title,
    /// A key to press.
    Key,
    /// Wants attention at once.
    Alert,
    /// Past its time.
    Overdue,
    /// Due within the hour.
    DueSoon,
    /// Words of the buyer.
    Buyer,
    /// Words of the shop.
    Agent,
    /// Words of the platform.
    Platform,
    /// Automatic lines.
    System,
    /// Private notes.
    Note,
    /// Done, met, allowed.
    Good,
    /// Failed, missing, refused.
    Bad,
    /// Held back for now.
    Held,
    /// A hole in a reply where a value is missing.
    Gap,
    /// The row under the cursor.
    Selected,
    /// Taken back.
    Retracted,
    /// The buyer's mood.
    Mood(Mood),
}

impl Meaning {
    /// Every meaning.
    pub const ALL: [Self; 25] = [
        Self::Text,
        Self::Muted,
        Self::Border,
        Self::Focus,
        Self::Title,
        Self::Key,
        Self::Alert,
        Self::Overdue,
        Self::DueSoon,
        Self::Buyer,
        Self::Agent,
        Self::Platform,
        Self::System,
        Self::Note,
        Self::Good,
        Self::Bad,
        Self::Held,
        Self::Gap,
        Self::Selected,
        Self::Retracted,
        Self::Mood(Mood::Calm),
        Self::Mood(Mood::Uneasy),
        Self::Mood(Mood::Disappointed),
        Self::Mood(Mood::Angry),
        Self::Mood(Mood::Abusive),
    ];
}

/// The theme a person asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ThemeSetting {
    /// Where nothing is known of the ground: dark, as most terminals are.
    #[default]
    Auto,
    /// Light text on a dark ground.
    Dark,
    /// Dark text on a light ground.
    Light,
    /// No colours at all.
    None,
}

impl ThemeSetting {
    /// The setting of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "auto" => Some(Self::Auto),
            "dark" => Some(Self::Dark),
            "light" => Some(Self::Light),
            "none" => Some(Self::None),
            _no_theme => None,
        }
    }

    /// The theme for the ground a terminal tells in `COLORFGBG`: `15;0`, or with a word between.
    /// The last number is the ground, one of the sixteen colours; seven of them are light enough.
    #[must_use]
    pub fn of_ground(colorfgbg: &str) -> Self {
        match colorfgbg.rsplit(';').next().and_then(|ground| ground.trim().parse::<u8>().ok()) {
            Some(7 | 9..=15) => Self::Light,
            Some(_) | None => Self::Dark,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Palette {
    Dark,
    Light,
    None,
}

/// How meanings look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    palette: Palette,
    ascii: bool,
}

impl Theme {
    /// The theme for a setting; `NO_COLOR` wins over it.
    #[must_use]
    pub const fn choose(setting: ThemeSetting, no_color: bool) -> Self {
        let palette = match setting {
            ThemeSetting::Auto | ThemeSetting::Dark if !no_color => Palette::Dark,
            ThemeSetting::Light if !no_color => Palette::Light,
            ThemeSetting::None | ThemeSetting::Auto | ThemeSetting::Dark | ThemeSetting::Light => {
                Palette::None
            }
        };
        Self { palette, ascii: false }
    }

    /// The same theme with borders and signs of plain ASCII, or not.
    #[must_use]
    pub const fn with_ascii(self, ascii: bool) -> Self {
        Self { ascii, ..self }
    }

    /// Whether borders and signs are plain ASCII.
    #[must_use]
    pub const fn is_ascii(&self) -> bool {
        self.ascii
    }

    /// Whether the ground is light.
    #[must_use]
    pub fn is_light(&self) -> bool {
        self.palette == Palette::Light
    }

    /// How a meaning looks.
    #[must_use]
    pub const fn style(&self, meaning: Meaning) -> Style {
        match self.palette {
            Palette::Dark => dark::style(meaning),
            Palette::Light => light::style(meaning),
            Palette::None => none::style(meaning),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::{Color, Modifier};

    #[test]
    fn no_color_uses_no_colour() {
        let allowed = Modifier::BOLD | Modifier::REVERSED | Modifier::UNDERLINED;
        for setting in [ThemeSetting::Auto, ThemeSetting::Dark, ThemeSetting::Light] {
            let theme = Theme::choose(setting, true);
            for meaning in Meaning::ALL {
                let style = theme.style(meaning);
                assert!(style.fg.is_none() && style.bg.is_none(), "{meaning:?}");
                assert!(allowed.contains(style.add_modifier), "{meaning:?}");
            }
        }
    }

    #[test]
    fn the_ground_is_read_from_what_the_terminal_tells() {
        for (told, theme) in [
            ("0;15", ThemeSetting::Light),
            ("0;default;15", ThemeSetting::Light),
            ("0;7", ThemeSetting::Light),
            ("15;0", ThemeSetting::Dark),
            ("7;8", ThemeSetting::Dark),
            ("15;default;0", ThemeSetting::Dark),
            ("15;default", ThemeSetting::Dark),
            ("", ThemeSetting::Dark),
            ("0;999", ThemeSetting::Dark),
            ("漆黑", ThemeSetting::Dark),
        ] {
            assert_eq!(ThemeSetting::of_ground(told), theme, "{told}");
        }
    }

    #[test]
    fn the_row_under_the_cursor_looks_different_in_every_theme() {
        for setting in [ThemeSetting::Dark, ThemeSetting::Light, ThemeSetting::None] {
            let theme = Theme::choose(setting, false);
            assert_ne!(theme.style(Meaning::Selected), theme.style(Meaning::Text));
        }
    }

    #[test]
    fn colours_are_of_the_256_every_terminal_has() {
        for setting in [ThemeSetting::Dark, ThemeSetting::Light] {
            for meaning in Meaning::ALL {
                let style = Theme::choose(setting, false).style(meaning);
                for colour in [style.fg, style.bg].into_iter().flatten() {
                    assert!(matches!(colour, Color::Indexed(_)), "{meaning:?}");
                }
            }
        }
    }
}
