//! The one gate: every act on a case, from wherever it comes, is decided here.

use super::settle::{self, Act};
use super::{
    Command, Policy, Refusal, advance, aftercare, answers, back, buyer_type, check, choose, close,
    enter, exhibit, issue, mood, note, order, promise, receive, record, reopen, retract, send,
    settling, skip, snooze, task, undo,
};
use crate::domain::{
    AgentName, CaseId, CaseState, Event, Fen, Lang, OrderNo, Owed, PaidWhat, PlaybookId, Stamp,
    StepId, StepReason,
};
use crate::guide::Guard;
use crate::playbook::{Course, Library, Playbook, Situation, StepView};
use crate::standard::Standards;
use std::sync::Arc;

/// What a decision may look at besides the case.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    /// The playbook in the version the case runs on.
    pub playbook: &'a Playbook,
    /// The shop's rules.
    pub policy: &'a Policy,
    /// Who acts.
    pub agent: &'a AgentName,
    /// The language replies are written in.
    pub lang: Lang,
    /// What time it is.
    pub now: Stamp,
    /// All playbooks at hand, for a case handed from one to another; without them it stays.
    pub library: Option<&'a Library>,
    /// How many other cases of this buyer the file has.
    pub earlier_cases: u32,
    /// What reads a reply before it goes out; without it nothing is stopped.
    pub guard: Option<&'a Guard>,
    /// What other cases paid on the same order.
    pub paid_elsewhere: &'a [PaidElsewhere],
    /// The standards the money at stake is reckoned from; without them it stays as it was reckoned.
    pub shelf: Option<&'a Standards>,
}

/// A payment of another case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaidElsewhere {
    /// Which case.
    pub case: CaseId,
    /// On which order.
    pub order: OrderNo,
    /// What for.
    pub what: PaidWhat,
    /// How much.
    pub amount: Fen,
}

impl<'a> Desk<'a> {
    /// The case as playbook conditions and templates see it.
    #[must_use]
    pub fn situation(&self, case: &'a CaseState) -> Situation<'a> {
        Situation {
            case,
            now: self.now,
            lang: self.lang,
            calendar: &self.policy.calendar,
            shop: &self.policy.shop,
            agent: self.agent,
            earlier_cases: self.earlier_cases,
        }
    }

    /// The current step, surveyed.
    pub(super) fn survey(&self, case: &'a CaseState) -> Result<StepView, Refusal> {
        self.playbook
            .survey(&case.step, &self.situation(case))
            .ok_or_else(|| Refusal::BrokenStep(case.step.to_string()))
    }

    /// Where the case goes on from its step.
    pub(super) fn course(&self, case: &'a CaseState) -> Result<Course, Refusal> {
        let course = self.playbook.course(&self.situation(case));
        course.map_err(|failed| Refusal::BrokenStep(failed.to_string()))
    }

    /// Where the case goes on when its step is passed over.
    pub(super) fn past(&self, case: &'a CaseState) -> Result<Course, Refusal> {
        let course = self.playbook.past(&self.situation(case));
        course.map_err(|failed| Refusal::BrokenStep(failed.to_string()))
    }

    /// The events of standing at another step: its predecessor's clock stops, its own starts.
    pub(super) fn enter(&self, case: &CaseState, step: &StepId, reason: StepReason) -> Vec<Event> {
        super::clocks::change_step(self, case, step, reason, Vec::new())
    }

    /// The playbook a case is handed over to.
    ///
    /// # Errors
    /// [`Refusal::HandOver`] when there are no playbooks at hand, or this one cannot be used: it is to
    /// be chosen by hand then.
    pub(super) fn other(&self, id: &PlaybookId) -> Result<Arc<Playbook>, Refusal> {
        let book = self.library.and_then(|library| library.get(id).ok());
        book.ok_or_else(|| Refusal::HandOver(id.clone()))
    }

    /// The playbook these events hand the case over to, whose sources are to be kept with it.
    #[must_use]
    pub fn handed(&self, events: &[Event]) -> Option<Arc<Playbook>> {
        let chosen = events.iter().rev().find_map(|event| match event {
            Event::PlaybookChosen { playbook } => Some(playbook),
            _another => None,
        })?;
        let book = self.other(&chosen.id).ok()?;
        (book.reference == *chosen).then_some(book)
    }
}

/// Decides an act: the events that record it, or why it is refused.
///
/// # Errors
/// The [`Refusal`], with its way out.
pub fn decide(case: &CaseState, command: Command, desk: &Desk<'_>) -> Result<Vec<Event>, Refusal> {
    if !case.is_open() && !works_on_closed(&command) && !asks_again(case, &command) {
        return Err(Refusal::CaseClosed);
    }
    let act = Act::of(&command, case, desk)?;
    let restores = matches!(command, Command::Undo { .. });
    let mut events = decide_alone(case, command, &act, desk)?;
    if restores {
        // All is as it was, what followed from the act included.
        return Ok(events);
    }
    if case.is_open() {
        events.extend(answers::answers(case, &events, desk));
    }
    let more = settle::settle(case, &events, &act, desk)?;
    events.extend(more);
    Ok(events)
}

/// What the act itself comes to, before what follows from it.
fn decide_alone(
    case: &CaseState,
    command: Command,
    act: &Act,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Receive(messages) => receive::receive(case, messages, desk),
        Command::Send(reply) => send::send(case, reply, desk),
        Command::Retract(no) => retract::retract(case, no, desk),
        Command::Note(text) => note::note(case, text),
        Command::Record { fact, value, status, source } => {
            record::record(case, fact, value, status, source, desk)
        }
        Command::Check { step, check, done } => check::check(case, step, check, done, desk),
        Command::Exhibit { kind, what, source } => exhibit::note(case, kind, what, source),
        Command::DropExhibit(no) => exhibit::drop(case, no),
        Command::Mood(mood) => mood::mood(case, mood),
        Command::BuyerType(kind) => buyer_type::buyer_type(case, kind),
        Command::Issue(issue) => issue::issue(case, issue),
        Command::Order(order) => order::order(case, order),
        Command::Advance => advance::advance(case, act, desk),
        Command::Enter(step) => enter::enter(case, &step, desk),
        Command::Skip => skip::skip(case, act, desk),
        Command::Back(step) => back::back(case, step, desk),
        Command::Calm => back::calm(case, desk),
        Command::Promise { what, due, after } => promise::make(case, what, due, after, desk),
        Command::Keep(no) => promise::keep(case, no),
        Command::Break(no) => promise::break_(case, no),
        Command::Move { no, due } => promise::change_date(case, no, due, desk),
        Command::Settle(act) => settling::settle(case, act, desk),
        Command::Choose(playbook) => choose::choose(case, &playbook, desk),
        Command::Task(handover) => task::open(case, handover, desk),
        Command::MoveTask { no, due } => task::change_time(case, no, due, desk),
        Command::FinishTask { no, result } => task::finish(case, no, result),
        Command::DropTask { no, reason } => task::drop(case, no, reason),
        Command::Snooze { until, on_reply } => snooze::snooze(case, until, on_reply, desk),
        Command::Wake => snooze::wake(case),
        Command::Did { what, proof, exhibit } => aftercare::did(case, what, proof, exhibit),
        Command::Confirm { satisfied, words, message } => {
            aftercare::confirm(case, satisfied, words, message)
        }
        Command::Cause { causes, aggravators } => aftercare::cause(case, causes, aggravators),
        Command::Lesson { words, skipped } => aftercare::lesson(case, words, skipped),
        Command::AskAgain(about) => aftercare::ask_again(case, about, desk),
        Command::Undo { to, redo } => undo::undo(case, &to, redo, desk),
        Command::Close { result, words, despite } => {
            close::close(case, result, words, despite, desk)
        }
        Command::Reopen { reason } => reopen::reopen(case, reason, desk),
    }
}

/// Asking the buyer of a closed case again is said to them, and can be taken back like any reply.
fn asks_again(case: &CaseState, command: &Command) -> bool {
    match command {
        Command::Send(reply) => reply.adopted.iter().any(|id| *id == Owed::Again.reply()),
        Command::Retract(_) => {
            let newest = case.sent.iter().rev().find(|sent| !sent.retracted);
            newest.is_some_and(|sent| sent.replies.contains(&Owed::Again.reply()))
        }
        _another => false,
    }
}

/// A closed case still takes in what the buyer writes, notes, and being taken up again.
const fn works_on_closed(command: &Command) -> bool {
    match command {
        Command::Receive(_)
        | Command::Note(_)
        | Command::Reopen { .. }
        | Command::Undo { .. }
        | Command::Cause { .. }
        | Command::Lesson { .. }
        | Command::AskAgain(_) => true,
        Command::Send(_)
        | Command::Retract(_)
        | Command::Record { .. }
        | Command::Check { .. }
        | Command::Exhibit { .. }
        | Command::DropExhibit(_)
        | Command::Mood(_)
        | Command::BuyerType(_)
        | Command::Issue(_)
        | Command::Order(_)
        | Command::Advance
        | Command::Enter(_)
        | Command::Skip
        | Command::Back(_)
        | Command::Calm
        | Command::Promise { .. }
        | Command::Keep(_)
        | Command::Break(_)
        | Command::Move { .. }
        | Command::Settle(_)
        | Command::Choose(_)
        | Command::Task(_)
        | Command::MoveTask { .. }
        | Command::FinishTask { .. }
        | Command::DropTask { .. }
        | Command::Snooze { .. }
        | Command::Wake
        | Command::Did { .. }
        | Command::Confirm { .. }
        | Command::Close { .. } => false,
    }
}
