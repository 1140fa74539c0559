//! Everything an agent can ask for on a case.

use crate::domain::{
    After, Aggravator, BuyerType, CaseState, Cause, CheckId, CloseResult, Department, ExhibitKind,
    ExhibitNo, FactId, FactStatus, FactValue, FollowUpResult, Issue, MessageNo, Mood, NewMessage,
    Order, PromiseNo, RawText, ReplyId, SendWay, Stamp, StepId, TaskNo,
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
    /// The promises its own words make, as the agent has said which of them count; `None` is not asked
    /// yet.
    pub pledges: Option<Vec<Pledge>>,
    /// Why it goes out though the guard would stop it, in the agent's words.
    pub overrule: Option<String>,
}

/// A promise that stands in typed words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pledge {
    /// What is promised, in the words of the reply.
    pub what: String,
    /// By when; while it is counted from something not known yet, when to look after it.
    pub due: Stamp,
    /// What its date is counted from, if it is counted from something.
    pub after: Option<After>,
}

/// Work to be handed to somebody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// Who does it.
    pub department: Department,
    /// The person there who agreed to.
    pub owner: String,
    /// What.
    pub what: String,
    /// What was tried before.
    pub tried: String,
    /// By when, as agreed.
    pub due: Stamp,
}

/// About asking the buyer again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskAgain {
    /// Plan it.
    Plan {
        /// For when.
        due: Stamp,
        /// What will be asked.
        script: String,
    },
    /// There is to be none.
    Skip {
        /// Why.
        reason: String,
    },
    /// It was done.
    Done {
        /// What came of it.
        result: FollowUpResult,
        /// In the buyer's words.
        words: String,
    },
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
        /// By when; while it is counted from something not known yet, when to look after it.
        due: Stamp,
        /// What its date is counted from, if it is counted from something.
        after: Option<After>,
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
    /// Hand work to somebody else.
    Task(Handover),
    /// Agree on another time for a task.
    MoveTask {
        /// Which.
        no: TaskNo,
        /// The new time.
        due: Stamp,
    },
    /// A task is done.
    FinishTask {
        /// Which.
        no: TaskNo,
        /// What came of it.
        result: String,
    },
    /// A task is no longer wanted.
    DropTask {
        /// Which.
        no: TaskNo,
        /// Why.
        reason: String,
    },
    /// Lay the case aside.
    Snooze {
        /// Until when.
        until: Option<Stamp>,
        /// Until the buyer writes, if that comes first.
        on_reply: bool,
    },
    /// Take a case laid aside up again.
    Wake,
    /// Something the settlement wanted was done.
    Did {
        /// What.
        what: String,
        /// What proves it, in words.
        proof: String,
        /// The exhibit that proves it.
        exhibit: Option<ExhibitNo>,
    },
    /// The buyer has said whether it is good so.
    Confirm {
        /// Whether it is.
        satisfied: bool,
        /// In the buyer's words.
        words: String,
        /// The message that says so.
        message: Option<MessageNo>,
    },
    /// Name why it came to the complaint.
    Cause {
        /// The causes, the chief one first.
        causes: Vec<Cause>,
        /// What made it worse.
        aggravators: Vec<Aggravator>,
    },
    /// Write down what is learned, or why nothing is.
    Lesson {
        /// The lesson; or, skipped, the reason.
        words: String,
        /// Whether there is none.
        skipped: bool,
    },
    /// About asking the buyer again.
    AskAgain(AskAgain),
    /// Take the newest act back, or do the one taken back again.
    Undo {
        /// The case as it is to stand.
        to: Box<CaseState>,
        /// Whether it is done again.
        redo: bool,
    },
    /// Close the case.
    Close {
        /// With what result.
        result: CloseResult,
        /// In the agent's words.
        words: String,
        /// Why it is closed although something is wanting.
        despite: Option<String>,
    },
    /// Take a closed case up again.
    Reopen {
        /// Why.
        reason: String,
    },
}
