//! `redress playbook diff`: what differs between two playbooks, or two versions of one.

use super::files::named;
use crate::app::words;
use crate::cli::args::DiffArgs;
use crate::cli::failure::Failure;
use crate::cli::print;
use crate::cli::session::Session;
use crate::exchange::json::DifferenceDocument;
use crate::playbook::difference;
use std::fmt::Write as _;

pub(super) fn diff(session: &Session, args: &DiffArgs) -> Result<(), Failure> {
    let (before, after) = (named(session, &args.before)?.book, named(session, &args.after)?.book);
    let changes = difference(&before, &after);
    if args.json {
        return print::json(&DifferenceDocument::new(
            &before.reference,
            &after.reference,
            &changes,
        ));
    }
    if changes.is_empty() {
        return print::text(&session.strings.author_tools.diff.none);
    }
    let mut text = String::new();
    for change in &changes {
        let _ = writeln!(text, "{}", words::change(change, session.lang, &session.strings));
    }
    print::text(&text)
}
