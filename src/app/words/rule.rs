//! A standard in a few words: its name, its article, and what keeps it from being put forward as
//! "the rule says".

use crate::domain::Lang;
use crate::i18n::{Strings, fill};
use crate::standard::{Citation, Force};

/// The citation on part of a line.
#[must_use]
pub fn rule(citation: &Citation, strings: &Strings, lang: Lang) -> String {
    let texts = &strings.step;
    let title = citation.title.get(lang);
    let named = match &citation.article {
        Some(article) => fill(&texts.rule, &[("title", &title), ("article", article)]),
        None => title.to_owned(),
    };
    if citation.force != Force::InForce {
        return fill(&texts.rule_not_in_force, &[("rule", &named)]);
    }
    if !citation.speaks_as_rule() {
        return fill(&texts.rule_hint, &[("rule", &named)]);
    }
    match citation.stale_days {
        Some(days) => fill(&texts.rule_stale, &[("rule", &named), ("n", &days)]),
        None => named,
    }
}
