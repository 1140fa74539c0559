//! Which of the fitting replies come first, and why each is offered.

mod place;

use super::habit::{Habit, Technique};
use crate::domain::{BuyerType, FactId, Mood, Owed, Platform, ReplyId, Wish};
use crate::playbook::{Missing, Playbook, ReplyKind, ReplyView, Situation, StepView};
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
    /// What the desk worked out is ready to be said.
    Ready,
    /// A technique of calming that was not tried on this buyer yet, where others were.
    Untried(Technique),
    /// It speaks of what the buyer wants.
    Wish(Wish),
    /// Its condition holds now; what the condition hangs on.
    Condition(Hinge),
    /// It was written for this kind of buyer, or is of the kind that reaches one.
    Buyer(BuyerType),
    /// It speaks of the platform the order is from.
    Platform(Platform),
    /// The shop is closed, and it says when they hear more.
    Closed,
    /// The buyer has waited so many hours, and it owns up to that.
    Waited(i64),
    /// The shop sent it so often lately.
    Habit(u32),
    /// It belongs to this step.
    Step,
    /// The buyer is owed a word on this.
    Owed(Owed),
}

/// What a condition hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hinge {
    /// What the buyer wants.
    Wish,
    /// How the buyer feels.
    Mood,
    /// Where it was bought.
    Platform,
    /// How late it is, or how long it has taken.
    Time,
    /// What was said before.
    Said,
    /// The facts of the case.
    Facts,
}

impl Hinge {
    /// Words of conditions that tell it, the most telling first.
    const WORDS: [(&'static str, Self); 15] = [
        ("wish", Self::Wish),
        ("buyer_wish", Self::Wish),
        ("wish_amount", Self::Wish),
        ("hot", Self::Mood),
        ("mood", Self::Mood),
        ("unhappy", Self::Mood),
        ("platform", Self::Platform),
        ("platform_case", Self::Platform),
        ("hours_open", Self::Time),
        ("hours_waiting", Self::Time),
        ("today", Self::Time),
        ("visits", Self::Time),
        ("sent", Self::Said),
        ("seen", Self::Said),
        ("replies_sent", Self::Said),
    ];

    fn of(condition: &str) -> Self {
        let mut words = condition.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let told = |word| Self::WORDS.iter().position(|(known, _)| *known == word);
        let first = words.by_ref().filter_map(told).min();
        first.and_then(|place| Self::WORDS.get(place)).map_or(Self::Facts, |(_, hinge)| *hinge)
    }
}

/// What the moment makes of replies, beside what the step wants.
#[derive(Debug, Clone, Default)]
pub struct Moment<'a> {
    /// How the buyer feels.
    pub mood: Mood,
    /// Whether the buyer waits for the very first answer.
    pub unanswered: bool,
    /// The techniques of calming that were tried on them.
    pub tried: Vec<Technique>,
    /// What they want.
    pub wish: Option<Wish>,
    /// What kind of buyer they are.
    pub buyer: Option<BuyerType>,
    /// Where the order is from.
    pub platform: Platform,
    /// Whether the shop is closed now.
    pub closed: bool,
    /// Since how many hours the buyer has waited for an answer.
    pub waited: i64,
    /// What the shop sent lately.
    pub habits: &'a [Habit],
}

impl<'a> Moment<'a> {
    /// The moment of a case.
    #[must_use]
    pub fn of(situation: &Situation<'_>, playbook: &Playbook, habits: &'a [Habit]) -> Self {
        let (case, now) = (situation.case, situation.now);
        let waiting = case.tally.waiting_since;
        Self {
            buyer: playbook.kind_of_buyer(situation),
            platform: case.platform,
            closed: !situation.calendar.is_open_at(now),
            waited: waiting.map_or(0, |since| now.since(since).as_minutes() / 60),
            mood: case.mood,
            unanswered: case.tally.agent == 0,
            tried: Technique::tried(case, playbook),
            wish: case.settling.wish.as_ref().map(|noted| noted.wish),
            habits,
        }
    }

    fn times(&self, reply: &ReplyId) -> u32 {
        self.habits.iter().find(|habit| habit.reply == *reply).map_or(0, |habit| habit.times)
    }

    /// Whether listening and naming the feeling were both tried: then what comes after is in turn.
    fn goes_on(&self) -> bool {
        [Technique::Listen, Technique::Label].iter().all(|one| self.tried.contains(one))
    }

    /// The technique whose turn it is, if this kind of reply is one.
    fn technique(&self, kind: ReplyKind) -> Option<Technique> {
        let technique = Technique::of(kind).filter(|_| self.mood.is_hot())?;
        let soothes = matches!(technique, Technique::Listen | Technique::Label);
        (soothes || self.goes_on() && !self.tried.contains(&technique)).then_some(technique)
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
/// one that fits this case most closely, then the one the shop uses; what was sent before last, held
/// ones at the end; otherwise as the playbook has them.
#[must_use]
pub fn suggest(replies: Vec<ReplyView>, step: &StepView, moment: &Moment<'_>) -> Vec<Suggestion> {
    // Where the step has its own words for saying it back, the desk's are one key away, not in the list.
    let says_back = |reply: &ReplyView| reply.kind == ReplyKind::Restate;
    let has_own = replies.iter().any(|reply| says_back(reply) && !reply.own);
    let mut suggestions: Vec<Suggestion> = replies
        .into_iter()
        .filter(|reply| !(has_own && says_back(reply) && reply.own))
        .map(|reply| {
            let because = reasons(&reply, step, moment);
            let held = moment.mood.is_hot() && reply.kind.waits_for_calm();
            Suggestion { reply, because, held }
        })
        .collect();
    suggestions.sort_by_key(|s| {
        let turn = moment.technique(s.reply.kind).map(|one| (moment.tried.contains(&one), one));
        let habit = Reverse(moment.times(&s.reply.id));
        // What another platform has is of no use here.
        let elsewhere = place::is_elsewhere(&s.reply.rendered.text, moment.platform);
        let last = (s.held, s.reply.sent_before, elsewhere);
        (last, rank(s), turn, Reverse(fitness(s)), habit)
    });
    one_of_each(suggestions, moment)
}

/// Of the techniques of calming one reply each stands first, before a second of the same.
fn one_of_each(suggestions: Vec<Suggestion>, moment: &Moment<'_>) -> Vec<Suggestion> {
    let mut seen = [0_usize; Technique::ALL.len()];
    let mut placed: Vec<(usize, Suggestion)> = Vec::with_capacity(suggestions.len());
    for suggestion in suggestions {
        let technique = moment.technique(suggestion.reply.kind).filter(|_| rank(&suggestion) == 0);
        let nth = technique.and_then(|one| Technique::ALL.iter().position(|known| *known == one));
        let nth = nth.and_then(|place| seen.get_mut(place)).map_or(0, |seen| {
            *seen += 1;
            *seen
        });
        placed.push((nth, suggestion));
    }
    placed.sort_by_key(|(nth, s)| {
        // Behind those, what fits most closely, whichever technique it is.
        let close = if *nth > 1 { fitness(s) } else { 0 };
        let elsewhere = place::is_elsewhere(&s.reply.rendered.text, moment.platform);
        let last = (s.held, s.reply.sent_before, elsewhere);
        (last, rank(s), (*nth).min(2), Reverse(close))
    });
    placed.into_iter().map(|(_, suggestion)| suggestion).collect()
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
        Because::Condition(_) => 3,
        Because::Completes(ticks) => *ticks,
        Because::Promises(_)
        | Because::FirstAnswer
        | Because::Wish(_)
        | Because::Buyer(_)
        | Because::Platform(_)
        | Because::Closed
        | Because::Waited(_) => 1,
        Because::Mood(_)
        | Because::Untried(_)
        | Because::Ready
        | Because::Habit(_)
        | Because::Owed(_)
        | Because::Step => 0,
    });
    counts.sum()
}

fn rank(suggestion: &Suggestion) -> u8 {
    match suggestion.because.first() {
        Some(Because::Mood(_) | Because::Untried(_) | Because::Owed(_)) => 0,
        Some(Because::FirstAnswer) => 1,
        // What was told can be said back at any time; what was worked out is waited for.
        Some(Because::Ready) if suggestion.reply.kind == ReplyKind::Restate => 4,
        Some(Because::Ready) => 2,
        Some(Because::Missing(_)) => 3,
        Some(
            Because::Completes(_)
            | Because::Promises(_)
            | Because::Condition(_)
            | Because::Wish(_)
            | Because::Buyer(_)
            | Because::Platform(_)
            | Because::Closed
            | Because::Waited(_),
        ) => 4,
        Some(Because::Step | Because::Habit(_)) | None => 5,
    }
}

fn reasons(reply: &ReplyView, step: &StepView, moment: &Moment<'_>) -> Vec<Because> {
    let mut because = Vec::new();
    if let Some(technique) = moment.technique(reply.kind) {
        if !moment.tried.is_empty() && !moment.tried.contains(&technique) {
            because.push(Because::Untried(technique));
        }
        because.push(Because::Mood(moment.mood));
    }
    if moment.unanswered && reply.kind == ReplyKind::Calm {
        because.push(Because::FirstAnswer);
    }
    if reply.own {
        because.push(Because::Ready);
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
    if let Some(condition) = &reply.conditional {
        because.push(Because::Condition(Hinge::of(condition)));
    }
    if let Some(wish) = moment.wish.filter(|wish| speaks_of(&reply.rendered.text, *wish)) {
        because.push(Because::Wish(wish));
    }
    because.extend(place::reasons(reply, moment));
    match moment.times(&reply.id) {
        times if times >= USUAL => because.push(Because::Habit(times)),
        _seldom => {}
    }
    if because.is_empty() {
        because.push(Because::Step);
    }
    because
}

/// Sent so often lately, a reply is the shop's usual one.
const USUAL: u32 = 3;

/// Whether words speak of what the buyer wants.
fn speaks_of(text: &str, wish: Wish) -> bool {
    let words: &[&str] = match wish {
        Wish::Apology => &["对不起", "抱歉", "sorry", "apolog"],
        Wish::Explanation => &["原因", "是因为", "reason", "why it"],
        Wish::Improve => &["改", "以后不会", "change", "from now on"],
        Wish::Refund => &["退款", "退钱", "退您", "refund"],
        Wish::Return => &["退货", "寄回", "return"],
        Wish::Exchange => &["换货", "换一", "换新", "exchange", "replace"],
        Wish::Resend => &["补发", "重发", "重寄", "resend", "send again", "send another"],
        Wish::Compensate => &["补偿", "补您", "赔", "compensat", "goodwill"],
        Wish::Unsure => &[],
    };
    let lower = text.to_lowercase();
    words.iter().any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests;
