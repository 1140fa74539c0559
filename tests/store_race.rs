//! Two programs and one file: nothing is lost, nobody is told that a database is locked.

#![expect(clippy::unwrap_used, reason = "in tests that is how one fails")]

use redress::domain::*;
use redress::store::{Access, Act, CaseFile, Outcome};
use std::path::Path;
use std::process::Command;
use std::thread;

/// The file the second program writes into; set by the first.
const FILE: &str = "REDRESS_TEST_RACE_FILE";
const ACTS: u32 = 1_000;

fn note(state: &CaseState, agent: &str, n: u32) -> Act {
    let no = state.tally.last_no.next();
    Act {
        case: Some(state.id),
        expected: state.version,
        events: vec![Event::NoteWritten {
            no,
            body: Body::new(RawText::new(format!("{agent} {n}"))),
        }],
        agent: AgentName::new(agent),
        at: Stamp::from_millis(1_700_000_000_000 + i64::from(n)),
        clear_draft: None,
        pin: None,
    }
}

/// Writes acts as a console does: on a conflict it learns what happened and decides again.
fn write(path: &Path, agent: &str, acts: u32) -> u32 {
    let mut file = CaseFile::open(path, Access::Write).unwrap();
    let mut state = file.load(CaseId(1)).unwrap().unwrap();
    let mut conflicts = 0;
    for n in 0..acts {
        loop {
            match file.append(note(&state, agent, n)).unwrap() {
                Outcome::Appended { records, .. } => {
                    learn(&mut state, &records);
                    break;
                }
                Outcome::Conflict { since, .. } => {
                    conflicts += 1;
                    assert!(!since.is_empty());
                    learn(&mut state, &since);
                }
            }
        }
    }
    conflicts
}

fn learn(state: &mut CaseState, records: &[Recorded]) {
    for record in records {
        state.apply(record).unwrap();
    }
}

fn begin(path: &Path) {
    let opened = Event::CaseOpened {
        key: None,
        platform: Platform::Shop,
        buyer: BuyerName::new("张三"),
        issue: Issue::default(),
        playbook: PlaybookRef { id: PlaybookId::from("core"), version: "0".into() },
        step: StepId::from("calm"),
    };
    let mut file = CaseFile::open(path, Access::Write).unwrap();
    file.append(Act {
        case: None,
        expected: Version(0),
        events: vec![opened],
        agent: AgentName::new("小林"),
        at: Stamp::from_millis(0),
        clear_draft: None,
        pin: None,
    })
    .unwrap();
}

fn holds(path: &Path, acts: u32) {
    let file = CaseFile::open(path, Access::Read).unwrap();
    let report = file.verify(|_, _| {}).unwrap();
    assert_eq!(report.finding, None);
    assert_eq!(report.events, u64::from(acts) + 1);
    assert_eq!(report.messages, u64::from(acts));
}

#[test]
fn two_windows_writing_a_thousand_acts_each_lose_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.redress");
    begin(&path);
    thread::scope(|scope| {
        scope.spawn(|| write(&path, "小林", ACTS));
        scope.spawn(|| write(&path, "小周", ACTS));
    });
    holds(&path, 2 * ACTS);
}

#[test]
fn two_processes_lose_none_either() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.redress");
    begin(&path);
    let mut other = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "the_other_process", "--nocapture"])
        .env(FILE, &path)
        .spawn()
        .unwrap();
    write(&path, "小林", ACTS);
    assert!(other.wait().unwrap().success());
    holds(&path, 2 * ACTS);
}

/// The second program of the test above; by itself it does nothing.
#[test]
#[expect(clippy::disallowed_methods, reason = "a test that starts itself says so this way")]
fn the_other_process() {
    if let Some(path) = std::env::var_os(FILE) {
        write(Path::new(&path), "小周", ACTS);
    }
}

#[test]
fn two_windows_may_make_the_same_new_file() {
    for _ in 0..8 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("shop.redress");
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let file = CaseFile::open(&path, Access::Write).unwrap();
                    assert!(file.is_writable());
                });
            }
        });
    }
}
