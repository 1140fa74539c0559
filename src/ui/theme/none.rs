//! No colours: bold, underline and reverse carry what signs and words say already.

use super::Meaning;
use crate::domain::Mood;
use ratatui::style::{Modifier, Style};

pub(super) const fn style(meaning: Meaning) -> Style {
    match meaning {
        Meaning::Text
        | Meaning::Muted
        | Meaning::Border
        | Meaning::Buyer
        | Meaning::Agent
        | Meaning::Platform
        | Meaning::System
        | Meaning::Note
        | Meaning::Good
        | Meaning::Held
        | Meaning::Retracted
        | Meaning::Mood(Mood::Calm | Mood::Uneasy) => Style::new(),
        Meaning::Focus
        | Meaning::Title
        | Meaning::Key
        | Meaning::Alert
        | Meaning::Bad
        | Meaning::DueSoon
        | Meaning::Mood(Mood::Disappointed | Mood::Angry) => {
            Style::new().add_modifier(Modifier::BOLD)
        }
        Meaning::Overdue | Meaning::Mood(Mood::Abusive) => {
            Style::new().add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED))
        }
        Meaning::Gap => Style::new().add_modifier(Modifier::REVERSED.union(Modifier::UNDERLINED)),
        Meaning::Selected => Style::new().add_modifier(Modifier::REVERSED),
    }
}
