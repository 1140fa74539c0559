//! Light text on a dark ground, in colours of the 256 every terminal has.

use super::Meaning;
use crate::domain::Mood;
use ratatui::style::{Color, Modifier, Style};

const fn ink(colour: u8) -> Style {
    Style::new().fg(Color::Indexed(colour))
}

pub(super) const fn style(meaning: Meaning) -> Style {
    match meaning {
        Meaning::Text | Meaning::Buyer => Style::new(),
        Meaning::Muted | Meaning::System => ink(246),
        Meaning::Border => ink(240),
        Meaning::Focus => ink(81).add_modifier(Modifier::BOLD),
        Meaning::Title => Style::new().add_modifier(Modifier::BOLD),
        Meaning::Key => ink(81),
        Meaning::Alert | Meaning::Bad | Meaning::Mood(Mood::Angry) => ink(210),
        Meaning::Overdue | Meaning::Mood(Mood::Abusive) => ink(210).add_modifier(Modifier::BOLD),
        Meaning::DueSoon | Meaning::Mood(Mood::Disappointed) => ink(215),
        Meaning::Agent => ink(116),
        Meaning::Platform => ink(182),
        Meaning::Note | Meaning::Mood(Mood::Uneasy) => ink(186),
        Meaning::Good | Meaning::Mood(Mood::Calm) => ink(114),
        Meaning::Held => ink(246).add_modifier(Modifier::ITALIC),
        Meaning::Gap => ink(16).bg(Color::Indexed(215)),
        Meaning::Selected => Style::new().bg(Color::Indexed(237)),
        Meaning::Retracted => ink(246).add_modifier(Modifier::CROSSED_OUT),
    }
}
