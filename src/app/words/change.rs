//! What differs between two playbooks, as sentences.

use crate::domain::{CleanText, Lang, Words};
use crate::i18n::{Strings, fill};
use crate::playbook::{Change, ChangeKind};

/// A change as one line.
#[must_use]
pub fn change(change: &Change, lang: Lang, strings: &Strings) -> String {
    let texts = &strings.author_tools.diff;
    let what = part(change, lang, strings);
    match &change.kind {
        ChangeKind::Added => fill(texts.added, &[("what", &what)]),
        ChangeKind::Removed => fill(texts.removed, &[("what", &what)]),
        ChangeKind::Moved { behind: Some(behind) } => {
            fill(texts.moved, &[("what", &what), ("behind", behind)])
        }
        ChangeKind::Moved { behind: None } => fill(texts.moved_first, &[("what", &what)]),
        ChangeKind::Changed { key, before, after } => {
            let key = strings.author_tools.key.get(key).unwrap_or(*key);
            let (before, after) = texts_of(before, after, lang);
            let values: [(&str, &dyn std::fmt::Display); 4] =
                [("what", &what), ("key", &key), ("before", &before), ("after", &after)];
            let text = match (before.is_empty(), after.is_empty()) {
                (true, _) => &texts.said,
                (false, true) => &texts.dropped,
                (false, false) => &texts.changed,
            };
            fill(text, &values)
        }
    }
}

/// The part, its name and its title.
fn part(change: &Change, lang: Lang, strings: &Strings) -> String {
    let name = change.part.name();
    let part = strings.author_tools.part.get(name).unwrap_or(name);
    let title = CleanText::new(change.title.get(lang)).one_line();
    let said = [part, &change.id, &title];
    said.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Both texts in the person's language, or in the other one if only that differs.
fn texts_of(before: &Words, after: &Words, lang: Lang) -> (String, String) {
    let other = match lang {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    };
    let shown = if before.get(lang) == after.get(lang) { other } else { lang };
    let line = |words: &Words| CleanText::new(words.get(shown)).one_line();
    (line(before), line(after))
}
