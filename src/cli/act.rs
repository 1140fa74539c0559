//! `redress do CASE …`: one act, decided by the desk like any key of the console.

mod build;
mod copy;
mod report;
mod settling;
mod way;

use super::args::{Deed, DoArgs};
use super::failure::Failure;
use super::print;
use super::session::Session;
use crate::app::words::{self, refusal};
use crate::desk::{Command, Desk, Policy, Refusal, decide};
use crate::domain::{CaseId, CaseState, Event, ExhibitKind, PlaybookRef, Recorded, Version};
use crate::exchange::json::{ActDocument, MissingRecord, RefusalDocument, Shown};
use crate::guide::Guard;
use crate::i18n::{Strings, fill};
use crate::playbook::{Library, Missing, Playbook};
use crate::standard::Standards;
use crate::store::{Access, Act, CaseFile, Outcome, StoreError};
use std::collections::BTreeSet;
use std::sync::Arc;

/// How often an act that loses nothing by it is decided anew on what another window did.
const TRIES: usize = 8;
/// As much of another window's work as is told.
const TOLD: u32 = 100;

pub(super) fn run(session: &Session, args: DoArgs) -> Result<(), Failure> {
    let deed = build::with_input(args.deed)?;
    let cases = args.case.0;
    if let Deed::Playbook { playbook, report: true } = &deed {
        for case in cases {
            report::run(session, case, playbook.as_deref(), args.json)?;
        }
        return Ok(());
    }
    if args.expect.is_some() && cases.len() > 1 {
        return Err(Failure::Usage(session.strings.cli.usage.expect_one.to_owned()));
    }
    let mut file = session.open(Access::Write)?;
    let doing = Doing {
        session,
        library: session.library(),
        policy: session.policy(),
        shelf: session.standards(),
        guard: matches!(deed, Deed::Reply { .. }).then(|| session.wits().guard().clone()),
        // Whoever names a version wants to see what changed before anything is done.
        again: args.expect.is_none() && bears_change(&deed),
        deed,
    };
    let expect = args.expect.map(Version);
    if let [case] = cases.as_slice() {
        return doing.one(&mut file, *case, expect, args.json);
    }
    // Each passes the same gate by itself; what is refused for one keeps no other from being done.
    let mut failed = false;
    for case in cases {
        match doing.one(&mut file, case, expect, args.json) {
            Ok(()) => {}
            Err(misused @ (Failure::Usage(_) | Failure::Output(_))) => return Err(misused),
            Err(failure) => {
                failed = true;
                let why = failure.sentence(session.strings);
                let values: [(&str, &dyn std::fmt::Display); 2] = [("case", &case), ("why", &why)];
                print::complain(&fill(session.strings.cli.say.not_done, &values));
            }
        }
    }
    if failed { Err(Failure::Quiet) } else { Ok(()) }
}

/// Why an act was not done.
enum Stopped {
    Refused(Refusal),
    /// Another window changed the case since it was looked at.
    Conflict(Vec<Recorded>),
    Failed(Failure),
}

impl From<Refusal> for Stopped {
    fn from(why: Refusal) -> Self {
        Self::Refused(why)
    }
}

impl From<Failure> for Stopped {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<StoreError> for Stopped {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}

/// An act that was done.
struct Done {
    after: CaseState,
    records: Vec<Recorded>,
}

struct Doing<'a> {
    session: &'a Session,
    library: Library,
    policy: Policy,
    deed: Deed,
    /// What the money at stake is reckoned from.
    shelf: Standards,
    /// What reads a reply before it goes out.
    guard: Option<Guard>,
    /// Whether the act means the same after another window's.
    again: bool,
}

impl Doing<'_> {
    /// The act on one case, and what is said of it.
    fn one(
        &self,
        file: &mut CaseFile,
        case: CaseId,
        expect: Option<Version>,
        json: bool,
    ) -> Result<(), Failure> {
        let strings = &self.session.strings;
        match self.until_done(file, case, expect) {
            Ok(done) => self.told(&done, json),
            Err(Stopped::Refused(why)) => {
                let why = named(why, self.session);
                if json {
                    print::json(&refusal_document(case, &why, strings))?;
                }
                Err(why.into())
            }
            Err(Stopped::Conflict(since)) => {
                let what = happened(since.iter().map(|recorded| &recorded.event), strings);
                let sentence = fill(strings.cli.say.conflict, &[("what", &what)]);
                if json {
                    let way = way::after_another(case, strings);
                    print::json(&RefusalDocument::new(Some(case), "conflict", &sentence, &way))?;
                }
                Err(Failure::Said(sentence))
            }
            Err(Stopped::Failed(failure)) => Err(failure),
        }
    }

    fn until_done(
        &self,
        file: &mut CaseFile,
        case: CaseId,
        expect: Option<Version>,
    ) -> Result<Done, Stopped> {
        let mut tries = 0;
        loop {
            tries += 1;
            let state = file.load(case)?.ok_or(StoreError::NoCase { case })?;
            if let Some(expected) = expect.filter(|expected| *expected != state.version) {
                let mut since = file.timeline(case, None, TOLD)?;
                since.retain(|recorded| recorded.version > expected);
                since.reverse();
                return Err(Stopped::Conflict(since));
            }
            match self.attempt(file, &state)? {
                Outcome::Appended { records, .. } => {
                    let after = file.load(case)?.ok_or(StoreError::NoCase { case })?;
                    return Ok(Done { after, records });
                }
                Outcome::Conflict { since, .. } if !self.again || tries >= TRIES => {
                    return Err(Stopped::Conflict(since));
                }
                Outcome::Conflict { .. } => {}
            }
        }
    }

    fn attempt(&self, file: &mut CaseFile, state: &CaseState) -> Result<Outcome, Stopped> {
        let session = self.session;
        let pinned = file.pinned(&state.playbook)?;
        let playbook = session.playbook(&self.library, &state.playbook, pinned.as_deref())?;
        let elsewhere = file.paid_elsewhere(state)?;
        let desk = Desk {
            playbook: &playbook,
            policy: &self.policy,
            agent: &session.agent,
            lang: session.lang,
            now: session.now(),
            library: Some(&self.library),
            earlier_cases: file.earlier_cases(state)?,
            paid_elsewhere: &elsewhere,
            shelf: Some(&self.shelf),
            guard: self.guard.as_ref(),
        };
        let command = match &self.deed {
            Deed::Undo => restore(file, state, false)?,
            Deed::Redo => restore(file, state, true)?,
            deed => build::command(deed, state, &desk, session, &self.library)?,
        };
        let chosen = match &command {
            Command::Choose(book) => Some(Arc::clone(book)),
            _stays_or_is_handed_over => None,
        };
        let events = decide(state, command, &desk)?;
        let pin = pin_of(chosen.or_else(|| desk.handed(&events)))?;
        Ok(file.append(Act {
            case: Some(state.id),
            expected: state.version,
            events,
            agent: session.agent.clone(),
            at: desk.now,
            clear_draft: None,
            pin,
        })?)
    }

    fn told(&self, done: &Done, json: bool) -> Result<(), Failure> {
        let session = self.session;
        let events = || done.records.iter().map(|recorded| &recorded.event);
        if let Deed::Reply { copy: true, .. } = &self.deed {
            copy::sent(session, &done.records);
        }
        if json {
            return print::json(&ActDocument::new(&done.after, events(), session.now()));
        }
        let step = self
            .library
            .get(&done.after.playbook.id)
            .ok()
            .and_then(|book| Some(book.step(&done.after.step)?.title.get(session.lang).to_owned()))
            .unwrap_or_else(|| done.after.step.to_string());
        print::text(&fill(
            session.strings.cli.say.done,
            &[
                ("case", &done.after.id),
                ("version", &done.after.version),
                ("what", &happened(events(), session.strings)),
                ("step", &step),
            ],
        ))
    }
}

/// Taking the newest act back, or doing it again: the case as it is to stand comes from the ledger.
fn restore(file: &CaseFile, state: &CaseState, redo: bool) -> Result<Command, Stopped> {
    let mark = if redo { state.acts.to_redo() } else { state.acts.to_undo() };
    let mark = mark.ok_or(Refusal::NothingToUndo)?;
    let wanted = if redo { mark.last } else { Version(mark.first.0.saturating_sub(1)) };
    let to = file.load_at(state.id, wanted)?.ok_or(Refusal::NothingToUndo)?;
    Ok(Command::Undo { to: Box::new(to), redo })
}

/// Notes, checks and facts mean the same whatever another window did in the meantime.
const fn bears_change(deed: &Deed) -> bool {
    match deed {
        Deed::Note { .. }
        | Deed::Check { .. }
        | Deed::Record { .. }
        | Deed::Type { .. }
        | Deed::Task { .. }
        | Deed::Did { .. }
        | Deed::Cause { .. }
        | Deed::Lesson { .. }
        | Deed::Exhibit { .. } => true,
        Deed::Reply { .. }
        | Deed::Retract { .. }
        | Deed::Mood { .. }
        | Deed::Issue { .. }
        | Deed::Order { .. }
        | Deed::Drop { .. }
        | Deed::Advance
        | Deed::Enter { .. }
        | Deed::Skip
        | Deed::Back { .. }
        | Deed::Calm
        | Deed::Promise { .. }
        | Deed::Keep { .. }
        | Deed::Break { .. }
        | Deed::Move { .. }
        | Deed::Settling(_)
        | Deed::Playbook { .. }
        | Deed::TaskMove { .. }
        | Deed::TaskDone { .. }
        | Deed::TaskDrop { .. }
        | Deed::Snooze { .. }
        | Deed::Wake
        | Deed::Confirm { .. }
        | Deed::FollowUp { .. }
        | Deed::Undo
        | Deed::Redo
        | Deed::Close { .. }
        | Deed::Reopen { .. } => false,
    }
}

fn pin_of(book: Option<Arc<Playbook>>) -> Result<Option<(PlaybookRef, String)>, Failure> {
    let Some(book) = book else { return Ok(None) };
    let sources = serde_json::to_string(&book.pin())
        .map_err(|error| Failure::Other(anyhow::Error::new(error)))?;
    Ok(Some((book.reference.clone(), sources)))
}

/// What happened, in a few words; clocks are bookkeeping.
fn happened<'e>(events: impl Iterator<Item = &'e Event>, strings: &Strings) -> String {
    let mut told = BTreeSet::new();
    let words: Vec<&str> = events
        .map(Event::kind)
        .filter(|kind| !kind.starts_with("timer-") && told.insert(*kind))
        .map(|kind| strings.cli.event.get(kind).unwrap_or(kind))
        .collect();
    words.join(strings.refusal.list_mark)
}

/// The refusal with exhibits by what their kinds are called.
fn named(why: Refusal, session: &Session) -> Refusal {
    match why {
        Refusal::Missing(missing) => {
            let evidence = session.evidence();
            let (strings, lang) = (&session.strings, session.lang);
            let name = |one| words::named(one, strings, Some(&evidence), lang);
            Refusal::Missing(missing.into_iter().map(name).collect())
        }
        other => other,
    }
}

fn refusal_document(case: CaseId, why: &Refusal, strings: &Strings) -> RefusalDocument {
    let missing = match why {
        Refusal::Missing(missing) => missing.iter().map(missing_record).collect(),
        _nothing_is_missing => Vec::new(),
    };
    let reason = refusal(why, strings);
    let way = way::out(why.way(), case, strings);
    RefusalDocument { missing, ..RefusalDocument::new(Some(case), why.name(), &reason, &way) }
}

/// What is missing, for a document.
pub(super) fn missing_record(missing: &Missing) -> MissingRecord {
    let (kind, id) = match missing {
        Missing::Reopened { step, .. } => ("reopened", Some(Shown::new(step.as_str()))),
        Missing::Check { id, .. } => ("check", Some(Shown::new(id.as_str()))),
        Missing::Fact { id, .. } => ("fact", Some(Shown::new(id.as_str()))),
        Missing::Exhibit { any, .. } => {
            let kinds: Vec<&str> = any.iter().map(ExhibitKind::as_str).collect();
            ("exhibit", Some(Shown::new(&kinds.join("|"))))
        }
        Missing::Need { .. } => ("need", None),
        Missing::Callback { .. } => ("callback", None),
    };
    MissingRecord { kind, id, text: Shown::new(missing.text()) }
}
