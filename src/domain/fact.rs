//! What is known about a complaint: typed values, each with its standing and the message it comes
//! from.

use super::{AgentName, Fen, MessageNo, Stamp};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The type a playbook declares for a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactKind {
    /// Yes or no.
    Bool,
    /// One of the declared values.
    Enum,
    /// Free text.
    Text,
    /// A whole number.
    Number,
    /// An amount in fen; typed in yuan.
    Money,
    /// A day, `2026-11-22`.
    Date,
    /// Several texts.
    List,
}

/// A fact's value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactValue {
    /// Yes or no.
    Bool(bool),
    /// The id of a declared value.
    Enum(String),
    /// Free text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// An amount.
    Money(Fen),
    /// A day.
    Date(NaiveDate),
    /// Several texts.
    List(Vec<String>),
}

/// Why typed text is no value of the wanted kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a value of kind {kind:?}")]
pub struct FactParseError {
    /// What was wanted.
    pub kind: FactKind,
}

impl FactValue {
    /// Reads a value as a person types it: `yes`/`是`, `59.90`, `2026-11-22`, `a, b`.
    ///
    /// # Errors
    /// [`FactParseError`] when the text is no such value. Whether an enum value is declared is the
    /// playbook's to say.
    pub fn parse(kind: FactKind, text: &str) -> Result<Self, FactParseError> {
        let text = text.trim();
        let wrong = FactParseError { kind };
        match kind {
            FactKind::Bool => match text.to_lowercase().as_str() {
                "true" | "yes" | "y" | "1" | "是" | "有" | "对" => Ok(Self::Bool(true)),
                "false" | "no" | "n" | "0" | "否" | "没有" | "无" | "不" => {
                    Ok(Self::Bool(false))
                }
                _neither => Err(wrong),
            },
            FactKind::Enum | FactKind::Text if text.is_empty() => Err(wrong),
            FactKind::Enum => Ok(Self::Enum(text.to_owned())),
            FactKind::Text => Ok(Self::Text(text.to_owned())),
            FactKind::Number => text.parse().map(Self::Number).ok().ok_or(wrong),
            FactKind::Money => Fen::parse_yuan(text).map(Self::Money).ok_or(wrong),
            FactKind::Date => NaiveDate::parse_from_str(text, "%Y-%m-%d")
                .or_else(|_not_iso| NaiveDate::parse_from_str(text, "%Y/%m/%d"))
                .map(Self::Date)
                .ok()
                .ok_or(wrong),
            FactKind::List => {
                let list: Vec<String> = text
                    .split([',', '，', '、', '\n'])
                    .map(str::trim)
                    .filter(|part| !part.is_empty())
                    .map(str::to_owned)
                    .collect();
                if list.is_empty() { Err(wrong) } else { Ok(Self::List(list)) }
            }
        }
    }

    /// The kind this is a value of.
    #[must_use]
    pub const fn kind(&self) -> FactKind {
        match self {
            Self::Bool(_) => FactKind::Bool,
            Self::Enum(_) => FactKind::Enum,
            Self::Text(_) => FactKind::Text,
            Self::Number(_) => FactKind::Number,
            Self::Money(_) => FactKind::Money,
            Self::Date(_) => FactKind::Date,
            Self::List(_) => FactKind::List,
        }
    }
}

/// The plain form, the same that `parse` reads.
impl fmt::Display for FactValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(yes) => write!(f, "{yes}"),
            Self::Enum(text) | Self::Text(text) => f.write_str(text),
            Self::Number(n) => write!(f, "{n}"),
            Self::Money(fen) => write!(f, "{fen}"),
            Self::Date(day) => write!(f, "{day}"),
            Self::List(list) => f.write_str(&list.join("、")),
        }
    }
}

/// How sure a fact is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum FactStatus {
    /// Somebody said so.
    #[default]
    Claimed,
    /// Checked against a record.
    Confirmed,
    /// Contradicted by something on record.
    Disputed,
}

impl FactStatus {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Claimed, Self::Confirmed, Self::Disputed];

    /// The name in the file and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Claimed => "claimed",
            Self::Confirmed => "confirmed",
            Self::Disputed => "disputed",
        }
    }

    /// The status of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}

/// A fact as the case has it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The value.
    pub value: FactValue,
    /// How sure it is.
    pub status: FactStatus,
    /// The message it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<MessageNo>,
    /// When it was recorded.
    pub at: Stamp,
    /// Who recorded it.
    pub by: AgentName,
    /// How often it was recorded, this time included.
    pub times: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_is_read_back() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        for value in [
            FactValue::Bool(true),
            FactValue::Enum("unpaid".into()),
            FactValue::Text("杯口裂了".into()),
            FactValue::Number(-3),
            FactValue::Money(Fen(5990)),
            FactValue::Date(day),
            FactValue::List(vec!["杯子".into(), "碟子".into()]),
        ] {
            assert_eq!(FactValue::parse(value.kind(), &value.to_string()), Ok(value));
        }
    }

    #[test]
    fn nonsense_is_refused() {
        for kind in [FactKind::Bool, FactKind::Number, FactKind::Money, FactKind::Date] {
            assert_eq!(FactValue::parse(kind, "maybe"), Err(FactParseError { kind }));
        }
        assert!(FactValue::parse(FactKind::List, " ，").is_err());
    }
}
