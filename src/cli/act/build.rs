//! From the arguments of `redress do` to a command of the desk.

use super::Stopped;
use super::copy;
use crate::app::read_due;
use crate::cli::args::Deed;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::desk::{
    AskAgain, Command, Desk, Handover, Named, Refusal, Reply, carried_text, carried_title,
    counted_from, look_again,
};
use crate::domain::{
    CaseState, CheckId, CleanText, ExhibitKind, ExhibitNo, FactId, FactValue, Issue, MessageNo,
    Order, OrderNo, PlaybookId, PromiseNo, RawText, ReplyId, SendWay, Stamp, StepId, TaskNo,
};
use crate::exchange::encoding;
use crate::guide::pledges;
use crate::i18n::fill;
use crate::playbook::{Library, Playbook};
use std::io::{self, Read as _};
use std::path::PathBuf;
use std::sync::Arc;

/// Reads what is to be read from standard input, once: an act may be decided several times.
pub(super) fn with_input(deed: Deed) -> Result<Deed, Failure> {
    match deed {
        Deed::Reply { adopt, text: Some(text), copy, pledge, no_pledge, overrule }
            if text == "-" =>
        {
            let text = Some(input()?);
            Ok(Deed::Reply { adopt, text, copy, pledge, no_pledge, overrule })
        }
        Deed::Note { text } if text == "-" => Ok(Deed::Note { text: input()? }),
        other => Ok(other),
    }
}

fn input() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let name = || PathBuf::from("-");
    io::stdin().read_to_end(&mut bytes).map_err(|error| Failure::Read(name(), error))?;
    let decoded = encoding::decode(&bytes).map_err(|error| {
        Failure::Read(name(), io::Error::new(io::ErrorKind::InvalidData, error))
    })?;
    Ok(decoded.text.trim_end_matches(['\n', '\r']).to_owned())
}

/// The command of a deed on a case.
pub(super) fn command(
    deed: &Deed,
    case: &CaseState,
    desk: &Desk<'_>,
    session: &Session,
    library: &Library,
) -> Result<Command, Stopped> {
    let due = |text: &str| due(text, desk, session);
    Ok(match deed {
        Deed::Reply { adopt, text, copy, pledge, no_pledge, overrule } => {
            let way = if *copy { copy::way(session) } else { SendWay::Recorded };
            let sent = (way, overrule.as_deref());
            let mut reply = reply(adopt, text.as_deref(), sent, case, desk)?;
            if *no_pledge {
                reply.pledges = Some(Vec::new());
            } else if *pledge {
                let clean = reply.text.clean();
                let found = pledges(clean.as_str(), desk.now, &desk.policy.calendar).into_iter();
                let said = found.map(|one| crate::desk::pledge(one, desk));
                reply.pledges = Some(said.collect());
            }
            Command::Send(reply)
        }
        Deed::Retract { no } => Command::Retract(no.map(MessageNo)),
        Deed::Note { text } => Command::Note(RawText::new(text.clone())),
        Deed::Record { fact, value, status, from } => Command::Record {
            fact: FactId::new(fact.clone()),
            value: value_of(fact, value, desk)?,
            status: status.unwrap_or_default(),
            source: from.map(MessageNo),
        },
        Deed::Check { check, off } => {
            let (step, check) = match check.rsplit_once('/') {
                Some((step, check)) => (Some(StepId::new(step)), check),
                None => (None, check.as_str()),
            };
            Command::Check { step, check: CheckId::new(check), done: !off }
        }
        Deed::Mood { mood } => Command::Mood(*mood),
        Deed::Type { kind } => Command::BuyerType(kind.0),
        Deed::Exhibit { exhibit, what, from } => Command::Exhibit {
            kind: exhibit_kind(exhibit, session)?,
            what: CleanText::new(what).one_line().trim().to_owned(),
            source: from.map(MessageNo),
        },
        Deed::Drop { exhibit_no } => Command::DropExhibit(ExhibitNo(*exhibit_no)),
        Deed::Enter { step } => Command::Enter(StepId::new(step.clone())),
        Deed::Issue { issue } => Command::Issue(Issue::new(issue.clone())),
        Deed::Order { order, title, amount } => {
            Command::Order(Order { no: OrderNo::new(order), title: title.clone(), amount: *amount })
        }
        Deed::Advance => Command::Advance,
        Deed::Skip => Command::Skip,
        Deed::Back { step } => Command::Back(step.clone().map(StepId::new)),
        Deed::Calm => Command::Calm,
        Deed::Promise { what, due: by } => promise(what, by, desk, session)?,
        Deed::Keep { promise } => Command::Keep(PromiseNo(*promise)),
        Deed::Break { promise } => Command::Break(PromiseNo(*promise)),
        Deed::Move { promise, due: by } => Command::Move { no: PromiseNo(*promise), due: due(by)? },
        Deed::Settling(settling) => Command::Settle(super::settling::act(settling, case, desk)?),
        Deed::Playbook { playbook, .. } => {
            Command::Choose(chosen(playbook.as_deref(), case, session, library)?)
        }
        Deed::Task { what, to, owner, due: by, tried } => Command::Task(Handover {
            department: *to,
            owner: owner.clone(),
            what: what.clone(),
            tried: tried.clone(),
            due: due(by)?,
        }),
        Deed::TaskMove { task, due: by } => Command::MoveTask { no: TaskNo(*task), due: due(by)? },
        Deed::TaskDone { task, result } => {
            Command::FinishTask { no: TaskNo(*task), result: result.clone() }
        }
        Deed::TaskDrop { task, why } => {
            Command::DropTask { no: TaskNo(*task), reason: why.clone() }
        }
        Deed::Snooze { until, reply } => {
            let until = until.as_deref().map(due).transpose()?;
            Command::Snooze { until, on_reply: *reply }
        }
        Deed::Wake => Command::Wake,
        Deed::Did { what, proof, exhibit } => Command::Did {
            what: what.clone(),
            proof: proof.clone(),
            exhibit: exhibit.map(ExhibitNo),
        },
        Deed::Confirm { words, no, from } => {
            Command::Confirm { satisfied: !no, words: words.clone(), message: from.map(MessageNo) }
        }
        Deed::Cause { cause, worse } => {
            Command::Cause { causes: cause.clone(), aggravators: worse.clone() }
        }
        Deed::Lesson { words, none } => Command::Lesson { words: words.clone(), skipped: *none },
        Deed::FollowUp { words, on, skip, result } => Command::AskAgain(match (on, result) {
            (Some(on), _) => AskAgain::Plan { due: due(on)?, script: words.clone() },
            (None, Some(result)) => AskAgain::Done { result: *result, words: words.clone() },
            (None, None) if *skip => AskAgain::Skip { reason: words.clone() },
            (None, None) => return Err(Refusal::WhenWanted.into()),
        }),
        // What they restore comes from the ledger.
        Deed::Undo | Deed::Redo => return Err(Refusal::NothingToUndo.into()),
        Deed::Close { result, words, despite } => {
            Command::Close { result: *result, words: words.clone(), despite: despite.clone() }
        }
        Deed::Reopen { why } => Command::Reopen { reason: why.clone() },
    })
}

/// A promise by a date, or counted from one that may not be known yet.
fn promise(what: &str, by: &str, desk: &Desk<'_>, session: &Session) -> Result<Command, Stopped> {
    let after = counted_from(by, desk.playbook).transpose()?;
    let due = if after.is_some() { look_again(desk.now) } else { due(by, desk, session)? };
    Ok(Command::Promise { what: what.to_owned(), due, after })
}

/// The playbook named, else the newest version of the case's own.
pub(super) fn chosen(
    name: Option<&str>,
    case: &CaseState,
    session: &Session,
    library: &Library,
) -> Result<Arc<Playbook>, Failure> {
    let id = name.map_or_else(|| case.playbook.id.clone(), PlaybookId::new);
    library.get(&id).map_err(|wrong| {
        let why = session.first_line(&wrong);
        let text = &session.strings.notice.broken_playbook;
        Failure::Said(fill(text, &[("name", &id), ("why", &why)]))
    })
}

/// A kind of exhibit that is known; a slip would be collected and never count.
fn exhibit_kind(name: &str, session: &Session) -> Result<ExhibitKind, Failure> {
    let evidence = session.evidence();
    let whole = if name.starts_with("ev.") { name.to_owned() } else { format!("ev.{name}") };
    if evidence.kind(&whole).is_some() {
        return Ok(ExhibitKind::from(whole.as_str()));
    }
    let kinds: Vec<&str> = evidence.kinds().map(|kind| kind.id.as_str()).collect();
    let text = &session.strings.cli.say.no_such_kind;
    Err(Failure::Said(fill(text, &[("name", &name), ("kinds", &kinds.join(", "))])))
}

/// The words given, else those of the adopted replies as the playbook has them.
fn reply(
    adopt: &[String],
    text: Option<&str>,
    (way, overrule): (SendWay, Option<&str>),
    case: &CaseState,
    desk: &Desk<'_>,
) -> Result<Reply, Refusal> {
    let adopted: Vec<ReplyId> = adopt.iter().map(|id| ReplyId::new(id.clone())).collect();
    let situation = desk.situation(case);
    let mut scripted = Vec::new();
    for id in &adopted {
        if let Some(text) = carried_text(id, case, desk) {
            scripted.push(text);
            continue;
        }
        // The desk says what one of its own texts lacks.
        if carried_title(id, desk.lang).is_some() {
            continue;
        }
        let rendered = desk.playbook.render(id, &situation).ok_or_else(|| Refusal::Unknown {
            what: Named::Reply,
            name: id.to_string(),
            nearest: None,
        })?;
        scripted.push(rendered.text);
    }
    let text = text.map_or_else(|| scripted.join("\n"), str::to_owned);
    let overrule = overrule.map(str::to_owned);
    Ok(Reply { text: RawText::new(text), adopted, way, written: None, overrule, pledges: None })
}

/// A value of the kind the playbook declares; of a fact nobody knows the desk speaks better.
pub(super) fn value_of(fact: &str, value: &str, desk: &Desk<'_>) -> Result<FactValue, Refusal> {
    match desk.playbook.fact(&FactId::new(fact)) {
        None => Ok(FactValue::Text(value.to_owned())),
        Some(declared) => FactValue::parse(declared.kind, value)
            .map_err(|wrong| Refusal::WrongKind { fact: fact.to_owned(), kind: wrong.kind }),
    }
}

/// Reads a date as the console does.
fn due(text: &str, desk: &Desk<'_>, session: &Session) -> Result<Stamp, Failure> {
    read_due(text, desk.now, session.offset, &desk.policy.calendar).ok_or_else(|| {
        Failure::Usage(fill(session.strings.cli.usage.wrong_due, &[("value", &text)]))
    })
}
