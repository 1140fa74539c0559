//! `redress show CASE --json`: the case as its events make it.

use super::{
    DueRecord, MessageRecord, MoneyRecord, ReplyRecord, SettlingRecord, Shown, StepRecord,
};
use crate::domain::{
    AgentName, BuyerType, CaseId, CaseState, CheckId, CloseResult, EndingId, ExhibitNo, FactId,
    FactKind, FactStatus, Issue, Level, MessageNo, Mood, Platform, PlaybookRef, PromiseNo,
    PromiseStatus, ReplyId, Stage, Stamp, StepId, StepReason, TimerEnd, TimerId, Version,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// A case, its step, the replies that fit and its newest messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseDocument {
    /// `redress.case/1`.
    pub format: &'static str,
    /// The moment dues are measured against.
    pub now: Stamp,
    /// The case.
    pub case: CaseRecord,
    /// The step it stands at; null when its playbook cannot be read.
    pub step: Option<StepRecord>,
    /// What its figures come to; null when its playbook cannot be read.
    pub money: Option<MoneyRecord>,
    /// Replies that fit now, the best first.
    pub replies: Vec<ReplyRecord>,
    /// The newest messages, oldest first.
    pub messages: Vec<MessageRecord>,
    /// Whether there are older messages.
    pub more_messages: bool,
}

/// A case as its events make it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseRecord {
    /// Its number.
    pub id: CaseId,
    /// How many events it has; the next act expects this number.
    pub version: Version,
    /// Its name in the file it was imported from.
    pub key: Option<Shown>,
    /// Whether it is open.
    pub open: bool,
    /// How it was closed; null while it is open.
    pub closed: Option<ClosingRecord>,
    /// Where it comes from.
    pub platform: Platform,
    /// The buyer's nickname.
    pub buyer: Shown,
    /// The order; null while none is known.
    pub order: Option<OrderRecord>,
    /// What it is about.
    pub issue: Issue,
    /// How the buyer feels.
    pub mood: Mood,
    /// What kind of buyer it is; null while nobody has judged.
    pub buyer_type: Option<BuyerType>,
    /// The playbook and its version.
    pub playbook: PlaybookRef,
    /// The step it stands at.
    pub step: StepId,
    /// Every step it stood at, in order.
    pub visits: Vec<VisitRecord>,
    /// Steps to be looked at again, because a fact they rest on has changed.
    pub reopened: Vec<StepId>,
    /// What is known, by fact.
    pub facts: BTreeMap<FactId, FactRecord>,
    /// What is ticked.
    pub checks: Vec<CheckRecord>,
    /// What was collected; dropped ones are left out.
    pub exhibits: Vec<ExhibitRecord>,
    /// What was promised.
    pub promises: Vec<PromiseRecord>,
    /// What was worked out, agreed and paid.
    pub settling: SettlingRecord,
    /// Clocks, running and stopped.
    pub timers: Vec<TimerRecord>,
    /// Replies sent from this file.
    pub sent: Vec<SentRecord>,
    /// What is due next.
    pub due: Option<DueRecord>,
    /// Since when the buyer waits for an answer.
    pub waiting_since: Option<Stamp>,
    /// How many messages the buyer wrote.
    pub buyer_messages: u32,
    /// How many messages agents wrote.
    pub agent_messages: u32,
    /// When it was opened.
    pub opened_at: Stamp,
    /// When it last changed.
    pub changed_at: Stamp,
}

/// How a case was closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClosingRecord {
    /// `settled`, `unanswered`, `ruled`, `refused` or `void`.
    pub result: CloseResult,
    /// In the agent's words.
    pub words: Shown,
    /// The playbook's ending it came to; null for the plain end, and for none.
    pub ending: Option<EndingId>,
    /// When.
    pub at: Stamp,
}

/// The order a case is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OrderRecord {
    /// Its number.
    pub no: Shown,
    /// What was bought.
    pub title: Option<Shown>,
    /// What was paid, in fen.
    pub amount_fen: Option<i64>,
}

/// A step the case stood at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VisitRecord {
    /// Which.
    pub step: StepId,
    /// `forward`, `skipped`, `back`, `calming`, `moved`, `again`, `entered` or `reopened`; null for the
    /// first.
    pub reason: Option<StepReason>,
    /// When.
    pub at: Stamp,
    /// The steps passed over on the way there.
    pub passed: Vec<StepId>,
}

/// Something collected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExhibitRecord {
    /// Its ordinal.
    pub no: ExhibitNo,
    /// What kind of thing it is.
    pub kind: Shown,
    /// What it is or where it lies.
    pub what: Shown,
    /// The message it came with.
    pub source: Option<MessageNo>,
    /// When it was noted.
    pub at: Stamp,
    /// Who noted it.
    pub by: AgentName,
}

/// A known fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactRecord {
    /// `bool`, `enum`, `text`, `number`, `money`, `date` or `list`.
    pub kind: FactKind,
    /// The value in the form `redress do CASE record` reads; money in yuan.
    pub value: Shown,
    /// `claimed`, `confirmed` or `disputed`.
    pub status: FactStatus,
    /// The message it comes from.
    pub source: Option<MessageNo>,
    /// When it was recorded.
    pub at: Stamp,
    /// Who recorded it.
    pub by: AgentName,
}

/// A ticked check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckRecord {
    /// The step it belongs to.
    pub step: StepId,
    /// Which.
    pub check: CheckId,
}

/// A promise made to the buyer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PromiseRecord {
    /// Its ordinal.
    pub no: PromiseNo,
    /// What.
    pub what: Shown,
    /// By when.
    pub due: Stamp,
    /// `open`, `kept`, `broken` or `withdrawn`.
    pub status: PromiseStatus,
    /// When it was made.
    pub made_at: Stamp,
    /// The reply that made it.
    pub message: Option<MessageNo>,
    /// How often another date was agreed.
    pub moved: u32,
    /// The fact its date is counted from; null for a date of its own.
    pub after: Option<FactId>,
    /// Whether that is not known yet: `due` is when to look after it then.
    pub pending: bool,
}

/// A clock of the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TimerRecord {
    /// `answer`, or a timer of the playbook.
    pub id: TimerId,
    /// When it started.
    pub started: Stamp,
    /// When it runs out.
    pub due: Stamp,
    /// `done` or `dropped`; null while it runs.
    pub ended: Option<TimerEnd>,
    /// Since when it stands still; null while it does not.
    pub paused: Option<Stamp>,
    /// `early`, `half`, `three-quarters` or `out`.
    pub level: Level,
}

/// A reply sent from this file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SentRecord {
    /// Its ordinal among the messages.
    pub no: MessageNo,
    /// The scripted replies it was made from.
    pub replies: Vec<ReplyId>,
    /// When.
    pub at: Stamp,
    /// Whether it was taken back.
    pub retracted: bool,
    /// What went with it, by name.
    pub attached: Vec<Shown>,
    /// Whether it went to the platform or an authority.
    pub statement: bool,
}

impl CaseDocument {
    /// A case as it stands at `now`; step, replies and messages are added by the caller.
    #[must_use]
    pub fn new(state: &CaseState, now: Stamp) -> Self {
        Self {
            format: "redress.case/1",
            now,
            case: CaseRecord::new(state, now),
            step: None,
            money: None,
            replies: Vec::new(),
            messages: Vec::new(),
            more_messages: false,
        }
    }
}

impl CaseRecord {
    /// A case as it stands at `now`.
    #[must_use]
    pub fn new(state: &CaseState, now: Stamp) -> Self {
        let closed = match &state.stage {
            Stage::Open => None,
            Stage::Closed(closing) => Some(ClosingRecord {
                result: closing.result,
                words: Shown::new(&closing.words),
                ending: closing.ending.clone(),
                at: closing.at,
            }),
        };
        let order = state.order.as_ref().map(|order| OrderRecord {
            no: Shown::new(order.no.as_str()),
            title: order.title.as_deref().map(Shown::new),
            amount_fen: order.amount.map(|fen| fen.0),
        });
        let visits = state.visits.iter().map(|visit| VisitRecord {
            step: visit.step.clone(),
            reason: visit.reason,
            at: visit.at,
            passed: visit.passed.clone(),
        });
        let facts = state.facts.iter().map(|(id, fact)| {
            let record = FactRecord {
                kind: fact.value.kind(),
                value: Shown::new(&fact.value.to_string()),
                status: fact.status,
                source: fact.source,
                at: fact.at,
                by: fact.by.clone(),
            };
            (id.clone(), record)
        });
        let checks = state
            .checks
            .iter()
            .map(|(step, check)| CheckRecord { step: step.clone(), check: check.clone() });
        let promises = state.promises.iter().map(|promise| PromiseRecord {
            no: promise.no,
            what: Shown::new(&promise.what),
            due: promise.due,
            status: promise.status,
            made_at: promise.made_at,
            message: promise.message,
            moved: promise.moved,
            after: promise.after.as_ref().map(|after| after.fact.clone()),
            pending: promise.pending,
        });
        let timers = state.timers.values().map(|timer| TimerRecord {
            id: timer.id.clone(),
            started: timer.started,
            due: timer.due,
            ended: timer.ended,
            paused: timer.paused,
            level: timer.level(now),
        });
        let sent = state.sent.iter().map(|sent| SentRecord {
            no: sent.no,
            replies: sent.replies.clone(),
            at: sent.at,
            retracted: sent.retracted,
            attached: sent.attached.iter().map(|name| Shown::new(name)).collect(),
            statement: sent.statement,
        });
        let exhibits = state.held_exhibits().map(|exhibit| ExhibitRecord {
            no: exhibit.no,
            kind: Shown::new(exhibit.kind.as_str()),
            what: Shown::new(&exhibit.what),
            source: exhibit.source,
            at: exhibit.at,
            by: exhibit.by.clone(),
        });
        Self {
            id: state.id,
            version: state.version,
            key: state.key.as_deref().map(Shown::new),
            open: state.is_open(),
            closed,
            platform: state.platform,
            buyer: Shown::new(state.buyer.as_str()),
            order,
            issue: state.issue.clone(),
            mood: state.mood,
            buyer_type: state.buyer_type,
            playbook: state.playbook.clone(),
            step: state.step.clone(),
            visits: visits.collect(),
            reopened: state.reopened.iter().cloned().collect(),
            facts: facts.collect(),
            checks: checks.collect(),
            exhibits: exhibits.collect(),
            promises: promises.collect(),
            settling: SettlingRecord::new(state),
            timers: timers.collect(),
            sent: sent.collect(),
            due: state.next_due().map(|due| DueRecord::new(due, now)),
            waiting_since: state.tally.waiting_since,
            buyer_messages: state.tally.buyer,
            agent_messages: state.tally.agent,
            opened_at: state.opened_at,
            changed_at: state.changed_at,
        }
    }
}
