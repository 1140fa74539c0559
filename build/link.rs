//! How the program is put together for the quickest start.
//!
//! - The functions of a start stand together. The system reads a program in pieces of sixteen pages;
//!   where the functions of a start are spread over all of it, nearly all of it is read in and
//!   stays: four megabytes of a console's memory. `assets/link-order.txt` names them in the order
//!   they are first called; `build/order.sh` writes it anew. A name the linker does not find is
//!   passed over, so that an old list only does less.
//! - It stands at a fixed address. Else 26,000 addresses in it are put right at each start, in a
//!   hundred pages that no two consoles share then. What this gives up: the place of the program's
//!   own code is no secret. That of the stack, the heap and the system's libraries is one still.
//! - It brings the few functions along that it wants of `libgcc_s`: a library less to look for, to
//!   map and to bind.
//!
//! A start is a twelfth shorter by the last two together. All of it only for a release on Linux, with
//! the linker the compiler brings; elsewhere the program is put together as usual.

use std::env::var;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Tells the linker, if it is one that understands. `out` is the folder of what the build makes.
pub(crate) fn put_together(out: &Path) -> io::Result<()> {
    const LIST: &str = "assets/link-order.txt";
    println!("cargo::rerun-if-changed={LIST}");
    if told("PROFILE") != "release" || told("TARGET") != "x86_64-unknown-linux-gnu" || !by_lld() {
        return Ok(());
    }
    // A copy: what is told here is kept with the build, and that may outlive this checkout.
    let list = out.join("link-order.txt");
    std::fs::copy(LIST, &list)?;
    println!("cargo::rustc-link-arg-bins=-Wl,--symbol-ordering-file={}", list.display());
    println!("cargo::rustc-link-arg-bins=-Wl,--no-warn-symbol-ordering");
    println!("cargo::rustc-link-arg-bins=-no-pie");
    if let Some(folder) = folder_of("libgcc_eh.a") {
        println!("cargo::rustc-link-search=native={}", folder.display());
        println!("cargo::rustc-link-lib=static:-bundle=gcc_eh");
    }
    Ok(())
}

/// What the build is told by that name; empty if nothing.
#[expect(clippy::disallowed_methods, reason = "a build script is told what it builds for so")]
fn told(name: &str) -> String {
    var(name).unwrap_or_default()
}

/// Whether the compiler brings the linker it uses for this target, and nobody told it another.
fn by_lld() -> bool {
    let flags = told("CARGO_ENCODED_RUSTFLAGS");
    if !told("RUSTC_LINKER").is_empty() || flags.contains("fuse-ld") || flags.contains("linker") {
        return false;
    }
    let rustc = Some(told("RUSTC")).filter(|rustc| !rustc.is_empty());
    let Some(said) = says(rustc.as_deref().unwrap_or("rustc"), &["--print", "sysroot"]) else {
        return false;
    };
    Path::new(&said).join("lib/rustlib/x86_64-unknown-linux-gnu/bin/gcc-ld/ld.lld").exists()
}

/// The folder where the C compiler keeps a library. It gives back the bare name of one it has not.
fn folder_of(library: &str) -> Option<PathBuf> {
    let path = PathBuf::from(says("cc", &[&format!("-print-file-name={library}")])?);
    path.is_absolute().then_some(path.parent()?.to_path_buf())
}

fn says(program: &str, arguments: &[&str]) -> Option<String> {
    let said = Command::new(program).args(arguments).output().ok()?;
    Some(String::from_utf8_lossy(&said.stdout).trim().to_owned())
}
