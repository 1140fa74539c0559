//! A standard in a few words: its name, its article, and what keeps it from being put forward as
//! "the rule says".

use crate::domain::Lang;
use crate::i18n::{Strings, fill};
use crate::standard::{Citation, Force};

/// The rule alone: its name and its article.
#[must_use]
pub fn rule_name(citation: &Citation, strings: &Strings, lang: Lang) -> String {
    let title = citation.title.get(lang);
    match &citation.article {
        Some(article) => fill(strings.step.rule, &[("title", &title), ("article", article)]),
        None => title.to_owned(),
    }
}

/// The citation on part of a line.
#[must_use]
pub fn rule(citation: &Citation, strings: &Strings, lang: Lang) -> String {
    let texts = &strings.step;
    let named = rule_name(citation, strings, lang);
    if let Some(new) = &citation.replaced_by {
        let title = citation.replaced_title.as_ref().map(|title| title.get(lang));
        let new = title.unwrap_or_else(|| new.as_str());
        return fill(texts.rule_replaced, &[("rule", &named), ("new", &new)]);
    }
    if citation.force != Force::InForce {
        return fill(texts.rule_not_in_force, &[("rule", &named)]);
    }
    match (citation.speaks_as_rule(), citation.stale_days) {
        (true, None) => named,
        (true, Some(days)) => fill(texts.rule_stale, &[("rule", &named), ("n", &days)]),
        (false, None) => fill(texts.rule_hint, &[("rule", &named)]),
        (false, Some(days)) => fill(texts.rule_hint_stale, &[("rule", &named), ("n", &days)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standard::Standards;

    #[test]
    fn a_replaced_rule_says_what_to_cite_instead() {
        let today = "2026-11-22".parse().unwrap();
        let old = Standards::shipped().cite("cn.order20", today).unwrap();
        for (lang, new) in [(Lang::Zh, "121"), (Lang::En, "Order 121")] {
            let said = rule(&old, Strings::of(lang), lang);
            assert!(said.contains("20") && said.contains(new), "{said}");
        }
    }
}
