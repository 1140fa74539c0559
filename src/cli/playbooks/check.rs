//! `redress playbook check`.

use super::files::{document, library};
use super::scripts;
use crate::app::words::shelf_fault;
use crate::cli::args::CheckArgs;
use crate::cli::failure::Failure;
use crate::cli::print;
use crate::cli::session::Session;
use crate::i18n::fill;
use crate::playbook::{Diagnostic, Entry, Paint, Severity};
use std::io::{self, IsTerminal as _};

pub(in crate::cli) fn check(session: &Session, args: &CheckArgs) -> Result<(), Failure> {
    let (library, looked_at) = library(session, &args.paths)?;
    let entries: Vec<Entry> = library
        .list()
        .into_iter()
        .filter(|entry| looked_at.as_ref().is_none_or(|names| names.contains(&entry.name)))
        .collect();
    let found: Vec<&Diagnostic> =
        entries.iter().flat_map(|entry| entry.diagnostics.iter()).collect();
    let count = |severity| found.iter().filter(|one| one.severity == severity).count();
    let shelves = library.shelf_faults();
    let stopped = scripts::found(session, &library, &entries);
    let errors = count(Severity::Error) + shelves.len();
    let warnings = count(Severity::Warning) + stopped.len();
    if args.json {
        print::json(&document(session, &library, &entries).with_scripts(stopped))?;
    } else {
        let paint = if io::stdout().is_terminal() && !session.environment.no_color {
            Paint::Colour
        } else {
            Paint::Plain
        };
        let mut text = String::new();
        for diagnostic in &found {
            text.push_str(&library.render(diagnostic, session.lang, paint));
            text.push_str("\n\n");
        }
        for one in &stopped {
            text.push_str(&scripts::told(session, one));
            text.push_str("\n\n");
        }
        for fault in &shelves {
            text.push_str(&shelf_fault(fault, session.strings));
            text.push_str("\n\n");
        }
        text.push_str(&fill(
            session.strings.cli.say.checked,
            &[("n", &entries.len()), ("errors", &errors), ("warnings", &warnings)],
        ));
        print::text(&text)?;
    }
    if errors == 0 { Ok(()) } else { Err(Failure::Quiet) }
}
