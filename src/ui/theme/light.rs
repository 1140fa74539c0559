//! Dark text on a light ground, in colours of the 256 every terminal has.

use super::Meaning;
use crate::domain::Mood;
use ratatui::style::{Color, Modifier, Style};

const fn ink(colour: u8) -> Style {
    Style::new().fg(Color::Indexed(colour))
}

pub(super) const fn style(meaning: Meaning) -> Style {
    match meaning {
        Meaning::Text | Meaning::Buyer => Style::new(),
        Meaning::Muted | Meaning::System => ink(242),
        Meaning::Border => ink(248),
        Meaning::Focus => ink(25).add_modifier(Modifier::BOLD),
        Meaning::Title => Style::new().add_modifier(Modifier::BOLD),
        Meaning::Key => ink(25),
        Meaning::Alert | Meaning::Bad | Meaning::Mood(Mood::Angry) => ink(160),
        Meaning::Overdue | Meaning::Mood(Mood::Abusive) => ink(160).add_modifier(Modifier::BOLD),
        Meaning::DueSoon | Meaning::Mood(Mood::Disappointed) => ink(130),
        Meaning::Agent => ink(24),
        Meaning::Platform => ink(90),
        Meaning::Note => ink(58),
        Meaning::Mood(Mood::Uneasy) => ink(94),
        Meaning::Good | Meaning::Mood(Mood::Calm) => ink(28),
        Meaning::Held => ink(242).add_modifier(Modifier::ITALIC),
        Meaning::Gap => ink(16).bg(Color::Indexed(222)),
        Meaning::Selected => Style::new().bg(Color::Indexed(254)),
        Meaning::Retracted => ink(242).add_modifier(Modifier::CROSSED_OUT),
    }
}
