//! What files can be instead, and what becomes of a file.

use super::bench::{act, folder, opened, worked};
use redress::domain::{CaseId, Event, Fen, Order, OrderNo, SettlingDeed};
use redress::store::{Access, CaseFile, OpenNotice, QueuePage, StoreError};
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn other_files_are_refused_by_what_is_wrong_with_them() {
    let (folder, path) = folder();
    let open = |path: &Path| CaseFile::open(path, Access::Write).map(drop);

    assert_eq!(
        CaseFile::open(&path, Access::Read).map(drop),
        Err(StoreError::Missing { path: path.clone() })
    );
    assert!(!path.exists());

    let nowhere = folder.path().join("no/such/shop.redress");
    assert_eq!(open(&nowhere), Err(StoreError::NoFolder { path: nowhere.clone() }));

    let text = folder.path().join("letter.txt");
    fs::write(&text, "亲爱的客服：".repeat(500)).unwrap();
    assert_eq!(open(&text), Err(StoreError::NotACaseFile { path: text.clone() }));
    assert_eq!(fs::read_to_string(&text).unwrap(), "亲爱的客服：".repeat(500));

    let foreign = folder.path().join("browser.sqlite");
    Connection::open(&foreign).unwrap().execute_batch("CREATE TABLE cookies (a)").unwrap();
    assert_eq!(open(&foreign), Err(StoreError::NotACaseFile { path: foreign.clone() }));

    let here = folder.path().to_owned();
    assert_eq!(open(&here), Err(StoreError::NotACaseFile { path: here.clone() }));
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    // Even the superuser may make no file there.
    let path = PathBuf::from("/sys/shop.redress");
    if cfg!(target_os = "linux") && path.parent().is_some_and(Path::exists) {
        assert_eq!(
            CaseFile::open(&path, Access::Write).map(drop),
            Err(StoreError::NotWritable { path })
        );
    }
}

#[test]
fn a_file_that_cannot_be_written_can_be_read() {
    let (_folder, path) = folder();
    let (file, case) = worked(&path);
    drop(file);
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    assert_eq!(
        CaseFile::open(&path, Access::Write).map(drop),
        Err(StoreError::NotWritable { path: path.clone() })
    );
    let mut file = CaseFile::open(&path, Access::Read).unwrap();
    assert!(file.load(case).unwrap().is_some());
    assert_eq!(
        file.append(act(None, 0, vec![opened("张三", None)])),
        Err(StoreError::ReadOnly { path: path.clone() })
    );
}

#[test]
fn a_newer_file_is_for_reading_only_and_not_touched() {
    let (_folder, path) = folder();
    let (file, case) = worked(&path);
    drop(file);
    Connection::open(&path).unwrap().execute_batch("PRAGMA user_version = 900").unwrap();
    let before = fs::read(&path).unwrap();
    let mut file = CaseFile::open(&path, Access::Write).unwrap();
    assert!(matches!(file.notices(), [OpenNotice::NewerFile { found: 900, .. }]));
    assert!(!file.is_writable());
    assert!(file.load(case).unwrap().is_some());
    let error = file.append(act(None, 0, vec![opened("张三", None)])).unwrap_err();
    assert_eq!(error, StoreError::ReadOnly { path: path.clone() });
    drop(file);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn an_older_file_is_copied_before_it_is_brought_up_to_date() {
    let (_folder, path) = folder();
    let old = Connection::open(&path).unwrap();
    old.execute_batch(include_str!("../../assets/migrations/0001_ledger.sql")).unwrap();
    old.execute_batch("PRAGMA user_version = 1").unwrap();
    drop(old);
    assert!(matches!(
        CaseFile::open(&path, Access::Read).map(drop),
        Err(StoreError::Older { found: 1, .. })
    ));
    let file = CaseFile::open(&path, Access::Write).unwrap();
    let [OpenNotice::Migrated { from: 1, to, copy }] = file.notices() else {
        panic!("{:?}", file.notices())
    };
    assert!(copy.to_string_lossy().ends_with(&format!("shop.redress.before-v{to}")));
    let copied = Connection::open(copy).unwrap();
    let version: u32 = copied.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    assert_eq!(version, 1);
    assert_eq!(file.verify(|_, _| {}).unwrap().finding, None);
}

#[test]
fn a_file_that_never_reckoned_what_is_at_stake_says_so_after_it_was_brought_up_to_date() {
    let (_folder, path) = folder();
    let order = |amount| Event::OrderNoted {
        order: Order { no: OrderNo::new("1001"), title: None, amount: Some(Fen(amount)) },
    };
    let mut file = CaseFile::open(&path, Access::Write).unwrap();
    file.append(act(None, 0, vec![opened("张三", None), order(5_900)])).unwrap();
    file.append(act(None, 0, vec![opened("李四", None), order(9_900)])).unwrap();
    drop(file);
    // As format 9 had it.
    let old = Connection::open(&path).unwrap();
    old.execute_batch("ALTER TABLE cases DROP COLUMN reckoned; PRAGMA user_version = 9").unwrap();
    drop(old);
    let mut file = CaseFile::open(&path, Access::Write).unwrap();
    assert!(matches!(file.notices(), [OpenNotice::Migrated { from: 9, .. }]));
    assert_eq!(file.verify(|_, _| {}).unwrap().finding, None);
    let at_stake = |file: &CaseFile| -> Vec<(i64, i64, bool)> {
        let rows = file.queue(QueuePage { limit: 9, after: None }).unwrap();
        rows.iter().map(|row| (row.id.0, row.exposure.0, row.reckoned)).collect()
    };
    assert_eq!(at_stake(&file), [(2, 9_900, false), (1, 5_900, false)]);
    // What is reckoned counts from then on, in the order of the queue as well.
    let deed = SettlingDeed::ExposureReckoned { worst: Some(Fen(50_000)) };
    file.append(act(Some(CaseId(1)), 2, vec![Event::Settling { deed }])).unwrap();
    assert_eq!(at_stake(&file), [(1, 50_000, true), (2, 9_900, false)]);
    assert_eq!(file.verify(|_, _| {}).unwrap().finding, None);
    drop(file);
    let wrong = Connection::open(&path).unwrap();
    wrong.execute_batch("UPDATE cases SET reckoned = 0 WHERE id = 1").unwrap();
    drop(wrong);
    let found = CaseFile::open(&path, Access::Read).unwrap().verify(|_, _| {}).unwrap().finding;
    assert!(found.is_some(), "somebody else wrote into the file");
}

#[test]
fn a_file_cut_short_is_damaged_wherever_it_is_cut() {
    let (folder, path) = folder();
    let (file, _) = worked(&path);
    drop(file);
    let whole = fs::read(&path).unwrap();
    for part in 1..=9 {
        let cut = folder.path().join(format!("cut-{part}"));
        fs::write(&cut, &whole[..whole.len() * part / 10]).unwrap();
        let told = CaseFile::open(&cut, Access::Write)
            .and_then(|file| file.verify(|_, _| {}))
            .map(|report| report.finding);
        match told {
            Err(StoreError::Damaged { .. } | StoreError::NotACaseFile { .. }) => {}
            other => panic!("cut to {part}/10: {other:?}"),
        }
    }
}

#[test]
fn a_backup_is_a_whole_file_and_overwrites_nothing() {
    let (folder, path) = folder();
    let (file, case) = worked(&path);
    let copy = folder.path().join("copy.redress");
    file.backup(&copy).unwrap();
    let copied = CaseFile::open(&copy, Access::Read).unwrap();
    assert_eq!(copied.load(case).unwrap(), file.load(case).unwrap());
    assert_eq!(copied.verify(|_, _| {}).unwrap(), file.verify(|_, _| {}).unwrap());
    assert_eq!(file.backup(&copy), Err(StoreError::Exists { path: copy.clone() }));
    let names: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains("partial"))
        .collect();
    assert!(names.is_empty(), "{names:?}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
