//! A walk as `redress.simulation/1`.

use crate::app::words::refusal;
use crate::cli::act::missing_record;
use crate::cli::playbooks::place::place;
use crate::cli::session::Session;
use crate::desk::Refusal;
use crate::desk::simulate::{Did, Finish, Stay, Walk, deed_name, deed_subject};
use crate::domain::{Event, StepReason};
use crate::exchange::json::{
    AskRecord, DidRecord, EndRecord, RefusedRecord, Shown, SimulationDocument, StayRecord,
};
use crate::playbook::{Next, Playbook};

pub(super) fn document(book: &Playbook, walked: &Walk, session: &Session) -> SimulationDocument {
    SimulationDocument {
        format: "redress.simulation/1",
        playbook: book.reference.clone(),
        lang: session.lang,
        path: walked.stays.iter().map(|stay| Shown::new(stay.step.as_str())).collect(),
        steps: walked.stays.iter().map(|stay| self::stay(stay, session)).collect(),
        end: end(walked),
        facts: walked
            .facts
            .iter()
            .map(|(fact, value)| (fact.to_string(), Shown::new(value)))
            .collect(),
    }
}

fn stay(stay: &Stay, session: &Session) -> StayRecord {
    StayRecord {
        step: Shown::new(stay.step.as_str()),
        title: Shown::new(&stay.title),
        reason: stay.reason.map(reason),
        at: stay.at,
        asks: stay
            .asks
            .iter()
            .map(|ask| AskRecord {
                fact: Shown::new(ask.id.as_str()),
                ask: Shown::new(&ask.ask),
                required: ask.required,
            })
            .collect(),
        did: stay.did.iter().filter_map(done).collect(),
        refused: stay.did.iter().filter_map(|did| refused(did, session)).collect(),
    }
}

fn done(did: &Did) -> Option<DidRecord> {
    let events = did.outcome.as_ref().ok()?;
    Some(DidRecord {
        entry: did.entry,
        act: deed_name(&did.deed),
        subject: Shown::new(&deed_subject(&did.deed)),
        events: events.iter().map(Event::kind).collect(),
    })
}

fn refused(did: &Did, session: &Session) -> Option<RefusedRecord> {
    let why = did.outcome.as_ref().err()?;
    let missing = match why {
        Refusal::Missing(missing) => missing.iter().map(missing_record).collect(),
        _other => Vec::new(),
    };
    Some(RefusedRecord {
        entry: did.entry,
        act: deed_name(&did.deed),
        subject: Shown::new(&deed_subject(&did.deed)),
        refused: why.name(),
        reason: Shown::new(&refusal(why, session.strings)),
        missing,
    })
}

fn end(walked: &Walk) -> EndRecord {
    let bare = EndRecord {
        state: "open",
        playbook: walked.book.reference.clone(),
        step: walked
            .stays
            .last()
            .map_or_else(|| Shown::new(""), |stay| Shown::new(stay.step.as_str())),
        ending: None,
        result: None,
        next: None,
        missing: Vec::new(),
        promises: Vec::new(),
    };
    match &walked.finish {
        Finish::Closed { result, ending } => EndRecord {
            state: "closed",
            result: Some(result.name()),
            ending: ending.as_ref().map(|ending| Shown::new(ending.as_str())),
            ..bare
        },
        Finish::AtEnd(Next::Ending(id), open) => EndRecord {
            state: "at-end",
            promises: open.iter().map(|what| Shown::new(what)).collect(),
            ending: Some(Shown::new(id.as_str())),
            result: walked.book.ending(id).map(|ending| ending.result.name()),
            ..bare
        },
        Finish::AtEnd(_, open) => EndRecord {
            state: "at-end",
            promises: open.iter().map(|what| Shown::new(what)).collect(),
            result: Some("settled"),
            ..bare
        },
        Finish::Missing(missing) => EndRecord {
            state: "missing",
            missing: missing.iter().map(missing_record).collect(),
            ..bare
        },
        Finish::Ready(next) => EndRecord { next: Some(Shown::new(&place(next))), ..bare },
    }
}

const fn reason(reason: StepReason) -> &'static str {
    match reason {
        StepReason::Forward => "forward",
        StepReason::Skipped => "skipped",
        StepReason::Back => "back",
        StepReason::Calming => "calming",
        StepReason::Moved => "moved",
        StepReason::Again => "again",
        StepReason::Entered => "entered",
        StepReason::Reopened => "reopened",
        StepReason::Undone => "undone",
    }
}
