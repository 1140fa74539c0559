//! What was expected of a test, and what was.

use crate::desk::Refusal;
use crate::domain::{FactId, FactValue, PlaybookId, ReplyId, StepId, TimerId};
use crate::playbook::{Next, Place};

/// Something that was not as expected, and where that is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Where the expectation is written.
    pub place: Place,
    /// What was not as expected.
    pub mismatch: Mismatch,
}

/// What was not as expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mismatch {
    /// The case could not be opened.
    NotOpened(Refusal),
    /// An act was refused that should have been done.
    Refused {
        /// The act, as the file writes it.
        act: String,
        /// Why.
        why: Refusal,
    },
    /// An act was done, or refused for another reason, that should have been refused.
    NotRefused {
        /// The act, as the file writes it.
        act: String,
        /// The refusal that was expected.
        wanted: String,
        /// The refusal that was; `None` when it was done.
        found: Option<Refusal>,
    },
    /// Other steps were entered.
    Path {
        /// The steps that were expected.
        wanted: Vec<StepId>,
        /// The steps that were entered.
        found: Vec<StepId>,
    },
    /// The case stands elsewhere.
    At {
        /// Where it was expected.
        wanted: StepId,
        /// Where it stands.
        found: StepId,
    },
    /// The case is at no such end.
    Ending {
        /// The end that was expected.
        wanted: Next,
        /// The end it is at, if at any.
        found: Option<Next>,
    },
    /// A reply is not offered.
    NotOffered {
        /// Which.
        reply: ReplyId,
        /// Those that are.
        offered: Vec<ReplyId>,
    },
    /// A reply is offered that should not be.
    Offered(ReplyId),
    /// Something else is missing.
    Missing {
        /// What was expected.
        wanted: Vec<String>,
        /// What is.
        found: Vec<String>,
    },
    /// A fact has another value.
    Fact {
        /// Which.
        fact: FactId,
        /// The value that was expected.
        wanted: FactValue,
        /// The value it has.
        found: Option<FactValue>,
    },
    /// Other timers run.
    Timers {
        /// Those that were expected.
        wanted: Vec<TimerId>,
        /// Those that run.
        found: Vec<TimerId>,
    },
    /// Another number of promises is open.
    Promises {
        /// The number that was expected.
        wanted: usize,
        /// The number there is.
        found: usize,
    },
    /// The case runs on another playbook.
    Playbook {
        /// The one that was expected.
        wanted: PlaybookId,
        /// The one it is.
        found: PlaybookId,
    },
}
