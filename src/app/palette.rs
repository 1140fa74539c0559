//! Actions found by a few typed characters of the title, the initials of its sounds, the name or the
//! help; those whose title begins so come first.

use super::{ACTIONS, Action, Context, Group, Model, Overlay};
use crate::guide::initials;

impl Model {
    /// The actions the palette shows for what is typed.
    #[must_use]
    pub fn palette_matches(&self) -> Vec<Action> {
        let Some(Overlay::Palette(palette)) = self.overlays.last() else { return Vec::new() };
        let typed = palette.filter.input.text().trim().to_lowercase();
        let mut found: Vec<(u8, Action)> = ACTIONS
            .iter()
            .filter(|row| row.context != Context::Overlay && !edits_only(row.context, row.action))
            .filter(|row| row.action.adopts().is_none() && row.action != Action::Palette)
            .filter_map(|row| {
                let words = self.strings.action.get(row.name);
                let title = words.map_or("", |words| words.title);
                let help = words.map_or("", |words| words.help);
                Some((fits(&typed, row.name, title, help)?, row.action))
            })
            .collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, action)| action).collect()
    }
}

/// Whether an action is one of the keys of writing: nobody looks for those by name.
fn edits_only(context: Context, action: Action) -> bool {
    context == Context::Composer && action.group() == Group::Typing
}

/// How well something of a name, a title and a sentence of help fits what is typed, the smaller the
/// better; nothing when it does not.
pub(super) fn fits(typed: &str, name: &str, title: &str, help: &str) -> Option<u8> {
    let (title, help) = (title.to_lowercase(), help.to_lowercase());
    if typed.is_empty() || title.starts_with(typed) {
        return Some(0);
    }
    if initials(&title).starts_with(typed) {
        return Some(1);
    }
    if name.split('-').chain(title.split(' ')).any(|word| word.starts_with(typed)) {
        return Some(2);
    }
    if title.contains(typed) || name.contains(typed) {
        return Some(3);
    }
    if help.contains(typed) {
        return Some(4);
    }
    let loosely = [name, &title, &help].iter().any(|text| has_in_order(text, typed));
    loosely.then_some(5)
}

/// Whether the typed characters all stand in the text, in their order.
pub(super) fn has_in_order(text: &str, typed: &str) -> bool {
    let mut rest = text.chars();
    typed.chars().filter(|c| !c.is_whitespace()).all(|wanted| rest.any(|c| c == wanted))
}

#[cfg(test)]
mod tests {
    use super::{fits, has_in_order};

    #[test]
    fn what_begins_as_typed_comes_before_what_has_it_somewhere() {
        let fits = |title: &str, help: &str| fits("plat", "no-name", title, help);
        assert_eq!(fits("Platform complaint", ""), Some(0));
        assert_eq!(fits("Before the platform", ""), Some(2));
        assert_eq!(fits("Eight points", "for platforms"), Some(4));
        assert_eq!(fits("Eight points", "people first, later the facts"), Some(5));
        assert_eq!(fits("Eight points", ""), None);
    }

    #[test]
    fn characters_are_found_in_order() {
        assert!(has_in_order("撤回回复", "撤复"));
        assert!(has_in_order("focus-queue", "fq"));
        assert!(!has_in_order("help", "ph"));
        assert!(has_in_order("anything", ""));
    }
}
