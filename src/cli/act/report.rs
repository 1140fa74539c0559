//! `redress do CASE playbook --report`: what another playbook, or the newest version of the case's
//! own, would change. Nothing is written.

use super::build::chosen;
use super::{missing_record, refusal_document};
use crate::app::words;
use crate::cli::failure::Failure;
use crate::cli::print;
use crate::cli::session::Session;
use crate::desk::{Desk, MoveReport, moved};
use crate::domain::CaseId;
use crate::exchange::json::{ChangeRecord, LostFact, MoveDocument, ReopenedRecord, Shown};
use crate::playbook::Playbook;
use crate::store::{Access, StoreError};
use std::fmt::Write as _;

pub(super) fn run(
    session: &Session,
    case: CaseId,
    name: Option<&str>,
    json: bool,
) -> Result<(), Failure> {
    let file = session.open(Access::Read)?;
    let state = file.load(case)?.ok_or(StoreError::NoCase { case })?;
    let (library, policy) = (session.library(), session.policy());
    let pinned = file.pinned(&state.playbook)?;
    let from = session.playbook(&library, &state.playbook, pinned.as_deref())?;
    let to = chosen(name, &state, session, &library)?;
    let desk = Desk {
        playbook: &from,
        policy: &policy,
        agent: &session.agent,
        lang: session.lang,
        now: session.now(),
        library: Some(&library),
        earlier_cases: file.earlier_cases(&state)?,
        paid_elsewhere: &[],
        shelf: None,
        guard: None,
    };
    let report = match moved(&state, &to, &desk) {
        Ok(report) => report,
        Err(why) => {
            if json {
                print::json(&refusal_document(case, &why, session.strings))?;
            }
            return Err(why.into());
        }
    };
    if json {
        return print::json(&document(case, &report, &from, &to));
    }
    let mut text = String::new();
    for line in words::moved(&report, &from, &to, session.lang, session.strings) {
        let _ = writeln!(text, "{line}");
    }
    print::text(&text)
}

fn document(case: CaseId, report: &MoveReport, from: &Playbook, to: &Playbook) -> MoveDocument {
    let lost = |(fact, value): &(_, crate::domain::FactValue)| LostFact {
        fact: crate::domain::FactId::clone(fact),
        value: Shown::new(&value.to_string()),
    };
    MoveDocument {
        format: MoveDocument::FORMAT,
        case,
        from: from.reference.clone(),
        to: to.reference.clone(),
        step: report.to.clone(),
        lost_facts: report.lost_facts.iter().map(lost).collect(),
        lost_checks: report
            .lost_ticks
            .iter()
            .map(|(step, check)| format!("{step}/{check}"))
            .collect(),
        reopened: report
            .reopened
            .iter()
            .map(|(step, missing)| ReopenedRecord {
                step: step.clone(),
                missing: missing.iter().map(missing_record).collect(),
            })
            .collect(),
        changes: report.changes.iter().map(ChangeRecord::new).collect(),
    }
}
