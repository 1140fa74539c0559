//! What is only looked at: queue, show, verify, backup, playbooks, demo, frames, damaged files.

use super::bench::{Bench, fixture};
use std::time::{Duration, Instant};

#[test]
fn the_documents_have_their_shape() {
    let bench = Bench::with_chats();
    insta::assert_snapshot!("queue", pretty(&bench.json(&["queue"])));
    insta::assert_snapshot!("show", masked(&pretty(&bench.json(&["show", "1"]))));
    insta::assert_snapshot!(
        "import",
        pretty(&bench.json(&["import", &fixture("chat.jsonl")]))
            .replace(&fixture("chat.jsonl"), "chat.jsonl")
    );
    insta::assert_snapshot!(
        "verify",
        pretty(&bench.json(&["verify"])).replace(bench.folder.path().to_str().unwrap(), "HOME")
    );
    insta::assert_snapshot!("act", pretty(&bench.json(&["do", "1", "mood", "angry"])));
    let refused = bench.run(&["do", "1", "mood", "angry", "--json"]).document();
    insta::assert_snapshot!("refusal", pretty(&refused));
}

fn pretty(document: &serde_json::Value) -> String {
    serde_json::to_string_pretty(document).unwrap()
}

/// Versions of playbooks change with their words; the shape is what counts here, so that texts of
/// playbooks are left out as well.
fn masked(text: &str) -> String {
    const TEXTS: [&str; 7] = ["version\": \"", "why", "text", "title", "ask", "label", "id\": \""];
    text.lines()
        .map(|line| {
            let hidden =
                TEXTS.iter().any(|key| line.trim_start().trim_start_matches('"').starts_with(key));
            match line.split_once(": \"") {
                Some((key, rest)) if hidden => {
                    format!("{key}: \"…\"{}", if rest.ends_with(',') { "," } else { "" })
                }
                _other => line.to_owned(),
            }
        })
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_queue_is_a_list_in_the_persons_language() {
    let bench = Bench::with_chats();
    let zh = bench.run(&["--lang", "zh", "queue"]).done();
    let en = bench.run(&["queue"]).done();
    assert_eq!(zh.lines().count(), en.lines().count());
    assert!(zh.contains("平静") && en.contains("calm"), "{zh}{en}");
    let one = bench.json(&["queue", "--limit", "1"]);
    assert_eq!((one["cases"].as_array().unwrap().len(), &one["more"]), (1, &true.into()));
}

#[test]
fn a_case_is_shown_with_step_replies_and_messages() {
    let bench = Bench::with_chats();
    let out = bench.run(&["show", "1", "--messages", "1"]).done();
    for part in ["#1", "Step 1/", "Replies that fit", "Conversation", "--messages"] {
        assert!(out.contains(part), "{part}: {out}");
    }
    bench.run(&["do", "1", "playbook", "refund-freight"]).done();
    bench.run(&["do", "1", "promise", "补发", "--due", "2026-11-24 18:00"]).done();
    let due = |now: &str| {
        let out = bench.run(&["--now", now, "show", "1"]).done();
        out.lines().find(|line| line.contains("Due next")).unwrap().to_owned()
    };
    // The plan of the day comes before the promise; once it is over, that is told first.
    let plan = due("2026-11-22T17:00:00+08:00");
    assert!(plan.contains("left") && !plan.contains("keep a promise"), "{plan}");
    let clocks = |now: &str| {
        let out = bench.run(&["--now", now, "show", "1"]).done();
        let from = out.lines().skip_while(|line| *line != "Clocks");
        from.skip(1).take_while(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let running = clocks("2026-11-22T17:00:00+08:00");
    assert!(running.iter().any(|line| line.contains("2026-11-") && line.contains(" left)")));
    let late = clocks("2026-11-27T18:00:00+08:00");
    assert_eq!(late.len(), running.len(), "{late:?}");
    assert!(late.iter().all(|line| !line.contains(" left)")), "{late:?}");
    let over = due("2026-11-27T18:00:00+08:00");
    assert!(over.contains("overdue by ") && !over.contains("left"), "{over}");
    assert!(bench.run(&["show", "77"]).failed().contains("77"));
}

#[test]
fn an_empty_place_says_so() {
    let bench = Bench::new();
    assert!(bench.run(&["queue"]).failed().contains("no case file"));
    assert!(!bench.file().exists(), "looking makes no file");
    let empty = bench.write("log.jsonl", b"");
    bench.run(&["import", "--dry-run", &empty]);
    assert_eq!(bench.run(&["queue"]).done(), "No case is open.\n");
}

#[cfg(unix)]
#[test]
fn the_file_and_its_folder_are_the_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let bench = Bench::with_chats();
    let mode = |path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(bench.file()), 0o600);
    assert_eq!(mode(bench.path("data")), 0o700);
}

#[test]
fn a_changed_ledger_is_found() {
    let bench = Bench::with_chats();
    assert!(bench.run(&["verify"]).done().contains("sound"));
    bench.sql("SELECT 1");
    let conn = rusqlite::Connection::open(bench.file()).unwrap();
    conn.execute_batch("UPDATE message SET body = body || '!' WHERE case_id = 1 AND no = 1")
        .unwrap();
    drop(conn);
    let err = bench.run(&["verify"]).failed();
    assert!(err.contains("messages 1"), "{err}");
    let run = bench.run(&["verify", "--json"]);
    assert_eq!(run.code, 1);
    let document = run.document();
    assert_eq!(
        (&document["holds"], &document["finding"]["kind"]),
        (&false.into(), &"messages".into())
    );
    assert!(bench.run(&["--lang", "zh", "verify"]).failed().contains("1 号案子"));
}

#[test]
fn a_backup_is_whole_and_overwrites_nothing() {
    let bench = Bench::with_chats();
    bench.run(&["backup", "copy.redress"]).done();
    let copy = bench.run(&["--file", "copy.redress", "queue"]).done();
    assert_eq!(copy, bench.run(&["queue"]).done());
    assert!(bench.run(&["backup", "copy.redress"]).failed().contains("exists already"));
}

#[test]
fn damaged_foreign_and_newer_files_are_told_apart() {
    let bench = Bench::with_chats();
    let foreign = bench.write("foreign.redress", b"this is a letter, not a database at all");
    assert!(bench.run(&["--file", &foreign, "queue"]).failed().contains("not a case file"));
    bench.run(&["backup", "whole.redress"]).done();
    let whole = std::fs::read(bench.path("whole.redress")).unwrap();
    let cut = bench.write("cut.redress", &whole[..whole.len() / 3]);
    let err = bench.run(&["--file", &cut, "verify"]).failed();
    assert!(err.contains("damaged") || err.contains("does not hold"), "{err}");
    let conn = rusqlite::Connection::open(bench.path("whole.redress")).unwrap();
    conn.execute_batch("PRAGMA user_version = 999").unwrap();
    drop(conn);
    let run = bench.run(&["--file", "whole.redress", "queue"]);
    assert!(run.err.contains("newer version"), "{run:?}");
    run.done();
    let err = bench.run(&["--file", "whole.redress", "do", "1", "note", "x"]).failed();
    assert!(err.contains("reading only"), "{err}");
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_a_sentence() {
    use std::os::unix::fs::PermissionsExt as _;
    let bench = Bench::new();
    let folder = bench.path("locked");
    std::fs::create_dir(&folder).unwrap();
    let lock = |mode| std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(mode));
    lock(0o500).unwrap();
    if std::fs::write(folder.join("probe"), b"").is_err() {
        let err =
            bench.run(&["--file", "locked/x.redress", "import", &fixture("chat.jsonl")]).failed();
        assert!(err.contains("cannot be written"), "{err}");
    }
    lock(0o700).unwrap();
    let err =
        bench.run(&["--file", "nowhere/x.redress", "import", &fixture("chat.jsonl")]).failed();
    assert!(err.contains("folder"), "{err}");
}

#[test]
fn playbooks_are_listed_and_checked() {
    let bench = Bench::new();
    let list = bench.json(&["playbook", "list"]);
    let shipped = list["playbooks"].as_array().unwrap().len();
    assert!(shipped >= 4);
    assert!(bench.run(&["playbook", "check"]).done().contains("0 errors"));
    bench.write("config/playbooks/own.toml", "id = 'own'\ntitel = '店'\n".as_bytes());
    let run = bench.run(&["playbook", "check"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("own.toml:2:1") && run.out.contains("title"), "{}", run.out);
    let list = bench.json(&["playbook", "list"]);
    assert_eq!(list["playbooks"].as_array().unwrap().len(), shipped + 1);
    let path = bench.write("other.toml", b"id = 'other'\n");
    let only = bench.run(&["playbook", "check", &path]);
    assert!(only.out.contains("other.toml") && !only.out.contains("own.toml"), "{}", only.out);
    assert!(bench.run(&["--lang", "zh", "playbook", "check", &path]).out.contains("错误"));
    bench.run(&["playbook", "check", "nowhere.toml"]).failed();
}

#[test]
fn the_demo_prints_a_frame_where_there_is_no_terminal_and_leaves_nothing() {
    let bench = Bench::new();
    let folder = bench.path("tmp");
    std::fs::create_dir(&folder).unwrap();
    for (lang, told) in [("zh", "redress demo"), ("en", "redress demo")] {
        let mut command = bench.command(&["--lang", lang, "demo"]);
        let run: super::bench::Run = command.env("TMPDIR", &folder).output().unwrap().into();
        assert!(run.err.contains(told), "{run:?}");
        assert!(run.done().lines().count() >= 30);
    }
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0, "the demo cleans up");
}

#[test]
fn frames_obey_keys_size_and_picture() {
    let bench = Bench::new();
    let frame = |more: &[&str]| bench.run(&[&["demo", "--frame", "100x30"], more].concat()).done();
    let plain = frame(&[]);
    assert_eq!(plain, frame(&[]), "the same moment gives the same frame");
    assert_ne!(plain, frame(&["--keys", "Down Down Enter"]));
    assert!(frame(&["--svg"]).starts_with("<svg"));
    bench.run(&["demo", "--keep", "kept.redress"]).done();
    assert!(bench.run(&["demo", "--keep", "kept.redress"]).failed().contains("exists"));
    let again = bench.run(&["kept.redress", "--frame", "100x30"]).done();
    assert!(again.lines().count() >= 28);
    let sound = bench.run(&["--file", "kept.redress", "verify", "--json"]).document();
    assert_eq!(sound["holds"], true);
}

#[test]
fn the_console_wants_a_terminal_and_says_so() {
    let bench = Bench::new();
    assert!(bench.run(&[]).failed().contains("--frame"));
}

#[test]
fn the_demo_is_there_at_once() {
    let bench = Bench::new();
    let start = Instant::now();
    bench.run(&["demo", "--keep", "kept.redress"]).done();
    // A release build takes a tenth; the margin is for a busy machine.
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
}

#[test]
fn the_desk_does_not_tick_an_offer_nobody_made() {
    let bench = Bench::new();
    let frame = bench.run(&["--lang", "zh", "demo", "--frame", "80x24", "--keys", "F11"]).done();
    let offer = frame.lines().find(|line| line.contains("报价")).unwrap();
    assert!(offer.contains("还没有") && !offer.contains('✓'), "{offer}");
}
