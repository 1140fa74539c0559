//! Which of the fitting replies come first, and why each is offered.

use crate::domain::{FactId, Mood, Owed};
use crate::playbook::{Missing, ReplyKind, ReplyView, StepView};
use std::cmp::Reverse;

/// Why a reply is offered. Each reason can be shown in a few words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because {
    /// The buyer waits and nothing was answered yet.
    FirstAnswer,
    /// Feelings come first: the buyer is in this mood.
    Mood(Mood),
    /// It asks for facts that are missing; their questions' ids.
    Missing(Vec<FactId>),
    /// Sending it ticks something this step still wants.
    Completes(usize),
    /// It promises something with a date.
    Promises(usize),
    /// Its condition holds now.
    Condition,
    /// It belongs to this step.
    Step,
    /// The buyer is owed a word on this.
    Owed(Owed),
}

/// A technique of calming, in the order they are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Technique {
    /// Listen, and ask to hear more.
    Listen,
    /// Say the feeling out loud, and be sorry for it.
    Label,
    /// Say the complaint back in points.
    Restate,
    /// Another voice, another time, another way to talk.
    Scene,
}

impl Technique {
    /// Every technique, in the order of the ladder.
    pub const ALL: [Self; 4] = [Self::Listen, Self::Label, Self::Restate, Self::Scene];

    /// Its name in the text tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Listen => "listen",
            Self::Label => "label",
            Self::Restate => "restate",
            Self::Scene => "scene",
        }
    }

    /// The technique a reply of that kind uses, if it is one.
    #[must_use]
    pub const fn of(kind: ReplyKind) -> Option<Self> {
        match kind {
            ReplyKind::Listen => Some(Self::Listen),
            ReplyKind::Calm => Some(Self::Label),
            ReplyKind::Restate => Some(Self::Restate),
            ReplyKind::Promise => Some(Self::Scene),
            ReplyKind::Ask
            | ReplyKind::Inform
            | ReplyKind::Explain
            | ReplyKind::Offer
            | ReplyKind::Thank
            | ReplyKind::Statement => None,
        }
    }
}

/// A reply that fits now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The reply, rendered.
    pub reply: ReplyView,
    /// Why it is offered, the strongest reason first; never empty.
    pub because: Vec<Because>,
    /// Whether it is held back because the buyer is too upset for explanations and offers.
    pub held: bool,
}

/// Orders replies: what the moment asks for first, then what the step lacks, and of those alike the
/// one that fits this case most closely; what was sent before last, held ones at the end; otherwise
/// as the playbook has them.
#[must_use]
pub fn suggest(
    replies: Vec<ReplyView>,
    step: &StepView,
    mood: Mood,
    unanswered: bool,
) -> Vec<Suggestion> {
    let mut suggestions: Vec<Suggestion> = replies
        .into_iter()
        .map(|reply| {
            let because = reasons(&reply, step, mood, unanswered);
            let held = mood.is_hot() && reply.kind.waits_for_calm();
            Suggestion { reply, because, held }
        })
        .collect();
    suggestions.sort_by_key(|s| (s.held, s.reply.sent_before, rank(s), Reverse(fitness(s))));
    suggestions
}

/// A word the buyer is owed: it goes before what the step suggests.
#[must_use]
pub fn owing((reply, owed): (ReplyView, Owed)) -> Suggestion {
    Suggestion { reply, because: vec![Because::Owed(owed)], held: false }
}

/// How closely a reply fits the moment, among those that are wanted alike: written for just this
/// case, asking for more of what is missing, ticking more.
fn fitness(suggestion: &Suggestion) -> usize {
    let counts = suggestion.because.iter().map(|because| match because {
        Because::Missing(facts) => 2 * facts.len(),
        Because::Condition => 3,
        Because::Completes(ticks) => *ticks,
        Because::Promises(_) | Because::FirstAnswer => 1,
        Because::Mood(_) | Because::Step | Because::Owed(_) => 0,
    });
    counts.sum()
}

fn rank(suggestion: &Suggestion) -> u8 {
    match suggestion.because.first() {
        Some(Because::Mood(_) | Because::Owed(_)) => 0,
        Some(Because::FirstAnswer) => 1,
        Some(Because::Missing(_)) => 2,
        Some(Because::Completes(_) | Because::Promises(_) | Because::Condition) => 3,
        Some(Because::Step) | None => 4,
    }
}

fn reasons(reply: &ReplyView, step: &StepView, mood: Mood, unanswered: bool) -> Vec<Because> {
    let mut because = Vec::new();
    let soothes = matches!(reply.kind, ReplyKind::Calm | ReplyKind::Listen);
    if soothes && mood.is_hot() {
        because.push(Because::Mood(mood));
    }
    if unanswered && reply.kind == ReplyKind::Calm {
        because.push(Because::FirstAnswer);
    }
    let wanted: Vec<FactId> = reply
        .fills
        .iter()
        .filter(|fact| {
            step.missing.iter().any(|m| matches!(m, Missing::Fact { id, .. } if id == *fact))
        })
        .cloned()
        .collect();
    if !wanted.is_empty() {
        because.push(Because::Missing(wanted));
    }
    let ticks = reply
        .done
        .iter()
        // What the step can be left without says nothing of what fits.
        .filter(|check| step.checks.iter().any(|c| c.id == **check && !c.done && !c.optional))
        .count();
    if ticks > 0 {
        because.push(Because::Completes(ticks));
    }
    if !reply.promises.is_empty() {
        because.push(Because::Promises(reply.promises.len()));
    }
    if reply.conditional.is_some() {
        because.push(Because::Condition);
    }
    if because.is_empty() {
        because.push(Because::Step);
    }
    because
}
