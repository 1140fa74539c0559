//! Reads a whole conversation: what it is about, how the buyer feels and how that went on, where
//! they mean to go, and how unhappy they are with it; each with the words that told it.

mod issues;
mod mood;
mod repeat;
mod unhappy;

use super::heard::{matter, percent};
use super::{Folded, Hint, Side, Sign, Signals, Tells, Threat, Topic};
use crate::domain::{Issue, Mood, Stamp};
use std::ops::Range;

/// One message as it is listened to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Utterance<'a> {
    /// Who says it; nothing for whoever is neither buyer nor shop.
    pub from: Option<Side>,
    /// What.
    pub text: &'a str,
    /// When, if that is known.
    pub at: Option<Stamp>,
}

/// What a conversation tells.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading<'a> {
    /// What it is about, the likeliest first; never empty.
    pub issues: Vec<Likely<'a>>,
    /// The mood now: that of the last burst that shows one.
    pub mood: Mood,
    /// The mood of each of the buyer's bursts.
    pub bursts: Vec<Burst>,
    /// How unhappy the buyer is with the conversation, from 0 to 1.
    pub unhappiness: f32,
    /// Where the buyer means to go, each once, by its first words.
    pub threats: Vec<Threat>,
    /// Whether it is all about what might happen, before anything has.
    pub hypothetical: bool,
    /// Which message asks what an earlier one asked.
    pub repeated: Vec<Repeated>,
    /// What kind of buyer this seems to be.
    pub buyer: Vec<Sign>,
    /// What told it, in the order of the conversation.
    pub reasons: Vec<Reason<'a>>,
}

/// An issue and how likely it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likely<'a> {
    /// Which.
    pub topic: &'a Topic,
    /// From 0 to 1.
    pub score: f32,
}

/// Messages of the buyer that follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Burst {
    /// The first message.
    pub first: usize,
    /// The last message.
    pub last: usize,
    /// The mood.
    pub mood: Mood,
}

/// A question asked again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repeated {
    /// The later message.
    pub message: usize,
    /// The earlier one.
    pub of: usize,
}

/// Words that told something.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason<'a> {
    /// The message they stand in.
    pub message: usize,
    /// The bytes of its text.
    pub span: Range<usize>,
    /// What they told.
    pub told: Told<'a>,
    /// How much it adds to the unhappiness.
    pub unhappy: f32,
}

/// What a reason told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Told<'a> {
    /// A signal was heard.
    Signal(&'a super::Signal),
    /// The same was asked before.
    Repeated,
    /// The buyer went on without an answer.
    Unanswered,
    /// The buyer waited long for an answer.
    Waited,
    /// Short and hard.
    Curt,
}

/// What was heard in each message, on the way to a reading.
struct Ears<'s, 't> {
    said: &'t [Utterance<'t>],
    folded: Vec<Folded>,
    heard: Vec<(usize, Hint<'s>)>,
    bursts: Vec<Range<usize>>,
}

impl Signals {
    /// Reads one message of a buyer.
    #[must_use]
    pub fn line(&self, text: &str) -> Reading<'_> {
        self.listen(&[Utterance { from: Some(Side::Buyer), text, at: None }])
    }

    /// What a buyer's words are about, as cases and playbooks call it, if anything is told.
    #[must_use]
    pub fn about(&self, text: &str) -> Option<Issue> {
        let reading = self.line(text);
        let known = reading.issues.iter().filter(|one| one.topic.playbook.is_some());
        let known: Vec<&Likely<'_>> = known.collect();
        let likely = known.iter().map(|one| (one.topic.id.as_str(), percent(one.score)));
        let first = matter(&likely.collect::<Vec<_>>())?;
        known.get(first)?.topic.playbook.as_deref().map(Issue::new)
    }

    /// Reads a conversation.
    #[must_use]
    pub fn listen(&self, said: &[Utterance<'_>]) -> Reading<'_> {
        let folded: Vec<Folded> = said.iter().map(|one| Folded::new(one.text)).collect();
        let mut heard = Vec::new();
        for (message, (one, text)) in said.iter().zip(&folded).enumerate() {
            if let Some(from) = one.from {
                heard.extend(self.hear(text, from).into_iter().map(|hint| (message, hint)));
            }
        }
        let bursts = bursts(said);
        let ears = Ears { said, folded, heard, bursts };
        let repeated = repeat::find(&ears);
        let bursts = mood::of_bursts(&ears, &repeated);
        let mut extra = unhappy::beyond_words(&ears, &repeated);
        let unhappiness = unhappy::of(&ears, &bursts, &extra);
        let (mut threats, mut buyer) = (Vec::new(), Vec::new());
        for (_, hint) in &ears.heard {
            match hint.signal.tells {
                Tells::Threat(threat) if !threats.contains(&threat) => threats.push(threat),
                Tells::Sign(sign) if sign.is_of_buyer() && !buyer.contains(&sign) => {
                    buyer.push(sign);
                }
                Tells::Threat(_) | Tells::Sign(_) | Tells::Issue(_) | Tells::Mood(_) => {}
            }
        }
        let shown = bursts.iter().rev().find(|burst| burst.mood != Mood::Calm);
        let mood = match (bursts.last(), shown) {
            (Some(last), _) if mood::is_soothed(&ears, last) => last.mood,
            (_, Some(shown)) => shown.mood,
            (_, None) => Mood::Calm,
        };
        let issues = issues::of(self, &ears);
        let hypothetical = issues::is_hypothetical(&ears) && threats.is_empty();
        let mut reasons: Vec<Reason<'_>> = ears
            .heard
            .into_iter()
            .map(|(message, Hint { signal, span })| Reason {
                message,
                span,
                told: Told::Signal(signal),
                unhappy: signal.unhappy,
            })
            .collect();
        reasons.append(&mut extra);
        reasons.sort_by_key(|reason| (reason.message, reason.span.start));
        Reading {
            issues,
            mood,
            bursts,
            unhappiness,
            threats,
            hypothetical,
            repeated,
            buyer,
            reasons,
        }
    }
}

/// The stretches in which only the buyer speaks.
fn bursts(said: &[Utterance<'_>]) -> Vec<Range<usize>> {
    let mut bursts: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (message, one) in said.iter().enumerate() {
        match one.from {
            Some(Side::Buyer) => {
                match bursts.last_mut() {
                    Some(burst) if open => burst.end = message + 1,
                    Some(_) | None => bursts.push(message..message + 1),
                }
                open = true;
            }
            Some(Side::Agent) => open = false,
            None => {}
        }
    }
    bursts
}

impl<'s> Ears<'s, '_> {
    /// What was heard from the buyer between two messages.
    fn within(&self, burst: &Range<usize>) -> impl Iterator<Item = &Hint<'s>> {
        let from = self.heard.partition_point(|(message, _)| *message < burst.start);
        let to = self.heard.partition_point(|(message, _)| *message < burst.end);
        let heard = self.heard.get(from..to).unwrap_or_default().iter();
        heard.map(|(_, hint)| hint).filter(|hint| hint.signal.from == Side::Buyer)
    }

    fn is_buyer(&self, message: usize) -> bool {
        self.said.get(message).is_some_and(|one| one.from == Some(Side::Buyer))
    }

    /// The whole of a message, as a reason's place.
    fn whole(&self, message: usize) -> Range<usize> {
        0..self.said.get(message).map_or(0, |one| one.text.len())
    }
}

#[cfg(test)]
mod tests;
