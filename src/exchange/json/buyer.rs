//! `redress buyer --json`.

use super::Shown;
use crate::domain::{CaseId, CloseResult, Fen, Issue, ReplyId, Stamp, Wish};
use serde::Serialize;

/// A buyer at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BuyerDocument {
    /// `redress.buyer/1`.
    pub format: &'static str,
    /// The case it was asked for.
    pub case: CaseId,
    /// The buyer's nickname.
    pub buyer: Shown,
    /// How many cases the buyer has.
    pub count: u32,
    /// How many of them are open.
    pub open: u32,
    /// How many promises to the buyer were broken.
    pub breaches: u32,
    /// What stands out: `type`, `often`, `same-order`, `ruled`, `refused`, `abusive`.
    pub flags: Vec<&'static str>,
    /// All that was paid to them.
    pub paid_fen: Fen,
    /// The payments, the newest case first.
    pub payments: Vec<BuyerPaymentRecord>,
    /// Their orders, the newest case first.
    pub orders: Vec<BuyerOrderRecord>,
    /// Their other cases, newest first.
    pub earlier: Vec<BuyerCaseRecord>,
    /// What was done for them.
    pub deeds: Vec<BuyerDeedRecord>,
    /// Other buyers' closed cases about the same, once it is known what this buyer wants.
    pub similar: Vec<SimilarRecord>,
    /// Scripted replies like this buyer's words, once it is known what they want.
    pub scripts: Vec<LikeScriptRecord>,
}

impl BuyerDocument {
    /// The name of the shape.
    pub const FORMAT: &'static str = "redress.buyer/1";
}

/// An order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BuyerOrderRecord {
    /// The case that named it.
    pub case: CaseId,
    /// The end of its number.
    pub order_tail: Shown,
    /// What was bought.
    pub title: Option<Shown>,
    /// What was paid.
    pub amount_fen: Option<Fen>,
}

/// Another case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BuyerCaseRecord {
    /// Its number.
    pub case: CaseId,
    /// What it is about.
    pub issue: Issue,
    /// When it was opened.
    pub opened_at: Stamp,
    /// How it ended; null while it is open.
    pub result: Option<CloseResult>,
}

/// Money paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BuyerPaymentRecord {
    /// In which case.
    pub case: CaseId,
    /// What for: `refund`, `compensation` and so on.
    pub what: &'static str,
    /// How much.
    pub amount_fen: Fen,
    /// When.
    pub at: Stamp,
}

/// Something done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BuyerDeedRecord {
    /// In which case.
    pub case: CaseId,
    /// What.
    pub what: Shown,
    /// When.
    pub at: Stamp,
}

/// A case about the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SimilarRecord {
    /// Its number.
    pub case: CaseId,
    /// How like its buyer's words are, in percent.
    pub like: u8,
    /// What its buyer wanted.
    pub wish: Option<Wish>,
    /// How it ended.
    pub result: Option<CloseResult>,
    /// In the agent's words; nobody is named in them.
    pub words: Shown,
    /// What was paid.
    pub paid_fen: Fen,
    /// The scripted replies it used.
    pub replies: Vec<ReplyId>,
}

/// A scripted reply like the buyer's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LikeScriptRecord {
    /// The word for `do CASE reply --adopt`.
    pub id: ReplyId,
    /// Its title.
    pub title: Shown,
    /// How like, in percent.
    pub like: u8,
}
