//! What had better not be said: phrases, why, and what to say instead.
//!
//! Finds phrases, not meaning. A phrase that is denied or quoted is found all the same and marked so;
//! one said in other words is not found. See [`Doubt`].

mod find;
mod sentence;

use super::entries::{Named, entries, sound};
use super::evidence::one_language;
use super::fold::fold;
use super::{StandardFault, StandardId};
use crate::domain::{Lang, Words};
pub use find::{Doubt, Hit};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How bad a phrase is; the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WordingLevel {
    /// It is not sent.
    Block,
    /// It is asked about once more.
    Warn,
    /// A hint.
    Tone,
}

/// What is wrong with a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WordingCategory {
    /// It puts the fault on the buyer.
    Blame,
    /// It forbids the buyer to be angry.
    ForbidAnger,
    /// It makes the matter small or the feeling wrong.
    Dismiss,
    /// It only says no.
    DeadEnd,
    /// It passes the buyer on.
    Shirk,
    /// It is cold or sounds like a machine.
    Cold,
    /// It gives orders.
    Command,
    /// It promises without a time or a person.
    Vague,
    /// It promises more than is in the shop's hands.
    OverPromise,
    /// It is absolute.
    Absolute,
    /// It claims to heal or to have no effect besides.
    Medical,
    /// It claims what has to be shown.
    Unproven,
    /// It is a term the law does not let stand.
    UnfairTerm,
    /// It hangs what is due on a condition.
    Coerce,
    /// It leads off the platform.
    OffPlatform,
    /// It buys or presses reviews.
    ReviewForMoney,
    /// It asks for, shows or threatens with personal details.
    Privacy,
    /// It is a legal verdict of our own.
    LegalWord,
    /// It accuses.
    Accuse,
    /// It insults.
    Insult,
    /// It threatens.
    Threat,
    /// It admits before the facts are known.
    Admit,
    /// It is made up.
    Untruth,
    /// It promises beyond one's authority.
    Authority,
}

/// When a found phrase counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counts {
    /// Always.
    #[default]
    Always,
    /// Only if its sentence names no time.
    WithoutTime,
    /// Only if the message is nothing else.
    Alone,
}

/// How a rule is watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Watch {
    /// By its phrases.
    #[default]
    Phrase,
    /// By whoever sees the conversation: the same text was sent before.
    SameText,
}

/// One rule of wording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordingRule {
    /// Its id, such as `w.041`.
    pub id: String,
    /// The language of its phrases and of the better wording.
    pub lang: Lang,
    /// How bad it is.
    pub level: WordingLevel,
    /// What is wrong with it.
    pub category: WordingCategory,
    /// The phrases.
    #[serde(default)]
    pub find: Vec<String>,
    /// Longer phrases in which a found one is harmless.
    #[serde(default)]
    pub except: Vec<String>,
    /// When a found phrase counts.
    #[serde(default)]
    pub counts: Counts,
    /// How it is watched.
    #[serde(default)]
    pub watch: Watch,
    /// Why it had better not be said.
    pub why: Words,
    /// What to say instead, with `{gaps}` to fill; nothing when it is simply left out.
    pub better: Option<String>,
    /// The guard it belongs to.
    pub guard: Option<String>,
    /// The rules it rests on.
    #[serde(default)]
    pub basis: Vec<StandardId>,
}

impl Named for WordingRule {
    fn id(&self) -> &str {
        &self.id
    }
}

/// A phrase as it is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Phrase {
    chars: Vec<char>,
    rule: String,
}

/// All rules of wording; a later file's rule replaces an earlier one with its id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording {
    rules: BTreeMap<String, WordingRule>,
    by_first: BTreeMap<(Lang, char), Vec<Phrase>>,
    exceptions: BTreeMap<String, Vec<Vec<char>>>,
    faults: Vec<StandardFault>,
}

impl Wording {
    /// The rules that come with the program.
    #[must_use]
    pub fn shipped() -> Self {
        let mut all = Self::default();
        all.add("wording.toml", include_str!("../../playbooks/wording.toml"));
        all
    }

    /// Adds a file's rules; `name` is what diagnostics call it.
    pub fn add(&mut self, name: &str, text: &str) {
        match entries(name, text, ["rule"]) {
            Err(fault) => self.faults.push(fault),
            Ok([entries]) => {
                for (place, rule) in sound::<WordingRule>(entries, &mut self.faults) {
                    one_language(&mut self.faults, &place, &rule.id, "why", Some(&rule.why));
                    let says = |phrase: &String| !fold(phrase).is_empty();
                    let phrases = !rule.find.is_empty() && rule.find.iter().all(says);
                    if rule.watch == Watch::Phrase && !phrases {
                        self.faults.push(StandardFault::Empty { place, id: rule.id, key: "find" });
                        continue;
                    }
                    self.put(rule);
                }
            }
        }
    }

    fn put(&mut self, rule: WordingRule) {
        for phrases in self.by_first.values_mut() {
            phrases.retain(|phrase| phrase.rule != rule.id);
        }
        for chars in rule.find.iter().map(|phrase| fold(phrase)) {
            if let Some(first) = chars.first() {
                let phrase = Phrase { chars: chars.clone(), rule: rule.id.clone() };
                self.by_first.entry((rule.lang, *first)).or_default().push(phrase);
            }
        }
        let exceptions = rule.except.iter().map(|phrase| fold(phrase)).collect();
        self.exceptions.insert(rule.id.clone(), exceptions);
        self.rules.insert(rule.id.clone(), rule);
    }

    /// What was wrong in the files, in the order read.
    #[must_use]
    pub fn faults(&self) -> &[StandardFault] {
        &self.faults
    }

    /// A rule by its id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&WordingRule> {
        self.rules.get(id)
    }

    /// Every rule, by id.
    pub fn iter(&self) -> impl Iterator<Item = &WordingRule> {
        self.rules.values()
    }

    /// What is found in a text of that language, in the order of the text; nothing stands twice for
    /// the same rule and place.
    #[must_use]
    pub fn find(&self, text: &str, lang: Lang) -> Vec<Hit<'_>> {
        find::find(self, text, lang)
    }
}

#[cfg(test)]
mod tests;
