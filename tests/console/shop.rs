//! A shop with a case file and folders of its own, and nothing of the machine's.

use super::window::Window;
use portable_pty::CommandBuilder;
use redress::playbook::Library;
use redress::store::{Access, CaseFile};
use rusqlite::{Connection, OpenFlags, types::FromSql};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

pub(crate) const WIDE: (u16, u16) = (120, 36);
pub(crate) const SMALL: (u16, u16) = (80, 24);

const PROGRAM: &str = env!("CARGO_BIN_EXE_redress");

const TWO_CASES: &str = concat!(
    r#"{"case":"ext-1","buyer":"小鱼","platform":"taobao","order":"4412345678908842","at":"2026-11-01T10:02:03+08:00","from":"buyer","text":"杯子碎了"}"#,
    "\n",
    r#"{"case":"ext-2","buyer":"小北","platform":"jd","order":"4412345678907777","at":"2026-11-01T11:02:03+08:00","from":"buyer","text":"发票没收到"}"#,
    "\n",
);

/// A shop's folder.
pub(crate) struct Shop {
    folder: TempDir,
    lang: &'static str,
}

impl Shop {
    /// A shop that works in a language.
    pub(crate) fn new(lang: &'static str) -> Self {
        let shop = Self { folder: tempfile::tempdir().unwrap(), lang };
        std::fs::write(shop.playbooks().join("core.toml"), core_for_all()).unwrap();
        // What closing rests on has a test of its own.
        // A busy machine takes its time; what is tested is what taking back does, not how long one may.
        let easy = "undo-seconds = 120\n[closing]\nproof = false\nconfirmation = false\n\
                    cause = false\nlesson = false\nfollow-up-days = 0\n";
        std::fs::write(shop.folder().join("home/config/policy.toml"), easy).unwrap();
        shop
    }

    /// A shop with one case: what the buyer 小鱼 wrote in the last minutes, brought in from a file.
    pub(crate) fn with_case(lang: &'static str, said: &[&str]) -> Self {
        let shop = Self::new(lang);
        let mut log = String::new();
        for (place, words) in said.iter().enumerate() {
            let at = ago(9 - i64::try_from(place).unwrap());
            log.extend(["tb_小鱼 ", &at, "\n", words, "\n"]);
        }
        std::fs::write(shop.folder().join("log.txt"), log).unwrap();
        shop.does(&["import", "log.txt"]);
        shop
    }

    /// A shop with two cases of two buyers: a broken cup, and below it an invoice.
    pub(crate) fn with_two_cases(lang: &'static str) -> Self {
        let shop = Self::new(lang);
        std::fs::write(shop.folder().join("log.jsonl"), TWO_CASES).unwrap();
        shop.does(&["import", "log.jsonl"]);
        shop
    }

    /// Takes the shop's own rules away: what closing rests on is wanted in full.
    pub(crate) fn strict(&self) {
        std::fs::remove_file(self.folder().join("home/config/policy.toml")).unwrap();
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The case file.
    pub(crate) fn file(&self) -> PathBuf {
        self.folder().join("店.redress")
    }

    /// The folder of the shop's own playbooks, made when asked for.
    pub(crate) fn playbooks(&self) -> PathBuf {
        let folder = self.folder().join("home/config/playbooks");
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    /// The environment the program runs in, and nothing of the machine's.
    pub(crate) fn surroundings(&self) -> [(&'static str, &OsStr); 8] {
        let folder = self.folder().as_os_str();
        [
            ("HOME", folder),
            ("TMPDIR", folder),
            ("TZ", OsStr::new("CST-8")),
            ("LANG", OsStr::new("C.UTF-8")),
            ("TERM", OsStr::new("xterm-256color")),
            ("PATH", OsStr::new("/usr/bin:/bin")),
            // Over SSH the clipboard is the terminal's: the copy can be read in what it is sent.
            ("SSH_TTY", OsStr::new("/dev/pts/0")),
            ("SHELL", OsStr::new("/bin/sh")),
        ]
    }

    fn arguments(&self, agent: &str) -> Vec<String> {
        let home = self.folder().join("home").display().to_string();
        ["--home", &home, "--lang", self.lang, "--agent", agent].map(str::to_owned).into()
    }

    /// A window on the case file.
    pub(crate) fn window(&self, agent: &str, size: (u16, u16)) -> Window {
        self.window_on(&self.file(), agent, size)
    }

    /// A window on any file.
    pub(crate) fn window_on(&self, file: &Path, agent: &str, size: (u16, u16)) -> Window {
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(self.arguments(agent));
        command.arg(file);
        self.start(command, None, size)
    }

    /// A window in which no file can grow beyond that many blocks of 512 bytes.
    pub(crate) fn window_with_small_files(&self, blocks: u32, size: (u16, u16)) -> Window {
        let script = format!("ulimit -f {blocks}; exec \"$@\" \"$FILE\"");
        self.scripted("/bin/sh", &["-c"], &script, &self.file(), size)
    }

    /// A window on a copy of the case file that stands on a disk of its own, of so many kibibytes;
    /// afterwards the copy is verified there. `None` without the right to mount.
    pub(crate) fn window_on_a_small_disk(&self, room: u64, size: (u16, u16)) -> Option<Window> {
        let apart = ["-m", "/bin/sh", "-c"];
        let may = Command::new("unshare").args(apart).arg("mount -t tmpfs none /mnt").output();
        if !may.is_ok_and(|output| output.status.success()) {
            return None;
        }
        let disk = self.folder().join("disk");
        std::fs::create_dir(&disk).unwrap();
        let script = format!(
            "set -e; mount -t tmpfs -o size={room}k none {0}; cp {1} {0}/; \"$@\" \"$FILE\"; \
             \"$@\" --file \"$FILE\" verify > /dev/null; echo EVENTS HELD",
            disk.display(),
            self.file().display(),
        );
        Some(self.scripted("unshare", &apart, &script, &disk.join("店.redress"), size))
    }

    /// A window by way of a shell, in whose script `"$@" "$FILE"` is the console.
    fn scripted(
        &self,
        program: &str,
        arguments: &[&str],
        script: &str,
        file: &Path,
        size: (u16, u16),
    ) -> Window {
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.args([script, "sh", PROGRAM]);
        command.args(self.arguments("小林"));
        self.start(command, Some(file), size)
    }

    fn start(&self, mut command: CommandBuilder, file: Option<&Path>, size: (u16, u16)) -> Window {
        command.env_clear();
        if let Some(file) = file {
            command.env("FILE", file);
        }
        for (name, value) in self.surroundings() {
            command.env(name, value);
        }
        command.cwd(self.folder());
        Window::open(command, size)
    }

    /// The words of a command line on the case file, the program first.
    pub(crate) fn words(&self, words: &[&str]) -> Vec<String> {
        let file = self.file().display().to_string();
        let mut all = vec![PROGRAM.to_owned()];
        all.extend(self.arguments("小林"));
        all.extend(["--file".to_owned(), file]);
        all.extend(words.iter().map(|&word| word.to_owned()));
        all
    }

    /// Runs a subcommand on the case file.
    pub(crate) fn run(&self, words: &[&str]) -> Output {
        let words = self.words(words);
        let mut command = Command::new(&words[0]);
        command.env_clear().envs(self.surroundings()).current_dir(self.folder());
        command.args(&words[1..]).output().unwrap()
    }

    /// Runs a subcommand by way of a shell script, in which it is `"$@"`.
    pub(crate) fn by_shell(&self, script: &str, words: &[&str]) -> Output {
        let mut shell = Command::new("/bin/sh");
        shell.env_clear().envs(self.surroundings()).current_dir(self.folder());
        shell.args(["-c", script, "sh"]).args(self.words(words)).output().unwrap()
    }

    /// Runs a subcommand that must succeed, and gives what it says.
    #[track_caller]
    pub(crate) fn does(&self, words: &[&str]) -> String {
        let output = self.run(words);
        let (said, complaint) =
            (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{words:?}: {said}\n{complaint}");
        said.into_owned()
    }

    /// Ledger, projections and pages hold.
    #[track_caller]
    pub(crate) fn verifies(&self) {
        self.does(&["verify"]);
    }

    /// The same, asked of the library: a process less for those who ask often.
    #[track_caller]
    pub(crate) fn holds(&self) {
        let file = CaseFile::open(&self.file(), Access::Read).unwrap();
        assert_eq!(file.verify(|_, _| {}).unwrap().finding, None);
    }

    /// Asks the file in plain SQL, beside whoever has it open.
    #[track_caller]
    pub(crate) fn ask<T: FromSql>(&self, sql: &str) -> Vec<T> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let db = Connection::open_with_flags(self.file(), flags).unwrap();
        let mut query = db.prepare(sql).unwrap();
        let rows = query.query_map([], |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    }

    /// The one value a query gives.
    #[track_caller]
    pub(crate) fn one<T: FromSql>(&self, sql: &str) -> T {
        let mut rows = self.ask(sql);
        assert_eq!(rows.len(), 1, "{sql}");
        rows.remove(0)
    }

    /// Asserts the first column of a query.
    #[track_caller]
    pub(crate) fn has(&self, sql: &str, rows: &[&str]) {
        assert_eq!(self.ask::<String>(sql), rows, "{sql}");
    }
}

/// The shipped core, claiming whatever these tests' buyers complain of: the tests are about the
/// console, and walk the same steps whichever playbooks ship.
fn core_for_all() -> String {
    let shipped = Library::shipped().into_iter().map(|source| source.text);
    let core = shipped.into_iter().find(|text| text.contains("\nid = \"core\"\n")).unwrap();
    let issues = "issue = [\"damage\", \"description\", \"missing\", \"not-received\", \"quality\", \
                  \"refund\", \"logistics\", \"shipping\", \"service\", \"attitude\"]";
    core.replacen("\nid = \"core\"\n", &format!("\nid = \"core\"\n{issues}\n"), 1)
}

/// A minute of today's clock in the shop, so many minutes ago, as 千牛 writes it.
#[expect(clippy::disallowed_methods, reason = "the program runs on the clock, and so must its log")]
pub(crate) fn ago(minutes: i64) -> String {
    let east = chrono::FixedOffset::east_opt(8 * 3_600).unwrap();
    let now = chrono::DateTime::<chrono::Utc>::from(std::time::SystemTime::now());
    let at = now - chrono::Duration::minutes(minutes);
    at.with_timezone(&east).format("%Y-%m-%d %H:%M:%S").to_string()
}

/// So many minutes ago, as `--now` takes it.
pub(crate) fn then(minutes: i64) -> String {
    format!("{}+08:00", ago(minutes).replace(' ', "T"))
}
