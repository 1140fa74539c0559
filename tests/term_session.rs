//! The session in a real terminal: it is given back however the program ends, and what is typed
//! arrives as what was meant.
//!
//! The child is this very test program, started with the one ignored test below.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test may fail by panic")]

use crossbeam_channel::{select, unbounded};
use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use redress::term::crash::{self, CrashReport};
use redress::term::input::{Input, Reader};
use redress::term::session::{Session, Wanted};
use redress::term::signal::{Caught, Listener, Signal};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(20);

fn tell(text: &str) {
    let mut out = std::io::stdout();
    write!(out, "{text}\r\n").unwrap();
    out.flush().unwrap();
}

/// Tells what comes in until told to end: `q` ends, `p` panics, `s` lends the terminal.
#[test]
#[ignore = "runs in the terminal that the other tests open"]
fn child() {
    let session = Session::enter(Wanted { mouse: true, enhanced_keys: true }).unwrap();
    let folder = std::env::current_dir().unwrap();
    crash::install(&session, CrashReport { folder, line: "sorry:".to_owned() });
    let (signals, signal) = unbounded();
    let _listener = Listener::start(Caught::begin().unwrap(), signals).unwrap();
    let (inputs, input) = unbounded();
    let mut reader = Reader::start(inputs.clone()).unwrap();
    tell("ready");
    loop {
        select! {
            recv(signal) -> got => match got.unwrap() {
                Signal::Quit(number) => return drop((session, tell(&format!("signal {number}")))),
                Signal::Suspend | Signal::Resume => {}
            },
            recv(input) -> got => match got.unwrap() {
                Input::Chord(chord) if chord.to_string() == "q" => return drop(session),
                Input::Chord(chord) if chord.to_string() == "p" => panic!("13800138000"),
                Input::Chord(chord) if chord.to_string() == "s" => {
                    assert!(reader.stop());
                    session.suspend(|| {
                        tell("lent");
                        let mut byte = [0];
                        std::io::stdin().read_exact(&mut byte).unwrap();
                        tell(&format!("other got {}", char::from(byte[0])));
                    }).unwrap();
                    reader = Reader::start(inputs.clone()).unwrap();
                    tell("back");
                }
                other => tell(&format!("{other:?}")),
            },
        }
    }
}

struct Window {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    seen: Arc<Mutex<Vec<u8>>>,
    reading: Option<std::thread::JoinHandle<()>>,
    _pty: Box<dyn portable_pty::MasterPty + Send>,
}

impl Window {
    fn open(folder: &Path) -> Self {
        let size = PtySize { rows: 24, cols: 100, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
        command.args(["--exact", "child", "--ignored", "--nocapture", "--test-threads=1"]);
        command.cwd(folder);
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader().unwrap();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let written = Arc::clone(&seen);
        let reading = std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(len @ 1..) = reader.read(&mut buffer) {
                written.lock().unwrap().extend(buffer.iter().take(len));
            }
        });
        let reading = Some(reading);
        let keys = pty.master.take_writer().unwrap();
        let window = Self { child, keys, seen, reading, _pty: pty.master };
        window.wait("ready");
        window
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.seen.lock().unwrap()).into_owned()
    }

    fn wait(&self, text: &str) {
        let begun = Instant::now();
        while !self.text().contains(text) {
            assert!(begun.elapsed() < PATIENCE, "no {text:?} in {:?}", self.text());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Waits for the end; the terminal must be as it was before. Gives what was written.
    fn end(mut self) -> String {
        self.child.wait().unwrap();
        // The other side is closed now: the thread reads to the end and stops.
        self.reading.take().unwrap().join().unwrap();
        let mut parser =
            vt100::Parser::new(NonZeroU16::new(24).unwrap(), NonZeroU16::new(100).unwrap(), 0);
        parser.process(self.text().as_bytes());
        let screen = parser.screen();
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        let text = self.text();
        for off in ["\x1b[?7h", "\x1b[?1004l", "\x1b[<1u", "\x1b[23;2t"] {
            assert!(text.contains(off), "{off:?}");
        }
        text
    }
}

#[test]
fn what_is_typed_arrives_as_what_was_meant() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open(folder.path());
    for (keys, meant) in [
        ("a", "Chord(Chord { key: Char('a')"),
        ("\x13", "Chord(Chord { key: Char('s'), ctrl: true"),
        ("\x1bOP", "Chord(Chord { key: F(1)"),
        ("\x1b[6~", "Chord(Chord { key: PageDown"),
        ("退款", "Text(\"退款\")"),
        ("\x1b[200~第一行\n第二行\x1b[201~", "Paste(\"第一行\\n第二行\")"),
        ("0123456789", "Paste(\"0123456789\")"),
        ("\x1b[<0;5;7M", "Click { col: 4, row: 6 }"),
        ("\x1b[<65;5;7M", "Scroll { col: 4, row: 6, lines: 3 }"),
        ("\x1b[I", "Focus(true)"),
    ] {
        window.press(keys);
        window.wait(meant);
    }
    let log = "收到全碎了，我要退款！".repeat(2_000);
    window.press(&format!("\x1b[200~{log}完\x1b[201~"));
    window.wait(&format!("{log}完\")"));
    window.press("q");
    window.end();
}

#[test]
fn a_signal_ends_through_the_loop() {
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(folder.path());
    let process = window.child.process_id().unwrap();
    let killed = std::process::Command::new("kill").args(["-TERM", &process.to_string()]).status();
    assert!(killed.unwrap().success());
    window.wait("signal 15");
    window.end();
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open(folder.path());
    window.press("p");
    window.wait("sorry:");
    let text = window.end();
    let (before, after) = text.split_once("sorry:").unwrap();
    assert!(before.contains("\x1b[?1049l"));
    assert!(after.contains("crash-"));
    let report = std::fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
    let report = std::fs::read_to_string(report).unwrap();
    assert!(report.contains("term_session.rs"));
    assert!(!report.contains("13800138000"), "what was said stays out of the report");
}

#[test]
fn another_program_gets_the_terminal_and_every_key() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open(folder.path());
    window.press("s");
    window.wait("lent");
    // The terminal is cooked again: the line arrives with its end.
    window.press("x\n");
    window.wait("other got x");
    window.wait("back");
    window.press("z");
    window.wait("Char('z')");
    window.press("q");
    window.end();
}
