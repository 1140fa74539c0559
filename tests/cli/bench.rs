//! A folder of its own for each test, and the program run in it.

use assert_cmd::Command;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Output;

/// The moment every test plays at.
pub(crate) const NOW: &str = "2026-11-22T10:00:00+08:00";

/// A home without settings, and a case file in it.
pub(crate) struct Bench {
    pub(crate) folder: tempfile::TempDir,
}

/// What a run came to.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Bench {
    pub(crate) fn new() -> Self {
        let bench = Self { folder: tempfile::tempdir().unwrap() };
        // The shop's zone, not the machine's.
        bench.write("config/settings.toml", b"agent = 'Lin'\n[hours]\nutc-offset-hours = 8\n");
        bench
    }

    /// A bench with two cases of the copied chat and of JSON Lines.
    pub(crate) fn with_chats() -> Self {
        let bench = Self::new();
        bench.run(&["import", &fixture("chat.jsonl")]).done();
        bench.run(&["import", &fixture("qianniu_utf8.txt")]).done();
        bench
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// The case file used when none is named.
    pub(crate) fn file(&self) -> PathBuf {
        self.path("data/cases.redress")
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("redress").unwrap();
        command.env_clear().current_dir(self.folder.path());
        command.arg("--home").arg(self.folder.path());
        if !arguments.contains(&"--now") {
            command.args(["--now", NOW]);
        }
        if !arguments.contains(&"--lang") {
            command.args(["--lang", "en"]);
        }
        command.args(arguments);
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.command(arguments).output().unwrap().into()
    }

    /// Runs, and reads the document it prints.
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let run = self.run(&[arguments, &["--json"]].concat());
        run.document()
    }

    /// The version a case is at.
    pub(crate) fn version(&self, case: &str) -> u64 {
        self.json(&["show", case])["case"]["version"].as_u64().unwrap()
    }

    /// What plain SQL says.
    pub(crate) fn sql(&self, query: &str) -> String {
        let conn = rusqlite::Connection::open(self.file()).unwrap();
        let value: rusqlite::types::Value = conn.query_row(query, [], |row| row.get(0)).unwrap();
        match value {
            rusqlite::types::Value::Null => "null".to_owned(),
            rusqlite::types::Value::Integer(n) => n.to_string(),
            rusqlite::types::Value::Real(n) => n.to_string(),
            rusqlite::types::Value::Text(text) => text,
            rusqlite::types::Value::Blob(bytes) => format!("{bytes:?}"),
        }
    }

    /// The file holds together.
    pub(crate) fn sound(&self) {
        assert_eq!(self.json(&["verify"])["holds"], true);
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Run {
    /// It ended well; gives what it printed.
    pub(crate) fn done(self) -> String {
        assert_eq!(self.code, 0, "{self:?}");
        self.out
    }

    /// It was refused or failed, with something to read; gives that.
    pub(crate) fn failed(self) -> String {
        assert_eq!(self.code, 1, "{self:?}");
        assert!(!self.err.trim().is_empty(), "{self:?}");
        self.err
    }

    /// The arguments were wrong; gives what was said.
    pub(crate) fn misused(self) -> String {
        assert_eq!(self.code, 2, "{self:?}");
        assert!(!self.err.trim().is_empty(), "{self:?}");
        self.err
    }

    /// The one document on standard output.
    pub(crate) fn document(&self) -> Value {
        assert_eq!(self.out.trim_end().lines().count(), 1, "{self:?}");
        serde_json::from_str(&self.out).unwrap()
    }
}

/// A file of `tests/data`.
pub(crate) fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    path.to_str().unwrap().to_owned()
}
