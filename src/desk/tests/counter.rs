//! A case on the desk and its ledger: what is accepted is recorded, and the fold over the ledger
//! is the case at every moment.

use crate::config::ClosingRules;
use crate::desk::{Command, Desk, Opening, Policy, Refusal, Reply, decide, open};
use crate::domain::{
    AgentName, Author, BuyerName, CaseId, CaseState, Event, FactStatus, FactValue, Issue, Lang,
    NewMessage, Platform, RawText, Recorded, ReplyId, SendWay, Span, Stamp, StepReason, Version,
    fold,
};
use crate::playbook::{Library, Origin, Playbook, Source};
use crate::standard::Standards;
use std::sync::{Arc, LazyLock};

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let mut sources = Library::shipped();
    sources.push(Source {
        name: "language.toml".into(),
        origin: Origin::Shipped,
        text: include_str!("language.toml").into(),
    });
    Library::new(sources)
});

/// The standards that come with the program.
static SHELF: LazyLock<Standards> = LazyLock::new(Standards::shipped);

/// A playbook that uses every construct of the language.
pub(super) const LANGUAGE: &str = "language";

/// Every playbook of the box, and that one.
pub(super) static ALL: LazyLock<Vec<String>> = LazyLock::new(|| {
    let stem = |source: Source| {
        let file = source.name.strip_prefix("playbooks/")?.strip_suffix(".toml")?;
        Some(file.to_owned())
    };
    let shipped = Library::shipped().into_iter().filter_map(stem);
    shipped.chain([LANGUAGE.to_owned()]).collect()
});

/// The shipped playbooks.
pub(super) const SHIPPED: [&str; 4] =
    ["core", "pre-escalation", "platform-complaint", "promise-breach"];

pub(super) fn playbook(id: &str) -> Arc<Playbook> {
    LIBRARY.get(&id.into()).unwrap_or_else(|wrong| panic!("{wrong:?}"))
}

/// A working morning: 2026-11-02 10:00 in China.
pub(super) fn morning() -> Stamp {
    Stamp::parse("2026-11-02T10:00:00+08:00").expect("a time")
}

#[derive(Debug, Clone)]
pub(super) struct Counter {
    pub(super) playbook: Arc<Playbook>,
    pub(super) policy: Policy,
    pub(super) agent: AgentName,
    pub(super) now: Stamp,
    pub(super) case: CaseState,
    pub(super) ledger: Vec<Recorded>,
}

impl Counter {
    /// A case on which the buyer has just written once.
    pub(super) fn open(id: &str) -> Self {
        // What the shop wants before closing has tests of its own.
        let policy = Policy { closing: ClosingRules::NOTHING, ..Policy::default() };
        let playbook = playbook(id);
        let (agent, now) = (AgentName::new("小林"), morning());
        let desk = Desk {
            playbook: &playbook,
            policy: &policy,
            agent: &agent,
            lang: Lang::Zh,
            now,
            library: None,
            earlier_cases: 0,
            paid_elsewhere: &[],
            shelf: Some(&SHELF),
            guard: None,
        };
        let events = open(opening(vec![said(Author::Buyer, now, "收到全碎了")]), &desk)
            .expect("a case opens");
        let mut ledger = Vec::new();
        record(&mut ledger, &events, &agent, now);
        let case = fold(CaseId(1), &ledger).expect("what was decided folds");
        Self { playbook, policy, agent, now, case, ledger }
    }

    pub(super) fn desk(&self) -> Desk<'_> {
        Desk {
            playbook: &self.playbook,
            policy: &self.policy,
            agent: &self.agent,
            lang: Lang::Zh,
            now: self.now,
            library: Some(&LIBRARY),
            earlier_cases: 0,
            paid_elsewhere: &[],
            shelf: Some(&SHELF),
            guard: None,
        }
    }

    /// Asks for an act; what is accepted is recorded.
    pub(super) fn ask(&mut self, command: Command) -> Result<Vec<Event>, Refusal> {
        let chosen = match &command {
            Command::Choose(playbook) => Some(Arc::clone(playbook)),
            _other => None,
        };
        let events = decide(&self.case, command, &self.desk())?;
        let chosen = chosen.or_else(|| self.desk().handed(&events));
        assert!(!events.is_empty(), "an accepted act leaves something in the ledger");
        let before = self.ledger.len();
        record(&mut self.ledger, &events, &self.agent, self.now);
        for recorded in &self.ledger[before..] {
            self.case.apply(recorded).expect("what was decided applies");
        }
        assert_eq!(fold(CaseId(1), &self.ledger).as_ref(), Ok(&self.case));
        if let Some(playbook) = chosen {
            self.playbook = playbook;
        }
        Ok(events)
    }

    /// Does an act that must be accepted.
    pub(super) fn does(&mut self, command: Command) -> Vec<Event> {
        self.ask(command).unwrap_or_else(|why| panic!("refused: {why:?}"))
    }

    /// An act that must be refused, and changes nothing.
    pub(super) fn refused(&mut self, command: Command) -> Refusal {
        let before = self.case.clone();
        let why = self.ask(command).expect_err("refused");
        assert_eq!(self.case, before);
        why
    }

    pub(super) fn wait(&mut self, span: Span) {
        self.now = self.now.plus(span);
    }

    pub(super) fn buyer_says(&mut self, text: &str) -> Vec<Event> {
        self.does(Command::Receive(vec![said(Author::Buyer, self.now, text)]))
    }

    pub(super) fn sends(&mut self, text: &str, adopted: &[&str]) -> Vec<Event> {
        self.does(send(text, adopted))
    }

    pub(super) fn knows(&mut self, fact: &str, value: FactValue) {
        self.does(record_fact(fact, value));
    }

    pub(super) fn ticks(&mut self, check: &str) {
        self.does(tick(check, true));
    }

    /// Goes to a step of the playbook, whatever the way there would want.
    pub(super) fn stands_at(&mut self, step: &str) {
        let from = self.case.step.clone();
        let (step, reason) = (step.into(), StepReason::Forward);
        let entered = Event::StepEntered { from, step, reason, passed: Vec::new() };
        let before = self.ledger.len();
        record(&mut self.ledger, &[entered], &self.agent, self.now);
        for recorded in &self.ledger[before..] {
            self.case.apply(recorded).expect("a step is entered");
        }
    }

    pub(super) fn step(&self) -> &str {
        self.case.step.as_str()
    }

    /// When the answer to a waiting buyer is due, if that clock runs.
    pub(super) fn answer_due(&self) -> Option<Stamp> {
        let mut running = self.case.running_timers();
        running.find(|timer| timer.id.as_str() == CaseState::ANSWER_TIMER).map(|timer| timer.due)
    }

    /// Names of the clocks that run.
    pub(super) fn clocks(&self) -> Vec<&str> {
        self.case.running_timers().map(|timer| timer.id.as_str()).collect()
    }
}

fn record(ledger: &mut Vec<Recorded>, events: &[Event], agent: &AgentName, at: Stamp) {
    for event in events {
        let version = Version(u32::try_from(ledger.len()).expect("a short ledger") + 1);
        let (agent, event) = (agent.clone(), event.clone());
        ledger.push(Recorded { case: CaseId(1), version, at, agent, event });
    }
}

pub(super) fn opening(messages: Vec<NewMessage>) -> Opening {
    Opening {
        key: None,
        platform: Platform::Taobao,
        buyer: BuyerName::new("小鱼"),
        order: None,
        issue: Issue::new("damage"),
        messages,
    }
}

pub(super) fn said(author: Author, at: Stamp, text: &str) -> NewMessage {
    NewMessage { author, speaker: None, at, timed: true, text: RawText::new(text) }
}

pub(super) fn send(text: &str, adopted: &[&str]) -> Command {
    Command::Send(Reply {
        text: RawText::new(text),
        adopted: adopted.iter().map(|reply| ReplyId::from(*reply)).collect(),
        way: SendWay::Recorded,
        written: None,
        pledges: Some(Vec::new()),
        overrule: None,
    })
}

pub(super) fn record_fact(fact: &str, value: FactValue) -> Command {
    Command::Record { fact: fact.into(), value, status: FactStatus::Claimed, source: None }
}

pub(super) fn tick(check: &str, done: bool) -> Command {
    Command::Check { step: None, check: check.into(), done }
}

pub(super) fn text(words: &str) -> FactValue {
    FactValue::Text(words.to_owned())
}

pub(super) fn choice(id: &str) -> FactValue {
    FactValue::Enum(id.to_owned())
}
