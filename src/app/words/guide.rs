//! What the guide tells, in words.

use super::mood;
use crate::domain::Lang;
use crate::guide::{HeardIssue, HeardTold, Threat};
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

/// What some words told; an issue that cases have too goes by the one name it has on the screen.
#[must_use]
pub fn told(strings: &Strings, lang: Lang, told: &HeardTold, issues: &[HeardIssue]) -> String {
    let texts = &strings.guide;
    let named = |name: &str| strings.sign.get(name).map_or_else(|| name.to_owned(), str::to_owned);
    match told {
        HeardTold::Issue(title) => {
            let known = issues.iter().find(|one| one.title == *title);
            let known = known.and_then(|one| one.issue.as_ref());
            let name = known.map_or_else(|| title.get(lang), |known| super::issue(strings, known));
            fill(texts.told_issue, &[("issue", &name)])
        }
        HeardTold::Mood(felt) => fill(texts.told_mood, &[("mood", &mood(strings, *felt))]),
        HeardTold::Threat(one) => threat(strings, *one).to_owned(),
        HeardTold::Sign(sign) => named(sign.name()),
        HeardTold::Repeated => named("repeated"),
        HeardTold::Unanswered => named("unanswered"),
        HeardTold::Waited => named("waited"),
        HeardTold::Curt => named("curt"),
    }
}
