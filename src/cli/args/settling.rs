//! `redress do`: verdict, wish, options, money, returns, marks, points.

use crate::domain::{
    Fen, FreightPayer, Mark, PaidWhat, PointAnswer, Remedy, ReturnCheck, Verdict, Wish,
};
use clap::{Args as ClapArgs, Subcommand};

#[derive(Debug, Clone, Subcommand)]
pub(in crate::cli) enum SettlingArgs {
    Verdict {
        #[arg(value_name = "VERDICT", value_parser = verdict)]
        verdict: VerdictArg,
        #[arg(long, value_name = "WHY", default_value = "", hide_default_value = true)]
        why: String,
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
        own_faults: String,
    },
    Wish {
        #[arg(value_name = "WISH", value_parser = wish)]
        wish: Wish,
        #[arg(long, value_name = "YUAN", value_parser = yuan)]
        amount: Option<Fen>,
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
        quote: String,
        #[arg(long, value_name = "NO")]
        from: Option<u32>,
    },
    Option(Box<OptionArgs>),
    DropOption {
        #[arg(value_name = "NO")]
        option_no: u32,
    },
    Only {
        #[arg(value_name = "WHY")]
        why: String,
    },
    Choose {
        #[arg(value_name = "NO")]
        told_no: u32,
        #[arg(long, value_name = "TEXT")]
        quote: String,
        #[arg(long, value_name = "NO")]
        from: Option<u32>,
    },
    Money(Box<MoneyArgs>),
    Approval {
        #[arg(value_name = "YUAN", value_parser = yuan)]
        sum: Fen,
        #[arg(long, value_name = "WHY")]
        why: String,
    },
    Ruling {
        #[arg(value_name = "YUAN", value_parser = ruling)]
        granted: RulingArg,
        #[arg(long, value_name = "NAME")]
        by: String,
        #[arg(long, value_name = "ROLE")]
        role: Option<String>,
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
        words: String,
    },
    Pay {
        #[arg(value_name = "WHAT", value_parser = paid)]
        paid: PaidWhat,
        #[arg(value_name = "YUAN", value_parser = yuan)]
        sum: Fen,
        #[arg(long, value_name = "NUMBER", default_value = "", hide_default_value = true)]
        proof: String,
        #[arg(long, value_name = "ORDER")]
        order: Option<String>,
        #[arg(long, value_name = "WHY", default_value = "", hide_default_value = true)]
        again: String,
    },
    Void {
        #[arg(value_name = "NO")]
        payment_no: u32,
        #[arg(value_name = "WHY")]
        why: String,
    },
    ReturnCheck {
        #[arg(value_name = "PIECE=VALUE", required = true, value_parser = piece)]
        pieces: Vec<ReturnCheck>,
    },
    Mark {
        #[arg(value_name = "MARK", value_parser = mark)]
        mark: Mark,
        #[arg(value_name = "NO")]
        message: u32,
        #[arg(long)]
        off: bool,
    },
    Answer {
        #[arg(value_name = "POINT")]
        point: u32,
        #[arg(value_name = "ANSWER", value_parser = answer)]
        answer: PointAnswer,
        #[arg(long, value_name = "VALUE")]
        value: Option<String>,
    },
}

#[derive(Debug, Clone, ClapArgs)]
pub(in crate::cli) struct OptionArgs {
    #[arg(value_name = "REMEDY", value_parser = remedy)]
    pub(in crate::cli) remedy: Remedy,
    #[arg(long, value_name = "YUAN", value_parser = yuan)]
    pub(in crate::cli) give: Option<Fen>,
    #[arg(long, value_name = "YUAN", value_parser = yuan)]
    pub(in crate::cli) cost: Option<Fen>,
    #[arg(long, value_name = "YUAN", value_parser = yuan)]
    pub(in crate::cli) freight: Option<Fen>,
    #[arg(long, value_name = "WHO", value_parser = payer)]
    pub(in crate::cli) payer: Option<FreightPayer>,
    #[arg(long, value_name = "RULE", default_value = "1wd")]
    pub(in crate::cli) by: String,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub(in crate::cli) steps: String,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub(in crate::cli) condition: String,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub(in crate::cli) text: String,
    #[arg(long, value_name = "WHY", default_value = "", hide_default_value = true)]
    pub(in crate::cli) obstacle: String,
    #[arg(long, value_name = "NO")]
    pub(in crate::cli) no: Option<u32>,
}

#[derive(Debug, Clone, ClapArgs)]
pub(in crate::cli) struct MoneyArgs {
    #[arg(long, value_name = "YUAN", value_parser = yuan)]
    pub(in crate::cli) price: Option<Fen>,
    #[arg(long, value_name = "YUAN", value_parser = yuan)]
    pub(in crate::cli) cost: Option<Fen>,
    #[arg(long, value_name = "YUAN", value_parser = yuan)]
    pub(in crate::cli) resale: Option<Fen>,
    #[arg(long, value_name = "YUAN", value_parser = yuan)]
    pub(in crate::cli) freight_out: Option<Fen>,
    #[arg(long, value_name = "YUAN", value_parser = yuan)]
    pub(in crate::cli) freight_back: Option<Fen>,
    #[arg(long, value_name = "YUAN", value_parser = yuan)]
    pub(in crate::cli) defect: Option<Fen>,
    #[arg(long, value_name = "YUAN", value_parser = yuan)]
    pub(in crate::cli) ask: Option<Fen>,
    #[arg(long, value_name = "PERCENT")]
    pub(in crate::cli) risk: Option<u8>,
    #[arg(long, value_name = "YUAN", value_parser = yuan)]
    pub(in crate::cli) effort: Option<Fen>,
}

/// A verdict, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) struct VerdictArg(pub(in crate::cli) Option<Verdict>);

/// A sum granted, or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) struct RulingArg(pub(in crate::cli) Option<Fen>);

const NONE: &str = "none";
const NO: &str = "no";

fn list<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> String {
    let names: Vec<&str> = all.iter().copied().map(name).collect();
    names.join(", ")
}

fn verdict(text: &str) -> Result<VerdictArg, String> {
    if text == NONE {
        return Ok(VerdictArg(None));
    }
    let known = Verdict::from_name(text).map(|verdict| VerdictArg(Some(verdict)));
    known.ok_or_else(|| format!("{}, {NONE}", list(Verdict::ALL, Verdict::name)))
}

fn ruling(text: &str) -> Result<RulingArg, String> {
    if text == NO {
        return Ok(RulingArg(None));
    }
    yuan(text).map(|fen| RulingArg(Some(fen))).map_err(|such| format!("{such}, {NO}"))
}

fn wish(text: &str) -> Result<Wish, String> {
    Wish::from_name(text).ok_or_else(|| list(Wish::ALL, Wish::name))
}

fn remedy(text: &str) -> Result<Remedy, String> {
    Remedy::from_name(text).ok_or_else(|| list(Remedy::ALL, Remedy::name))
}

fn payer(text: &str) -> Result<FreightPayer, String> {
    FreightPayer::from_name(text).ok_or_else(|| list(FreightPayer::ALL, FreightPayer::name))
}

fn paid(text: &str) -> Result<PaidWhat, String> {
    PaidWhat::from_name(text).ok_or_else(|| list(PaidWhat::ALL, PaidWhat::name))
}

fn mark(text: &str) -> Result<Mark, String> {
    Mark::from_name(text).ok_or_else(|| list(Mark::ALL, Mark::name))
}

fn answer(text: &str) -> Result<PointAnswer, String> {
    PointAnswer::from_name(text).ok_or_else(|| list(PointAnswer::ALL, PointAnswer::name))
}

fn yuan(text: &str) -> Result<Fen, String> {
    Fen::parse_yuan(text).ok_or_else(|| "59.90".to_owned())
}

fn piece(text: &str) -> Result<ReturnCheck, String> {
    let (piece, value) = text.split_once('=').unwrap_or((text, ""));
    ReturnCheck::of(piece, value).ok_or_else(|| {
        let values = ReturnCheck::names(piece);
        if values.is_empty() {
            ReturnCheck::PIECES.join("=…, ") + "=…"
        } else {
            values.join(", ")
        }
    })
}
