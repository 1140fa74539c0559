//! What a person waits for at the console, without a terminal: first frame, key to frame, typing,
//! and scrolling with the bytes it writes, at 10 thousand messages and at more. Imports and acts are
//! timed in `benches/store.rs`.
//!
//! `REDRESS_BENCH_FILES` names prepared files (made by the corpus example), separated by `:`;
//! without it a file of 10 thousand messages is made. Each file is copied, and the copy is used.
//! Each budget's figure is printed with its floor of the same run. A frame's bytes are counted
//! against those of the stock backend.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a bench that cannot run may as well stop"
)]

#[path = "console/budgets.rs"]
mod budgets;

use criterion::{BenchmarkId, Criterion, criterion_group};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use redress::app::Chord;
use redress::config::{Paths, Settings, ShopRules};
use redress::domain::{
    AgentName, Author, BuyerName, Event, Issue, Lang, MessageNo, NewMessage, Platform, PlaybookId,
    RawText, Span, Stamp, Stretch, Version,
};
use redress::i18n::Strings;
use redress::playbook::{Library, Playbook};
use redress::runtime::library::Books;
use redress::runtime::{Environment, Headless, Setup};
use redress::store::{Access, Act, CaseFile};
use redress::term::screen::Screen;
use std::cell::Cell;
use std::fs;
use std::hint::black_box;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};

const WIDE: (u16, u16) = (160, 50);
const LONGEST_FIRST: &str = "UPDATE cases SET open = 1, due_at = 0
     WHERE id = (SELECT case_id FROM message ORDER BY no DESC LIMIT 1)";

fn chord(name: &str) -> Chord {
    name.parse().unwrap()
}

fn new_case(book: &Playbook, n: u32, messages: u32) -> Act {
    let at = |i: u32| {
        Stamp::from_millis(1_700_000_000_000).plus(Span::seconds(i64::from(n * 900 + i * 40)))
    };
    let said = (0..messages).map(|i| NewMessage {
        author: if i % 3 == 1 { Author::Agent } else { Author::Buyer },
        speaker: None,
        at: at(i),
        timed: true,
        text: RawText::new(format!(
            "收到的玻璃杯是碎的，箱子外面看着好好的，打开一看里面全裂了。第{n}单第{i}次说，你们到底管不管？"
        )),
    });
    let opened = Event::CaseOpened {
        key: Some(format!("bench-{n}")),
        platform: Platform::Taobao,
        buyer: BuyerName::new(&format!("买家{n}")),
        issue: Issue::new("damage"),
        playbook: book.reference.clone(),
        step: book.first_step().clone(),
    };
    let stretch = Stretch::new(MessageNo(1), said.collect()).unwrap();
    Act {
        case: None,
        expected: Version(0),
        events: vec![opened, Event::MessagesReceived { stretch }],
        agent: AgentName::new("小林"),
        at: at(messages),
        clear_draft: None,
        pin: None,
    }
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
        let book = Library::new(Library::shipped()).get(&PlaybookId::from("core")).unwrap();
        let mut file = CaseFile::open(&made, Access::Write).unwrap();
        file.batch(|batch| {
            batch.append(new_case(&book, 1_000_000, 1_000))?;
            (0..900).try_for_each(|n| batch.append(new_case(&book, n, 10)).map(drop))
        })
        .unwrap();
        found.push(made);
    }
    found
        .into_iter()
        .enumerate()
        .map(|(i, from)| {
            let copy = folder.join(format!("copy-{i}"));
            fs::copy(&from, &copy).unwrap();
            let conn = rusqlite::Connection::open(&copy).unwrap();
            let counted: i64 =
                conn.query_row("SELECT max(id) FROM message", [], |row| row.get(0)).unwrap();
            // The longest case is due first: it is on screen at the start, and there is something
            // to scroll. Only this copy says so.
            conn.execute(LONGEST_FIRST, []).unwrap();
            (counted.to_string(), copy)
        })
        .collect()
}

fn setup(path: &Path) -> Setup {
    Setup {
        path: path.to_owned(),
        settings: Settings::default(),
        rules: ShopRules::default(),
        policy: redress::desk::Policy::new(&ShopRules::default(), Lang::Zh, china()),
        overruled: Vec::new(),
        paths: Paths::below(path.parent().unwrap()),
        books: Books::new(path.with_extension("playbooks")),
        lang: Lang::Zh,
        strings: Strings::of(Lang::Zh),
        agent: AgentName::new("小林"),
        now: Some(Stamp::from_millis(1_700_600_000_000)),
        offset: china(),
        environment: Environment::default(),
        demo: false,
    }
}

fn china() -> chrono::FixedOffset {
    chrono::FixedOffset::east_opt(8 * 3_600).unwrap()
}

fn frames(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    for (size, path) in files(folder.path()) {
        let setup = setup(&path);
        let open = || Headless::open(&setup, WIDE).unwrap();
        let mut group = criterion.benchmark_group("console");
        group.bench_function(BenchmarkId::new("first frame", &size), |bench| {
            bench.iter_with_large_drop(open);
        });
        let (down, up) = (chord("down"), chord("up"));
        let mut console = open();
        let mut keys = std::iter::repeat_n(down, 40).chain(std::iter::repeat_n(up, 40)).cycle();
        group.bench_function(BenchmarkId::new("key to frame, next case", &size), |bench| {
            bench.iter(|| console.press(keys.next().unwrap()).unwrap());
        });
        let mut console = open();
        group.bench_function(BenchmarkId::new("draw an unchanged frame", &size), |bench| {
            bench.iter(|| console.draw());
        });
        console.press(chord("tab")).unwrap();
        let mut keys = [chord("pageup"), chord("pagedown")].into_iter().cycle();
        group.bench_function(BenchmarkId::new("key to frame, a page of talk", &size), |bench| {
            bench.iter(|| console.press(keys.next().unwrap()).unwrap());
        });
        let mut console = open();
        console.press(chord("F6")).unwrap();
        let mut keys = [chord("x"), chord("backspace")].into_iter().cycle();
        group.bench_function(BenchmarkId::new("key to frame, typing", &size), |bench| {
            bench.iter(|| console.press(keys.next().unwrap()).unwrap());
        });
        group.finish();
    }
}

fn compiling(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("console");
    group.bench_function("read the text tables", |bench| {
        bench.iter(|| black_box(Strings::of(Lang::Zh)));
    });
    group.bench_function("compile the core playbook", |bench| {
        bench.iter(|| {
            let library = Library::new(Library::shipped());
            black_box(library.get(&PlaybookId::from("core")).unwrap())
        });
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().measurement_time(Duration::from_secs(2)).sample_size(30);
    targets = frames, compiling
}

/// Counts what is written.
#[derive(Debug, Clone, Default)]
struct Count(Rc<Cell<u64>>);

impl Write for Count {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.set(self.0.get() + bytes.len() as u64);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The bytes of a frame while the queue is walked and the conversation scrolled, beside what the
/// stock backend sends for the same cells.
#[expect(clippy::print_stdout, reason = "a bench prints its figures")]
fn bytes(path: &Path, size: &str) {
    let setup = setup(path);
    let area = Rect::new(0, 0, WIDE.0, WIDE.1);
    for (what, focus, keys) in [
        ("next case", None, ["down"; 40].as_slice()),
        ("a page of talk", Some("tab"), ["pageup"; 12].as_slice()),
    ] {
        let mut console = Headless::open(&setup, WIDE).unwrap();
        let mut screen = Screen::new(Vec::<u8>::new());
        let options = TerminalOptions { viewport: Viewport::Fixed(area) };
        let count = Count::default();
        let mut stock =
            Terminal::with_options(CrosstermBackend::new(count.clone()), options).unwrap();
        if let Some(name) = focus {
            console.press(chord(name)).unwrap();
        }
        screen.draw(console.shown(), console.caret()).unwrap();
        stock.draw(|frame| frame.buffer_mut().clone_from(console.shown())).unwrap();
        let (mut ours, mut theirs, mut slowest) = (Vec::new(), Vec::new(), Duration::ZERO);
        for name in keys {
            let before = screen.sent();
            let begun = Instant::now();
            console.press(chord(name)).unwrap();
            screen.draw(console.shown(), console.caret()).unwrap();
            slowest = slowest.max(begun.elapsed());
            ours.push(screen.sent() - before);
            let before = count.0.get();
            stock.draw(|frame| frame.buffer_mut().clone_from(console.shown())).unwrap();
            theirs.push(count.0.get() - before);
        }
        ours.sort_unstable();
        theirs.sort_unstable();
        let (ours, theirs) = (ours[ours.len() / 2], theirs[theirs.len() / 2]);
        assert!(ours > 0, "{what}: the key changed nothing");
        println!(
            "{what}, {size} messages: {ours} bytes a frame, the stock backend {theirs} \
             ({} %), slowest key {slowest:?}",
            ours * 100 / theirs.max(1)
        );
    }
}

fn main() {
    // `cargo test --benches` only wants to know that it runs.
    let brief = std::env::args().any(|word| word == "--test");
    let folder = tempfile::tempdir().unwrap();
    for (size, path) in files(folder.path()) {
        budgets::print(&path, &size, brief);
        bytes(&path, &size);
    }
    benches();
    Criterion::default().configure_from_args().final_summary();
}
