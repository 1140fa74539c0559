//! The signals: what is listened for, as data a shop can edit.
//!
//! A signal is a handful of phrases that tell one thing: an issue, a mood, a threat or a sign such as
//! "asked before". Every signal has an example it must be heard in; one that is not, is told by
//! [`Signals::rehearse`] with its place; what cannot be used at all, by [`Signals::faults`]. One bad signal never hides the others.

mod fault;
mod index;
mod lexicon;
mod pattern;
mod phrases;
mod read;
mod tell;

pub use fault::SignalFault;
pub use pattern::PatternError;
pub(super) use phrases::{Find, Phrases};
pub use tell::{Side, Sign, Tells, Threat, Topic};

use super::Folded;
use crate::standard::Place;
use std::ops::Range;

/// One thing that is listened for.
#[derive(Debug, Clone, PartialEq)]
pub struct Signal {
    /// Its id.
    pub id: String,
    /// What it tells.
    pub tells: Tells,
    /// How much it counts; below zero it speaks against what it tells.
    pub weight: f32,
    /// How unhappy whoever says it is.
    pub unhappy: f32,
    /// Who says it.
    pub from: Side,
    /// Whether a "not" before it undoes it.
    denied: bool,
    /// Lines it must be heard in.
    pub examples: Vec<String>,
    /// Lines it must not be heard in.
    pub counters: Vec<String>,
    place: Place,
}

/// A signal that was heard.
#[derive(Debug, Clone, PartialEq)]
pub struct Hint<'a> {
    /// Which.
    pub signal: &'a Signal,
    /// The bytes of the text that told it.
    pub span: Range<usize>,
}

/// All signals and the issues they tell of.
#[derive(Debug, Clone, Default)]
pub struct Signals {
    topics: Vec<Topic>,
    all: Vec<Signal>,
    phrases: Phrases,
    faults: Vec<SignalFault>,
}

/// The files that come with the program.
const SHIPPED: [(&str, &str); 4] = [
    ("signals.toml", include_str!("../../playbooks/signals.toml")),
    ("signals-talk.toml", include_str!("../../playbooks/signals-talk.toml")),
    ("signals-mood.toml", include_str!("../../playbooks/signals-mood.toml")),
    ("signals-en.toml", include_str!("../../playbooks/signals-en.toml")),
];

impl Signals {
    /// The signals that come with the program.
    #[must_use]
    pub fn shipped() -> Self {
        let mut all = Self::default();
        for (name, text) in SHIPPED {
            read::add_shipped(&mut all, name, text);
        }
        all.phrases.settle();
        all
    }

    /// The signals of some files, each with the name diagnostics call it; a later file's signal
    /// replaces an earlier one with its id.
    #[must_use]
    pub fn of<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut all = Self::default();
        for (name, text) in files {
            all.add(name, text);
        }
        all
    }

    /// Adds a file's signals. What is wrong is in [`Signals::faults`].
    pub fn add(&mut self, name: &str, text: &str) {
        read::add(self, name, text);
        self.phrases.settle();
    }

    /// The issues, in the order of the files.
    #[must_use]
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// The signals, in the order of the files.
    #[must_use]
    pub fn all(&self) -> &[Signal] {
        &self.all
    }

    /// What was wrong in the files.
    #[must_use]
    pub fn faults(&self) -> &[SignalFault] {
        &self.faults
    }

    /// What is heard in a text of that side, in its order; each signal at most once.
    #[must_use]
    pub fn hear(&self, text: &Folded, from: Side) -> Vec<Hint<'_>> {
        let mut found = self.phrases.find(text, &|signal, start| {
            self.all.get(signal).is_some_and(|signal| {
                signal.from == from && !(signal.denied && is_denied(text.chars(), start))
            })
        });
        // Each signal by its longest find, the first of those.
        found.sort_by_key(|(signal, spot)| (*signal, std::cmp::Reverse(spot.len()), spot.start));
        found.dedup_by_key(|(signal, _)| *signal);
        found.sort_by_key(|(signal, spot)| (spot.start, spot.end, *signal));
        let heard = found.into_iter().filter_map(|(signal, spot)| {
            Some(Hint { signal: self.all.get(signal)?, span: text.span(spot) })
        });
        heard.collect()
    }

    /// Tries every signal on its own examples: what is not heard where it must be, or is where it
    /// must not.
    #[must_use]
    pub fn rehearse(&self) -> Vec<SignalFault> {
        let heard = |signal: &Signal, line: &String| {
            self.hear(&Folded::new(line), signal.from)
                .iter()
                .any(|hint| hint.signal.id == signal.id)
        };
        let mut faults = Vec::new();
        for signal in &self.all {
            let (place, id) = (&signal.place, &signal.id);
            for line in signal.examples.iter().filter(|line| !heard(signal, line)) {
                let (place, id, line) = (place.clone(), id.clone(), line.clone());
                faults.push(SignalFault::NotHeard { place, id, line });
            }
            for line in signal.counters.iter().filter(|line| heard(signal, line)) {
                let (place, id, line) = (place.clone(), id.clone(), line.clone());
                faults.push(SignalFault::HeardWrongly { place, id, line });
            }
        }
        faults
    }
}

/// Whether a "not" stands right before a find.
pub(super) fn is_denied(chars: &[char], start: usize) -> bool {
    const NEAR: &[&str] = &[
        "没",
        "不",
        "未",
        "别",
        "无",
        "没有",
        "不是",
        "不会",
        "不要",
        "不想",
        "并没",
        "不用",
        "不算",
        "没什么",
        "没有什么",
        "no ",
        "not ",
        "never ",
        "n't ",
        "without ",
        "not a ",
        "isn't ",
        "don't ",
        "won't ",
        "not going to ",
        "not be ",
    ];
    const NOT: &[&str] = &["特别", "要不", "是不", "好不"];
    let before = chars.get(start.saturating_sub(16)..start).unwrap_or_default();
    let ends = |what: &str| {
        let mut back = before.iter().rev();
        what.chars().rev().all(|c| back.next() == Some(&c))
    };
    NEAR.iter().any(|word| ends(word)) && !NOT.iter().any(|word| ends(word))
}

#[cfg(test)]
mod tests;
