//! `redress playbook diff`: what differs between two playbooks, or two versions of one.

use super::files::named;
use crate::app::words;
use crate::cli::args::DiffArgs;
use crate::cli::failure::Failure;
use crate::cli::print;
use crate::cli::session::Session;
use crate::exchange::json::DifferenceDocument;
use crate::playbook::{Change, ChangeKind, Part, difference};
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
        return print::text(session.strings.author_tools.diff.none);
    }
    let mut text = String::new();
    for change in changes.iter().filter(|change| !goes_with_its_step(change, &changes)) {
        let _ = writeln!(text, "{}", words::change(change, session.lang, session.strings));
    }
    print::text(&text)
}

/// Whether it came or went with the step it stands in: that is said once.
fn goes_with_its_step(change: &Change, changes: &[Change]) -> bool {
    let comes_or_goes = matches!(change.kind, ChangeKind::Added | ChangeKind::Removed);
    let Some((step, _)) = change.id.rsplit_once('/').filter(|_| comes_or_goes) else {
        return false;
    };
    changes
        .iter()
        .any(|other| other.part == Part::Step && other.id == step && other.kind == change.kind)
}
