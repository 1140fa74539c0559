//! `redress do`: one act on a case.

use super::settling::SettlingArgs;
use crate::domain::{BuyerType, CloseResult, FactStatus, Fen, Mood};
use clap::{Args as ClapArgs, Subcommand};

#[derive(Debug, Clone, ClapArgs)]
pub(in crate::cli) struct DoArgs {
    #[arg(value_name = "CASE")]
    pub(in crate::cli) case: i64,
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
    },
    Reopen {
        #[arg(value_name = "WHY", default_value = "", hide_default_value = true)]
        why: String,
    },
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
