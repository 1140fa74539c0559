//! Actions found by a few typed characters: of the name, the title or the help, in order.

use super::{ACTIONS, Action, Context, Model, Overlay};

impl Model {
    /// The actions the palette shows for what is typed.
    #[must_use]
    pub fn palette_matches(&self) -> Vec<Action> {
        let Some(Overlay::Palette(palette)) = self.overlays.last() else { return Vec::new() };
        let typed = palette.filter.input.text().trim().to_lowercase();
        ACTIONS
            .iter()
            .filter(|row| row.context != Context::Overlay && row.context != Context::Composer)
            .filter(|row| row.action.adopts().is_none() && row.action != Action::Palette)
            .filter(|row| {
                let words = self.strings.action.get(row.name);
                let title = words.map_or("", |words| words.title.as_str());
                let help = words.map_or("", |words| words.help.as_str());
                [row.name, title, help]
                    .iter()
                    .any(|text| has_in_order(&text.to_lowercase(), &typed))
            })
            .map(|row| row.action)
            .collect()
    }
}

/// Whether the typed characters all stand in the text, in their order.
pub(super) fn has_in_order(text: &str, typed: &str) -> bool {
    let mut rest = text.chars();
    typed.chars().filter(|c| !c.is_whitespace()).all(|wanted| rest.any(|c| c == wanted))
}

#[cfg(test)]
mod tests {
    use super::has_in_order;

    #[test]
    fn characters_are_found_in_order() {
        assert!(has_in_order("撤回回复", "撤复"));
        assert!(has_in_order("focus-queue", "fq"));
        assert!(!has_in_order("help", "ph"));
        assert!(has_in_order("anything", ""));
    }
}
