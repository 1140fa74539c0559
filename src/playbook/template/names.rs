//! The names a template uses, and where in its text they stand.

use minijinja::Environment;
use std::ops::Range;

/// Groups of names that are not facts, with what each may be asked for.
pub(crate) const GROUPS: [(&str, &[&str]); 4] = [
    ("order", &["no", "tail", "title", "amount"]),
    ("buyer", &["name"]),
    ("shop", &["name", "address"]),
    ("agent", &["name"]),
];

/// No template is longer than this, in bytes: far more than any chat takes as one message, and few
/// enough that the reader of templates, which goes down into itself, cannot exhaust the stack.
pub(crate) const LONGEST: usize = 5_000;

/// The group of a reply's own promises.
pub(crate) const DUE: &str = "due";

/// Every name a template looks up, `order.tail` and the like whole, in the order they are written.
pub(crate) fn of(env: &Environment<'_>, source: &str) -> Vec<String> {
    // The borrow of the source must not outlive the call: a fresh environment holds it.
    let local = Environment::new();
    let Ok(template) = local.template_from_str(source) else { return Vec::new() };
    let mut names: Vec<String> = template
        .undeclared_variables(true)
        .into_iter()
        .filter(|name| !env.globals().any(|(global, _)| global == name))
        .collect();
    names.sort_by_key(|name| (find(source, name).map(|at| at.start), name.clone()));
    names
}

/// Where a name is first used inside `{{ }}` or `{% %}`.
pub(crate) fn find(source: &str, name: &str) -> Option<Range<usize>> {
    let mut from = 0;
    while let Some(open) = next_open(source, from) {
        let close = ["}}", "%}"]
            .into_iter()
            .filter_map(|end| source.get(open..)?.find(end))
            .min()
            .map_or(source.len(), |at| open + at);
        if let Some(at) = word_in(source.get(open..close).unwrap_or_default(), name) {
            return Some(open + at..open + at + name.len());
        }
        from = close;
    }
    None
}

fn next_open(source: &str, from: usize) -> Option<usize> {
    let rest = source.get(from..)?;
    ["{{", "{%"].into_iter().filter_map(|open| rest.find(open)).min().map(|at| from + at + 2)
}

fn word_in(text: &str, word: &str) -> Option<usize> {
    let part = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = text.get(..*at).and_then(|text| text.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|text| text.chars().next());
        !before.is_some_and(part) && !after.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_listed_whole_and_in_order() {
        let names = of(
            &Environment::new(),
            "亲 {{ order.tail }},{% if photos %}{{ due.answer }}{% endif %}{{ range(3) }}",
        );
        assert_eq!(names, ["order.tail", "photos", "due.answer"]);
        assert!(of(&Environment::new(), "{{ broken").is_empty());
    }

    #[test]
    fn long_chains_do_not_exhaust_the_stack() {
        for (open, link, close) in [
            ("{{ a", ".a", " }}"),
            ("{{ a", "+a", " }}"),
            ("{{ ", "(", " }}"),
            ("{{ a", "|upper", " }}"),
            ("{{ a", "[0]", " }}"),
            ("{{ a", " and a", " }}"),
            ("{{ ", "not ", "a }}"),
            ("", "{% if a %}", ""),
            ("{{ a", "~a", " }}"),
            ("{{ a", " if a else a", " }}"),
            ("{{ ", "-", "1 }}"),
            ("{{ ", "[", " }}"),
        ] {
            let text = format!("{open}{}{close}", link.repeat(LONGEST / link.len()));
            let _ = of(&Environment::new(), &text);
        }
    }

    #[test]
    fn a_name_is_found_where_it_is_used_and_not_in_plain_text() {
        let source = "photos {{ my_photos }} {{ photos }}";
        assert_eq!(find(source, "photos"), Some(26..32));
        assert_eq!(find("photos", "photos"), None);
    }
}
