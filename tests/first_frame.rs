//! The box costs the first frame nothing: counted in files looked at, not in time.

#![expect(clippy::unwrap_used, reason = "in tests that is how one fails")]

use redress::config::{Paths, Settings, ShopRules};
use redress::desk::Policy;
use redress::domain::{AgentName, Lang, Stamp};
use redress::i18n::Strings;
use redress::playbook::{Library, Work};
use redress::runtime::library::Books;
use redress::runtime::{Environment, Headless, Setup};
use std::fs;
use std::path::Path;
use std::process::Command;

fn setup(folder: &Path) -> Setup {
    let china = chrono::FixedOffset::east_opt(8 * 3_600).unwrap();
    Setup {
        policy: Policy::new(&ShopRules::default(), Lang::Zh, china),
        path: folder.join("cases.redress"),
        settings: Settings::default(),
        rules: ShopRules::default(),
        overruled: Vec::new(),
        paths: Paths::below(folder),
        books: Books::new(Paths::below(folder).playbooks()),
        lang: Lang::Zh,
        strings: Strings::of(Lang::Zh),
        agent: AgentName::new("小林"),
        now: Some(Stamp::parse("2026-11-22T10:00:00+08:00").unwrap()),
        offset: china,
        environment: Environment::default(),
        demo: false,
    }
}

fn console(setup: &Setup) -> Headless {
    Headless::open(setup, (120, 36)).unwrap()
}

/// A case by what the buyer wrote, taken in by the program itself.
fn import(folder: &Path, said: &str) {
    let line = format!(
        "{{\"case\":\"g\",\"buyer\":\"小北\",\"platform\":\"taobao\",\
         \"at\":\"2026-11-22T09:58:00+08:00\",\"from\":\"buyer\",\"text\":\"{said}\"}}\n"
    );
    let log = folder.join("g.jsonl");
    fs::write(&log, line).unwrap();
    let file = folder.join("cases.redress");
    let mut command = Command::new(env!("CARGO_BIN_EXE_redress"));
    command.arg("--home").arg(folder).arg("--file").arg(&file).arg("import").arg(&log);
    assert!(command.output().unwrap().status.success());
}

#[test]
fn without_a_case_only_core_is_made_ready_and_not_by_the_frame() {
    let folder = tempfile::tempdir().unwrap();
    // A shop with playbooks of its own, one of them broken, pays no more.
    fs::create_dir_all(setup(folder.path()).paths.playbooks()).unwrap();
    fs::write(setup(folder.path()).paths.playbooks().join("own.toml"), "= broken").unwrap();
    let console = console(&setup(folder.path()));
    // A thread of its own makes ready what the first case will be shown with; it may not be done.
    let Work { read, compiled, shelves, .. } = console.work();
    assert!(read <= 1 && compiled <= 1 && !shelves, "{:?}", console.work());
}

#[test]
fn a_case_on_the_screen_costs_its_own_playbook_and_what_that_rests_on() {
    let folder = tempfile::tempdir().unwrap();
    import(folder.path(), "杯子收到是碎的");
    let console = console(&setup(folder.path()));
    let work = console.work();
    assert_eq!(work.heads, Library::shipped().len(), "their first lines say which is which");
    assert_eq!(work.compiled, 2, "the playbook and core, of {}", work.heads);
    assert_eq!(work.read, 3, "and what it calls");
    assert!(!work.shelves, "nothing is checked before anybody asks");
}

#[test]
fn a_library_looks_at_a_file_when_it_is_asked_for_it() {
    let library = Library::new(Library::shipped());
    assert_eq!(library.work(), Work::default());
    library.get(&"core".into()).unwrap();
    let Work { read, compiled, shelves, .. } = library.work();
    assert_eq!((read, compiled, shelves), (1, 1, false));
    drop(library.check());
    let Work { heads, read, compiled, shelves } = library.work();
    assert_eq!((read, compiled, shelves), (heads, heads, true));
}
