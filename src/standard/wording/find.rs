//! Finds the phrases of the rules in a text.

use super::super::fold::Folded;
use super::sentence::{is_denied, is_quoted, names_time, sentence_around};
use super::{Counts, Wording, WordingLevel, WordingRule};
use crate::domain::Lang;
use serde::Serialize;
use std::ops::Range;

/// Why a found phrase may be harmless. Told by the words beside it, not by understanding them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// A "not" or its like stands right before it.
    Denied,
    /// It stands in quotation marks.
    Quoted,
}

/// A phrase that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit<'a> {
    /// Its rule.
    pub rule: &'a WordingRule,
    /// The bytes of the text it was found in.
    pub span: Range<usize>,
    /// Why it may be harmless.
    pub doubt: Option<Doubt>,
}

impl Hit<'_> {
    /// How bad it is here: what may be harmless does not block.
    #[must_use]
    pub fn level(&self) -> WordingLevel {
        match self.doubt {
            Some(_) => self.rule.level.max(WordingLevel::Warn),
            None => self.rule.level,
        }
    }
}

pub(super) fn find<'a>(wording: &'a Wording, text: &str, lang: Lang) -> Vec<Hit<'a>> {
    let folded = Folded::new(text);
    let chars = folded.chars();
    let mut found: Vec<(Range<usize>, &'a WordingRule)> = Vec::new();
    for (start, first) in chars.iter().enumerate() {
        for phrase in wording.by_first.get(&(lang, *first)).into_iter().flatten() {
            let at = start..start + phrase.chars.len();
            if chars.get(at.clone()) == Some(phrase.chars.as_slice())
                && stands_alone(chars, &at)
                && let Some(rule) = wording.rules.get(&phrase.rule)
                && !is_excepted(wording, rule, chars, &at)
                && counts(rule, chars, &at)
            {
                found.push((at, rule));
            }
        }
    }
    let inside = |(at, rule): &(Range<usize>, &WordingRule)| {
        found.iter().any(|(other, by)| {
            by.id == rule.id
                && other.len() > at.len()
                && other.start <= at.start
                && at.end <= other.end
        })
    };
    let mut hits: Vec<Hit<'a>> = found
        .iter()
        .filter(|one| !inside(one))
        .map(|(at, rule)| {
            let doubt = if is_quoted(chars, at) {
                Some(Doubt::Quoted)
            } else {
                is_denied(chars, at.start, lang).then_some(Doubt::Denied)
            };
            Hit { rule, span: folded.span(at.clone()), doubt }
        })
        .collect();
    hits.dedup();
    hits
}

/// Whether a letter or digit at the edge of a find is not part of a longer word or number.
fn stands_alone(chars: &[char], at: &Range<usize>) -> bool {
    let same_kind = |edge: Option<&char>, beside: Option<&char>| match (edge, beside) {
        (Some(edge), Some(beside)) => {
            (edge.is_ascii_alphabetic() && beside.is_ascii_alphabetic())
                || (edge.is_ascii_digit() && beside.is_ascii_digit())
        }
        (_, _) => false,
    };
    let before = at.start.checked_sub(1).and_then(|one| chars.get(one));
    let last = at.end.checked_sub(1).and_then(|one| chars.get(one));
    !same_kind(chars.get(at.start), before) && !same_kind(last, chars.get(at.end))
}

/// Whether a find lies within one of the rule's harmless longer phrases.
fn is_excepted(wording: &Wording, rule: &WordingRule, chars: &[char], at: &Range<usize>) -> bool {
    wording.exceptions.get(&rule.id).into_iter().flatten().any(|harmless| {
        let first = (at.end).saturating_sub(harmless.len());
        (first..=at.start).any(|start| {
            chars.get(start..start + harmless.len()) == Some(harmless.as_slice())
                && at.end <= start + harmless.len()
        })
    })
}

fn counts(rule: &WordingRule, chars: &[char], at: &Range<usize>) -> bool {
    match rule.counts {
        Counts::Always => true,
        Counts::WithoutTime => {
            let sentence = sentence_around(chars, at);
            !names_time(chars.get(sentence).unwrap_or_default(), rule.lang)
        }
        Counts::Alone => chars
            .iter()
            .enumerate()
            .all(|(place, c)| at.contains(&place) || !(c.is_alphanumeric() || *c == '{')),
    }
}
