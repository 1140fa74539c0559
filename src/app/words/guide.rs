//! What the guide tells, in words.

use super::mood;
use crate::domain::Lang;
use crate::guide::{HeardTold, Threat};
use crate::i18n::{Strings, fill};
use crate::standard::WordingLevel;

/// Where a buyer means to go.
#[must_use]
pub fn threat(strings: &Strings, threat: Threat) -> &str {
    strings.sign.get(threat.name()).unwrap_or_else(|| threat.name())
}

/// How bad what was found is.
#[must_use]
pub fn level(strings: &Strings, level: WordingLevel) -> &str {
    let texts = &strings.guide;
    match level {
        WordingLevel::Block => texts.block,
        WordingLevel::Warn => texts.warn,
        WordingLevel::Tone => texts.tone,
    }
}

/// What some words told.
#[must_use]
pub fn told(strings: &Strings, lang: Lang, told: &HeardTold) -> String {
    let texts = &strings.guide;
    let named = |name: &str| strings.sign.get(name).map_or_else(|| name.to_owned(), str::to_owned);
    match told {
        HeardTold::Issue(title) => fill(texts.told_issue, &[("issue", &title.get(lang))]),
        HeardTold::Mood(felt) => fill(texts.told_mood, &[("mood", &mood(strings, *felt))]),
        HeardTold::Threat(one) => threat(strings, *one).to_owned(),
        HeardTold::Sign(sign) => named(sign.name()),
        HeardTold::Repeated => named("repeated"),
        HeardTold::Unanswered => named("unanswered"),
        HeardTold::Waited => named("waited"),
        HeardTold::Curt => named("curt"),
    }
}
