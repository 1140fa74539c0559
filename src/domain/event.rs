//! Everything that can happen to a case. Events are facts of the past: they are appended, never
//! changed, and `fold` makes the case of them.

mod traits;

use super::{
    After, AgentName, Aggravator, Body, BuyerName, BuyerType, CaseId, Cause, CheckId, CloseResult,
    Department, EndingId, ExhibitKind, ExhibitNo, FactId, FactStatus, FactValue, FollowUpResult,
    Issue, MessageNo, Mood, Order, Platform, PlaybookRef, PromiseNo, ReplyId, SendWay,
    SettlingDeed, Stamp, StepId, StepReason, Stretch, TaskNo, TimerEnd, TimerId, TimerScope,
    Version,
};
use serde::{Deserialize, Serialize};

/// The format number written beside each event. A change of meaning raises it and adds an upcast in
/// [`Event::decode`]; the rows of the past stay as they are.
pub const EVENT_FORMAT: u16 = 1;

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Event {
    /// A case began.
    CaseOpened {
        /// The name it has in the file it was imported from; imports find the case by it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        key: Option<String>,
        /// Where it comes from.
        platform: Platform,
        /// Whose complaint it is.
        buyer: BuyerName,
        /// What it is about.
        issue: Issue,
        /// The playbook it runs on.
        playbook: PlaybookRef,
        /// The first step.
        step: StepId,
    },
    /// Another order, or more about it, became known.
    OrderNoted {
        /// The order.
        order: Order,
    },
    /// Messages came in from outside.
    MessagesReceived {
        /// Which.
        stretch: Stretch,
    },
    /// A reply was sent to the buyer.
    ReplySent {
        /// Its ordinal among the case's messages.
        no: MessageNo,
        /// Its text.
        body: Body,
        /// The scripted replies it was made from.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        replies: Vec<ReplyId>,
        /// The checks it ticked; they are unticked if it is taken back.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        ticks: Vec<(StepId, CheckId)>,
        /// The facts it recorded for the first time; they go if it is taken back.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        sets: Vec<FactId>,
        /// What went with it, by name.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        attached: Vec<String>,
        /// Whether it went to the platform or an authority, and is no answer to the buyer.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        statement: bool,
        /// How it left the console.
        way: SendWay,
        /// Until when it can be taken back.
        undo_until: Stamp,
    },
    /// The send guard would have stopped a reply, and the agent sent it all the same.
    GuardOverruled {
        /// Which reply.
        no: MessageNo,
        /// The rules that would have stopped it.
        rules: Vec<String>,
        /// Why, in the agent's words.
        reason: String,
    },
    /// A reply was taken back within its undo window.
    ReplyRetracted {
        /// Which.
        no: MessageNo,
        /// Since when the buyer has been waiting all along.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        waiting_since: Option<Stamp>,
    },
    /// A private note was written.
    NoteWritten {
        /// Its ordinal among the case's messages.
        no: MessageNo,
        /// Its text.
        body: Body,
    },
    /// A fact was recorded, or recorded anew.
    FactRecorded {
        /// Which.
        fact: FactId,
        /// Its value.
        value: FactValue,
        /// How sure it is.
        status: FactStatus,
        /// The message it comes from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<MessageNo>,
    },
    /// A fact went with the reply that recorded it, or was recorded by mistake.
    FactWithdrawn {
        /// Which.
        fact: FactId,
    },
    /// Something was collected.
    ExhibitNoted {
        /// Its ordinal within the case.
        no: ExhibitNo,
        /// What kind of thing it is.
        exhibit: ExhibitKind,
        /// What it is or where it lies.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        what: String,
        /// The message it came with.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<MessageNo>,
    },
    /// An exhibit had been noted by mistake.
    ExhibitDropped {
        /// Which.
        no: ExhibitNo,
    },
    /// A check was ticked, or unticked.
    CheckSet {
        /// The step it belongs to.
        step: StepId,
        /// Which.
        check: CheckId,
        /// Ticked or not.
        done: bool,
    },
    /// The agent judged the buyer's mood.
    MoodSet {
        /// How the buyer feels.
        mood: Mood,
    },
    /// The agent judged what kind of buyer it is, or took the judgement back.
    BuyerTypeSet {
        /// What kind.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        buyer_type: Option<BuyerType>,
    },
    /// The issue was named, or named anew.
    IssueSet {
        /// What it is about.
        issue: Issue,
    },
    /// The case stands at another step.
    StepEntered {
        /// Where it stood.
        from: StepId,
        /// Where it stands.
        step: StepId,
        /// Why.
        reason: StepReason,
        /// The steps passed over on the way: they did not apply, or nothing was left to do there.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        passed: Vec<StepId>,
    },
    /// A fact that steps already walked rest on has changed: they are to be looked at again.
    StepsReopened {
        /// The fact.
        fact: FactId,
        /// The steps, in the order of the way.
        steps: Vec<StepId>,
        /// The reply that changed the fact.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<MessageNo>,
    },
    /// Another playbook was chosen; facts and checks are kept.
    PlaybookChosen {
        /// The playbook and its version.
        playbook: PlaybookRef,
    },
    /// A timer was started, or started anew.
    TimerStarted {
        /// Which.
        timer: TimerId,
        /// When it runs out.
        due: Stamp,
        /// At which percentages it warns; empty is the usual 50, 75 and 100.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        warn: Vec<u8>,
        /// What it counts for.
        #[serde(default, skip_serializing_if = "TimerScope::is_shop")]
        scope: TimerScope,
    },
    /// A timer stands still: somebody else is to act.
    TimerPaused {
        /// Which.
        timer: TimerId,
    },
    /// A timer goes on.
    TimerResumed {
        /// Which.
        timer: TimerId,
        /// When it runs out now.
        due: Stamp,
    },
    /// A timer stopped.
    TimerStopped {
        /// Which.
        timer: TimerId,
        /// Why.
        end: TimerEnd,
    },
    /// Something was promised to the buyer.
    PromiseMade {
        /// Its ordinal within the case.
        no: PromiseNo,
        /// What.
        what: String,
        /// By when.
        due: Stamp,
        /// The reply that made it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<MessageNo>,
        /// What its date is counted from; until that is known, `due` is when to look after it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<After>,
    },
    /// What a promise's date is counted from became known, or is not known any more.
    PromiseDated {
        /// Which.
        no: PromiseNo,
        /// By when; or when to look after it.
        due: Stamp,
        /// Whether it has no date again.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pending: bool,
    },
    /// A promise was kept.
    PromiseKept {
        /// Which.
        no: PromiseNo,
    },
    /// A promise was not kept.
    PromiseBroken {
        /// Which.
        no: PromiseNo,
        /// Whether the buyer is owed a word on that: older files do not say.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        owed: bool,
    },
    /// Another date was agreed with the buyer.
    PromiseMoved {
        /// Which.
        no: PromiseNo,
        /// The new date.
        due: Stamp,
        /// The reply that told the buyer so; with it goes the new date when it is taken back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<MessageNo>,
    },
    /// A promise went with the reply that made it, within the undo window.
    PromiseWithdrawn {
        /// Which.
        no: PromiseNo,
    },
    /// Something was worked out, agreed or done: verdict, wish, options, money, return, points.
    Settling {
        /// What.
        deed: SettlingDeed,
    },
    /// Work was handed to somebody else.
    TaskOpened {
        /// Its ordinal within the case.
        no: TaskNo,
        /// Who does it.
        department: Department,
        /// The person there who agreed to.
        owner: String,
        /// What.
        what: String,
        /// What had been tried before.
        tried: String,
        /// By when, as agreed.
        due: Stamp,
    },
    /// Another time was agreed for a task.
    TaskMoved {
        /// Which.
        no: TaskNo,
        /// The new time.
        due: Stamp,
    },
    /// A task was done.
    TaskDone {
        /// Which.
        no: TaskNo,
        /// What came of it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        result: String,
    },
    /// A task is no longer wanted.
    TaskDropped {
        /// Which.
        no: TaskNo,
        /// Why.
        reason: String,
    },
    /// The case was laid aside.
    Snoozed {
        /// Until when.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Stamp>,
        /// Whether the buyer's next word wakes it.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        on_reply: bool,
    },
    /// A case laid aside was taken up again by hand.
    Woken {},
    /// Something the settlement wanted was done.
    DeedDone {
        /// What.
        what: String,
        /// What proves it, in words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        proof: String,
        /// The exhibit that proves it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        exhibit: Option<ExhibitNo>,
    },
    /// The buyer has said whether it is good so.
    BuyerConfirmed {
        /// Whether it is.
        satisfied: bool,
        /// In the buyer's words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
        /// The message that says so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<MessageNo>,
    },
    /// Why it came to the complaint was named, or named anew.
    CauseSet {
        /// The causes, the chief one first.
        causes: Vec<Cause>,
        /// What made it worse.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        aggravators: Vec<Aggravator>,
    },
    /// What is learned was written down, or that nothing is.
    LessonSet {
        /// The lesson; or, skipped, the reason.
        words: String,
        /// Whether there is none.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        skipped: bool,
    },
    /// Asking the buyer again was planned, or planned anew.
    FollowUpPlanned {
        /// For when.
        due: Stamp,
        /// What will be asked.
        script: String,
    },
    /// There is to be no asking again.
    FollowUpSkipped {
        /// Why.
        reason: String,
    },
    /// The buyer was asked again.
    FollowUpDone {
        /// What came of it.
        result: FollowUpResult,
        /// In the buyer's words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
    },
    /// What stands in the way of an act was set aside, for a reason.
    GateOverridden {
        /// Which gate: `close`.
        gate: String,
        /// What stood in the way.
        missing: Vec<String>,
        /// Why it was set aside.
        reason: String,
    },
    /// An act was taken back, or done again: the case stands as it stood.
    ActUndone {
        /// The act's first event.
        first: Version,
        /// The act's last event.
        last: Version,
        /// Whether it was done again.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        redo: bool,
        /// The notes that go with it, or come back.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        notes: Vec<MessageNo>,
        /// What changes, as a JSON merge patch of the case.
        change: serde_json::Value,
    },
    /// The case was closed.
    CaseClosed {
        /// With what result.
        result: CloseResult,
        /// In the agent's words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
        /// The playbook's ending it came to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ending: Option<EndingId>,
    },
    /// A closed case was taken up again.
    CaseReopened {
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
}

/// An event as the ledger has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// The case it belongs to.
    pub case: CaseId,
    /// Its number within the case, from 1.
    pub version: Version,
    /// When it was recorded.
    pub at: Stamp,
    /// Who did it.
    pub agent: AgentName,
    /// What happened.
    pub event: Event,
}
