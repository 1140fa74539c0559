//! Turns the text tables of `assets/i18n` into Rust: a tree of names and texts for each file, which the
//! compiler puts where they are shown (`src/i18n/tables`).
//!
//! The tables are two thousand texts, and all of them are there before the first frame. Here a TOML
//! reader may take its time over them, and a broken table does not compile.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

#[expect(clippy::disallowed_methods, reason = "a build script is told its folder so")]
fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = std::env::var("OUT_DIR")?;
    for name in ["zh", "en", "buyer.zh", "buyer.en"] {
        let source = format!("assets/i18n/{name}.toml");
        println!("cargo::rerun-if-changed={source}");
        let table: toml::Table = std::fs::read_to_string(&source)?
            .parse()
            .map_err(|wrong| format!("{source}: {wrong}"))?;
        let mut node = Node::default();
        node.fill(table).map_err(|wrong| format!("{source}: {wrong}"))?;
        let mut written = String::new();
        node.write(&mut written)?;
        std::fs::write(Path::new(&out).join(format!("{name}.rs")), written)?;
    }
    Ok(())
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
