//! What the end of a case rests on: what was done and what proves it, what the buyer says to it, why it
//! came to the complaint, what is learned from it, and when the buyer is asked again.

use super::{Event, ExhibitNo, MessageNo, Stamp};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Something the settlement wanted and that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deed {
    /// What was done: refunded, sent again, explained.
    pub what: String,
    /// What proves it, in words: a serial number, a screenshot's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proof: String,
    /// The exhibit that proves it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exhibit: Option<ExhibitNo>,
    /// When it was recorded.
    pub at: Stamp,
}

/// What the buyer says to how it was settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// Whether it is good so.
    pub satisfied: bool,
    /// In the buyer's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// The message that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<MessageNo>,
    /// When it was recorded.
    pub at: Stamp,
}

/// Why it came to a complaint, in two levels: `logistics/broken`. The first is one of [`Cause::AREAS`];
/// the second is open, so that a shop may name its own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cause(String);

impl Cause {
    /// The first level.
    pub const AREAS: [&str; 6] = ["goods", "listing", "logistics", "service", "platform", "buyer"];

    /// What ships of the second level, by area.
    pub const KNOWN: [&str; 24] = [
        "goods/quality",
        "goods/wrong",
        "goods/missing",
        "goods/short-life",
        "goods/unsafe",
        "listing/text",
        "listing/picture",
        "listing/price",
        "listing/size",
        "logistics/slow",
        "logistics/lost",
        "logistics/broken",
        "logistics/handed-over",
        "service/answer",
        "service/promise",
        "service/refund",
        "service/invoice",
        "service/stock",
        "platform/rule",
        "platform/fault",
        "buyer/use",
        "buyer/mind",
        "buyer/claim",
        "buyer/unclear",
    ];

    /// Reads `area/kind`: a known area, and a kind of small letters, digits and dashes, or Chinese.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (area, kind) = text.trim().split_once('/')?;
        let fits = |c: char| c == '-' || c.is_alphanumeric() && !c.is_uppercase();
        let whole = !kind.is_empty() && kind.chars().count() <= 32 && kind.chars().all(fits);
        (Self::AREAS.contains(&area) && whole).then(|| Self(format!("{area}/{kind}")))
    }

    /// Both levels: `logistics/broken`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first level: `logistics`.
    #[must_use]
    pub fn area(&self) -> &str {
        self.0.split_once('/').map_or(self.0.as_str(), |(area, _)| area)
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What made it worse than it had to be: our own doing, all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aggravator {
    /// How somebody spoke.
    Tone,
    /// How long it took.
    Delay,
    /// A promise that was not kept.
    BrokenPromise,
    /// The same question asked again.
    AskedAgain,
    /// One sent on from one to the next.
    PassedAround,
    /// An answer that was wrong.
    WrongAnswer,
}

impl Aggravator {
    /// Every one.
    pub const ALL: [Self; 6] = [
        Self::Tone,
        Self::Delay,
        Self::BrokenPromise,
        Self::AskedAgain,
        Self::PassedAround,
        Self::WrongAnswer,
    ];

    /// The name in the file and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tone => "tone",
            Self::Delay => "delay",
            Self::BrokenPromise => "broken-promise",
            Self::AskedAgain => "asked-again",
            Self::PassedAround => "passed-around",
            Self::WrongAnswer => "wrong-answer",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// What is learned from a case, or why nothing is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lesson {
    /// The lesson; or, skipped, the reason.
    pub words: String,
    /// Whether there is none.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub skipped: bool,
}

/// What asking the buyer again came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FollowUpResult {
    /// All is well.
    Satisfied,
    /// It is not: the case is open again.
    Unsatisfied,
    /// No answer.
    NoAnswer,
}

impl FollowUpResult {
    /// Every result, the best first.
    pub const ALL: [Self; 3] = [Self::Satisfied, Self::Unsatisfied, Self::NoAnswer];

    /// The name in the file and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Satisfied => "satisfied",
            Self::Unsatisfied => "unsatisfied",
            Self::NoAnswer => "no-answer",
        }
    }

    /// The result of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// Asking the buyer again, some days after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FollowUp {
    /// It is planned.
    Planned {
        /// For when.
        due: Stamp,
        /// When it was planned.
        at: Stamp,
        /// What will be asked.
        script: String,
    },
    /// It was done.
    Done {
        /// What came of it.
        result: FollowUpResult,
        /// In the buyer's words.
        words: String,
        /// When.
        at: Stamp,
    },
    /// There is to be none, for this reason.
    Skipped(String),
}

/// What the end of a case rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ClosingSheet {
    /// What was done, and what proves it.
    #[serde(default)]
    pub deeds: Vec<Deed>,
    /// What the buyer says to it.
    #[serde(default)]
    pub confirmed: Option<Confirmation>,
    /// Why it came to the complaint, the chief cause first.
    #[serde(default)]
    pub causes: Vec<Cause>,
    /// What made it worse.
    #[serde(default)]
    pub aggravators: Vec<Aggravator>,
    /// What is learned.
    #[serde(default)]
    pub lesson: Option<Lesson>,
    /// When the buyer is asked again.
    #[serde(default)]
    pub follow_up: Option<FollowUp>,
}

impl ClosingSheet {
    /// Whether the buyer has said that it is good so.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        self.confirmed.as_ref().is_some_and(|said| said.satisfied)
    }

    /// When the buyer is to be asked again, and since when that is planned.
    #[must_use]
    pub const fn follow_up_due(&self) -> Option<(Stamp, Stamp)> {
        match &self.follow_up {
            Some(FollowUp::Planned { due, at, .. }) => Some((*due, *at)),
            Some(FollowUp::Done { .. } | FollowUp::Skipped(_)) | None => None,
        }
    }

    /// Notes what happened to it.
    pub(super) fn note(&mut self, event: &Event, at: Stamp) {
        match event {
            Event::DeedDone { what, proof, exhibit } => {
                let (what, proof) = (what.clone(), proof.clone());
                self.deeds.push(Deed { what, proof, exhibit: *exhibit, at });
            }
            Event::BuyerConfirmed { satisfied, words, message } => {
                let (satisfied, message) = (*satisfied, *message);
                let words = words.clone();
                self.confirmed = Some(Confirmation { satisfied, words, message, at });
            }
            Event::CauseSet { causes, aggravators } => {
                self.causes.clone_from(causes);
                self.aggravators.clone_from(aggravators);
            }
            Event::LessonSet { words, skipped } => {
                self.lesson = Some(Lesson { words: words.clone(), skipped: *skipped });
            }
            Event::FollowUpPlanned { due, script } => {
                let (due, script) = (*due, script.clone());
                self.follow_up = Some(FollowUp::Planned { due, at, script });
            }
            Event::FollowUpSkipped { reason } => {
                self.follow_up = Some(FollowUp::Skipped(reason.clone()));
            }
            Event::FollowUpDone { result, words } => {
                let (result, words) = (*result, words.clone());
                self.follow_up = Some(FollowUp::Done { result, words, at });
            }
            _nothing_of_it => {}
        }
    }

    /// The case is open again: what was done did not settle it, and nobody is content with it.
    pub(super) fn reopened(&mut self) {
        self.deeds.clear();
        self.confirmed = None;
        if self.follow_up_due().is_some() {
            self.follow_up = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_has_two_levels_and_the_first_is_known() {
        for known in Cause::KNOWN {
            assert_eq!(Cause::parse(known).unwrap().as_str(), known);
        }
        for area in Cause::AREAS {
            assert!(Cause::KNOWN.iter().any(|known| known.starts_with(area)), "{area}");
        }
        assert_eq!(Cause::parse(" logistics/春节停运 ").unwrap().area(), "logistics");
        for wrong in ["", "logistics", "logistics/", "weather/rain", "goods/Bad Thing", "goods/a/b"]
        {
            assert_eq!(Cause::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn names_lead_back() {
        for one in Aggravator::ALL {
            assert_eq!(Aggravator::from_name(one.name()), Some(one));
        }
        for one in FollowUpResult::ALL {
            assert_eq!(FollowUpResult::from_name(one.name()), Some(one));
        }
    }
}
