//! `[[step]]` as written.

use super::super::spot::{At, Spot};
use super::{RawReply, RawWords};

/// A step. Absent keys keep what the parent's step of that id says.
#[derive(Debug, Clone)]
pub(crate) struct RawStep {
    pub(crate) spot: Spot,
    pub(crate) id: At<String>,
    pub(crate) after: Option<At<String>>,
    pub(crate) before: Option<At<String>>,
    pub(crate) title: Option<RawWords>,
    pub(crate) why: Option<RawWords>,
    pub(crate) feel: Option<RawWords>,
    pub(crate) calming: Option<At<bool>>,
    pub(crate) optional: Option<At<bool>>,
    pub(crate) when: Option<At<String>>,
    pub(crate) group: Option<At<String>>,
    pub(crate) again: Option<At<String>>,
    pub(crate) repeat: Option<RawRepeat>,
    pub(crate) exhibits: Option<Vec<At<String>>>,
    pub(crate) escalate: Option<RawEscalate>,
    pub(crate) ladder: Option<RawLadder>,
    pub(crate) call: Option<RawCall>,
    pub(crate) drop: Vec<At<String>>,
    pub(crate) tighten: Option<RawTighten>,
    /// Not written: the call a step of another playbook was put in by.
    pub(crate) within: Option<RawWithin>,
    pub(crate) asks: Option<Vec<At<String>>>,
    pub(crate) requires: Option<Vec<At<String>>>,
    pub(crate) standards: Option<Vec<At<String>>>,
    pub(crate) timer: Option<RawTimer>,
    pub(crate) needs: Option<Vec<RawNeed>>,
    pub(crate) next: Option<Vec<RawBranch>>,
    pub(crate) checks: Vec<RawCheck>,
    pub(crate) replies: Vec<RawReply>,
}

/// A step's timer.
#[derive(Debug, Clone)]
pub(crate) struct RawTimer {
    pub(crate) id: At<String>,
    pub(crate) due: At<String>,
    pub(crate) pause: Option<At<String>>,
    pub(crate) warn: Option<Vec<At<i64>>>,
}

/// Rounds of a step.
#[derive(Debug, Clone)]
pub(crate) struct RawRepeat {
    pub(crate) until: At<String>,
    pub(crate) most: At<i64>,
    pub(crate) then: At<String>,
}

/// The matter handed up.
#[derive(Debug, Clone)]
pub(crate) struct RawEscalate {
    pub(crate) to: RawWords,
    pub(crate) due: At<String>,
}

/// Offers in order.
#[derive(Debug, Clone)]
pub(crate) struct RawLadder {
    pub(crate) spot: Spot,
    pub(crate) replies: Vec<At<String>>,
    pub(crate) still: Option<At<String>>,
}

/// Another playbook's steps, to be gone through here.
#[derive(Debug, Clone)]
pub(crate) struct RawCall {
    pub(crate) playbook: At<String>,
    pub(crate) only: Option<Vec<At<String>>>,
    pub(crate) returns: Vec<At<String>>,
}

/// What is added to a parent's step instead of replacing it.
#[derive(Debug, Clone)]
pub(crate) struct RawTighten {
    pub(crate) spot: Spot,
    pub(crate) needs: Vec<RawNeed>,
    pub(crate) requires: Vec<At<String>>,
    pub(crate) exhibits: Vec<At<String>>,
    pub(crate) timer: Option<RawTimer>,
}

/// The call a step runs in.
#[derive(Debug, Clone)]
pub(crate) struct RawWithin {
    pub(crate) call: String,
    pub(crate) title: RawWords,
    pub(crate) playbook: String,
}

/// What must hold before a step may be left.
#[derive(Debug, Clone)]
pub(crate) struct RawNeed {
    pub(crate) when: At<String>,
    pub(crate) words: RawWords,
}

/// A way on.
#[derive(Debug, Clone)]
pub(crate) struct RawBranch {
    pub(crate) spot: Spot,
    pub(crate) when: Option<At<String>>,
    pub(crate) way: RawWay,
}

/// Where a way leads.
#[derive(Debug, Clone)]
pub(crate) enum RawWay {
    /// A step, a group, an ending or the end.
    Goto(At<String>),
    /// Another playbook.
    Playbook(At<String>),
}

impl RawWay {
    /// The name, whatever it names.
    pub(crate) const fn name(&self) -> &At<String> {
        match self {
            Self::Goto(name) | Self::Playbook(name) => name,
        }
    }
}

/// A thing to tick.
#[derive(Debug, Clone)]
pub(crate) struct RawCheck {
    pub(crate) id: At<String>,
    pub(crate) text: RawWords,
    pub(crate) optional: bool,
    pub(crate) holds: Option<At<String>>,
    pub(crate) hand: bool,
}
