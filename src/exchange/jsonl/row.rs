//! One line: keys, types and values.

use crate::domain::{Author, CleanText, OrderNo, Platform, Stamp};
use crate::exchange::{local_time, outcome::BadReason};
use chrono::FixedOffset;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// A line's message and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub case: String,
    pub buyer: String,
    pub platform: Option<Platform>,
    pub order: Option<OrderNo>,
    pub at: Option<Stamp>,
    pub author: Author,
    pub text: String,
}

/// Keys in the order of the line. A map would lose a key that stands twice.
struct Pairs(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reading;
        impl<'de> Visitor<'de> for Reading {
            type Value = Pairs;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::with_capacity(8);
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(Reading)
    }
}

/// A text, `None` when the key is missing or null.
struct Field {
    key: &'static str,
    value: Option<Value>,
}

impl Field {
    const fn new(key: &'static str) -> Self {
        Self { key, value: None }
    }

    fn optional(self) -> Result<Option<String>, BadReason> {
        match self.value {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => {
                Err(BadReason::WrongType { key: self.key })
            }
        }
    }

    fn required(self) -> Result<String, BadReason> {
        let key = self.key;
        self.optional()?.ok_or(BadReason::MissingKey { key })
    }

    fn name(self) -> Result<String, BadReason> {
        let key = self.key;
        let text = self.required()?;
        if text.trim().is_empty() { Err(BadReason::Empty { key }) } else { Ok(text) }
    }
}

/// Reads a line; times without a zone are of `offset`.
pub(super) fn parse(line: &str, offset: FixedOffset) -> Result<Row, BadReason> {
    let Pairs(pairs) = serde_json::from_str(line).map_err(|error| {
        if error.is_data() {
            BadReason::NotObject
        } else {
            BadReason::NotJson { column: error.column().max(1) }
        }
    })?;
    let [mut case, mut buyer, mut platform, mut order, mut at, mut from, mut text] =
        ["case", "buyer", "platform", "order", "at", "from", "text"].map(Field::new);
    for (key, value) in pairs {
        let field = match key.as_str() {
            "case" => &mut case,
            "buyer" => &mut buyer,
            "platform" => &mut platform,
            "order" => &mut order,
            "at" => &mut at,
            "from" => &mut from,
            "text" => &mut text,
            _unknown => return Err(BadReason::UnknownKey { key: shown(&key) }),
        };
        if field.value.replace(value).is_some() {
            return Err(BadReason::DoubleKey { key: shown(&key) });
        }
    }
    let from = from.required()?;
    let author = Author::from_name(&from)
        .filter(|author| *author != Author::Note)
        .ok_or_else(|| BadReason::UnknownValue { key: "from", value: shown(&from) })?;
    let platform = match platform.optional()? {
        None => None,
        Some(name) => Some(
            Platform::from_name(&name)
                .ok_or_else(|| BadReason::UnknownValue { key: "platform", value: shown(&name) })?,
        ),
    };
    let at = match at.optional()? {
        None => None,
        Some(time) => Some(
            local_time::parse(&time, offset)
                .ok_or_else(|| BadReason::BadTime { text: shown(&time) })?,
        ),
    };
    Ok(Row {
        case: case.name()?,
        buyer: buyer.name()?,
        platform,
        order: order.optional()?.filter(|no| !no.trim().is_empty()).map(|no| OrderNo::new(&no)),
        at,
        author,
        text: text.required()?,
    })
}

/// A stranger's word, short and clean enough for a message about it.
fn shown(text: &str) -> CleanText {
    let head: String = text.chars().take(40).collect();
    CleanText::new(&CleanText::new(&head).one_line())
}
