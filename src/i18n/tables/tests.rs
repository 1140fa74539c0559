use super::node::gather;
use super::{Strings, node};
use crate::domain::Lang;
use crate::domain::cells::width;
use std::collections::{BTreeMap, BTreeSet};

/// Every text of a language by its dotted name.
fn texts(lang: Lang) -> BTreeMap<String, String> {
    let mut all = Vec::new();
    gather(node(lang), "", &mut all);
    all.into_iter().map(|(name, text)| (name, text.to_owned())).collect()
}

/// What stands in braces.
fn inside(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0))
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    inside(text).map(|part| part.split_once('|').map_or(part, |(name, _)| name)).collect()
}

#[test]
fn every_text_is_shown_somewhere() {
    let mut shown = Vec::new();
    Strings::names("", &mut shown);
    let wanted = |name: &str| {
        shown.iter().any(|shown| match shown.split_once('*') {
            Some((section, field)) => name.starts_with(section) && name.ends_with(field),
            None => name == shown,
        })
    };
    let idle: Vec<String> = texts(Lang::En).into_keys().filter(|name| !wanted(name)).collect();
    assert!(idle.is_empty(), "nothing shows {idle:?}");
}

#[test]
fn both_languages_have_the_same_texts() {
    let (zh, en) = (texts(Lang::Zh), texts(Lang::En));
    assert_eq!(zh.keys().collect::<Vec<_>>(), en.keys().collect::<Vec<_>>());
}

#[test]
fn no_text_is_empty() {
    for lang in [Lang::Zh, Lang::En] {
        for (name, text) in texts(lang) {
            assert!(!text.trim().is_empty(), "{lang} {name}");
        }
    }
}

#[test]
fn both_languages_fill_in_the_same_names() {
    // A day is "11月22日" in one language and "Nov 22" in the other.
    let free = ["time.day"];
    let en = texts(Lang::En);
    for (name, zh) in texts(Lang::Zh) {
        if !free.contains(&name.as_str()) {
            assert_eq!(placeholders(&zh), placeholders(&en[&name]), "{name}");
        }
    }
}

#[test]
fn words_for_one_and_for_many_go_with_a_number_that_is_shown() {
    let mut choices = 0;
    for (name, text) in texts(Lang::En) {
        for choice in inside(&text).filter(|part| part.contains('|')) {
            choices += 1;
            let parts: Vec<&str> = choice.split('|').collect();
            assert!(parts.len() == 3 && parts.iter().all(|part| !part.is_empty()), "{name}");
            assert!(text.contains(&format!("{{{}}}", parts[0])), "{name} shows no number");
        }
    }
    assert!(choices > 0);
    // Chinese has one word for both.
    let chosen = |text: &String| inside(text).any(|part| part.contains('|'));
    assert!(!texts(Lang::Zh).values().any(chosen));
}

#[test]
fn titles_fit_the_hint_bar() {
    for (lang, most) in [(Lang::Zh, 8), (Lang::En, 14)] {
        for (name, words) in Strings::of(lang).action.iter() {
            assert!(width(words.title) <= most, "{lang} {name}: {}", words.title);
        }
    }
}

#[test]
fn time_words_are_complete() {
    for lang in [Lang::Zh, Lang::En] {
        let strings = Strings::of(lang);
        assert_eq!(strings.time.weekdays.split(' ').count(), 7);
        assert_eq!(strings.time.months.split(' ').count(), 12);
    }
}
