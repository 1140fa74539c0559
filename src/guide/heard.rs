//! A reading that stands by itself: what a person is shown of it, and what they can agree to. It
//! borrows nothing, so that it can be made on one thread and kept on another.

use super::{Reading, Sign, Signals, Tells, Threat, Told, Topic, Utterance};
use crate::domain::{BuyerType, Issue, Mood, Words};
use std::ops::Range;

/// As much of a reason's words as is quoted, in characters.
const QUOTE: usize = 14;

/// What was heard in a conversation.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Heard {
    /// What it is about, the likeliest first; empty when it is no complaint or not known.
    pub issues: Vec<HeardIssue>,
    /// How the buyer feels now.
    pub mood: Mood,
    /// The mood of each of the buyer's bursts, by its first message.
    pub course: Vec<(usize, Mood)>,
    /// How unhappy the buyer is with the conversation, in percent.
    pub unhappy: u8,
    /// Where the buyer means to go.
    pub threats: Vec<Threat>,
    /// Whether it is all about what might happen, before anything has.
    pub hypothetical: bool,
    /// How often a question was asked again.
    pub repeated: usize,
    /// What kind of buyer this seems to be.
    pub kind: Option<BuyerType>,
    /// The words that told it, the most telling first.
    pub reasons: Vec<HeardReason>,
}

/// An issue that was heard.
#[derive(Debug, Clone, PartialEq)]
pub struct HeardIssue {
    /// Its name among the signals.
    pub id: String,
    /// Its name for people.
    pub title: Words,
    /// The issue as cases and playbooks call it; none for what is no complaint.
    pub issue: Option<Issue>,
    /// How likely, in percent.
    pub percent: u8,
}

/// Words that told something.
#[derive(Debug, Clone, PartialEq)]
pub struct HeardReason {
    /// The message they stand in, counted from the first that was listened to.
    pub message: usize,
    /// The bytes of its text.
    pub span: Range<usize>,
    /// The words, cut short.
    pub words: String,
    /// What they told.
    pub told: HeardTold,
}

impl HeardReason {
    /// Whether these are an agent's words.
    #[must_use]
    pub const fn is_ours(&self) -> bool {
        matches!(
            self.told,
            HeardTold::Sign(Sign::Refusal | Sign::Apology | Sign::Stalling | Sign::Solved)
        )
    }
}

/// What words told.
#[derive(Debug, Clone, PartialEq)]
pub enum HeardTold {
    /// An issue, by its name for people.
    Issue(Words),
    /// A mood.
    Mood(Mood),
    /// A threat.
    Threat(Threat),
    /// Something else that was said.
    Sign(Sign),
    /// The same was asked before.
    Repeated,
    /// The buyer went on without an answer.
    Unanswered,
    /// The buyer waited long for an answer.
    Waited,
    /// Short and hard.
    Curt,
}

impl Heard {
    /// What the case is about: where the buyer goes with it comes second.
    #[must_use]
    pub fn matter(&self) -> Option<&HeardIssue> {
        let likely = self.issues.iter().map(|one| (one.id.as_str(), one.percent));
        self.issues.get(matter(&likely.collect::<Vec<_>>())?)
    }
}

/// Which of several issues a case is about: not where the buyer goes with it, and rather what went
/// wrong than what they want for it, where both were heard about alike.
pub(super) fn matter(likely: &[(&str, u8)]) -> Option<usize> {
    let first = likely.iter().position(|(id, _)| !Topic::goes_on(id)).or(Some(0))?;
    let (id, most) = likely.get(first)?;
    if !Topic::is_wish(id) {
        return Some(first);
    }
    let wrong = |(id, percent): &(&str, u8)| {
        !Topic::goes_on(id) && !Topic::is_wish(id) && percent.saturating_add(15) >= *most
    };
    likely.iter().position(wrong).or(Some(first))
}

impl Signals {
    /// Listens to a conversation and keeps what a person is shown of it.
    #[must_use]
    pub fn heard(&self, said: &[Utterance<'_>]) -> Heard {
        let reading = self.listen(said);
        let issues = reading.issues.iter().filter(|one| one.topic.id != Topic::OTHER);
        Heard {
            issues: issues
                .map(|one| HeardIssue {
                    id: one.topic.id.clone(),
                    title: one.topic.title.clone(),
                    issue: one.topic.playbook.as_deref().map(Issue::new),
                    percent: percent(one.score),
                })
                .collect(),
            mood: reading.mood,
            course: reading.bursts.iter().map(|burst| (burst.first, burst.mood)).collect(),
            unhappy: percent(reading.unhappiness),
            threats: reading.threats.clone(),
            hypothetical: reading.hypothetical,
            repeated: reading.repeated.len(),
            kind: reading.buyer.iter().find_map(|sign| sign.kind()),
            reasons: self.reasons(&reading, said),
        }
    }

    fn reasons(&self, reading: &Reading<'_>, said: &[Utterance<'_>]) -> Vec<HeardReason> {
        let mut all: Vec<(f32, HeardReason)> = Vec::new();
        for reason in &reading.reasons {
            let Some(words) =
                said.get(reason.message).and_then(|one| one.text.get(reason.span.clone()))
            else {
                continue;
            };
            let (told, weight) = self.told(&reason.told);
            let quoted = cut(words);
            let known = all.iter().any(|(_, other)| other.told == told && other.words == quoted);
            if known || words.trim().is_empty() {
                continue;
            }
            let (message, span) = (reason.message, reason.span.clone());
            let words = quoted;
            all.push((weight + reason.unhappy.abs(), HeardReason { message, span, words, told }));
        }
        // What weighs most, and of those alike what was said last.
        all.sort_by(|(one, a), (other, b)| {
            other
                .total_cmp(one)
                .then(b.message.cmp(&a.message))
                .then(a.span.start.cmp(&b.span.start))
        });
        all.into_iter().map(|(_, reason)| reason).collect()
    }

    /// What a reason told, and how much that says.
    fn told(&self, told: &Told<'_>) -> (HeardTold, f32) {
        match told {
            Told::Signal(signal) => match signal.tells {
                Tells::Issue(topic) => {
                    let title = self.topics().get(topic).map(|topic| topic.title.clone());
                    let weight = if signal.weight > 0.0 { 0.1 * signal.weight } else { 0.0 };
                    (HeardTold::Issue(title.unwrap_or_default()), weight)
                }
                Tells::Mood(mood) => {
                    let hot = if mood.is_hot() { 2.0 } else { 1.0 };
                    (HeardTold::Mood(mood), hot * signal.weight)
                }
                Tells::Threat(threat) => (HeardTold::Threat(threat), 3.0),
                Tells::Sign(sign) => (HeardTold::Sign(sign), 0.2),
            },
            Told::Repeated => (HeardTold::Repeated, 0.8),
            Told::Unanswered => (HeardTold::Unanswered, 0.4),
            Told::Waited => (HeardTold::Waited, 0.4),
            Told::Curt => (HeardTold::Curt, 0.3),
        }
    }
}

impl Sign {
    /// The kind of buyer it speaks for.
    const fn kind(self) -> Option<BuyerType> {
        match self {
            Self::Professional => Some(BuyerType::Prepared),
            Self::Regular | Self::Bulk => Some(BuyerType::Vip),
            Self::Elderly => Some(BuyerType::Novice),
            Self::Vulnerable => Some(BuyerType::Emotional),
            Self::Hypothetical
            | Self::Real
            | Self::AskedBefore
            | Self::Waiting
            | Self::Urging
            | Self::Resigned
            | Self::Thanks
            | Self::Content
            | Self::Refusal
            | Self::Apology
            | Self::Stalling
            | Self::Solved => None,
        }
    }
}

fn cut(words: &str) -> String {
    let words = words.trim();
    let most = if words.is_ascii() { 2 * QUOTE } else { QUOTE };
    let mut kept: String =
        words.chars().take(most).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if words.chars().nth(most).is_some() {
        kept.push('…');
    }
    kept
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 100")]
pub(super) fn percent(part: f32) -> u8 {
    (part.clamp(0.0, 1.0) * 100.0).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::Side;
    use std::sync::LazyLock;

    static SIGNALS: LazyLock<Signals> = LazyLock::new(Signals::shipped);

    fn heard(lines: &[&str]) -> Heard {
        let buyer = |text| Utterance { from: Some(Side::Buyer), text, at: None };
        let said: Vec<Utterance<'_>> = lines.iter().copied().map(buyer).collect();
        SIGNALS.heard(&said)
    }

    #[test]
    fn anger_and_damage_are_heard_with_their_words() {
        let heard = heard(&["收到全碎了！！", "再不处理我就投诉你们"]);
        assert!(heard.mood.is_hot());
        assert_eq!(heard.matter().and_then(|one| one.issue.clone()), Some(Issue::new("damage")));
        assert_eq!(heard.threats, [Threat::Platform]);
        assert!(heard.reasons[0].words.contains("投诉"), "{:?}", heard.reasons);
    }

    #[test]
    fn plain_words_tell_no_issue_and_no_mood() {
        let heard = heard(&["好的，谢谢"]);
        assert_eq!((heard.issues.len(), heard.mood), (0, Mood::Calm));
    }

    #[test]
    fn a_kind_of_buyer_is_only_ever_proposed() {
        assert_eq!(
            heard(&["按消费者权益保护法退一赔三，我会走法律程序"]).kind,
            Some(BuyerType::Prepared)
        );
        assert_eq!(heard(&["东西收到了"]).kind, None);
    }
}
