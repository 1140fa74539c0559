//! What a person waits for in the case file, at 10 thousand and at more messages.
//!
//! `REDRESS_BENCH_FILES` names prepared files (made by the corpus example), separated by `:`;
//! without it a file of 10 thousand messages is made. Each file is copied, and the copy is used.
//! The append figures are ratios against a raw append of 4 KiB and fdatasync, in pairs: the
//! machine's mood cancels out.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a bench that cannot run may as well stop"
)]

use criterion::{BenchmarkId, Criterion, criterion_group};
use redress::domain::{
    AgentName, Author, Body, BuyerName, CaseId, Event, Issue, MessageNo, NewMessage, Platform,
    PlaybookId, PlaybookRef, PromiseNo, RawText, SendWay, Span, Stamp, StepId, Stretch, TimerId,
    Version,
};
use redress::store::{
    Access, Act, Answer, CaseFile, DraftKind, Job, JobId, QueuePage, Window, Worker,
};
use std::fs::{self, File};
use std::hint::black_box;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

const FIRST: QueuePage = QueuePage { limit: 50, after: None };
const SHOWN: u32 = 60;
const CUT: usize = 4_000;

fn at(seconds: i64) -> Stamp {
    Stamp::from_millis(1_800_000_000_000).plus(Span::seconds(seconds))
}

fn act(case: Option<CaseId>, version: u32, events: Vec<Event>, seconds: i64) -> Act {
    Act {
        case,
        expected: Version(version),
        events,
        agent: AgentName::new("小林"),
        at: at(seconds),
        clear_draft: case.map(|_| DraftKind::Reply),
        pin: None,
    }
}

fn new_case(n: u32, messages: u32) -> Act {
    let opened = Event::CaseOpened {
        key: Some(format!("bench-{n}")),
        platform: Platform::Jd,
        buyer: BuyerName::new(&format!("买家{n}")),
        issue: Issue::new("damage"),
        playbook: PlaybookRef { id: PlaybookId::from("core"), version: "0123456789ab".into() },
        step: StepId::from("calm"),
    };
    let messages = (0..messages).map(|i| NewMessage {
        author: if i % 2 == 0 { Author::Buyer } else { Author::Agent },
        speaker: None,
        at: at(i64::from(i)),
        timed: true,
        text: RawText::new(format!(
            "收到的玻璃杯是碎的,箱子外面看着好好的,打开一看里面全裂了{n}{i}"
        )),
    });
    let mut events = vec![opened];
    events.extend(
        Stretch::new(MessageNo(1), messages.collect())
            .map(|stretch| Event::MessagesReceived { stretch }),
    );
    act(None, 0, events, 0)
}

#[expect(
    clippy::disallowed_methods,
    reason = "benches are told by the environment which files to use"
)]
fn prepared() -> Vec<PathBuf> {
    let named = std::env::var("REDRESS_BENCH_FILES").unwrap_or_default();
    named.split(':').filter(|name| !name.is_empty()).map(PathBuf::from).collect()
}

/// The files to measure on, each with its number of messages, in a folder that goes away.
fn files(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut found = prepared();
    if found.is_empty() {
        let made = folder.join("made");
        let mut file = CaseFile::open(&made, Access::Write).unwrap();
        file.batch(|batch| (0..1_000).try_for_each(|n| batch.append(new_case(n, 10)).map(drop)))
            .unwrap();
        found.push(made);
    }
    found
        .into_iter()
        .enumerate()
        .map(|(i, from)| {
            let copy = folder.join(format!("copy-{i}"));
            fs::copy(&from, &copy).unwrap();
            let counted = rusqlite::Connection::open(&copy)
                .and_then(|conn| {
                    conn.query_row("SELECT max(id) FROM message", [], |row| row.get::<_, i64>(0))
                })
                .unwrap();
            (counted.to_string(), copy)
        })
        .collect()
}

fn screens(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    for (size, path) in files(folder.path()) {
        let mut group = criterion.benchmark_group("store");
        group.bench_function(BenchmarkId::new("open + first queue page", &size), |bench| {
            bench.iter(|| {
                let file = CaseFile::open(&path, Access::Write).unwrap();
                black_box(file.queue(FIRST).unwrap())
            });
        });
        let file = CaseFile::open(&path, Access::Write).unwrap();
        group.bench_function(BenchmarkId::new("queue page", &size), |bench| {
            bench.iter(|| black_box(file.queue(FIRST).unwrap()));
        });
        let long = CaseId(1);
        let end = file.messages(long, Window::Newest, 1_000, CUT).unwrap();
        let place = end.messages.first().map(|first| (first.at, first.no)).unwrap();
        group.bench_function(BenchmarkId::new("scroll a window back", &size), |bench| {
            let window = Window::Before(place.0, place.1);
            bench.iter(|| black_box(file.messages(long, window, SHOWN, CUT).unwrap()));
        });
        drop(file);

        let (mut worker, _) = Worker::start(&path).unwrap();
        let mut id = 0;
        let mut ask = |job: Job| {
            id += 1;
            worker.ask(JobId(id), job);
            worker.answers().recv().unwrap().1.unwrap()
        };
        let cases: Vec<CaseId> = match ask(Job::Queue(FIRST)) {
            Answer::Queue { rows, .. } => rows.into_iter().map(|row| row.id).collect(),
            other => panic!("{other:?}"),
        };
        let mut next = cases.iter().cycle();
        group.bench_function(BenchmarkId::new("open the next case", &size), |bench| {
            bench.iter(|| {
                let case = *next.next().unwrap();
                black_box(ask(Job::Case { case, messages: SHOWN, text_limit: CUT, next: None }))
            });
        });
        group.bench_function(BenchmarkId::new("open the longest case", &size), |bench| {
            let job = || Job::Case { case: long, messages: SHOWN, text_limit: CUT, next: None };
            bench.iter(|| black_box(ask(job())));
        });
        group.finish();
    }
}

fn imports(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let mut group = criterion.benchmark_group("store");
    group.sample_size(10);
    group.throughput(criterion::Throughput::Elements(10_000));
    group.bench_function("import 10,000 messages", |bench| {
        let mut made = 0;
        bench.iter_custom(|times| {
            let mut spent = Duration::ZERO;
            for _ in 0..times {
                made += 1;
                let acts: Vec<Act> = (0..1_000).map(|n| new_case(n, 10)).collect();
                let path = folder.path().join(format!("import-{made}"));
                let mut file = CaseFile::open(&path, Access::Write).unwrap();
                let begun = Instant::now();
                file.batch(|batch| {
                    acts.into_iter().try_for_each(|act| batch.append(act).map(drop))
                })
                .unwrap();
                spent += begun.elapsed();
                drop(file);
                fs::remove_file(&path).unwrap();
            }
            spent
        });
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().measurement_time(Duration::from_secs(2)).sample_size(30);
    targets = screens, imports
}

/// A reply as it is sent: text, promise, answer timer, step timer; the draft goes.
fn reply(case: CaseId, state: &mut (u32, u32, u32), n: i64) -> Act {
    let (version, last_no, promises) = *state;
    let no = MessageNo(last_no + 1);
    let events = vec![
        Event::ReplySent {
            no,
            body: Body::new(RawText::new("您的情况我看到了,今天18点前给您答复,请您放心。")),
            replies: Vec::new(),
            ticks: Vec::new(),
            sets: Vec::new(),
            way: SendWay::Recorded,
            undo_until: at(n + 10),
            attached: Vec::new(),
            statement: false,
        },
        Event::PromiseMade {
            no: PromiseNo(promises + 1),
            what: "今天18点前答复".into(),
            due: at(n + 3_600),
            message: Some(no),
            after: None,
        },
        Event::TimerStarted {
            timer: TimerId::from("answer"),
            due: at(n + 600),
            warn: Vec::new(),
            scope: redress::domain::TimerScope::Shop,
        },
    ];
    *state = (version + 3, last_no + 1, promises + 1);
    act(Some(case), version, events, n)
}

/// Appends in pairs with a raw append and fdatasync. A `pace` is the time a person thinks. With
/// `checkpoints` another connection checkpoints all the while.
#[expect(clippy::print_stdout, reason = "a bench prints its figures")]
fn appends(path: &Path, size: &str, acts: usize, pace: Duration, checkpoints: bool) {
    let ended = Arc::new(AtomicBool::new(false));
    let checkpointing = checkpoints.then(|| {
        let (path, ended) = (path.to_owned(), Arc::clone(&ended));
        std::thread::spawn(move || {
            let file = CaseFile::open(&path, Access::Write).unwrap();
            let mut times = Vec::new();
            while !ended.load(Ordering::Relaxed) {
                let begun = Instant::now();
                file.checkpoint().unwrap();
                times.push((begun, Instant::now()));
                std::thread::sleep(Duration::from_millis(20));
            }
            times
        })
    });
    let (mut worker, _) = Worker::start(path).unwrap();
    let mut id = 0;
    let mut ask = |job: Job| {
        id += 1;
        worker.ask(JobId(id), job);
        worker.answers().recv().unwrap().1.unwrap()
    };
    let Answer::Queue { rows, .. } = ask(Job::Queue(QueuePage { limit: 40, after: None })) else {
        panic!("a queue")
    };
    let mut cases = Vec::new();
    for row in rows {
        let job = Job::Case { case: row.id, messages: 1, text_limit: 1, next: None };
        if let Answer::Case(Some(case)) = ask(job) {
            let state = case.state;
            let promises = u32::try_from(state.promises.len()).unwrap();
            cases.push((row.id, (state.version.0, state.tally.last_no.0, promises)));
        }
    }
    let mut beside = File::create(path.with_extension("beside")).unwrap();
    let (mut ours, mut raw, mut acted) = (Vec::new(), Vec::new(), Vec::new());
    for n in 0..acts {
        std::thread::sleep(pace);
        let begun = Instant::now();
        beside.write_all(&[7; 4_096]).unwrap();
        beside.sync_data().unwrap();
        raw.push(begun.elapsed());
        let many = cases.len();
        let (case, state) = &mut cases[n % many];
        let n = i64::try_from(n).unwrap();
        let draft = Job::SaveDraft {
            case: *case,
            kind: DraftKind::Reply,
            body: "您的".into(),
            adopted: Vec::new(),
            at: at(n),
        };
        ask(draft);
        let act = reply(*case, state, n);
        let begun = Instant::now();
        black_box(ask(Job::Append(act)));
        ours.push(begun.elapsed());
        acted.push((begun, Instant::now()));
    }
    ended.store(true, Ordering::Relaxed);
    let times = checkpointing.map_or_else(Vec::new, |thread| thread.join().unwrap());
    let beside = if checkpoints { ", checkpoints beside" } else { "" };
    let most = |times: &[Duration]| times.iter().max().copied().unwrap_or_default();
    let (slowest, raw_slowest) = (most(&ours), most(&raw));
    // Which of the two a slow act is owed to, the checkpoint or the disk, only this tells.
    let met = |act: &&(Instant, Instant)| times.iter().any(|(b, e)| *b < act.1 && act.0 < *e);
    let met: Vec<Duration> = acted.iter().filter(met).map(|(b, e)| *e - *b).collect();
    let [ours_half, ours_99] = percentiles(&mut ours);
    let [raw_half, raw_99] = percentiles(&mut raw);
    println!(
        "append, {size} messages, {pace:?} apart{beside}: p50 {ours_half:?} = {:.2} x fdatasync, \
         p99 {ours_99:?} = {:.2} x fdatasync's p99, slowest {slowest:?} = {:.1} x p50 \
         (fdatasync alone: slowest {raw_slowest:?} = {:.1} x its p50)",
        ours_half.as_secs_f64() / raw_half.as_secs_f64(),
        ours_99.as_secs_f64() / raw_99.as_secs_f64(),
        slowest.as_secs_f64() / ours_half.as_secs_f64(),
        raw_slowest.as_secs_f64() / raw_half.as_secs_f64(),
    );
    if checkpoints {
        let (with, most_met) = (met.len(), most(&met));
        println!(
            "  {with} of them while one of {} checkpoints ran, slowest {most_met:?}",
            times.len()
        );
    }
}

fn percentiles(times: &mut [Duration]) -> [Duration; 2] {
    times.sort_unstable();
    [times[times.len() / 2], times[times.len() * 99 / 100]]
}

fn main() {
    // `cargo test --benches` only wants to know that it runs.
    let brief = std::env::args().any(|word| word == "--test");
    let folder = tempfile::tempdir().unwrap();
    for (size, path) in files(folder.path()) {
        let acts = if brief { 3 } else { 2_000 };
        appends(&path, &size, acts, Duration::ZERO, false);
        if !brief {
            appends(&path, &size, 600, Duration::from_millis(3), false);
            appends(&path, &size, 1_000, Duration::from_millis(1), true);
        }
    }
    benches();
    Criterion::default().configure_from_args().final_summary();
}
