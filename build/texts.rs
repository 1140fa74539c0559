//! The text tables: a tree of names and texts for each file (`src/i18n/tables/node.rs`).

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;

/// The tree of a file, as a Rust expression.
pub(crate) fn written(text: &str) -> Result<String, Box<dyn Error>> {
    let mut node = Node::default();
    node.fill(text.parse()?)?;
    let mut written = String::new();
    node.write(&mut written)?;
    Ok(written)
}

/// A table of texts and tables, in the order of their names.
#[derive(Default)]
struct Node {
    texts: BTreeMap<String, String>,
    below: BTreeMap<String, Self>,
}

impl Node {
    fn fill(&mut self, table: toml::Table) -> Result<(), String> {
        for (name, value) in table {
            match value {
                toml::Value::Table(table) => {
                    let below = self.below.entry(name.clone()).or_default();
                    below.fill(table).map_err(|wrong| format!("{name}.{wrong}"))?;
                }
                toml::Value::String(text) => drop(self.texts.insert(name, text)),
                other => return Err(format!("{name} is no text: {other}")),
            }
        }
        Ok(())
    }

    fn write(&self, out: &mut String) -> std::fmt::Result {
        out.write_str("Node { texts: &[")?;
        for text in &self.texts {
            write!(out, "{text:?},")?;
        }
        out.write_str("], below: &[")?;
        for (name, below) in &self.below {
            write!(out, "({name:?},")?;
            below.write(out)?;
            out.write_str("),")?;
        }
        out.write_str("] }\n")
    }
}
