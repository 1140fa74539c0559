//! The file format: which tables there are, which keys each may have, and their contents as
//! written, every value with its place in the file.
//!
//! Nothing is checked here but the shape; `None` means the key is not written.

mod case;
mod overlay;
mod rehearsal;
mod reply;
mod step;

use super::spot::{At, Spot};
use crate::domain::{FactKind, Words};
pub(crate) use case::{RawCaseTimer, RawEnding, RawEvidence, RawGroup, RawTrigger};
pub(crate) use overlay::{RawOverlay, RawOverlayFor, RawStepOverlay};
pub(crate) use rehearsal::{RawAct, RawDeed, RawExpect, RawSetting, RawTest};
pub(crate) use reply::{RawPromise, RawReply, RawSets};
pub(crate) use step::{
    RawBranch, RawCall, RawCheck, RawEscalate, RawLadder, RawNeed, RawRepeat, RawStep, RawTighten,
    RawTimer, RawWay, RawWithin,
};

/// A table of the file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Table {
    /// The file itself.
    Book,
    /// `skip`.
    Skip,
    /// `evidence`.
    Evidence,
    /// `trigger`.
    Trigger,
    /// `words` of a trigger.
    TriggerWords,
    /// `[[fact]]`.
    Fact,
    /// `values` of a fact.
    Choice,
    /// `[[step]]`.
    Step,
    /// `timer` of a step.
    Timer,
    /// `repeat` of a step.
    Repeat,
    /// `escalate` of a step.
    Escalate,
    /// `ladder` of a step.
    Ladder,
    /// `call` of a step.
    Call,
    /// `tighten` of a step.
    Tighten,
    /// `needs` of a step.
    Need,
    /// `next` of a step.
    Branch,
    /// `[[step.check]]`.
    Check,
    /// `[[step.reply]]`.
    Reply,
    /// `tones` of a reply.
    Tones,
    /// `sets` of a reply.
    Sets,
    /// `promise` of a reply.
    Promise,
    /// `[[group]]`.
    Group,
    /// `[[ending]]`.
    Ending,
    /// `[[overlay]]`.
    Overlay,
    /// `for` of an overlay.
    OverlayFor,
    /// `[[overlay.step]]`.
    OverlayStep,
    /// `[[timer]]`.
    CaseTimer,
    /// `[[test]]`.
    Test,
    /// `case` of a test.
    TestCase,
    /// `do` of a test.
    Act,
    /// `expect` of a test.
    Expect,
    /// A text in two languages.
    Words,
}

/// The keys of an act in a test: what happens, then what stands beside it.
const ACT: &[&str] = &[
    "say",
    "record",
    "value",
    "status",
    "tick",
    "exhibit",
    "send",
    "mood",
    "buyer_type",
    "advance",
    "back",
    "calm",
    "skip",
    "enter",
    "keep",
    "wait",
    "pass",
    "to",
    "close",
    "verdict",
    "own_faults",
    "wish",
    "quote",
    "option",
    "sum",
    "freight",
    "payer",
    "due",
    "only",
    "offer",
    "choose",
    "resale",
    "cost",
    "defect",
    "approval",
    "ruling",
    "pay",
    "proof",
    "return_check",
    "points",
    "did",
    "satisfied",
    "task",
    "task_done",
    "expect",
    "refused",
    "missing",
];

impl Table {
    /// Every table.
    pub const ALL: [Self; 32] = [
        Self::Book,
        Self::Skip,
        Self::Evidence,
        Self::Trigger,
        Self::TriggerWords,
        Self::Fact,
        Self::Choice,
        Self::Step,
        Self::Timer,
        Self::Repeat,
        Self::Escalate,
        Self::Ladder,
        Self::Call,
        Self::Tighten,
        Self::Need,
        Self::Branch,
        Self::Check,
        Self::Reply,
        Self::Tones,
        Self::Sets,
        Self::Promise,
        Self::Group,
        Self::Ending,
        Self::Overlay,
        Self::OverlayFor,
        Self::OverlayStep,
        Self::CaseTimer,
        Self::Test,
        Self::TestCase,
        Self::Act,
        Self::Expect,
        Self::Words,
    ];

    /// The keys a table may have.
    #[must_use]
    pub const fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Book => &[
                "id", "title", "about", "extends", "issue", "platform", "spine", "evidence",
                "guards", "trigger", "skip", "fact", "step", "group", "ending", "overlay", "timer",
                "test",
            ],
            Self::Skip => &["step", "why"],
            Self::Evidence => &["must", "nice"],
            Self::Trigger => &["words"],
            Self::Fact => &["id", "type", "label", "ask", "values", "default", "compute"],
            Self::Choice => &["id", "zh", "en", "say"],
            Self::Step => &[
                "id", "after", "before", "title", "why", "feel", "calming", "optional", "when",
                "group", "again", "repeat", "asks", "requires", "exhibits", "standard", "timer",
                "escalate", "ladder", "call", "drop", "tighten", "needs", "next", "check", "reply",
            ],
            Self::Timer => &["id", "due", "pause", "warn"],
            Self::Repeat => &["until", "most", "then"],
            Self::Escalate => &["to", "due"],
            Self::Ladder => &["replies", "while"],
            Self::Call => &["playbook", "only", "returns"],
            Self::Tighten => &["needs", "requires", "exhibits", "timer"],
            Self::Need => &["when", "else"],
            Self::Branch => &["when", "goto", "playbook"],
            Self::Check => &["id", "text", "optional", "holds", "hand"],
            Self::Reply => &[
                "id", "kind", "title", "when", "text", "wordings", "fallback", "tones", "attach",
                "done", "sets", "promise", "asks",
            ],
            Self::Tones => &["polite", "plain"],
            Self::Sets => &["fact", "value"],
            Self::Promise => &["id", "what", "due", "within"],
            Self::Group => &["id", "title", "enough"],
            Self::Ending => &["id", "title", "result", "reply"],
            Self::Overlay => &["for", "step"],
            Self::OverlayFor => &["buyer_type", "mood", "platform", "lang", "shop"],
            Self::OverlayStep => &["id", "why", "feel", "skip", "timer", "needs", "check", "reply"],
            Self::CaseTimer => {
                &["id", "title", "start", "stop", "pause", "from", "due", "warn", "basis"]
            }
            Self::Test => &["name", "case", "at", "do", "expect"],
            Self::TestCase => &[
                "platform",
                "mood",
                "buyer_type",
                "issue",
                "order_amount",
                "earlier_cases",
                "lang",
                "shop",
                "tone",
            ],
            Self::Act => ACT,
            Self::Expect => &[
                "path", "at", "ending", "suggests", "hides", "missing", "facts", "timers",
                "promises", "playbook",
            ],
            Self::TriggerWords | Self::Words => &["zh", "en"],
        }
    }

    /// How the table is written in a file.
    #[must_use]
    pub const fn written(self) -> &'static str {
        match self {
            Self::Book => "the top of the file",
            Self::Skip => "skip",
            Self::Evidence => "evidence",
            Self::Trigger => "trigger",
            Self::TriggerWords => "words",
            Self::Fact => "[[fact]]",
            Self::Choice => "values",
            Self::Step => "[[step]]",
            Self::Timer => "timer",
            Self::Repeat => "repeat",
            Self::Escalate => "escalate",
            Self::Ladder => "ladder",
            Self::Call => "call",
            Self::Tighten => "tighten",
            Self::Need => "needs",
            Self::Branch => "next",
            Self::Check => "[[step.check]]",
            Self::Reply => "[[step.reply]]",
            Self::Tones => "tones",
            Self::Sets => "sets",
            Self::Promise => "promise",
            Self::Group => "[[group]]",
            Self::Ending => "[[ending]]",
            Self::Overlay => "[[overlay]]",
            Self::OverlayFor => "for",
            Self::OverlayStep => "[[overlay.step]]",
            Self::CaseTimer => "[[timer]]",
            Self::Test => "[[test]]",
            Self::TestCase => "case",
            Self::Act => "do",
            Self::Expect => "expect",
            Self::Words => "{ zh, en }",
        }
    }
}

/// A whole file.
#[derive(Debug, Clone, Default)]
pub(crate) struct RawBook {
    pub(crate) spot: Spot,
    pub(crate) id: Option<At<String>>,
    pub(crate) title: Option<RawWords>,
    pub(crate) about: Option<RawWords>,
    pub(crate) extends: Option<At<String>>,
    pub(crate) issues: Vec<At<String>>,
    pub(crate) platforms: Vec<At<String>>,
    pub(crate) skips: Vec<RawSkip>,
    pub(crate) spine: Option<At<bool>>,
    pub(crate) evidence: Option<RawEvidence>,
    pub(crate) guards: Option<Vec<At<String>>>,
    pub(crate) trigger: Option<RawTrigger>,
    pub(crate) facts: Vec<RawFact>,
    pub(crate) steps: Vec<RawStep>,
    pub(crate) groups: Vec<RawGroup>,
    pub(crate) endings: Vec<RawEnding>,
    pub(crate) overlays: Vec<RawOverlay>,
    pub(crate) timers: Vec<RawCaseTimer>,
    pub(crate) tests: Vec<RawTest>,
}

/// A text in two languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct RawWords {
    pub(crate) spot: Spot,
    pub(crate) zh: Option<At<String>>,
    pub(crate) en: Option<At<String>>,
}

impl RawWords {
    pub(crate) fn words(&self) -> Words {
        let text = |side: &Option<At<String>>| side.as_ref().map(|text| text.value.clone());
        Words { zh: text(&self.zh), en: text(&self.en) }
    }

    /// The texts that are written, Chinese first.
    pub(crate) fn sides(&self) -> impl Iterator<Item = &At<String>> {
        self.zh.iter().chain(&self.en)
    }
}

/// A parent's step left out.
#[derive(Debug, Clone)]
pub(crate) struct RawSkip {
    pub(crate) step: At<String>,
}

/// A fact.
#[derive(Debug, Clone)]
pub(crate) struct RawFact {
    pub(crate) id: At<String>,
    pub(crate) kind: At<FactKind>,
    pub(crate) label: RawWords,
    pub(crate) ask: RawWords,
    pub(crate) values: Vec<RawChoice>,
    pub(crate) default: Option<At<RawValue>>,
    pub(crate) compute: Option<At<String>>,
}

/// A value of an enum fact.
#[derive(Debug, Clone)]
pub(crate) struct RawChoice {
    pub(crate) id: At<String>,
    pub(crate) words: RawWords,
    /// For the buyer, where it is to be said otherwise than it is asked.
    pub(crate) say: Option<RawWords>,
}

/// A value as TOML writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RawValue {
    Bool(bool),
    Int(i64),
    Text(String),
    List(Vec<String>),
    /// Something no fact can be; the name of its TOML type.
    Other(&'static str),
}
