//! The console's figures, each beside the least work that shows as much: one indexed query over
//! `SQLite` and one paragraph drawn by ratatui, in this process. Ours and that take turns, so that the
//! machine's mood cancels out.
//!
//! This is not the floor of the budgets, which is a program of its own in a terminal: it has no
//! start, no input to wait for and no bytes to send, so ratios are larger here. They are for
//! telling one version from another. Budgets in milliseconds hold here as they do there.

use super::{WIDE, chord, setup};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::text::Line;
use ratatui::widgets::{Paragraph, Wrap};
use redress::runtime::Headless;
use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

const KEYS: usize = 400;
const STARTS: usize = 20;
const SHOWN: &str =
    "SELECT at, body FROM message WHERE case_id = ?1 ORDER BY at DESC, no DESC LIMIT 60";
const FIRST: &str =
    "SELECT c.id, b.name, c.snippet FROM cases AS c JOIN buyer AS b ON b.id = c.buyer_id
     WHERE c.open = 1 ORDER BY c.due_at, c.heat, c.id LIMIT 50";

/// The smallest program.
struct Floor {
    conn: rusqlite::Connection,
    terminal: Terminal<TestBackend>,
}

impl Floor {
    fn open(path: &Path) -> Self {
        let terminal = Terminal::new(TestBackend::new(WIDE.0, WIDE.1)).unwrap();
        let mut floor = Self { conn: rusqlite::Connection::open(path).unwrap(), terminal };
        floor.queue();
        floor
    }

    fn queue(&mut self) -> Vec<i64> {
        let mut statement = self.conn.prepare_cached(FIRST).unwrap();
        let row = |row: &rusqlite::Row<'_>| {
            Ok((row.get(0)?, row.get::<_, String>(1)?, row.get::<_, Option<String>>(2)?))
        };
        let rows: Vec<(i64, String, Option<String>)> =
            statement.query_map([], row).unwrap().map(Result::unwrap).collect();
        drop(statement);
        let text =
            rows.iter().map(|(_, name, said)| format!("{name} {}", said.as_deref().unwrap_or("")));
        self.draw(&text.collect::<Vec<_>>());
        rows.into_iter().map(|(id, ..)| id).collect()
    }

    fn case(&mut self, case: i64) {
        let mut statement = self.conn.prepare_cached(SHOWN).unwrap();
        let row = |row: &rusqlite::Row<'_>| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?));
        let mut text: Vec<String> = statement
            .query_map([case], row)
            .unwrap()
            .map(Result::unwrap)
            .map(|(at, body)| format!("{at} {body}"))
            .collect();
        drop(statement);
        text.reverse();
        self.draw(&text);
    }

    fn draw(&mut self, text: &[String]) {
        let lines: Vec<Line<'_>> = text.iter().map(|line| Line::from(line.as_str())).collect();
        let shown = Paragraph::new(lines).wrap(Wrap { trim: false });
        self.terminal.draw(|frame| frame.render_widget(shown, frame.area())).unwrap();
    }
}

/// Prints every figure with its ratio and what it may be.
#[expect(clippy::print_stdout, reason = "a bench prints its figures")]
pub(super) fn print(path: &Path, size: &str, brief: bool) {
    let (keys, starts) = if brief { (4, 1) } else { (KEYS, STARTS) };
    let setup = setup(path);
    let open = || Headless::open(&setup, WIDE).unwrap();
    let (mut ours, mut floor) = (Vec::new(), Vec::new());
    for _ in 0..starts {
        floor.push(timed(|| drop(Floor::open(path))));
        let begun = Instant::now();
        let console = open();
        ours.push(begun.elapsed());
        drop(console);
    }
    println!(
        "{}",
        told("file to first complete frame", size, &mut ours, &mut floor, "as fast at any size")
    );

    let mut smallest = Floor::open(path);
    let cases = smallest.queue();
    let mut console = open();
    let (mut ours, mut floor) = (Vec::new(), Vec::new());
    for n in 0..keys {
        let down = (n / 40).is_multiple_of(2);
        floor.push(timed(|| smallest.case(cases[n % cases.len()])));
        let key = chord(if down { "down" } else { "up" });
        ours.push(timed(|| console.press(key).unwrap()));
    }
    println!("{}", told("next case", size, &mut ours, &mut floor, "none > 16 ms"));

    let mut console = open();
    let (mut ours, mut floor) = (Vec::new(), Vec::new());
    console.press(chord("tab")).unwrap();
    for n in 0..keys {
        floor.push(timed(|| smallest.case(cases[n % cases.len()])));
        let key = chord(if (n / 40).is_multiple_of(2) { "pageup" } else { "pagedown" });
        ours.push(timed(|| console.press(key).unwrap()));
    }
    println!("{}", told("a page of talk", size, &mut ours, &mut floor, "none > 16 ms"));

    console.press(chord("F6")).unwrap();
    let (mut ours, mut floor) = (Vec::new(), Vec::new());
    let text: Vec<String> = (0..WIDE.1).map(|n| format!("收到的玻璃杯是碎的 {n}")).collect();
    for n in 0..keys {
        floor.push(timed(|| smallest.draw(&text)));
        let key = chord(if n % 60 < 40 { "x" } else { "backspace" });
        ours.push(timed(|| console.press(key).unwrap()));
    }
    println!("{}", told("typing", size, &mut ours, &mut floor, "p99 <= 8 ms"));
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

/// One line: halves, ninety-ninths and the slowest, each with its ratio.
fn told(
    what: &str,
    size: &str,
    ours: &mut [Duration],
    floor: &mut [Duration],
    budget: &str,
) -> String {
    ours.sort_unstable();
    floor.sort_unstable();
    let at = |times: &[Duration], part: usize| {
        times[(times.len() * part / 100).min(times.len() - 1)].as_secs_f64() * 1e3
    };
    let mut line = format!("{what}, {size} messages:");
    for (name, part) in [("p50", 50), ("p99", 99)] {
        let (ours, floor) = (at(ours, part), at(floor, part));
        let _ = write!(line, " {name} {ours:.2} ms = {:.2} x {floor:.2},", ours / floor);
    }
    let _ = write!(line, " slowest {:.2} ms ({budget})", at(ours, 100));
    line
}
