//! The one gate: every act on a case, from wherever it comes, is decided here.

use super::{
    Command, Policy, Refusal, advance, back, check, choose, close, issue, mood, note, order,
    promise, receive, record, reopen, retract, send, skip,
};
use crate::domain::{AgentName, CaseState, Event, Lang, Stamp, StepId, StepReason};
use crate::playbook::{Library, Next, Playbook, Situation, StepView};

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

    /// Where the current step leads.
    pub(super) fn route(&self, case: &'a CaseState) -> Result<Next, Refusal> {
        self.playbook
            .route(&case.step, &self.situation(case))
            .map_err(|failed| Refusal::BrokenStep(failed.to_string()))
    }

    /// The events of standing at another step: its predecessor's clock stops, its own starts.
    pub(super) fn enter(&self, case: &CaseState, step: &StepId, reason: StepReason) -> Vec<Event> {
        super::clocks::change_step(self, case, step, reason)
    }
}

/// Decides an act: the events that record it, or why it is refused.
///
/// # Errors
/// The [`Refusal`], with its way out.
pub fn decide(case: &CaseState, command: Command, desk: &Desk<'_>) -> Result<Vec<Event>, Refusal> {
    if !case.is_open() && !works_on_closed(&command) {
        return Err(Refusal::CaseClosed);
    }
    match command {
        Command::Receive(messages) => receive::receive(case, messages, desk),
        Command::Send(reply) => send::send(case, reply, desk),
        Command::Retract(no) => retract::retract(case, no, desk),
        Command::Note(text) => note::note(case, text),
        Command::Record { fact, value, status, source } => {
            record::record(case, fact, value, status, source, desk)
        }
        Command::Check { step, check, done } => check::check(case, step, check, done, desk),
        Command::Mood(mood) => mood::mood(case, mood),
        Command::Issue(issue) => issue::issue(case, issue),
        Command::Order(order) => order::order(case, order),
        Command::Advance => advance::advance(case, desk),
        Command::Skip => skip::skip(case, desk),
        Command::Back(step) => back::back(case, step, desk),
        Command::Calm => back::calm(case, desk),
        Command::Promise { what, due } => promise::make(case, what, due, desk),
        Command::Keep(no) => promise::keep(case, no),
        Command::Break(no) => promise::break_(case, no),
        Command::Move { no, due } => promise::change_date(case, no, due, desk),
        Command::Choose(playbook) => choose::choose(case, &playbook, desk),
        Command::Close { result, words } => close::close(case, result, words, desk),
        Command::Reopen { reason } => reopen::reopen(case, reason, desk),
    }
}

/// A closed case still takes in what the buyer writes, notes, and being taken up again.
const fn works_on_closed(command: &Command) -> bool {
    match command {
        Command::Receive(_) | Command::Note(_) | Command::Reopen { .. } => true,
        Command::Send(_)
        | Command::Retract(_)
        | Command::Record { .. }
        | Command::Check { .. }
        | Command::Mood(_)
        | Command::Issue(_)
        | Command::Order(_)
        | Command::Advance
        | Command::Skip
        | Command::Back(_)
        | Command::Calm
        | Command::Promise { .. }
        | Command::Keep(_)
        | Command::Break(_)
        | Command::Move { .. }
        | Command::Choose(_)
        | Command::Close { .. } => false,
    }
}
