//! A case as it stands: the sum of its events.

use super::{
    Acts, BuyerName, BuyerType, CaseId, CheckId, CloseResult, ClosingSheet, Detour, EndingId,
    Exhibit, ExhibitNo, Fact, FactId, Issue, MessageNo, Mood, Order, Platform, PlaybookId,
    PlaybookRef, Promise, PromiseNo, PromiseStatus, ReplyId, Settling, Snooze, Stamp, StepId, Task,
    TaskNo, Timer, TimerId, Version, Visit,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Whether a case is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Being worked on.
    Open,
    /// Done.
    Closed(Closing),
}

/// How and when a case was closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// With what result.
    pub result: CloseResult,
    /// In the agent's words.
    pub words: String,
    /// The playbook's ending it came to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ending: Option<EndingId>,
    /// When.
    pub at: Stamp,
}

/// A reply sent from this file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// Its ordinal among the messages.
    pub no: MessageNo,
    /// The scripted replies it was made from.
    pub replies: Vec<ReplyId>,
    /// The checks it ticked.
    pub ticks: Vec<(StepId, CheckId)>,
    /// The facts it recorded for the first time.
    pub sets: Vec<FactId>,
    /// The facts it recorded anew, as they stood before.
    pub replaced: Vec<(FactId, Fact)>,
    /// How many steps the case had stood at before it.
    pub visits: usize,
    /// When.
    pub at: Stamp,
    /// Until when it can be taken back.
    pub undo_until: Stamp,
    /// Whether it was.
    pub retracted: bool,
    /// Since when the buyer had been waiting for it; nobody waits for a statement.
    pub answered: Option<Stamp>,
    /// Whether it went to the platform or an authority: no answer to the buyer.
    pub statement: bool,
    /// What went with it, by name.
    pub attached: Vec<String>,
    /// The steps its facts opened again.
    pub reopened: Vec<StepId>,
    /// The steps that were open again before it.
    pub open: BTreeSet<StepId>,
    /// The walk through such steps that it was part of.
    pub detour: Option<Detour>,
    /// The ticks that went when it moved the case on.
    pub unticked: Vec<(StepId, CheckId)>,
    /// The promises it gave another date, as they stood before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moved: Vec<MovedPromise>,
}

/// A promise as it stood before a reply gave it another date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedPromise {
    /// Which.
    pub no: PromiseNo,
    /// By when it was due.
    pub due: Stamp,
    /// Whether it had no date of its own yet.
    pub pending: bool,
}

/// How much was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally {
    /// The newest ordinal, retracted and private ones included.
    pub last_no: MessageNo,
    /// Messages of the buyer.
    pub buyer: u32,
    /// Messages of agents to the buyer, without those taken back.
    pub agent: u32,
    /// Since when the buyer waits for an answer.
    pub waiting_since: Option<Stamp>,
    /// When something was last said, by anyone.
    pub last_at: Option<Stamp>,
    /// When the buyer's last word was first answered, while they have not spoken since.
    #[serde(default)]
    pub silent_since: Option<Stamp>,
}

/// When the agent gave their own word on what the guide proposes, counted in messages of the buyer: a
/// proposal from before is not made again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Judged {
    /// On how the buyer feels.
    pub mood: Option<u32>,
    /// On what the case is about.
    pub issue: Option<u32>,
    /// On what kind of buyer it is.
    pub buyer_type: Option<u32>,
}

/// A case as its events make it. Texts are not in here: they stand in the message table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseState {
    /// Its number.
    pub id: CaseId,
    /// How many events it has.
    pub version: Version,
    /// Open or closed.
    pub stage: Stage,
    /// Its name in the file it was imported from.
    pub key: Option<String>,
    /// Where it comes from.
    pub platform: Platform,
    /// Whose it is.
    pub buyer: BuyerName,
    /// The order, once known.
    pub order: Option<Order>,
    /// What it is about.
    pub issue: Issue,
    /// How the buyer feels, as the agent judged last.
    pub mood: Mood,
    /// What kind of buyer it is, as the agent judged last.
    pub buyer_type: Option<BuyerType>,
    /// When the agent judged these three last.
    #[serde(skip)]
    pub judged: Judged,
    /// The playbook it runs on.
    pub playbook: PlaybookRef,
    /// The playbooks it was handed away from, with how much had been learned by then.
    pub left: BTreeMap<PlaybookId, u32>,
    /// How often something was learned: a fact, an exhibit, a judgement of the buyer.
    pub learned: u32,
    /// The step it stands at.
    pub step: StepId,
    /// Every step it stood at, in order.
    pub visits: Vec<Visit>,
    /// Steps that a changed fact has opened again, until they are entered.
    pub reopened: BTreeSet<StepId>,
    /// The walk through such steps, while it lasts.
    pub detour: Option<Detour>,
    /// What is known.
    pub facts: BTreeMap<FactId, Fact>,
    /// What is ticked.
    pub checks: BTreeSet<(StepId, CheckId)>,
    /// What was collected, by ordinal; dropped ones included.
    pub exhibits: Vec<Exhibit>,
    /// What was promised, by ordinal.
    pub promises: Vec<Promise>,
    /// What was worked out, agreed and paid.
    pub settling: Settling,
    /// Facts as they stood before they were recorded anew, oldest first.
    pub superseded: Vec<(FactId, Fact)>,
    /// Clocks, running and stopped.
    pub timers: BTreeMap<TimerId, Timer>,
    /// Replies sent from this file, oldest first.
    pub sent: Vec<Sent>,
    /// Work others do for it, by ordinal.
    #[serde(default)]
    pub tasks: Vec<Task>,
    /// How long it is laid aside, if it is.
    #[serde(default)]
    pub snooze: Option<Snooze>,
    /// What its end rests on.
    #[serde(default)]
    pub sheet: ClosingSheet,
    /// Private notes that were taken back.
    #[serde(default)]
    pub struck: BTreeSet<MessageNo>,
    /// Its newest acts, for undo and redo.
    #[serde(skip)]
    pub acts: Acts,
    /// How much was said.
    pub tally: Tally,
    /// When it was opened.
    pub opened_at: Stamp,
    /// When it last changed.
    pub changed_at: Stamp,
}

impl CaseState {
    /// The timer that runs while the buyer waits for an answer.
    pub const ANSWER_TIMER: &'static str = "answer";

    /// Whether the case is open.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.stage, Stage::Open)
    }

    /// Whether a check is ticked.
    #[must_use]
    pub fn is_checked(&self, step: &StepId, check: &CheckId) -> bool {
        self.checks.contains(&(step.clone(), check.clone()))
    }

    /// Whether a scripted reply was sent and not taken back.
    #[must_use]
    pub fn was_sent(&self, reply: &ReplyId) -> bool {
        self.sent.iter().any(|sent| !sent.retracted && sent.replies.contains(reply))
    }

    /// Whether an exhibit of a kind was collected.
    #[must_use]
    pub fn has_exhibit(&self, kind: &str) -> bool {
        self.held_exhibits().any(|exhibit| exhibit.kind.as_str() == kind)
    }

    /// Exhibits that were not dropped.
    pub fn held_exhibits(&self) -> impl Iterator<Item = &Exhibit> {
        self.exhibits.iter().filter(|exhibit| !exhibit.dropped)
    }

    /// An exhibit by its ordinal.
    #[must_use]
    pub fn exhibit(&self, no: ExhibitNo) -> Option<&Exhibit> {
        self.exhibits.iter().find(|exhibit| exhibit.no == no)
    }

    /// Whether the case was handed away from a playbook and nothing was learned since: handed back, it
    /// would only be handed away again.
    #[must_use]
    pub fn has_left(&self, playbook: &PlaybookId) -> bool {
        self.left.get(playbook) == Some(&self.learned)
    }

    /// Whether ours was the last word, so that the buyer is to act.
    #[must_use]
    pub const fn buyer_to_act(&self) -> bool {
        self.tally.waiting_since.is_none() && self.tally.agent > 0
    }

    /// A promise by its ordinal.
    #[must_use]
    pub fn promise(&self, no: PromiseNo) -> Option<&Promise> {
        self.promises.iter().find(|promise| promise.no == no)
    }

    /// Promises still to be kept.
    pub fn open_promises(&self) -> impl Iterator<Item = &Promise> {
        self.promises.iter().filter(|promise| promise.status == PromiseStatus::Open)
    }

    /// Timers still running, those that stand still included.
    pub fn running_timers(&self) -> impl Iterator<Item = &Timer> {
        self.timers.values().filter(|timer| timer.ended.is_none())
    }

    /// The reply that can still be taken back at `now`, if any: the newest one sent.
    #[must_use]
    pub fn retractable(&self, now: Stamp) -> Option<&Sent> {
        self.sent.iter().rev().find(|sent| !sent.retracted).filter(|sent| now < sent.undo_until)
    }

    /// Whether it is on record what the buyer wants, noted as such or asked as a fact.
    #[must_use]
    pub fn knows_wish(&self) -> bool {
        self.settling.wish.is_some() || self.facts.contains_key("wish")
    }

    /// A task by its ordinal.
    #[must_use]
    pub fn task(&self, no: TaskNo) -> Option<&Task> {
        self.tasks.iter().find(|task| task.no == no)
    }

    /// Tasks others still have to do, the one agreed for soonest first.
    #[must_use]
    pub fn open_tasks(&self) -> Vec<&Task> {
        let mut open: Vec<&Task> = self.tasks.iter().filter(|task| task.is_open()).collect();
        open.sort_by_key(|task| (task.due, task.no));
        open
    }

    /// How many promises were broken.
    #[must_use]
    pub fn breaches(&self) -> usize {
        let broken = |promise: &&Promise| promise.status == PromiseStatus::Broken;
        self.promises.iter().filter(broken).count()
    }

    /// Whether a reply has gone to the buyer since that moment.
    #[must_use]
    pub fn told_since(&self, at: Stamp) -> bool {
        let after = |sent: &&Sent| !sent.retracted && !sent.statement && sent.at >= at;
        self.sent.iter().rev().any(|sent| after(&sent))
    }
}
