//! The demo's content: made-up cases in both languages, with times relative to the moment the demo
//! starts, so that it is always fresh.
//!
//! Owns the format of `assets/demo/cases.toml`. What an act means is for the desk to decide: the
//! script names steps, checks, facts and replies of the shipped playbooks, nothing is written here.

mod raw;
mod time;

use crate::domain::{
    Author, BuyerName, BuyerType, CheckId, CloseResult, ExhibitKind, FactId, FactStatus, Fen,
    Issue, Lang, Mood, NewMessage, OrderNo, Platform, PlaybookId, RawText, ReplyId, Stamp, StepId,
    Words,
};
use crate::playbook::ToolDeed;
use chrono::FixedOffset;

pub use raw::{DemoError, read_demo};
pub use time::DemoTime;

/// A case of the demo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoCase {
    /// Its name in the case file: `demo-glass`.
    pub key: String,
    /// Where it comes from.
    pub platform: Platform,
    /// The buyer's nickname.
    pub buyer: Words,
    /// The order it is about.
    pub order: DemoOrder,
    /// What it is about.
    pub issue: Issue,
    /// The playbook it runs on.
    pub playbook: PlaybookId,
    /// What came in, oldest first.
    pub messages: Vec<DemoMessage>,
    /// What was done with it, oldest first.
    pub script: Vec<DemoAct>,
}

/// The order a demo case is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoOrder {
    /// Its number.
    pub no: OrderNo,
    /// What was bought.
    pub title: Words,
    /// What was paid.
    pub amount: Fen,
}

/// A message of the demo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoMessage {
    /// Who said it.
    pub author: Author,
    /// When.
    pub at: DemoTime,
    /// What.
    pub text: Words,
}

/// Something the demo's agent did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoAct {
    /// When.
    pub at: DemoTime,
    /// What.
    pub deed: DemoDeed,
}

/// The acts a script may hold, in the words of `redress do`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DemoDeed {
    /// Sent a scripted reply as the playbook words it.
    Reply(ReplyId),
    /// Wrote a private note.
    Note(Words),
    /// Recorded a fact; its value as a person types it.
    Record {
        /// Which.
        fact: FactId,
        /// Its value; the same in both languages unless it is free text.
        value: Words,
        /// How sure it is.
        status: FactStatus,
    },
    /// Ticked a check.
    Check(StepId, CheckId),
    /// Noted something collected.
    Exhibit {
        /// What kind of thing.
        kind: ExhibitKind,
        /// What it is or where it lies.
        what: Words,
    },
    /// Judged the buyer's mood.
    Mood(Mood),
    /// Judged what kind of buyer it is.
    BuyerType(BuyerType),
    /// Took up another step of the same group.
    Enter(StepId),
    /// Went on to the next step.
    Advance,
    /// Promised something outside a scripted reply.
    Promise {
        /// What.
        what: Words,
        /// By when.
        due: DemoTime,
    },
    /// Used a tool of the desk.
    Tool {
        /// Which, and how.
        deed: ToolDeed,
        /// In the buyer's words, where it has any.
        quote: Words,
    },
    /// Kept every promise open at that time; nothing to do when none is.
    KeepAll,
    /// Closed the case.
    Close {
        /// With what result.
        result: CloseResult,
        /// In the agent's words.
        words: Words,
    },
}

/// One moment of a demo case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DemoMoment<'a> {
    /// Something was said.
    Said(&'a DemoMessage),
    /// Something was done.
    Done(&'a DemoDeed),
}

impl DemoCase {
    /// Everything that happens in the case, by time; what was said stands before what was done at
    /// the same moment.
    #[must_use]
    pub fn moments(&self, now: Stamp, offset: FixedOffset) -> Vec<(Stamp, DemoMoment<'_>)> {
        let said = self.messages.iter().map(|message| (message.at, DemoMoment::Said(message)));
        let done = self.script.iter().map(|act| (act.at, DemoMoment::Done(&act.deed)));
        let mut all: Vec<(Stamp, DemoMoment<'_>)> =
            said.chain(done).map(|(at, moment)| (at.resolve(now, offset), moment)).collect();
        all.sort_by_key(|(at, _)| *at);
        all
    }

    /// The buyer's name in a language.
    #[must_use]
    pub fn buyer_name(&self, lang: Lang) -> BuyerName {
        BuyerName::new(self.buyer.get(lang))
    }
}

impl DemoMessage {
    /// The message as it would come in from outside.
    #[must_use]
    pub fn to_message(&self, at: Stamp, lang: Lang) -> NewMessage {
        NewMessage {
            author: self.author,
            speaker: None,
            at,
            timed: true,
            text: RawText::new(self.text.get(lang)),
        }
    }
}

/// The cases that come with the program.
///
/// # Errors
/// [`DemoError`] when the shipped file is wrong; a test keeps it right.
pub fn demo_cases() -> Result<Vec<DemoCase>, DemoError> {
    read_demo(include_str!("../../assets/demo/cases.toml"))
}

#[cfg(test)]
mod tests;
