//! `redress listen --json`: what goes in, a line each, and what comes out.

use super::Shown;
use crate::domain::{Mood, Stamp};
use crate::guide::{Reading, Side, Tells, Told, Utterance};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// One line that goes in: a conversation, or a single line of a buyer. Other keys are passed over.
#[derive(Debug, Clone, Deserialize)]
pub struct ListenInput<'a> {
    /// Whatever names it.
    #[serde(default)]
    pub id: serde_json::Value,
    /// A single line of a buyer.
    #[serde(borrow)]
    pub text: Option<Cow<'a, str>>,
    /// A conversation.
    #[serde(borrow)]
    pub messages: Option<Vec<SaidInput<'a>>>,
    /// There in an exported chat of the import format only.
    #[serde(default)]
    pub case: Option<serde_json::Value>,
}

/// One message that goes in.
#[derive(Debug, Clone, Deserialize)]
pub struct SaidInput<'a> {
    /// `buyer`, `agent`, `platform`, `system`.
    #[serde(borrow)]
    pub from: Cow<'a, str>,
    /// What was said.
    #[serde(borrow)]
    pub text: Cow<'a, str>,
    /// When (RFC 3339).
    #[serde(borrow, default)]
    pub at: Option<Cow<'a, str>>,
}

impl ListenInput<'_> {
    /// The conversation, if there is one.
    #[must_use]
    pub fn said(&self) -> Option<Vec<Utterance<'_>>> {
        match (&self.messages, &self.text) {
            (Some(messages), _) => Some(messages.iter().map(SaidInput::utterance).collect()),
            (None, Some(text)) => Some(vec![Utterance { from: Some(Side::Buyer), text, at: None }]),
            (None, None) => None,
        }
    }
}

impl SaidInput<'_> {
    /// The message as it is listened to.
    #[must_use]
    pub fn utterance(&self) -> Utterance<'_> {
        let from = match self.from.as_ref() {
            "buyer" | "customer" | "user" | "买家" | "客户" | "顾客" => Some(Side::Buyer),
            "agent" | "seller" | "shop" | "service" | "客服" | "卖家" | "商家" => {
                Some(Side::Agent)
            }
            _platform => None,
        };
        let at = self.at.as_deref().and_then(|at| Stamp::parse(at).ok());
        Utterance { from, text: &self.text, at }
    }
}

/// What a conversation tells.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ListenDocument {
    /// `redress.listen/1`.
    pub format: &'static str,
    /// As it was given.
    pub id: serde_json::Value,
    /// What it is about, the likeliest first; `other` when it is no complaint or not known.
    pub issues: Vec<IssueRecord>,
    /// The mood now.
    pub mood: Mood,
    /// The mood of each of the buyer's bursts.
    pub bursts: Vec<BurstRecord>,
    /// How unhappy the buyer is, from 0 to 1.
    pub unhappiness: f64,
    /// `review`, `platform`, `regulator`, `media`, `lawyer`, `police`.
    pub threats: Vec<&'static str>,
    /// Whether it is all about what might happen.
    pub hypothetical: bool,
    /// Questions asked again.
    pub repeated: Vec<RepeatedRecord>,
    /// What kind of buyer this seems to be.
    pub buyer: Vec<&'static str>,
    /// What told it.
    pub reasons: Vec<ReasonRecord>,
}

/// An issue.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IssueRecord {
    /// Its name.
    pub issue: String,
    /// From 0 to 1.
    pub score: f64,
    /// The issue of the playbooks it belongs to.
    pub playbook: Option<String>,
}

/// A burst of the buyer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BurstRecord {
    /// Its first message, from 0.
    pub first: usize,
    /// Its last.
    pub last: usize,
    /// The mood.
    pub mood: Mood,
}

/// A question asked again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RepeatedRecord {
    /// The later message, from 0.
    pub message: usize,
    /// The earlier one.
    pub of: usize,
}

/// Words that told something.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReasonRecord {
    /// The message, from 0.
    pub message: usize,
    /// Where they begin, in characters from 0.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// The words.
    pub text: Shown,
    /// `issue`, `mood`, `threat`, `sign`, or `course` for what is no word: asked again, not answered.
    pub tells: &'static str,
    /// Which issue, mood, threat or sign.
    pub what: String,
    /// The signal's id; null where it is no word.
    pub signal: Option<String>,
    /// How much it adds to the unhappiness.
    pub unhappy: f64,
}

impl ListenDocument {
    /// A reading as a document.
    #[must_use]
    pub fn new(
        id: serde_json::Value,
        reading: &Reading<'_>,
        said: &[Utterance<'_>],
        topic: impl Fn(usize) -> String,
    ) -> Self {
        let issues = reading.issues.iter().map(|likely| IssueRecord {
            issue: likely.topic.id.clone(),
            score: round(likely.score),
            playbook: likely.topic.playbook.clone(),
        });
        let reasons = reading.reasons.iter().map(|reason| {
            let text = said.get(reason.message).map(|one| one.text).unwrap_or_default();
            let (tells, what, signal) = match reason.told {
                Told::Signal(signal) => {
                    let (tells, what) = match signal.tells {
                        Tells::Issue(number) => ("issue", topic(number)),
                        Tells::Mood(mood) => ("mood", mood.name().to_owned()),
                        Tells::Threat(threat) => ("threat", threat.name().to_owned()),
                        Tells::Sign(sign) => ("sign", sign.name().to_owned()),
                    };
                    (tells, what, Some(signal.id.clone()))
                }
                Told::Repeated => ("course", "repeated".to_owned(), None),
                Told::Unanswered => ("course", "unanswered".to_owned(), None),
                Told::Waited => ("course", "waited".to_owned(), None),
                Told::Curt => ("course", "curt".to_owned(), None),
            };
            let (start, end) = characters(text, &reason.span);
            ReasonRecord {
                message: reason.message,
                start,
                end,
                text: Shown::new(text.get(reason.span.clone()).unwrap_or_default()),
                tells,
                what,
                signal,
                unhappy: round(reason.unhappy),
            }
        });
        let bursts = reading.bursts.iter();
        Self {
            format: "redress.listen/1",
            id: clean(id),
            issues: issues.collect(),
            mood: reading.mood,
            bursts: bursts
                .map(|burst| BurstRecord { first: burst.first, last: burst.last, mood: burst.mood })
                .collect(),
            unhappiness: round(reading.unhappiness),
            threats: reading.threats.iter().map(|threat| threat.name()).collect(),
            hypothetical: reading.hypothetical,
            repeated: reading
                .repeated
                .iter()
                .map(|one| RepeatedRecord { message: one.message, of: one.of })
                .collect(),
            buyer: reading.buyer.iter().map(|sign| sign.name()).collect(),
            reasons: reasons.collect(),
        }
    }
}

/// A span of bytes in characters.
pub(super) fn characters(text: &str, span: &std::ops::Range<usize>) -> (usize, usize) {
    let count = |to: usize| text.get(..to).map_or(0, |head| head.chars().count());
    let start = count(span.start);
    let inside = text.get(span.clone()).map_or(0, |piece| piece.chars().count());
    (start, start + inside)
}

/// An id goes out clean.
pub(super) fn clean(id: serde_json::Value) -> serde_json::Value {
    match id {
        serde_json::Value::String(text) => {
            serde_json::Value::String(Shown::new(&text).as_str().to_owned())
        }
        serde_json::Value::Array(_) | serde_json::Value::Object(_) => serde_json::Value::Null,
        plain => plain,
    }
}

/// Three places are as many as anybody reads.
fn round(number: f32) -> f64 {
    (f64::from(number) * 1_000.0).round() / 1_000.0
}
