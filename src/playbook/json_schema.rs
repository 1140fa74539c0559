//! The file format as JSON Schema (draft 2020-12), so that editors complete and check while one
//! writes.
//!
//! Owns what sort of value each key takes; which keys there are is the reader's table, and a test
//! holds the two together. Conditions, names and ways are beyond a schema: `check` looks at those.

mod keys;
#[cfg(test)]
mod tests;

use super::schema::Table;
use keys::{Kind, keys, page};
use serde_json::{Map, Value, json};

/// The schema of playbook files.
#[must_use]
pub fn json_schema() -> Value {
    let definitions: Map<String, Value> =
        Table::ALL.into_iter().map(|table| (name(table), object(table))).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Redress playbook",
        "$ref": reference(Table::Book),
        "$defs": definitions,
    })
}

fn object(table: Table) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for key in keys(table) {
        properties.insert(key.name.to_owned(), value(key.kind));
        if key.wanted {
            required.push(key.name);
        }
    }
    json!({
        "type": "object",
        "description": format!("redress playbook help {}", page(table)),
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn value(kind: Kind) -> Value {
    match kind {
        Kind::Text => json!({ "type": "string" }),
        Kind::Id => json!({ "type": "string", "minLength": 1 }),
        Kind::Condition => json!({
            "type": "string",
            "minLength": 1,
            "description": "CEL; redress playbook help condition",
        }),
        Kind::Due => json!({
            "type": "string",
            "minLength": 2,
            "description": "redress playbook help due",
            "examples": ["30m", "2h working", "today", "3wd", "4h 9-18"],
        }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Whole => json!({ "type": "integer", "minimum": 0 }),
        Kind::Percents => json!({
            "type": "array",
            "items": { "type": "integer", "minimum": 1, "maximum": 100 },
        }),
        Kind::OneOf(names) => json!({ "enum": names() }),
        Kind::Several(names) => json!({ "type": "array", "items": { "enum": names() } }),
        Kind::Texts => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::Value => json!({ "anyOf": [
            { "type": "boolean" },
            { "type": "integer" },
            { "type": "string" },
            { "type": "array", "items": { "type": "string" } },
        ] }),
        Kind::Values => json!({ "type": "object", "additionalProperties": value(Kind::Value) }),
        Kind::One(table) => json!({ "$ref": reference(table) }),
        Kind::Many(table) => json!({ "type": "array", "items": { "$ref": reference(table) } }),
    }
}

fn name(table: Table) -> String {
    format!("{table:?}").to_lowercase()
}

fn reference(table: Table) -> String {
    format!("#/$defs/{}", name(table))
}
