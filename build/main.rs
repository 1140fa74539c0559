//! Turns what a start needs into what a start does not have to read: the text tables of `assets/i18n`
//! into Rust, `assets/keymap.toml` into its lines, the playbooks into trees. And tells the linker how to
//! put the program together.
//!
//! Here a TOML reader may take its time over them, and a broken file does not compile.

mod keymap;
mod link;
mod playbooks;
mod texts;

use std::error::Error;
use std::path::{Path, PathBuf};

#[expect(clippy::disallowed_methods, reason = "a build script is told its folder so")]
fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build");
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    link::put_together(&out)?;
    for name in ["zh", "en", "buyer.zh", "buyer.en"] {
        let text = source(&format!("assets/i18n/{name}.toml"))?;
        let written = texts::written(&text).map_err(|wrong| format!("{name}.toml: {wrong}"))?;
        std::fs::write(out.join(format!("{name}.rs")), written)?;
    }
    let keymap = keymap::written(&source("assets/keymap.toml")?)
        .map_err(|wrong| format!("keymap.toml: {wrong}"))?;
    std::fs::write(out.join("keymap.rs"), keymap)?;
    println!("cargo::rerun-if-changed=playbooks");
    for entry in std::fs::read_dir("playbooks")? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let tree = playbooks::tree(&std::fs::read_to_string(&path)?)
                .map_err(|wrong| format!("{}: {wrong}", path.display()))?;
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            std::fs::write(out.join(format!("{name}.tree")), tree)?;
        }
    }
    Ok(())
}

fn source(path: &str) -> std::io::Result<String> {
    println!("cargo::rerun-if-changed={path}");
    std::fs::read_to_string(Path::new(path))
}
