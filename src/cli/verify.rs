//! `redress verify`: makes everything again from the ledger and names what does not hold.

use super::failure::Failure;
use super::print;
use super::session::Session;
use crate::domain::{CaseId, CleanText, Version};
use crate::exchange::json::{FindingRecord, Shown, VerifyDocument};
use crate::i18n::{Strings, fill};
use crate::store::{Access, Finding, VerifyReport};
use indicatif::{ProgressBar, ProgressDrawTarget};

pub(super) fn run(session: &Session, json: bool) -> Result<(), Failure> {
    let file = session.open(Access::Read)?;
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    let report = file.verify(|done, of| {
        bar.set_length(of);
        bar.set_position(done);
    });
    bar.finish_and_clear();
    let report = report?;
    if json {
        print::json(&document(session, &report))?;
        return if report.finding.is_none() { Ok(()) } else { Err(Failure::Quiet) };
    }
    match &report.finding {
        None => print::text(&fill(
            session.strings.cli.say.sound,
            &[
                ("path", &session.file.display()),
                ("events", &report.events),
                ("cases", &report.cases),
                ("messages", &report.messages),
                ("head", &report.head),
            ],
        )),
        Some(finding) => {
            let why = sentence(finding, session.strings);
            let texts = &session.strings.cli.say;
            let values: [(&str, &dyn std::fmt::Display); 2] =
                [("path", &session.file.display()), ("why", &why)];
            Err(Failure::Said(fill(texts.unsound, &values)))
        }
    }
}

/// A short name, and where.
const fn place(finding: &Finding) -> (&'static str, Option<CaseId>, Option<Version>) {
    match finding {
        Finding::File { .. } => ("file", None, None),
        Finding::Gap { .. } => ("gap", None, None),
        Finding::Chain { case, version, .. } => ("chain", Some(*case), Some(*version)),
        Finding::Unreadable { case, version } => ("unreadable", Some(*case), Some(*version)),
        Finding::Fold(_) => ("fold", None, None),
        Finding::Messages { case, .. } => ("messages", Some(*case), None),
        Finding::Projection { case, .. } => ("projection", Some(*case), None),
        Finding::Stray { .. } => ("stray", None, None),
    }
}

fn sentence(finding: &Finding, strings: &Strings) -> String {
    let (name, _, _) = place(finding);
    let template = strings.cli.finding.get(name).unwrap_or("");
    match finding {
        Finding::File { says } => fill(template, &[("why", &CleanText::new(says).one_line())]),
        Finding::Gap { expected, found } => {
            fill(template, &[("expected", expected), ("found", found)])
        }
        Finding::Chain { seq, case, version } => {
            fill(template, &[("seq", seq), ("case", case), ("version", version)])
        }
        Finding::Unreadable { case, version } => {
            fill(template, &[("case", case), ("version", version)])
        }
        Finding::Fold(error) => fill(template, &[("why", error)]),
        Finding::Messages { case, first, last } => {
            fill(template, &[("case", case), ("first", first), ("last", last)])
        }
        Finding::Projection { case, table } => fill(template, &[("case", case), ("table", table)]),
        Finding::Stray { table } => fill(template, &[("table", table)]),
    }
}

fn document(session: &Session, report: &VerifyReport) -> VerifyDocument {
    let finding = report.finding.as_ref().map(|finding| {
        let (kind, case, version) = place(finding);
        let detail = Shown::new(&sentence(finding, session.strings));
        FindingRecord { kind: Shown::new(kind), detail, case, version }
    });
    VerifyDocument {
        holds: finding.is_none(),
        events: report.events,
        cases: report.cases,
        messages: report.messages,
        finding,
        ..VerifyDocument::new(&session.file.to_string_lossy())
    }
}
