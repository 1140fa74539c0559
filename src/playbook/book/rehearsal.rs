//! `[[test]]` of a playbook file: a case played through, with what is expected of it. Kept out of
//! the running playbook; a runner above plays it through the very decisions the console takes.

use super::super::diagnostic::Place;
use super::super::due::DueRule;
use super::super::route::Next;
use super::ToolDeed;
use crate::domain::{
    CheckId, CloseResult, ExhibitKind, FactId, FactStatus, FactValue, Fen, Issue, Lang, Mood,
    Platform, PlaybookId, ReplyId, Stamp, StepId, TimerId,
};

/// A test of a playbook.
#[derive(Debug, Clone)]
pub struct Rehearsal {
    /// What it shows.
    pub name: String,
    /// Where it is written.
    pub place: Place,
    /// The case it begins with.
    pub setting: Setting,
    /// When it begins; the runner's own day without one.
    pub at: Option<Stamp>,
    /// What happens, in order.
    pub acts: Vec<Act>,
    /// What must be so in the end.
    pub expect: Expectation,
}

/// The case a test begins with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Setting {
    /// Where the buyer bought.
    pub platform: Option<Platform>,
    /// How the buyer feels at first.
    pub mood: Option<Mood>,
    /// What sort of buyer it is, as conditions name it.
    pub buyer_type: Option<String>,
    /// What the case is about.
    pub issue: Option<Issue>,
    /// What was paid for the order.
    pub order_amount: Option<Fen>,
    /// How many cases of the buyer there were before.
    pub earlier_cases: u32,
    /// The language of the replies.
    pub lang: Option<Lang>,
    /// The shop's name.
    pub shop: Option<String>,
    /// The shop's tone: warm, polite or plain.
    pub tone: Option<String>,
}

/// One thing that happens in a test.
#[derive(Debug, Clone)]
pub struct Act {
    /// What.
    pub deed: Deed,
    /// The code of the refusal it must meet.
    pub refused: Option<String>,
    /// With `refused`: exactly what must be missing.
    pub missing: Option<Vec<String>>,
    /// Where it is written.
    pub place: Place,
}

/// What happens in a test.
#[derive(Debug, Clone)]
pub enum Deed {
    /// The buyer writes.
    Say(String),
    /// A fact is recorded.
    Record {
        /// Which.
        fact: FactId,
        /// As what.
        value: FactValue,
        /// How sure.
        status: FactStatus,
    },
    /// A check of the current step is ticked.
    Tick(CheckId),
    /// An exhibit is collected.
    Exhibit(ExhibitKind),
    /// A scripted reply is sent.
    Send(ReplyId),
    /// The mood is set.
    Mood(Mood),
    /// The sort of buyer is set, as conditions name it.
    BuyerType(String),
    /// On to the next step.
    Advance,
    /// Back to the step before.
    Back,
    /// Back to calming.
    Calm,
    /// The step is passed over.
    Skip,
    /// To a step of the same group.
    Enter(StepId),
    /// A promise is kept, by its number from 1.
    Keep(u32),
    /// Time passes.
    Wait(DueRule),
    /// Every check of the step is ticked, then on.
    Pass,
    /// The same again and again, until the case stands there (at most 60 times).
    To(Next),
    /// The case is closed.
    Close(CloseResult),
    /// A tool of the desk is used.
    Tool(ToolDeed),
    /// Nothing happens; this must be so now.
    Expect(Expectation),
}

/// What must be so; what is not given may be anything.
#[derive(Debug, Clone, Default)]
pub struct Expectation {
    /// Every step entered so far, in order.
    pub path: Option<Vec<StepId>>,
    /// Where the case stands.
    pub at: Option<StepId>,
    /// Where "next" leads out: an ending, or the plain end.
    pub ending: Option<Next>,
    /// Replies that are offered.
    pub suggests: Vec<ReplyId>,
    /// Replies that are not offered.
    pub hides: Vec<ReplyId>,
    /// Exactly what stands in the way of going on: `check:ID`, `fact:ID`, `need:N` (from 1),
    /// `exhibit:KIND`, `reopened:STEP`, `callback`.
    pub missing: Option<Vec<String>>,
    /// Facts and their values, computed ones too.
    pub facts: Vec<(FactId, FactValue)>,
    /// Exactly the clocks that run, the desk's own left out.
    pub timers: Option<Vec<TimerId>>,
    /// How many promises are open.
    pub promises: Option<usize>,
    /// The playbook the case runs on.
    pub playbook: Option<PlaybookId>,
}
