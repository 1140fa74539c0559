//! A console in a terminal of its own, as a person sees it: keys go in, a screen comes out.
//!
//! Nothing here sleeps: whoever waits is woken by bytes, and fails with the screen when the bytes
//! do not come.

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use std::io::{Read as _, Write};
use std::num::NonZeroU16;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use vt100::{Parser, Screen};

/// Far more than anything here takes, even on a machine that has other work: whoever waits is woken by
/// what comes, so this is only how long a test takes that fails.
const PATIENCE: Duration = Duration::from_mins(1);
const FRAME_BEGINS: &[u8] = b"\x1b[?2026h";
const FRAME_ENDS: &[u8] = b"\x1b[?2026l";

/// What has come out of a terminal so far.
struct Seen {
    bytes: Vec<u8>,
    parser: Parser,
    /// A frame has begun and not ended: what stands on the screen is half of two frames.
    half: bool,
    over: bool,
}

/// A running console.
pub(crate) struct Window {
    child: Box<dyn Child + Send + Sync>,
    keys: Option<Box<dyn Write + Send>>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    reading: Option<JoinHandle<()>>,
    pty: Option<Box<dyn MasterPty + Send>>,
}

impl Window {
    /// Starts a command in a terminal of that many columns and rows.
    pub(crate) fn open(command: CommandBuilder, (cols, rows): (u16, u16)) -> Self {
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).unwrap();
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader().unwrap();
        let keys = pty.master.take_writer().unwrap();
        let nonzero = |cells| NonZeroU16::new(cells).unwrap();
        let parser = Parser::new(nonzero(rows), nonzero(cols), 0);
        let seen = Seen { bytes: Vec::new(), parser, half: false, over: false };
        let seen = Arc::new((Mutex::new(seen), Condvar::new()));
        let told = Arc::clone(&seen);
        let reading = std::thread::spawn(move || {
            let (seen, news) = &*told;
            let mut buffer = vec![0; 1 << 16];
            while let Ok(len @ 1..) = reader.read(&mut buffer) {
                let Ok(mut seen) = seen.lock() else { return };
                seen.take(&buffer[..len]);
                drop(seen);
                news.notify_all();
            }
            if let Ok(mut seen) = seen.lock() {
                seen.over = true;
            }
            news.notify_all();
        });
        Self { child, keys: Some(keys), seen, reading: Some(reading), pty: Some(pty.master) }
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.0.lock().unwrap()
    }

    /// Waits until a whole frame is as wanted.
    #[track_caller]
    pub(crate) fn until(&self, wanted: &str, holds: impl Fn(&Screen) -> bool) {
        self.wait(wanted, |seen| !seen.half && holds(seen.parser.screen()));
    }

    #[track_caller]
    fn wait(&self, wanted: &str, holds: impl Fn(&Seen) -> bool) {
        let begun = Instant::now();
        let mut seen = self.seen();
        while !holds(&seen) {
            let left = PATIENCE.saturating_sub(begun.elapsed());
            assert!(!left.is_zero() && !seen.over, "waited for {wanted}, and saw\n{seen}");
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
    }

    /// Waits until a text stands on the screen.
    #[track_caller]
    pub(crate) fn sees(&self, text: &str) {
        self.until(&format!("{text:?}"), |screen| screen.contents().contains(text));
    }

    /// Waits until a whole frame is as wanted or a moment comes; whether the frame came first.
    pub(crate) fn until_before(&self, moment: Instant, holds: impl Fn(&Screen) -> bool) -> bool {
        let mut seen = self.seen();
        loop {
            if !seen.half && holds(seen.parser.screen()) {
                return true;
            }
            let left = moment.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
    }

    /// Waits until a text is gone.
    #[track_caller]
    pub(crate) fn loses(&self, text: &str) {
        self.until(&format!("no {text:?}"), |screen| !screen.contents().contains(text));
    }

    /// Waits until the caret stands right behind a text.
    #[track_caller]
    pub(crate) fn caret_behind(&self, text: &str) {
        self.until(&format!("the caret behind {text:?}"), |screen| {
            !screen.hide_cursor() && left_of_caret(screen).ends_with(text)
        });
    }

    /// Waits until the caret stands at a cell.
    #[track_caller]
    pub(crate) fn caret_at(&self, row: u16, col: u16) {
        self.until(&format!("the caret at {col},{row}"), |screen| {
            !screen.hide_cursor() && screen.cursor_position() == (row, col)
        });
    }

    /// Whether a text stands on the screen now.
    pub(crate) fn shows(&self, text: &str) -> bool {
        self.screen().contains(text)
    }

    /// Looks at the screen as it is now.
    pub(crate) fn look<T>(&self, at: impl Fn(&Screen) -> T) -> T {
        at(self.seen().parser.screen())
    }

    /// The screen as text.
    pub(crate) fn screen(&self) -> String {
        self.seen().parser.screen().contents()
    }

    /// Presses a key, by its name in the keymap, and waits for what it must bring: a text that did
    /// not stand on the screen before.
    #[track_caller]
    pub(crate) fn press(&mut self, key: &str, brings: &str) {
        assert!(!self.shows(brings), "{brings:?} stood there before {key}:\n{}", self.screen());
        self.key(key);
        self.sees(brings);
    }

    /// Presses a key whose outcome the next line waits for.
    pub(crate) fn key(&mut self, key: &str) {
        self.write(bytes_of(key).as_bytes());
    }

    /// Goes down a list to the row in which a text stands.
    #[track_caller]
    pub(crate) fn down_to(&mut self, text: &str) {
        let chosen = |screen: &Screen| {
            let rows = screen.contents();
            let mut rows = rows.lines().filter_map(|row| row.split_once('▸'));
            rows.next_back().map(|(_, row)| row.to_owned())
        };
        for _ in 0..99 {
            let before = self.look(chosen);
            if before.as_ref().is_some_and(|row| row.contains(text)) {
                return;
            }
            self.key("down");
            self.until(&format!("the row below {before:?}"), |screen| chosen(screen) != before);
        }
        panic!("no row with {text:?}:\n{}", self.screen());
    }

    /// Types a text and waits until the caret stands behind it.
    #[track_caller]
    pub(crate) fn types(&mut self, text: &str) {
        self.write(text.as_bytes());
        self.caret_behind(text);
    }

    /// Pastes a text as a terminal does.
    pub(crate) fn paste(&mut self, text: &str) {
        self.write(format!("\x1b[200~{}\x1b[201~", text.replace('\n', "\r")).as_bytes());
    }

    /// Sends bytes as they are.
    pub(crate) fn write(&mut self, bytes: &[u8]) {
        // A console that has been killed does not read; the next expectation tells.
        let Some(keys) = &mut self.keys else { return };
        let _ = keys.write_all(bytes).and_then(|()| keys.flush());
    }

    /// Everything that came out of the terminal.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.seen().bytes.clone()
    }

    /// Waits until these bytes have come out.
    #[track_caller]
    pub(crate) fn sends(&self, bytes: &[u8]) {
        let wanted = String::from_utf8_lossy(bytes).into_owned();
        self.wait(&format!("the bytes {wanted:?}"), |seen| find(&seen.bytes, bytes).is_some());
    }

    /// Sends the process a signal, by its name.
    pub(crate) fn signal(&self, name: &str) {
        let process = self.child.process_id().unwrap().to_string();
        let sent = std::process::Command::new("kill").args(["-s", name, &process]).status();
        assert!(sent.unwrap().success());
    }

    /// Closes the terminal under the process, and waits for its end.
    pub(crate) fn hang_up(mut self) {
        // The end of typing, as the writer sends it when dropped, must not be what is read.
        self.signal("STOP");
        drop((self.keys.take(), self.pty.take()));
        self.signal("HUP");
        self.signal("CONT");
        self.child.wait().unwrap();
    }

    /// Kills the process as a power cut would.
    pub(crate) fn cut(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.reading.take().unwrap().join().unwrap();
    }

    /// Leaves by the key for it.
    #[track_caller]
    pub(crate) fn quit(mut self) -> String {
        self.key("ctrl-q");
        let (status, after) = self.end();
        assert!(status.success(), "{status:?}\n{after}");
        after
    }

    /// Waits for the end, and for a terminal as it was before. Gives how the process ended and what
    /// then stands on the screen.
    #[track_caller]
    pub(crate) fn end(mut self) -> (ExitStatus, String) {
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            let seen = self.seen();
            assert!(begun.elapsed() < PATIENCE, "it does not end:\n{seen}");
            // The terminal closes when the process ends; that wakes this.
            drop(self.seen.1.wait_timeout(seen, Duration::from_millis(20)).unwrap());
        };
        self.reading.take().unwrap().join().unwrap();
        let seen = self.seen();
        let screen = seen.parser.screen();
        assert!(!screen.alternate_screen(), "the other screen is left:\n{seen}");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "paste is plain");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        (status, screen.contents())
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // A test that failed leaves nothing running.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Seen {
    fn take(&mut self, bytes: &[u8]) {
        self.parser.process(bytes);
        self.bytes.extend_from_slice(bytes);
        // A mark may be split over two pieces.
        let from = self.bytes.len().saturating_sub(bytes.len() + FRAME_ENDS.len());
        let tail = &self.bytes[from..];
        match (rfind(tail, FRAME_BEGINS), rfind(tail, FRAME_ENDS)) {
            (None, None) => {}
            (begun, ended) => self.half = begun > ended,
        }
    }
}

impl std::fmt::Display for Seen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let screen = self.parser.screen();
        let (row, col) = screen.cursor_position();
        writeln!(f, "{}", screen.contents())?;
        write!(f, "cursor {col},{row}; half a frame: {}; over: {}", self.half, self.over)
    }
}

/// The row up to the caret, as text.
pub(crate) fn left_of_caret(screen: &Screen) -> String {
    let (row, col) = screen.cursor_position();
    (0..col).filter_map(|col| screen.cell(row, col)).map(vt100::Cell::contents).collect()
}

/// Where bytes stand in others.
pub(crate) fn find(all: &[u8], part: &[u8]) -> Option<usize> {
    all.windows(part.len()).position(|window| window == part)
}

fn rfind(all: &[u8], part: &[u8]) -> Option<usize> {
    all.windows(part.len()).rposition(|window| window == part)
}

/// What a terminal sends for a key of the keymap.
fn bytes_of(key: &str) -> String {
    match key {
        "enter" => "\r".into(),
        "tab" => "\t".into(),
        "shift-tab" => "\x1b[Z".into(),
        // The bare byte is the beginning of a longer key to whoever reads it together with the next
        // one, as a busy machine does: it is Alt with that key then. This form is one key by itself.
        "esc" => "\x1b[27u".into(),
        "space" => " ".into(),
        "backspace" => "\x7f".into(),
        "up" => "\x1b[A".into(),
        "down" => "\x1b[B".into(),
        "right" => "\x1b[C".into(),
        "left" => "\x1b[D".into(),
        "home" => "\x1b[H".into(),
        "end" => "\x1b[F".into(),
        "pageup" => "\x1b[5~".into(),
        "pagedown" => "\x1b[6~".into(),
        "shift-F2" => "\x1b[1;2Q".into(),
        "shift-F1" => "\x1b[1;2P".into(),
        "shift-F10" => "\x1b[21;2~".into(),
        "shift-F5" => "\x1b[15;2~".into(),
        "shift-F7" => "\x1b[18;2~".into(),
        "shift-F8" => "\x1b[19;2~".into(),
        alt if alt.starts_with("alt-") => format!("\x1b{}", alt.trim_start_matches("alt-")),
        "F11" => "\x1b[23~".into(),
        "F1" => "\x1bOP".into(),
        "F2" => "\x1bOQ".into(),
        "F3" => "\x1bOR".into(),
        "F4" => "\x1bOS".into(),
        "F5" => "\x1b[15~".into(),
        "F6" => "\x1b[17~".into(),
        "F7" => "\x1b[18~".into(),
        "F8" => "\x1b[19~".into(),
        "F9" => "\x1b[20~".into(),
        "F10" => "\x1b[21~".into(),
        digit if digit.len() == 1 => digit.into(),
        other if other.starts_with("alt-") => other.replacen("alt-", "\x1b", 1),
        other => {
            let letter = other.strip_prefix("ctrl-").and_then(|rest| rest.bytes().next());
            let letter = letter.unwrap_or_else(|| panic!("no such key: {other}"));
            char::from(letter & 0x1f).into()
        }
    }
}
