//! `redress reconcile`: which line of an order explains a sum that does not agree.

use super::args::ReconcileArgs;
use super::failure::Failure;
use super::print;
use super::session::Session;
use crate::app::words;
use crate::domain::{Fen, read_lines, reconcile};
use crate::i18n::fill;

pub(super) fn run(session: &Session, args: &ReconcileArgs) -> Result<(), Failure> {
    let wrong = |value: &str| {
        Failure::Usage(fill(session.strings.cli.usage.wrong_lines, &[("value", &value)]))
    };
    let billed = Fen::parse_yuan(&args.billed).ok_or_else(|| wrong(&args.billed))?;
    let (lines, _) = read_lines(&args.lines).ok_or_else(|| wrong(&args.lines))?;
    let found = reconcile(&lines, billed);
    print::text(&format!("{}\n", words::reconciled(session.strings, &lines, &found)))
}
