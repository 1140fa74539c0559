//! Everything an agent can ask for on a case.

use crate::domain::{
    BuyerType, CheckId, CloseResult, ExhibitKind, ExhibitNo, FactId, FactStatus, FactValue, Issue,
    MessageNo, Mood, NewMessage, Order, PromiseNo, RawText, ReplyId, SendWay, Stamp, StepId,
};
use crate::playbook::Playbook;
use std::sync::Arc;

/// A reply to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The text as it will reach the buyer.
    pub text: RawText,
    /// The scripted replies it was made from; what they complete, record and promise is done.
    pub adopted: Vec<ReplyId>,
    /// How it will leave the console.
    pub way: SendWay,
    /// When the adopted words were put in: the times they name are reckoned from then. `None` is
    /// now.
    pub written: Option<Stamp>,
    /// Why it goes out though the guard would stop it, in the agent's words.
    pub overrule: Option<String>,
}

/// One act on a case.
#[derive(Debug, Clone)]
pub enum Command {
    /// Take in messages that are not in the file yet.
    Receive(Vec<NewMessage>),
    /// Send a reply.
    Send(Reply),
    /// Take a reply back within its undo window; the newest when none is named.
    Retract(Option<MessageNo>),
    /// Write a private note.
    Note(RawText),
    /// Record a fact.
    Record {
        /// Which.
        fact: FactId,
        /// Its value.
        value: FactValue,
        /// How sure it is.
        status: FactStatus,
        /// The message it comes from.
        source: Option<MessageNo>,
    },
    /// Tick or untick a check; of the current step when none is named.
    Check {
        /// The step it belongs to.
        step: Option<StepId>,
        /// Which.
        check: CheckId,
        /// Ticked or not.
        done: bool,
    },
    /// Note something collected.
    Exhibit {
        /// What kind of thing it is.
        kind: ExhibitKind,
        /// What it is or where it lies; may be empty.
        what: String,
        /// The message it came with.
        source: Option<MessageNo>,
    },
    /// Drop an exhibit noted by mistake.
    DropExhibit(ExhibitNo),
    /// Judge the buyer's mood.
    Mood(Mood),
    /// Judge what kind of buyer it is, or take the judgement back.
    BuyerType(Option<BuyerType>),
    /// Name the issue.
    Issue(Issue),
    /// Note the order.
    Order(Order),
    /// Go on to the next step.
    Advance,
    /// Take up another step of the same group, or one that a changed fact has opened again.
    Enter(StepId),
    /// Pass over an optional step.
    Skip,
    /// Go back; one step when none is named.
    Back(Option<StepId>),
    /// Back to calming.
    Calm,
    /// Promise something to the buyer that no scripted reply promises.
    Promise {
        /// What.
        what: String,
        /// By when.
        due: Stamp,
    },
    /// Mark a promise as kept.
    Keep(PromiseNo),
    /// Mark a promise as broken.
    Break(PromiseNo),
    /// Agree on another date for a promise.
    Move {
        /// Which.
        no: PromiseNo,
        /// The new date.
        due: Stamp,
    },
    /// Work out, agree or pay something.
    Settle(super::Settle),
    /// Run the case on another playbook.
    Choose(Arc<Playbook>),
    /// Close the case.
    Close {
        /// With what result.
        result: CloseResult,
        /// In the agent's words.
        words: String,
    },
    /// Take a closed case up again.
    Reopen {
        /// Why.
        reason: String,
    },
}
