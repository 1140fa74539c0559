//! The order of functions in the program: those of a start stand together.
//!
//! The system reads a program in pieces of sixteen pages. Where the functions of a start are spread
//! over all of it, nearly all of it is read in and stays: four megabytes of a console's memory.
//! `assets/link-order.txt` names them in the order they are first called; `build/order.sh` writes it
//! anew. A name the linker does not find is passed over, so that an old list only does less.

use std::env::var;
use std::path::Path;
use std::process::Command;

/// Hands the list to the linker, if it is one that takes it.
#[expect(clippy::disallowed_methods, reason = "a build script is told what it builds for so")]
pub(crate) fn put_in_order() {
    const LIST: &str = "assets/link-order.txt";
    println!("cargo::rerun-if-changed={LIST}");
    let is = |name: &str, wanted: &str| var(name).is_ok_and(|found| found == wanted);
    let release = is("PROFILE", "release");
    if !release || !is("TARGET", "x86_64-unknown-linux-gnu") || !links_with_lld() {
        return;
    }
    let Ok(list) = Path::new(LIST).canonicalize() else { return };
    println!("cargo::rustc-link-arg-bins=-Wl,--symbol-ordering-file={}", list.display());
    println!("cargo::rustc-link-arg-bins=-Wl,--no-warn-symbol-ordering");
}

/// Whether the compiler brings the linker it uses for this target, and nobody told it another.
#[expect(clippy::disallowed_methods, reason = "a build script is told what it builds for so")]
fn links_with_lld() -> bool {
    let flags = var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    if var("RUSTC_LINKER").is_ok() || flags.contains("fuse-ld") || flags.contains("linker") {
        return false;
    }
    let rustc = var("RUSTC").unwrap_or_else(|_unset| "rustc".to_owned());
    let Ok(said) = Command::new(rustc).args(["--print", "sysroot"]).output() else { return false };
    let sysroot = String::from_utf8_lossy(&said.stdout);
    let lld = "lib/rustlib/x86_64-unknown-linux-gnu/bin/gcc-ld/ld.lld";
    Path::new(sysroot.trim()).join(lld).exists()
}
