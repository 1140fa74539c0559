//! What deciding one act and looking at one step cost, on the largest shipped playbook, for a case
//! with some history behind it; and what a person waits for at the desk: the top of a queue of a hundred
//! thousand cases, a case with two thousand messages whose buyer has forty others, and that buyer at a
//! glance.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a bench that cannot run may as well stop"
)]

use criterion::{Criterion, criterion_group};
use redress::desk::{Command, Desk, Opening, Policy, decide, open};
use redress::domain::{
    AgentName, Author, BuyerName, CaseId, CaseState, Event, FactStatus, FactValue, Filter, Issue,
    Lang, Mood, NewMessage, Platform, RawText, Recorded, Span, Stamp, Version, fold,
};
use redress::playbook::{Library, Playbook};
use redress::store::{Access, Act, CaseFile, Job, JobId, QueuePage, Worker};
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

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
            shelf: None,
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

/// Cases in the queue, messages of the long case, and other cases of its buyer.
struct Size {
    cases: u32,
    messages: u32,
    others: u32,
}

/// A file of that size, every case made by the desk's own gate.
fn file(path: &Path, bench: &Bench, size: &Size) -> CaseId {
    let mut file = CaseFile::open(path, Access::Write).unwrap();
    let message = |n: u32| NewMessage {
        author: if n % 3 == 2 { Author::Agent } else { Author::Buyer },
        speaker: None,
        at: bench.now.plus(Span::seconds(i64::from(n) - 900_000)),
        timed: true,
        text: RawText::new(format!("收到的玻璃杯是碎的，第 {n} 次跟你们说了，到底怎么办？")),
    };
    let act = |buyer: &str, n: u32, messages: u32| {
        let opening = Opening {
            key: None,
            platform: Platform::ALL[(n % 4) as usize],
            buyer: BuyerName::new(buyer),
            order: None,
            issue: Issue::new(["damage", "logistics", "invoice"][(n % 3) as usize]),
            messages: (n..n + messages).map(message).collect(),
        };
        Act {
            case: None,
            expected: Version(0),
            events: open(opening, &bench.desk()).unwrap(),
            agent: bench.agent.clone(),
            at: bench.now.plus(Span::seconds(i64::from(n) - 900_000)),
            clear_draft: None,
            pin: None,
        }
    };
    file.batch(|batch| {
        for n in 0..size.others {
            batch.append(act("老主顾", 0, 3 + n % 5))?;
        }
        batch.append(act("老主顾", 0, size.messages))?;
        for n in 0..size.cases {
            batch.append(act(&format!("买家{n}"), n, 1 + n % 2))?;
        }
        Ok(())
    })
    .unwrap();
    CaseId(i64::from(size.others) + 1)
}

/// Prints what a person waits for, the slowest of many times beside the budget.
#[expect(clippy::print_stdout, reason = "a bench prints its figures")]
fn waits(bench: &Bench, size: &Size, times: usize) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("desk.redress");
    let long = file(&path, bench, size);
    let (mut worker, _) = Worker::start(&path).unwrap();
    let mut id = 0;
    let mut ask = |job: Job| {
        id += 1;
        worker.ask(JobId(id), job);
        worker.answers().recv().unwrap().1.unwrap()
    };
    let mut told = |what: &str, budget: &str, job: &dyn Fn() -> Job| {
        let mut spent: Vec<Duration> = (0..times)
            .map(|_| {
                let begun = Instant::now();
                black_box(ask(job()));
                begun.elapsed()
            })
            .collect();
        spent.sort_unstable();
        let at = |part: usize| spent[(spent.len() * part / 100).min(spent.len() - 1)];
        println!(
            "{what}: p50 {:.2?}, p99 {:.2?}, slowest {:.2?} ({budget})",
            at(50),
            at(99),
            at(100)
        );
    };
    let first = QueuePage { limit: 50, after: None };
    told(&format!("top 50 of {} open cases", size.cases), "<= 5 ms", &|| Job::Queue(first));
    let angry = Filter::parse("mood>=angry due<2h").unwrap();
    let now = bench.now;
    told("the same under a filter that finds nothing", "looks at 1,000 rows at a time", &|| {
        Job::QueueOf {
            filter: angry.clone(),
            now,
            page: QueuePage { limit: 50, after: None },
            look: 1_000,
        }
    });
    let case = || Job::Case { case: long, messages: 60, text_limit: 8_000, next: None };
    let about = format!("a case of {} messages, {} earlier", size.messages, size.others);
    told(&about, "<= 10 ms", &case);
    told("its buyer at a glance", "<= 30 ms", &|| Job::Buyer { case: long });
}

criterion_group!(benches, desk);

fn main() {
    // `cargo test --benches` only wants to know that it runs.
    let brief = std::env::args().any(|word| word == "--test");
    let bench = Bench::new();
    if brief {
        waits(&bench, &Size { cases: 60, messages: 20, others: 4 }, 2);
    } else {
        waits(&bench, &Size { cases: 100_000, messages: 2_000, others: 40 }, 300);
    }
    benches();
    Criterion::default().configure_from_args().final_summary();
}
