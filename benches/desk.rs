//! What deciding one act and looking at one step cost, on the largest shipped playbook, for a case
//! with some history behind it.

#![expect(clippy::unwrap_used, reason = "a bench that cannot run may as well stop")]

use criterion::{Criterion, criterion_group, criterion_main};
use redress::desk::{Command, Desk, Opening, Policy, decide, open};
use redress::domain::{
    AgentName, Author, BuyerName, CaseId, CaseState, Event, FactStatus, FactValue, Issue, Lang,
    Mood, NewMessage, Platform, RawText, Recorded, Stamp, Version, fold,
};
use redress::playbook::{Library, Playbook};
use std::hint::black_box;
use std::sync::Arc;

struct Bench {
    library: Library,
    book: Arc<Playbook>,
    policy: Policy,
    agent: AgentName,
    now: Stamp,
}

impl Bench {
    fn new() -> Self {
        let library = Library::new(Library::shipped());
        let book = library.get(&"platform-complaint".into()).unwrap();
        let now = Stamp::parse("2026-11-23T10:00:00+08:00").unwrap();
        Self { library, book, policy: Policy::default(), agent: AgentName::new("小林"), now }
    }

    fn desk(&self) -> Desk<'_> {
        Desk {
            playbook: &self.book,
            policy: &self.policy,
            agent: &self.agent,
            lang: Lang::Zh,
            now: self.now,
            library: Some(&self.library),
            earlier_cases: 2,
            paid_elsewhere: &[],
            guard: None,
        }
    }

    /// A case that went to and fro fifty times.
    fn case(&self) -> CaseState {
        let messages = vec![NewMessage {
            author: Author::Buyer,
            speaker: None,
            at: self.now,
            timed: true,
            text: RawText::new("收到全碎了"),
        }];
        let opening = Opening {
            key: None,
            platform: Platform::Taobao,
            buyer: BuyerName::new("小鱼"),
            order: None,
            issue: Issue::new("damage"),
            messages,
        };
        let mut ledger = Vec::new();
        let write = |ledger: &mut Vec<Recorded>, events: Vec<Event>| {
            for event in events {
                let version = Version(u32::try_from(ledger.len()).unwrap() + 1);
                let (at, agent) = (self.now, self.agent.clone());
                ledger.push(Recorded { case: CaseId(1), version, at, agent, event });
            }
        };
        write(&mut ledger, open(opening, &self.desk()).unwrap());
        for step in self.book.steps.iter().take(10) {
            let case = fold(CaseId(1), &ledger).unwrap();
            let (from, step) = (case.step, step.id.clone());
            let reason = redress::domain::StepReason::Forward;
            write(&mut ledger, vec![Event::StepEntered { from, step, reason, passed: vec![] }]);
        }
        for n in 0..50 {
            let case = fold(CaseId(1), &ledger).unwrap();
            let command = if n % 2 == 0 { Command::Calm } else { Command::Back(None) };
            let done = decide(&case, command, &self.desk());
            write(&mut ledger, done.unwrap_or_default());
        }
        fold(CaseId(1), &ledger).unwrap()
    }
}

fn desk(criterion: &mut Criterion) {
    let bench = Bench::new();
    let mut case = bench.case();
    let mut group = criterion.benchmark_group("desk");
    group.bench_function("mood", |bencher| {
        bencher.iter(|| decide(&case, Command::Mood(Mood::Angry), &bench.desk()));
    });
    group.bench_function("advance", |bencher| {
        bencher.iter(|| decide(black_box(&case), Command::Advance, &bench.desk()));
    });
    let fact = bench.book.facts.iter().find(|fact| fact.values.is_empty()).unwrap();
    let record = Command::Record {
        fact: fact.id.clone(),
        value: match fact.kind {
            redress::domain::FactKind::Bool => FactValue::Bool(true),
            _other => FactValue::Text("x".into()),
        },
        status: FactStatus::Claimed,
        source: None,
    };
    group.bench_function("record", |bencher| {
        bencher.iter(|| decide(black_box(&case), record.clone(), &bench.desk()));
    });
    case.version = Version(1);
    group.bench_function("survey", |bencher| {
        let desk = bench.desk();
        bencher.iter(|| bench.book.survey(&case.step, &desk.situation(black_box(&case))));
    });
    group.bench_function("replies", |bencher| {
        let desk = bench.desk();
        bencher.iter(|| bench.book.replies(&case.step, &desk.situation(black_box(&case))));
    });
    group.finish();
}

criterion_group!(benches, desk);
criterion_main!(benches);
