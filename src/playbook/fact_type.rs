//! Names of fact types in a file, and TOML values read as values of a type.

use super::schema::RawValue;
use crate::domain::{FactKind, FactValue, Fen};
use chrono::NaiveDate;

/// Every type by the name a file gives it.
pub(crate) const FACT_TYPES: [(&str, FactKind); 7] = [
    ("bool", FactKind::Bool),
    ("enum", FactKind::Enum),
    ("text", FactKind::Text),
    ("number", FactKind::Number),
    ("money", FactKind::Money),
    ("date", FactKind::Date),
    ("list", FactKind::List),
];

/// The name a file gives a type.
pub(crate) fn type_name(kind: FactKind) -> &'static str {
    FACT_TYPES.iter().find(|(_, known)| *known == kind).map_or("", |(name, _)| name)
}

/// The type that is meant by what other languages call it.
pub(crate) fn meant(name: &str) -> Option<FactKind> {
    Some(match name.to_ascii_lowercase().as_str() {
        "boolean" | "flag" => FactKind::Bool,
        "choice" | "select" | "option" => FactKind::Enum,
        "string" | "str" => FactKind::Text,
        "int" | "integer" | "float" | "count" => FactKind::Number,
        "amount" | "price" | "currency" | "fen" | "yuan" => FactKind::Money,
        "day" | "datetime" | "time" => FactKind::Date,
        "array" | "strings" | "texts" => FactKind::List,
        _no_other_name => return None,
    })
}

/// Reads a written value as one of `kind`; money is whole fen, or yuan in quotes.
pub(crate) fn typed(kind: FactKind, value: &RawValue) -> Option<FactValue> {
    match (kind, value) {
        (FactKind::Bool, RawValue::Bool(yes)) => Some(FactValue::Bool(*yes)),
        (FactKind::Enum, RawValue::Text(id)) => Some(FactValue::Enum(id.clone())),
        (FactKind::Text, RawValue::Text(text)) => Some(FactValue::Text(text.clone())),
        (FactKind::Number, RawValue::Int(n)) => Some(FactValue::Number(*n)),
        (FactKind::Money, RawValue::Int(fen)) => Some(FactValue::Money(Fen(*fen))),
        (FactKind::Money, RawValue::Text(yuan)) => Fen::parse_yuan(yuan).map(FactValue::Money),
        (FactKind::Date, RawValue::Text(day)) => {
            NaiveDate::parse_from_str(day, "%Y-%m-%d").ok().map(FactValue::Date)
        }
        (FactKind::List, RawValue::List(list)) => Some(FactValue::List(list.clone())),
        (
            FactKind::Bool
            | FactKind::Enum
            | FactKind::Text
            | FactKind::Number
            | FactKind::Money
            | FactKind::Date
            | FactKind::List,
            _,
        ) => None,
    }
}

/// How a value of `kind` is written in a file.
pub(crate) const fn sample(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Bool => "true",
        FactKind::Enum => "\"a-declared-value\"",
        FactKind::Text => "\"…\"",
        FactKind::Number => "3",
        FactKind::Money => "5900",
        FactKind::Date => "\"2026-11-22\"",
        FactKind::List => "[\"…\", \"…\"]",
    }
}

impl RawValue {
    /// The TOML type of the value.
    pub(crate) const fn type_name(&self) -> &'static str {
        match self {
            Self::Bool(_) => "boolean",
            Self::Int(_) => "integer",
            Self::Text(_) => "string",
            Self::List(_) => "array",
            Self::Other(name) => name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_read_only_as_its_own_type() {
        assert_eq!(typed(FactKind::Money, &RawValue::Int(5900)), Some(FactValue::Money(Fen(5900))));
        assert_eq!(
            typed(FactKind::Money, &RawValue::Text("59.00".into())),
            Some(FactValue::Money(Fen(5900)))
        );
        assert!(typed(FactKind::Date, &RawValue::Text("2026-11-22".into())).is_some());
        assert_eq!(typed(FactKind::Date, &RawValue::Text("soon".into())), None);
        assert_eq!(typed(FactKind::Bool, &RawValue::Text("true".into())), None);
        assert_eq!(typed(FactKind::Number, &RawValue::Bool(true)), None);
        for (name, kind) in FACT_TYPES {
            assert_eq!(type_name(kind), name);
        }
    }
}
