//! `redress do`: one act on a case.

use super::settling::SettlingArgs;
use crate::domain::{
    Aggravator, BuyerType, CaseId, Cause, CloseResult, Department, FactStatus, Fen, FollowUpResult,
    Mood,
};
use clap::{Args as ClapArgs, Subcommand};

#[derive(Debug, Clone, ClapArgs)]
pub(in crate::cli) struct DoArgs {
    #[arg(value_name = "CASE[,CASE…]", value_parser = cases)]
    pub(in crate::cli) case: Cases,
    #[arg(long, global = true, value_name = "VERSION")]
    pub(in crate::cli) expect: Option<u32>,
    #[arg(long, global = true)]
    pub(in crate::cli) json: bool,
    #[command(subcommand)]
    pub(in crate::cli) deed: Deed,
}

#[derive(Debug, Clone, Subcommand)]
pub(in crate::cli) enum Deed {
    Reply {
        #[arg(value_name = "TEXT", allow_hyphen_values = true)]
        text: Option<String>,
        #[arg(long, value_name = "REPLY")]
        adopt: Vec<String>,
        #[arg(long)]
        copy: bool,
        #[arg(long, conflicts_with = "no_pledge")]
        pledge: bool,
        #[arg(long)]
        no_pledge: bool,
        #[arg(long, value_name = "WHY")]
        overrule: Option<String>,
    },
    Retract {
        #[arg(value_name = "NO")]
        no: Option<u32>,
    },
    Note {
        #[arg(value_name = "TEXT", allow_hyphen_values = true)]
        text: String,
    },
    Record {
        #[arg(value_name = "FACT")]
        fact: String,
        #[arg(value_name = "VALUE", allow_hyphen_values = true)]
        value: String,
        #[arg(long, value_name = "STATUS", value_parser = status)]
        status: Option<FactStatus>,
        #[arg(long, value_name = "NO")]
        from: Option<u32>,
    },
    Check {
        #[arg(value_name = "[STEP/]CHECK")]
        check: String,
        #[arg(long)]
        off: bool,
    },
    Mood {
        #[arg(value_name = "MOOD", value_parser = mood)]
        mood: Mood,
    },
    Type {
        #[arg(value_name = "TYPE", value_parser = buyer_type)]
        kind: BuyerTypeArg,
    },
    Exhibit {
        #[arg(value_name = "KIND")]
        exhibit: String,
        #[arg(value_name = "WORDS", default_value = "", hide_default_value = true)]
        what: String,
        #[arg(long, value_name = "NO")]
        from: Option<u32>,
    },
    Drop {
        #[arg(value_name = "NO")]
        exhibit_no: u32,
    },
    Issue {
        #[arg(value_name = "ISSUE")]
        issue: String,
    },
    Order {
        #[arg(value_name = "NO")]
        order: String,
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
        #[arg(long, value_name = "YUAN", value_parser = amount)]
        amount: Option<Fen>,
    },
    Advance,
    Enter {
        #[arg(value_name = "STEP")]
        step: String,
    },
    Skip,
    Back {
        #[arg(value_name = "STEP")]
        step: Option<String>,
    },
    Calm,
    Promise {
        #[arg(value_name = "WHAT")]
        what: String,
        #[arg(long, value_name = "TIME")]
        due: String,
    },
    Keep {
        #[arg(value_name = "NO")]
        promise: u32,
    },
    Break {
        #[arg(value_name = "NO")]
        promise: u32,
    },
    Move {
        #[arg(value_name = "NO")]
        promise: u32,
        #[arg(long, value_name = "TIME")]
        due: String,
    },
    #[command(flatten)]
    Settling(SettlingArgs),
    Playbook {
        #[arg(value_name = "PLAYBOOK")]
        playbook: Option<String>,
        #[arg(long)]
        report: bool,
    },
    Close {
        #[arg(value_name = "RESULT", value_parser = result)]
        result: CloseResult,
        #[arg(value_name = "WORDS", default_value = "", hide_default_value = true)]
        words: String,
        #[arg(long, value_name = "WHY")]
        despite: Option<String>,
    },
    Task {
        #[arg(value_name = "WHAT")]
        what: String,
        #[arg(long, value_name = "DEPARTMENT", value_parser = department)]
        to: Department,
        #[arg(long, value_name = "NAME")]
        owner: String,
        #[arg(long, value_name = "TIME")]
        due: String,
        #[arg(long, value_name = "WORDS", default_value = "", hide_default_value = true)]
        tried: String,
    },
    TaskMove {
        #[arg(value_name = "NO")]
        task: u32,
        #[arg(long, value_name = "TIME")]
        due: String,
    },
    TaskDone {
        #[arg(value_name = "NO")]
        task: u32,
        #[arg(value_name = "WORDS", default_value = "", hide_default_value = true)]
        result: String,
    },
    TaskDrop {
        #[arg(value_name = "NO")]
        task: u32,
        #[arg(value_name = "WHY")]
        why: String,
    },
    Snooze {
        #[arg(long, value_name = "TIME")]
        until: Option<String>,
        #[arg(long)]
        reply: bool,
    },
    Wake,
    Did {
        #[arg(value_name = "WHAT")]
        what: String,
        #[arg(long, value_name = "WORDS", default_value = "", hide_default_value = true)]
        proof: String,
        #[arg(long, value_name = "NO")]
        exhibit: Option<u32>,
    },
    Confirm {
        #[arg(value_name = "WORDS", default_value = "", hide_default_value = true)]
        words: String,
        #[arg(long)]
        no: bool,
        #[arg(long, value_name = "NO")]
        from: Option<u32>,
    },
    Cause {
        #[arg(value_name = "CAUSE", required = true, value_parser = cause)]
        cause: Vec<Cause>,
        #[arg(long, value_name = "AGGRAVATOR", value_parser = aggravator)]
        worse: Vec<Aggravator>,
    },
    Lesson {
        #[arg(value_name = "WORDS")]
        words: String,
        #[arg(long)]
        none: bool,
    },
    FollowUp {
        #[arg(value_name = "WORDS", default_value = "", hide_default_value = true)]
        words: String,
        #[arg(long, value_name = "TIME", conflicts_with_all = ["skip", "result"])]
        on: Option<String>,
        #[arg(long, conflicts_with = "result")]
        skip: bool,
        #[arg(long, value_name = "RESULT", value_parser = follow_result)]
        result: Option<FollowUpResult>,
    },
    Undo,
    Redo,
    Reopen {
        #[arg(value_name = "WHY", default_value = "", hide_default_value = true)]
        why: String,
    },
}

/// One case or several, each once, in the order they were typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct Cases(pub(in crate::cli) Vec<CaseId>);

/// More than anybody means at once.
const MOST_CASES: usize = 500;

fn cases(text: &str) -> Result<Cases, String> {
    let mut cases = Vec::new();
    for one in text.split([',', '，']).map(str::trim) {
        let case = one.parse().map(CaseId).map_err(|_no_number| "5, 5,6,9".to_owned())?;
        if !cases.contains(&case) {
            cases.push(case);
        }
    }
    if cases.len() > MOST_CASES { Err("5,6,9".to_owned()) } else { Ok(Cases(cases)) }
}

/// A kind of buyer, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) struct BuyerTypeArg(pub(in crate::cli) Option<BuyerType>);

/// The word that takes the judgement back.
const NO_TYPE: &str = "none";

fn buyer_type(text: &str) -> Result<BuyerTypeArg, String> {
    if text == NO_TYPE {
        return Ok(BuyerTypeArg(None));
    }
    let known = BuyerType::from_name(text).map(|kind| BuyerTypeArg(Some(kind)));
    known.ok_or_else(|| [BuyerType::ALL.map(BuyerType::name).join(", "), NO_TYPE.into()].join(", "))
}

fn department(text: &str) -> Result<Department, String> {
    Department::from_name(text).ok_or_else(|| Department::ALL.map(Department::name).join(", "))
}

fn cause(text: &str) -> Result<Cause, String> {
    Cause::parse(text).ok_or_else(|| Cause::KNOWN.join(", "))
}

fn aggravator(text: &str) -> Result<Aggravator, String> {
    Aggravator::from_name(text).ok_or_else(|| Aggravator::ALL.map(Aggravator::name).join(", "))
}

fn follow_result(text: &str) -> Result<FollowUpResult, String> {
    let known = || FollowUpResult::ALL.map(FollowUpResult::name).join(", ");
    FollowUpResult::from_name(text).ok_or_else(known)
}

fn mood(text: &str) -> Result<Mood, String> {
    Mood::from_name(text).ok_or_else(|| Mood::ALL.map(Mood::name).join(", "))
}

fn status(text: &str) -> Result<FactStatus, String> {
    FactStatus::from_name(text).ok_or_else(|| FactStatus::ALL.map(FactStatus::name).join(", "))
}

fn result(text: &str) -> Result<CloseResult, String> {
    CloseResult::from_name(text).ok_or_else(|| CloseResult::ALL.map(CloseResult::name).join(", "))
}

fn amount(text: &str) -> Result<Fen, String> {
    Fen::parse_yuan(text).ok_or_else(|| "59.90".to_owned())
}
