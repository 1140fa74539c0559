//! What is done with the desk's tools in a `[[test]]` or a file of facts: judged, wished, put, offered,
//! chosen, approved, paid, looked at, answered, done, handed over.
//!
//! Owns how each is written, once for both; what it comes to is decided by the desk.

use super::super::due::DueRule;
use super::super::schema::RawValue;
use crate::domain::{
    Department, FactValue, Fen, FreightPayer, PaidWhat, Remedy, ReturnCheck, Verdict, Wish,
};

/// What is done with a tool of the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ToolDeed {
    /// Somebody judges who answers for it, or takes the judgement back.
    Verdict {
        /// Who.
        verdict: Option<Verdict>,
        /// Where our own faults were looked for.
        own_faults: String,
    },
    /// The buyer's wish is noted.
    Wish {
        /// What.
        wish: Wish,
        /// How much.
        sum: Option<Fen>,
        /// In the buyer's words.
        quote: String,
    },
    /// An option is put on the list.
    Option {
        /// What it comes to.
        remedy: Remedy,
        /// The money the buyer gets.
        sum: Fen,
        /// The freight it takes.
        freight: Fen,
        /// Who pays that.
        payer: FreightPayer,
        /// By when.
        due: String,
    },
    /// It is said why there is only one.
    Only(String),
    /// An amount is offered.
    Offer(Fen),
    /// The buyer chooses an option, by its number from 1.
    Choose {
        /// Which.
        no: u32,
        /// In the buyer's words.
        quote: String,
    },
    /// What it would still sell for, and the other figures of a band.
    Resale {
        /// What it would still sell for.
        resale: Fen,
        /// What the shop paid.
        cost: Option<Fen>,
        /// Freight back.
        freight: Option<Fen>,
        /// How much less the defect leaves it worth.
        defect: Option<Fen>,
    },
    /// More than the own limit is asked for.
    Approval(Fen),
    /// It is decided: so much is granted, or nothing.
    Ruling(Option<Fen>),
    /// Money goes to the buyer.
    Pay {
        /// What for.
        what: PaidWhat,
        /// How much.
        sum: Fen,
        /// The number that proves it.
        proof: String,
    },
    /// Something about the goods of a return becomes known.
    ReturnCheck(ReturnCheck),
    /// The buyer says that every point said back is right.
    Points,
    /// Something of the settlement is done.
    Did {
        /// What.
        what: String,
        /// What proves it.
        proof: String,
    },
    /// The buyer says whether it is good so.
    Satisfied(bool),
    /// Work is handed to others.
    Task {
        /// To whom.
        department: Department,
        /// By when.
        due: DueRule,
    },
    /// A task is done, by its number from 1.
    TaskDone(u32),
}

/// Why something is no such deed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// A key is missing.
    Missing(&'static str),
    /// A key holds what it cannot; what it may hold.
    Value(&'static str, String, Vec<&'static str>),
}

impl ToolDeed {
    /// The key of each, as a test writes it, with the keys that may stand beside it.
    pub(crate) const KEYS: [(&'static str, &'static [&'static str]); 16] = [
        ("verdict", &["own_faults"]),
        ("wish", &["sum", "quote"]),
        ("option", &["sum", "freight", "payer", "due"]),
        ("only", &[]),
        ("offer", &[]),
        ("choose", &["quote"]),
        ("resale", &["cost", "freight", "defect"]),
        ("approval", &[]),
        ("ruling", &[]),
        ("pay", &["sum", "proof"]),
        ("return_check", &[]),
        ("points", &[]),
        ("did", &["proof"]),
        ("satisfied", &[]),
        ("task", &["due"]),
        ("task_done", &[]),
    ];

    /// The key of each, with the keys that may stand beside it.
    #[must_use]
    pub const fn keys() -> &'static [(&'static str, &'static [&'static str])] {
        &Self::KEYS
    }

    /// Reads one by its key from plain values: texts, numbers, yes or no, lists of texts.
    ///
    /// # Errors
    /// What is missing or cannot be, in words.
    pub fn of(
        key: &'static str,
        given: impl Fn(&str) -> Option<FactValue>,
    ) -> Result<Self, String> {
        let raw = |name: &str| {
            Some(match given(name)? {
                FactValue::Bool(yes) => RawValue::Bool(yes),
                FactValue::Number(n) => RawValue::Int(n),
                FactValue::Money(fen) => RawValue::Int(fen.0),
                FactValue::Text(text) | FactValue::Enum(text) => RawValue::Text(text),
                FactValue::Date(day) => RawValue::Text(day.to_string()),
                FactValue::List(list) => RawValue::List(list),
            })
        };
        Self::read(key, &raw).map_err(|wrong| match wrong {
            Wrong::Missing(name) => format!("'{key}' wants '{name}'"),
            Wrong::Value(name, found, known) => {
                format!("'{found}' is no '{name}'; it may be: {}", known.join(", "))
            }
        })
    }

    /// The same in the buyer's words, where it has any.
    #[must_use]
    pub fn in_words(mut self, words: &str) -> Self {
        if let (Self::Wish { quote, .. } | Self::Choose { quote, .. }, false) =
            (&mut self, words.is_empty())
        {
            words.clone_into(quote);
        }
        self
    }

    /// Its key in a test.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Verdict { .. } => "verdict",
            Self::Wish { .. } => "wish",
            Self::Option { .. } => "option",
            Self::Only(_) => "only",
            Self::Offer(_) => "offer",
            Self::Choose { .. } => "choose",
            Self::Resale { .. } => "resale",
            Self::Approval(_) => "approval",
            Self::Ruling(_) => "ruling",
            Self::Pay { .. } => "pay",
            Self::ReturnCheck(_) => "return_check",
            Self::Points => "points",
            Self::Did { .. } => "did",
            Self::Satisfied(_) => "satisfied",
            Self::Task { .. } => "task",
            Self::TaskDone(_) => "task_done",
        }
    }

    /// What it is about, as a test writes it; empty where there is nothing to name.
    #[must_use]
    pub fn subject(&self) -> String {
        let none = "none";
        match self {
            Self::Verdict { verdict, .. } => verdict.map_or(none, Verdict::name).to_owned(),
            Self::Wish { wish, .. } => wish.name().to_owned(),
            Self::Option { remedy, sum, .. } => format!("{} {sum}", remedy.name()),
            Self::Only(why) => why.clone(),
            Self::Offer(sum) | Self::Approval(sum) | Self::Resale { resale: sum, .. } => {
                sum.to_string()
            }
            Self::Choose { no, .. } | Self::TaskDone(no) => no.to_string(),
            Self::Ruling(granted) => granted.map_or_else(|| NO.to_owned(), |sum| sum.to_string()),
            Self::Pay { what, sum, .. } => format!("{} {sum}", what.name()),
            Self::ReturnCheck(check) => {
                let known = ReturnCheck::PIECES
                    .into_iter()
                    .filter_map(|piece| Some(format!("{piece}={}", check.piece(piece)?)));
                known.collect::<Vec<_>>().join(" ")
            }
            Self::Points => String::new(),
            Self::Did { what, .. } => what.clone(),
            Self::Satisfied(yes) => yes.to_string(),
            Self::Task { department, .. } => department.name().to_owned(),
        }
    }

    /// Reads one by its key; `of` gives what stands under a key.
    pub(crate) fn read(
        key: &'static str,
        of: &dyn Fn(&str) -> Option<RawValue>,
    ) -> Result<Self, Wrong> {
        let written = Written { of };
        Ok(match key {
            "verdict" => Self::Verdict {
                verdict: match written.text(key)?.as_str() {
                    NONE => None,
                    _ => Some(written.one(key, Verdict::ALL, Verdict::name)?),
                },
                own_faults: written.text_or("own_faults", "")?,
            },
            "wish" => Self::Wish {
                wish: written.one(key, Wish::ALL, Wish::name)?,
                sum: written.sum_of("sum")?,
                quote: written.text_or("quote", "…")?,
            },
            "option" => Self::Option {
                remedy: written.one(key, Remedy::ALL, Remedy::name)?,
                sum: written.sum_of("sum")?.unwrap_or_default(),
                freight: written.sum_of("freight")?.unwrap_or_default(),
                payer: match (written.of)("payer") {
                    Some(_) => written.one("payer", FreightPayer::ALL, FreightPayer::name)?,
                    None => FreightPayer::None,
                },
                due: written.text_or("due", "1wd")?,
            },
            "only" => Self::Only(written.text(key)?),
            "offer" => Self::Offer(written.sum(key)?),
            "choose" => {
                Self::Choose { no: written.count(key)?, quote: written.text_or("quote", "…")? }
            }
            "resale" => Self::Resale {
                resale: written.sum(key)?,
                cost: written.sum_of("cost")?,
                freight: written.sum_of("freight")?,
                defect: written.sum_of("defect")?,
            },
            "approval" => Self::Approval(written.sum(key)?),
            "ruling" => Self::Ruling(match (written.of)(key) {
                Some(RawValue::Text(text)) if text == NO => None,
                _ => Some(written.sum(key)?),
            }),
            "pay" => Self::Pay {
                what: written.one(key, PaidWhat::ALL, PaidWhat::name)?,
                sum: written.sum("sum")?,
                proof: written.text_or("proof", "")?,
            },
            "return_check" => Self::ReturnCheck(written.pieces(key)?),
            "points" if written.yes(key)? => Self::Points,
            "points" => return Err(Wrong::Value(key, "false".to_owned(), vec!["true"])),
            "did" => Self::Did { what: written.text(key)?, proof: written.text_or("proof", "")? },
            "satisfied" => Self::Satisfied(written.yes(key)?),
            "task" => Self::Task {
                department: written.one(key, &Department::ALL, Department::name)?,
                due: {
                    let text = written.text_or("due", "2h")?;
                    let rule = DueRule::parse(&text);
                    rule.ok_or_else(|| Wrong::Value("due", text, vec!["2h", "today", "1wd"]))?
                },
            },
            _task_done => Self::TaskDone(written.count("task_done")?),
        })
    }
}

/// No verdict.
const NONE: &str = "none";
/// Nothing granted.
const NO: &str = "no";
/// How money is written.
const MONEY: &str = "59.00";

/// What stands beside a key.
struct Written<'a> {
    of: &'a dyn Fn(&str) -> Option<RawValue>,
}

impl Written<'_> {
    fn given(&self, key: &'static str) -> Result<RawValue, Wrong> {
        (self.of)(key).ok_or(Wrong::Missing(key))
    }

    fn text(&self, key: &'static str) -> Result<String, Wrong> {
        match self.given(key)? {
            RawValue::Text(text) => Ok(text),
            other => Err(wrong(key, &other, vec!["\"…\""])),
        }
    }

    fn text_or(&self, key: &'static str, otherwise: &str) -> Result<String, Wrong> {
        if (self.of)(key).is_none() { Ok(otherwise.to_owned()) } else { self.text(key) }
    }

    fn one<T: Copy>(
        &self,
        key: &'static str,
        all: &[T],
        name: fn(T) -> &'static str,
    ) -> Result<T, Wrong> {
        let given = self.given(key)?;
        let known = match &given {
            RawValue::Text(text) => all.iter().copied().find(|one| name(*one) == text),
            RawValue::Bool(_) | RawValue::Int(_) | RawValue::List(_) | RawValue::Other(_) => None,
        };
        known.ok_or_else(|| wrong(key, &given, all.iter().copied().map(name).collect()))
    }

    fn sum_of(&self, key: &'static str) -> Result<Option<Fen>, Wrong> {
        if (self.of)(key).is_none() { Ok(None) } else { self.sum(key).map(Some) }
    }

    /// Money as a fact of that type takes it: whole fen, or yuan in quotes.
    fn sum(&self, key: &'static str) -> Result<Fen, Wrong> {
        let given = self.given(key)?;
        super::super::rehearse::fen(&given).ok_or_else(|| wrong(key, &given, vec![MONEY]))
    }

    fn count(&self, key: &'static str) -> Result<u32, Wrong> {
        let given = self.given(key)?;
        let count = match &given {
            RawValue::Int(n) => u32::try_from(*n).ok().filter(|n| *n > 0),
            RawValue::Bool(_) | RawValue::Text(_) | RawValue::List(_) | RawValue::Other(_) => None,
        };
        count.ok_or_else(|| wrong(key, &given, vec!["1"]))
    }

    fn yes(&self, key: &'static str) -> Result<bool, Wrong> {
        match self.given(key)? {
            RawValue::Bool(yes) => Ok(yes),
            other => Err(wrong(key, &other, vec!["true", "false"])),
        }
    }

    /// `["reason=defect", "tags=on"]`, or `["all=fine"]` for goods nothing is wrong with.
    fn pieces(&self, key: &'static str) -> Result<ReturnCheck, Wrong> {
        let given = self.given(key)?;
        let RawValue::List(list) = &given else {
            return Err(wrong(key, &given, vec!["[\"tags=on\"]"]));
        };
        list.iter().try_fold(ReturnCheck::default(), |all, written| {
            let (piece, value) = written.split_once('=').unwrap_or((written, ""));
            ReturnCheck::of(piece, value).map(|one| all.with(one)).ok_or_else(|| {
                let names = ReturnCheck::names(piece);
                let known = if names.is_empty() { ReturnCheck::PIECES.to_vec() } else { names };
                Wrong::Value(key, written.clone(), known)
            })
        })
    }
}

fn wrong(key: &'static str, given: &RawValue, known: Vec<&'static str>) -> Wrong {
    let shown = match given {
        RawValue::Bool(yes) => yes.to_string(),
        RawValue::Int(n) => n.to_string(),
        RawValue::Text(text) => text.clone(),
        RawValue::List(list) => list.join(", "),
        RawValue::Other(kind) => (*kind).to_owned(),
    };
    Wrong::Value(key, shown, known)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(key: &'static str, with: &[(&str, RawValue)]) -> Result<ToolDeed, Wrong> {
        ToolDeed::read(key, &|name| {
            with.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone())
        })
    }

    fn text(text: &str) -> RawValue {
        RawValue::Text(text.to_owned())
    }

    #[test]
    fn each_is_read_under_the_key_it_is_told_by() {
        let pieces = RawValue::List(vec!["tags=cut".into(), "worn=used".into()]);
        for (key, value) in [
            ("verdict", text("seller")),
            ("verdict", text("none")),
            ("wish", text("refund")),
            ("option", text("coupon")),
            ("only", text("没有别的")),
            ("offer", text("10.00")),
            ("choose", RawValue::Int(2)),
            ("resale", RawValue::Int(4_000)),
            ("approval", text("300")),
            ("ruling", text("no")),
            ("return_check", pieces),
            ("points", RawValue::Bool(true)),
            ("did", text("退款")),
            ("satisfied", RawValue::Bool(false)),
            ("task", text("finance")),
            ("task_done", RawValue::Int(1)),
        ] {
            assert_eq!(read(key, &[(key, value)]).unwrap().name(), key);
        }
        let paid = read("pay", &[("pay", text("refund")), ("sum", text("59.00"))]).unwrap();
        assert_eq!(paid.subject(), "refund 59.00");
    }

    #[test]
    fn what_is_wrong_is_told_with_its_key() {
        let wrong = |key, with: &[(&str, RawValue)]| read(key, with).unwrap_err();
        assert_eq!(wrong("pay", &[("pay", text("refund"))]), Wrong::Missing("sum"));
        assert!(matches!(wrong("wish", &[("wish", text("money"))]), Wrong::Value("wish", ..)));
        assert!(matches!(wrong("choose", &[("choose", RawValue::Int(0))]), Wrong::Value(..)));
        let piece = RawValue::List(vec!["tags=maybe".into()]);
        let told = wrong("return_check", &[("return_check", piece)]);
        assert_eq!(
            told,
            Wrong::Value("return_check", "tags=maybe".into(), vec!["on", "cut", "none"])
        );
        assert!(matches!(wrong("points", &[("points", RawValue::Bool(false))]), Wrong::Value(..)));
    }
}
