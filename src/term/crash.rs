//! What happens in a panic: the terminal first, then a report, then one line.
//!
//! Owns the hook. The report holds places in the program and nothing else: the message of a panic
//! may quote what a buyer wrote, so it is left out.

use super::session::Session;
use std::backtrace::Backtrace;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Where a crash is reported.
#[derive(Debug, Clone)]
pub struct CrashReport {
    /// The folder of the report; it is made when needed.
    pub folder: PathBuf,
    /// The one line that is printed, in the person's language; the report's path follows it.
    pub line: String,
}

/// Installs the hook for as long as the program runs. Call it right after [`Session::enter`].
pub fn install(session: &Session, report: CrashReport) {
    let entered = session.entered();
    std::panic::set_hook(Box::new(move |panic| {
        // Nothing can be done here about a terminal that does not take these bytes.
        let _ = entered.leave(&mut io::stdout());
        let place = panic.location().map(|place| (place.file(), place.line(), place.column()));
        let text = compose(place, &Backtrace::force_capture().to_string());
        let mut line = report.line.clone();
        if let Ok(path) = save(&report.folder, std::process::id(), &text) {
            let _ = write!(line, " {}", path.display());
        }
        let _ = writeln!(io::stderr(), "{line}");
    }));
}

/// The report's text.
fn compose(place: Option<(&str, u32, u32)>, backtrace: &str) -> String {
    let mut text = format!("redress {}\n", env!("CARGO_PKG_VERSION"));
    if let Some((file, line, column)) = place {
        let _ = writeln!(text, "at {}:{line}:{column}", name_of(file));
    }
    for frame in backtrace.lines() {
        // The lines with paths tell whose machine built it; the names of functions are enough.
        if !frame.trim_start().starts_with("at ") {
            text.push_str(frame);
            text.push('\n');
        }
    }
    text
}

/// A source file's path without the folders of the machine it was built on.
fn name_of(file: &str) -> &str {
    let start = file.rfind("src/").or_else(|| file.rfind("src\\")).unwrap_or(0);
    file.get(start..).unwrap_or(file)
}

fn save(folder: &Path, process: u32, text: &str) -> io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let path = folder.join(format!("crash-{process}.txt"));
    std::fs::write(&path, text)?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_names_places_and_no_folders() {
        let backtrace =
            "   0: redress::app::update\n             at /home/someone/redress/src/app.rs:3:1\n";
        let text = compose(Some(("/home/someone/x/src/desk.rs", 7, 9)), backtrace);
        assert!(text.contains("at src/desk.rs:7:9"));
        assert!(text.contains("redress::app::update"));
        assert!(!text.contains("someone"));
    }

    #[test]
    fn a_report_is_saved_in_a_folder_made_for_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = save(&folder.path().join("a/b"), 7, "text").unwrap();
        assert_eq!(std::fs::read_to_string(path).unwrap(), "text");
    }
}
