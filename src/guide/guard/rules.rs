//! Rules by phrases: the guard's own file, and those of `standard::wording`.

use super::{Finding, Rewrite, Stretch};
use crate::domain::{Lang, Words};
use crate::guide::signals::{Find, Phrases};
use crate::guide::{Folded, SignalFault};
use crate::standard::{Place, Wording, WordingCategory, WordingLevel};
use serde::Deserialize;
use std::ops::Range;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    rule: Vec<Spanned<Rule>>,
    #[serde(default)]
    harmless: Vec<Harmless>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    id: String,
    level: WordingLevel,
    category: WordingCategory,
    #[serde(default)]
    firm: bool,
    find: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    /// A find counts only in a sentence in which one of each of these lists stands too.
    #[serde(default)]
    with: Vec<Vec<String>>,
    #[serde(default)]
    harmless: Vec<String>,
    why: Words,
    better: Option<Better>,
    #[serde(default)]
    example: Vec<String>,
    #[serde(default)]
    counter: Vec<String>,
}

/// What to say instead: the same whatever the language of the draft, or one for each.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Better {
    One(String),
    Each(Words),
}

impl Better {
    fn get(&self, lang: Lang) -> &str {
        match self {
            Self::One(text) => text,
            Self::Each(words) => words.get(lang),
        }
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Harmless {
    rules: Vec<String>,
    near: Vec<String>,
}

/// A draft longer than any message is read in pieces of so many characters.
const PIECE: usize = 8_000;

/// The rules of the guard's file.
#[derive(Debug, Clone, Default)]
pub(super) struct Rules {
    all: Vec<Rule>,
    phrases: Phrases,
    /// By number: where these stand in the sentence, the named rules say nothing.
    harmless: Vec<Vec<String>>,
    near: Phrases,
    /// By number: the rule and which of its lists.
    joined: Vec<(usize, usize)>,
    with: Phrases,
    places: Vec<Place>,
    faults: Vec<SignalFault>,
}

impl Rules {
    pub(super) fn of(name: &str, text: &str) -> Self {
        let mut all = Self::default();
        all.add(name, text);
        all
    }

    /// Adds a file; a rule with a known id takes its place.
    pub(super) fn add(&mut self, name: &str, text: &str) {
        let all = self;
        let file: File = match toml::from_str(text) {
            Ok(file) => file,
            Err(error) => {
                let place = Place::of(name, text, error.span().map_or(0, |span| span.start));
                let message = error.message().to_owned();
                all.faults.push(SignalFault::File { place, message });
                return;
            }
        };
        for rule in file.rule {
            let place = Place::of(name, text, rule.span().start);
            let rule = rule.into_inner();
            let find = Find { tells: &rule.find, except: &rule.except, unless: &rule.unless };
            let known = all.all.iter().position(|other| other.id == rule.id);
            let number = known.unwrap_or(all.all.len());
            let mut wrong = all.phrases.put(number, find);
            wrong.extend(all.let_pass(vec![rule.id.clone()], &rule.harmless));
            wrong.extend(all.join(number, &rule.with));
            for (phrase, why) in wrong {
                let (place, id) = (place.clone(), rule.id.clone());
                all.faults.push(SignalFault::Phrase { place, id, phrase, why });
            }
            if let (Some(old), Some(stands)) = (all.all.get_mut(number), all.places.get_mut(number))
            {
                (*old, *stands) = (rule, place);
            } else {
                all.places.push(place);
                all.all.push(rule);
            }
        }
        for Harmless { rules, near } in file.harmless {
            for (phrase, why) in all.let_pass(rules.clone(), &near) {
                let (place, id) = (Place::of(name, text, text.len()), rules.join(", "));
                all.faults.push(SignalFault::Phrase { place, id, phrase, why });
            }
        }
        all.phrases.settle();
        all.near.settle();
        all.with.settle();
    }

    /// Keeps the lists a rule wants beside its find, in place of those it had.
    fn join(
        &mut self,
        rule: usize,
        lists: &[Vec<String>],
    ) -> Vec<(String, crate::guide::PatternError)> {
        let none = Find { tells: &[], except: &[], unless: &[] };
        for (number, (owner, _)) in self.joined.iter().enumerate() {
            if *owner == rule {
                self.with.put(number, none);
            }
        }
        let mut wrong = Vec::new();
        for (list, tells) in lists.iter().enumerate() {
            let number = self.joined.len();
            self.joined.push((rule, list));
            wrong.extend(self.with.put(number, Find { tells, ..none }));
        }
        wrong
    }

    /// Whether one of each list a rule wants stands in the sentence of a find.
    fn is_joined(
        &self,
        (number, rule): (usize, &Rule),
        sentence: &Range<usize>,
        beside: &[(usize, Range<usize>)],
    ) -> bool {
        (0..rule.with.len()).all(|list| {
            beside.iter().any(|(joined, at)| {
                self.joined.get(*joined) == Some(&(number, list))
                    && sentence.start <= at.start
                    && at.end <= sentence.end
            })
        })
    }

    fn let_pass(
        &mut self,
        rules: Vec<String>,
        near: &[String],
    ) -> Vec<(String, crate::guide::PatternError)> {
        let number = self.harmless.len();
        self.harmless.push(rules);
        self.near.put(number, Find { tells: near, except: &[], unless: &[] })
    }

    pub(super) fn faults(&self) -> &[SignalFault] {
        &self.faults
    }

    /// Tries every rule on its own examples.
    pub(super) fn rehearse(&self) -> Vec<SignalFault> {
        let found = |rule: &Rule, line: &str| {
            let folded = Folded::tight(line);
            let mut found = Vec::new();
            self.phrases(Stretch::new(&folded), &mut found);
            found.iter().any(|finding| finding.rule == rule.id)
        };
        let mut faults = Vec::new();
        for (rule, place) in self.all.iter().zip(&self.places) {
            for line in rule.example.iter().filter(|line| !found(rule, line)) {
                let (place, id, line) = (place.clone(), rule.id.clone(), line.clone());
                faults.push(SignalFault::NotHeard { place, id, line });
            }
            for line in rule.counter.iter().filter(|line| found(rule, line)) {
                let (place, id, line) = (place.clone(), rule.id.clone(), line.clone());
                faults.push(SignalFault::HeardWrongly { place, id, line });
            }
        }
        faults
    }

    /// Where something harmless stands: which rules it concerns, and the sentence.
    fn harmless(&self, text: Stretch<'_>) -> Vec<(usize, Range<usize>)> {
        let mut near = self.near.find(text.folded, &|_, _| true);
        for (_, at) in &mut near {
            *at = text.sentence(at);
        }
        near
    }

    fn passes(&self, near: &[(usize, Range<usize>)], rule: &str, at: &Range<usize>) -> bool {
        near.iter().any(|(number, sentence)| {
            sentence.start <= at.start
                && at.start < sentence.end.max(sentence.start + 1)
                && self.harmless.get(*number).is_some_and(|rules| rules.iter().any(|id| id == rule))
        })
    }

    /// What the guard's own rules find.
    pub(super) fn phrases(&self, text: Stretch<'_>, found: &mut Vec<Finding>) {
        let mut hits = self.phrases.find(text.folded, &|_, _| true);
        if hits.is_empty() {
            return;
        }
        let near = self.harmless(text);
        let beside = self.with.find(text.folded, &|_, _| true);
        hits.sort_by_key(|(rule, at)| (*rule, at.start, std::cmp::Reverse(at.end)));
        let mut last: Option<(usize, Range<usize>)> = None;
        for (number, at) in hits {
            let Some(rule) = self.all.get(number) else { continue };
            let again = last
                .as_ref()
                .is_some_and(|(other, before)| *other == number && at.start < before.end);
            let alone = !rule.with.is_empty()
                && !self.is_joined((number, rule), &text.sentence(&at), &beside);
            if again || alone || self.passes(&near, &rule.id, &at) {
                continue;
            }
            last = Some((number, at.clone()));
            let kind = (rule.level, rule.category);
            let lang = spoken(text.chars().get(at.clone()).unwrap_or_default());
            let better = Some(rule.better.as_ref().map_or("", |better| better.get(lang)));
            let mut finding = text.finding(&rule.id, kind, at, rule.why.clone(), better);
            finding.firm |= rule.firm;
            found.push(finding);
        }
    }

    /// What the rules of `standard::wording` find, both languages at once.
    pub(super) fn wordings(&self, wording: &Wording, text: Stretch<'_>, found: &mut Vec<Finding>) {
        let mut from = 0;
        for piece in text.chars().chunks(PIECE) {
            self.wordings_of(wording, text, (from, piece), found);
            from += piece.len();
        }
    }

    fn wordings_of(
        &self,
        wording: &Wording,
        text: Stretch<'_>,
        (from, piece): (usize, &[char]),
        found: &mut Vec<Finding>,
    ) {
        let plain: String = piece.iter().collect();
        let mut hits = wording.find(&plain, Lang::Zh);
        if plain.contains(|c: char| c.is_ascii_alphabetic()) {
            hits.extend(wording.find(&plain, Lang::En));
        }
        if hits.is_empty() {
            return;
        }
        let near = self.harmless(text);
        // The find is in bytes of the folded text; wanted are its characters.
        let starts: Vec<usize> = plain.char_indices().map(|(at, _)| at).collect();
        let place = |byte: usize| from + starts.partition_point(|start| *start < byte);
        for hit in hits {
            let at = place(hit.span.start)..place(hit.span.end);
            if self.passes(&near, &hit.rule.id, &at) {
                continue;
            }
            let kind = (hit.level(), hit.rule.category);
            let why = hit.rule.why.clone();
            let mut finding = text.finding(&hit.rule.id, kind, at, why, hit.rule.better.as_deref());
            finding.basis.clone_from(&hit.rule.basis);
            if finding.rewrite.is_none() && finding.level == WordingLevel::Block {
                finding.rewrite = Some(Rewrite { span: finding.span.clone(), text: String::new() });
            }
            found.push(finding);
        }
    }
}

/// The language of some words.
fn spoken(words: &[char]) -> Lang {
    if words.iter().any(|c| !c.is_ascii() && c.is_alphanumeric()) { Lang::Zh } else { Lang::En }
}
