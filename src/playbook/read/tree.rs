//! What a TOML file holds, with the places where it is written: the form every playbook has before
//! it is understood, whether it was read from the text or laid out by the build.

use std::borrow::Cow;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value and the bytes of the file it is written as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed<T> {
    pub(super) value: T,
    pub(super) span: Range<usize>,
}

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value<'a> {
    Text(Cow<'a, str>),
    /// A whole number; nothing when it is out of range.
    Int(Option<i64>),
    Float,
    Bool(bool),
    /// A date, as it would be quoted.
    Day(String),
    List(Vec<Placed<Self>>),
    Table(Branch<'a>),
}

/// A table: keys and values in the order of the keys.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Branch<'a> {
    pub(super) entries: Vec<(Placed<Cow<'a, str>>, Placed<Value<'a>>)>,
}

impl<'a> Branch<'a> {
    pub(super) fn get(&self, key: &str) -> Option<&Placed<Value<'a>>> {
        self.entries.iter().find(|(name, _)| name.value == key).map(|(_, value)| value)
    }

    /// What the TOML reader found.
    pub(super) fn of(table: DeTable<'a>) -> Self {
        let entry = |(key, value): (Spanned<Cow<'a, str>>, Spanned<DeValue<'a>>)| {
            let key = Placed { span: key.span(), value: key.into_inner() };
            (key, Value::of(value))
        };
        Self { entries: table.into_iter().map(entry).collect() }
    }
}

impl<'a> Value<'a> {
    fn of(value: Spanned<DeValue<'a>>) -> Placed<Self> {
        let span = value.span();
        let value = match value.into_inner() {
            DeValue::String(text) => Self::Text(text),
            DeValue::Integer(number) => {
                Self::Int(i64::from_str_radix(number.as_str(), number.radix()).ok())
            }
            DeValue::Float(_) => Self::Float,
            DeValue::Boolean(yes) => Self::Bool(yes),
            DeValue::Datetime(day) => Self::Day(day.to_string()),
            DeValue::Array(list) => Self::List(list.into_iter().map(Self::of).collect()),
            DeValue::Table(table) => Self::Table(Branch::of(table)),
        };
        Placed { value, span }
    }

    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Int(_)
            | Self::Float
            | Self::Bool(_)
            | Self::Day(_)
            | Self::List(_)
            | Self::Table(_) => None,
        }
    }

    pub(super) const fn as_flag(&self) -> Option<bool> {
        match self {
            Self::Bool(yes) => Some(*yes),
            Self::Text(_)
            | Self::Int(_)
            | Self::Float
            | Self::Day(_)
            | Self::List(_)
            | Self::Table(_) => None,
        }
    }

    /// What TOML calls it.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::Text(_) => "string",
            Self::Int(_) => "integer",
            Self::Float => "float",
            Self::Bool(_) => "boolean",
            Self::Day(_) => "date",
            Self::List(_) => "array",
            Self::Table(_) => "table",
        }
    }
}
