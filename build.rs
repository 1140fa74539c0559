//! Turns the text tables of `assets/i18n` into what the program reads at its start: each text
//! behind its dotted name, in the order of the names.
//!
//! The tables are most of a thousand texts, and all of them are there before the first frame. Here
//! a TOML reader may take its time over them, and a broken table does not compile.

use std::collections::BTreeMap;
use std::error::Error;
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
        let mut texts = BTreeMap::new();
        flatten("", toml::Value::Table(table), &mut texts)
            .map_err(|wrong| format!("{source}: {wrong}"))?;
        let mut flat = String::new();
        for (name, text) in texts {
            flat.extend([&name, "\0", &text, "\0"]);
        }
        std::fs::write(Path::new(&out).join(format!("{name}.texts")), flat)?;
    }
    Ok(())
}

fn flatten(
    name: &str,
    value: toml::Value,
    into: &mut BTreeMap<String, String>,
) -> Result<(), String> {
    match value {
        toml::Value::Table(table) => table.into_iter().try_for_each(|(key, value)| {
            let name = if name.is_empty() { key } else { format!("{name}.{key}") };
            flatten(&name, value, into)
        }),
        toml::Value::String(text) if !text.contains('\0') => {
            into.insert(name.to_owned(), text);
            Ok(())
        }
        other => Err(format!("{name} is no text: {other}")),
    }
}
