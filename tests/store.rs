//! The case file from outside: what a person's files can be and become.

#![expect(clippy::unwrap_used, clippy::panic, reason = "in tests that is how one fails")]

use redress::domain::*;
use redress::store::{
    Access, Act, CaseFile, DraftKind, Finding, OpenCount, OpenNotice, Outcome, QueuePage,
    StoreError, Window,
};
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};

fn at(seconds: i64) -> Stamp {
    Stamp::from_millis(1_700_000_000_000).plus(Span::seconds(seconds))
}

fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.redress");
    (folder, path)
}

fn playbook() -> PlaybookRef {
    PlaybookRef { id: PlaybookId::from("core"), version: "0123456789ab".into() }
}

fn opened(buyer: &str, key: Option<&str>) -> Event {
    Event::CaseOpened {
        key: key.map(str::to_owned),
        platform: Platform::Taobao,
        buyer: BuyerName::new(buyer),
        issue: Issue::new("damage"),
        playbook: playbook(),
        step: StepId::from("calm"),
    }
}

fn said(first: u32, texts: &[(Author, i64, &str)]) -> Event {
    let messages = texts.iter().map(|(author, seconds, text)| NewMessage {
        author: *author,
        speaker: None,
        at: at(*seconds),
        timed: true,
        text: RawText::new(*text),
    });
    Event::MessagesReceived { stretch: Stretch::new(MessageNo(first), messages.collect()).unwrap() }
}

fn act(case: Option<CaseId>, expected: u32, events: Vec<Event>) -> Act {
    Act {
        case,
        expected: Version(expected),
        events,
        agent: AgentName::new("小林"),
        at: at(100),
        clear_draft: None,
        pin: None,
    }
}

fn append(file: &mut CaseFile, act: Act) -> (CaseId, Vec<Recorded>) {
    match file.append(act).unwrap() {
        Outcome::Appended { case, records } => (case, records),
        Outcome::Conflict { .. } => panic!("a conflict"),
    }
}

/// A file with one case: two messages, a reply with its promise and timer, a fact, a tick, an order.
fn worked(path: &Path) -> (CaseFile, CaseId) {
    let mut file = CaseFile::open(path, Access::Write).unwrap();
    let received = said(1, &[(Author::Buyer, 0, "杯子碎了"), (Author::System, 1, "退款发起")]);
    let (case, _) = append(&mut file, act(None, 0, vec![opened("张三", None), received]));
    let no = MessageNo(3);
    let events = vec![
        Event::ReplySent {
            no,
            body: Body::new(RawText::new("马上为您处理")),
            replies: vec![ReplyId::from("sorry")],
            ticks: Vec::new(),
            sets: Vec::new(),
            attached: Vec::new(),
            statement: false,
            way: SendWay::Osc52,
            undo_until: at(110),
        },
        Event::PromiseMade {
            no: PromiseNo(1),
            what: "今天答复".into(),
            due: at(3_600),
            message: Some(no),
            after: None,
        },
        Event::TimerStarted { timer: TimerId::from("answer"), due: at(1_800), warn: Vec::new() },
        Event::FactRecorded {
            fact: FactId::from("photos"),
            value: FactValue::Bool(true),
            status: FactStatus::Confirmed,
            source: Some(MessageNo(1)),
        },
        Event::CheckSet { step: StepId::from("calm"), check: CheckId::from("seen"), done: true },
        Event::OrderNoted {
            order: Order {
                no: OrderNo::new("88421234"),
                title: Some("玻璃杯".into()),
                amount: Some(Fen(5_900)),
            },
        },
    ];
    append(&mut file, act(Some(case), 2, events));
    assert_eq!(file.verify(|_, _| {}).unwrap().finding, None);
    (file, case)
}

#[test]
fn a_new_file_is_made_for_its_owner_only_and_says_so() {
    let (_folder, path) = folder();
    let file = CaseFile::open(&path, Access::Write).unwrap();
    assert_eq!(file.notices(), [OpenNotice::Created]);
    assert_eq!(file.open_count(500).unwrap(), OpenCount::Exactly(0));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    drop(file);
    assert!(CaseFile::open(&path, Access::Write).unwrap().notices().is_empty());
}

#[test]
fn what_was_done_is_there_after_opening_again() {
    let (_folder, path) = folder();
    let (file, case) = worked(&path);
    let state = file.load(case).unwrap().unwrap();
    drop(file);
    let file = CaseFile::open(&path, Access::Read).unwrap();
    assert_eq!(file.load(case).unwrap().unwrap(), state);
    let row = file.queue(QueuePage { limit: 10, after: None }).unwrap().remove(0);
    assert_eq!(row.due, Some(Due { at: at(1_800), kind: DueKind::Answer }));
    assert_eq!(row.order_tail.as_deref(), Some("1234"));
    assert_eq!(row.snippet.unwrap().as_str(), "杯子碎了");
    let timeline = file.timeline(case, None, 3).unwrap();
    assert_eq!(timeline.iter().map(|event| event.version.0).collect::<Vec<_>>(), [8, 7, 6]);
    assert_eq!(file.timeline(case, Some(Version(2)), 9).unwrap().len(), 1);
}

#[test]
fn people_can_read_it_with_a_sqlite_shell() {
    let (_folder, path) = folder();
    worked(&path);
    let shell = Connection::open(&path).unwrap();
    let seen: (String, String, String, f64) = shell
        .query_row("SELECT buyer, stage, due_kind, order_yuan FROM v_case", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .unwrap();
    assert_eq!(seen, ("张三".into(), "open".into(), "answer".into(), 59.0));
    let kinds: String = shell
        .query_row("SELECT group_concat(kind) FROM v_event WHERE version < 4", [], |r| r.get(0))
        .unwrap();
    assert_eq!(kinds, "case-opened,messages-received,reply-sent");
    let authors: String = shell
        .query_row("SELECT group_concat(author || speaker) FROM v_message", [], |r| r.get(0))
        .unwrap();
    assert_eq!(authors, "agent小林");
    for sql in ["UPDATE event SET agent = 'x'", "DELETE FROM event"] {
        assert!(shell.execute(sql, []).unwrap_err().to_string().contains("append only"), "{sql}");
    }
}

#[test]
fn the_second_of_two_writers_is_told_what_happened() {
    let (_folder, path) = folder();
    let (mut here, case) = worked(&path);
    let mut there = CaseFile::open(&path, Access::Write).unwrap();
    let before = here.data_version().unwrap();
    append(&mut there, act(Some(case), 8, vec![Event::MoodSet { mood: Mood::Angry }]));
    assert_ne!(here.data_version().unwrap(), before);
    let late = act(Some(case), 8, vec![Event::IssueSet { issue: Issue::new("refund") }]);
    let Outcome::Conflict { case: told, since } = here.append(late).unwrap() else {
        panic!("a conflict")
    };
    assert_eq!((told, since.len()), (case, 1));
    assert_eq!(since[0].event, Event::MoodSet { mood: Mood::Angry });
    assert_eq!(here.load(case).unwrap().unwrap().version, Version(9));
    let again = act(Some(case), 9, vec![Event::IssueSet { issue: Issue::new("refund") }]);
    append(&mut here, again);
}

#[test]
fn a_key_is_taken_once() {
    let (_folder, path) = folder();
    let mut file = CaseFile::open(&path, Access::Write).unwrap();
    let (case, _) = append(&mut file, act(None, 0, vec![opened("张三", Some("ext-1"))]));
    let again = file.append(act(None, 0, vec![opened("李四", Some("ext-1"))])).unwrap();
    let Outcome::Conflict { case: told, since } = again else { panic!("a conflict") };
    assert_eq!((told, since.len()), (case, 1));
}

#[test]
fn acts_that_do_not_fit_write_nothing() {
    let (_folder, path) = folder();
    let (mut file, case) = worked(&path);
    let before = file.load(case).unwrap();
    for events in [
        vec![Event::MoodSet { mood: Mood::Angry }, Event::PromiseKept { no: PromiseNo(7) }],
        vec![said(9, &[(Author::Buyer, 5, "?")])],
        vec![Event::NoteWritten { no: MessageNo(2), body: Body::new(RawText::new("x")) }],
        vec![opened("张三", None)],
        vec![Event::PromiseMade {
            no: PromiseNo(1),
            what: "x".into(),
            due: at(1),
            message: None,
            after: None,
        }],
    ] {
        let error = file.append(act(Some(case), 8, events)).unwrap_err();
        assert!(matches!(error, StoreError::Unfit(_) | StoreError::OutOfOrder { .. }), "{error:?}");
    }
    let missing = CaseId(99);
    assert_eq!(
        file.append(act(Some(missing), 0, Vec::new())),
        Err(StoreError::NoCase { case: missing })
    );
    assert!(matches!(file.append(act(None, 0, Vec::new())), Err(StoreError::Unfit(_))));
    assert_eq!(file.load(case).unwrap(), before);
    assert_eq!(file.verify(|_, _| {}).unwrap().finding, None);
}

#[test]
fn a_batch_is_all_or_nothing() {
    let (_folder, path) = folder();
    let (mut file, case) = worked(&path);
    let failed: Result<(), _> = file.batch(|batch| {
        batch.append(act(Some(case), 8, vec![Event::MoodSet { mood: Mood::Angry }]))?;
        batch.append(act(None, 0, vec![opened("李四", None)]))?;
        assert_eq!(batch.load(case)?.unwrap().mood, Mood::Angry);
        Err(StoreError::Stopped)
    });
    assert_eq!(failed, Err(StoreError::Stopped));
    assert_eq!(file.load(case).unwrap().unwrap().mood, Mood::Calm);
    append(&mut file, act(Some(case), 8, vec![Event::MoodSet { mood: Mood::Uneasy }]));
    assert_eq!(file.verify(|_, _| {}).unwrap().finding, None);
}

#[test]
fn conversations_find_their_case() {
    let (_folder, path) = folder();
    let mut file = CaseFile::open(&path, Access::Write).unwrap();
    let (keyed, _) = append(&mut file, act(None, 0, vec![opened("张三", Some("ext-1"))]));
    let noted = |no: &str| Event::OrderNoted {
        order: Order { no: OrderNo::new(no), title: None, amount: None },
    };
    let (pasted, _) = append(&mut file, act(None, 0, vec![opened("张三", None), noted("1001")]));
    let (newest, _) = append(&mut file, act(None, 0, vec![opened("张三", None), noted("1002")]));
    let closed =
        Event::CaseClosed { result: CloseResult::Settled, words: String::new(), ending: None };
    append(&mut file, act(Some(keyed), 1, vec![closed]));
    let find = |key, buyer, order: Option<&str>| {
        let order = order.map(OrderNo::new);
        file.find_case(key, Platform::Taobao, &BuyerName::new(buyer), order.as_ref()).unwrap()
    };
    assert_eq!(find(Some("ext-1"), "别人", None), Some(keyed), "by key, even when closed");
    assert_eq!(find(None, "张三", Some("1001")), Some(pasted));
    assert_eq!(find(None, "张三", None), Some(newest));
    assert_eq!(find(None, "张三", Some("1003")), None, "another order is another complaint");
    assert_eq!(find(Some("ext-2"), "张三", None), None, "another key is another complaint");
    assert_eq!(find(Some("ext-2"), "张三", Some("1002")), Some(newest));
    assert_eq!(find(None, "李四", None), None);
    let history =
        file.buyer_history(Platform::Taobao, &BuyerName::new("张三"), Some(newest), 9).unwrap();
    assert_eq!(history.iter().map(|case| case.id).collect::<Vec<_>>(), [pasted, keyed]);
    assert_eq!(history[1].result, Some(CloseResult::Settled));
}

#[test]
fn windows_visit_every_message_once_in_order() {
    let (_folder, path) = folder();
    let mut file = CaseFile::open(&path, Access::Write).unwrap();
    // Many at the same second, and a later stretch with earlier times.
    let later: Vec<_> = (0..157).map(|i| (Author::Buyer, 50 + i / 10, "晚")).collect();
    let earlier: Vec<_> = (0..44).map(|i| (Author::Agent, 40 + i / 3, "早")).collect();
    let events = vec![opened("张三", None), said(1, &later), said(158, &earlier)];
    let (case, _) = append(&mut file, act(None, 0, events));

    let mut back = Vec::new();
    let mut window = Window::Newest;
    loop {
        let page = file.messages(case, window, 17, 100).unwrap();
        assert_eq!(page.more_after, window != Window::Newest);
        let first = &page.messages[0];
        window = Window::Before(first.at, first.no);
        let mut places: Vec<_> = page.messages.iter().map(|m| (m.at, m.no)).collect();
        places.append(&mut back);
        back = places;
        if !page.more_before {
            break;
        }
    }
    assert_eq!(back.len(), 201);
    assert!(back.is_sorted() && back.windows(2).all(|two| two[0] != two[1]));

    let mut forth = vec![back[0]];
    loop {
        let (at, no) = forth[forth.len() - 1];
        let page = file.messages(case, Window::After(at, no), 17, 100).unwrap();
        assert!(page.more_before);
        forth.extend(page.messages.iter().map(|m| (m.at, m.no)));
        if !page.more_after {
            break;
        }
    }
    assert_eq!(forth, back);
}

#[test]
fn the_queue_pages_through_every_open_case_by_due_date_and_heat() {
    let (_folder, path) = folder();
    let mut file = CaseFile::open(&path, Access::Write).unwrap();
    file.batch(|batch| {
        for i in 0..90_u32 {
            let mut events = vec![opened(&format!("买家{i}"), None)];
            if i % 3 != 0 {
                let due = at(i64::from(i % 7) * 60);
                events.push(Event::TimerStarted {
                    timer: TimerId::from("answer"),
                    due,
                    warn: Vec::new(),
                });
            }
            events.push(Event::MoodSet { mood: Mood::ALL[i as usize % 5] });
            if i % 10 == 0 {
                let result = CloseResult::Void;
                events.push(Event::CaseClosed { result, words: String::new(), ending: None });
            }
            batch.append(act(None, 0, events))?;
        }
        Ok(())
    })
    .unwrap();
    let mut rows = Vec::new();
    loop {
        let after = rows.last().map(|row: &redress::store::QueueRow| row.key);
        let page = file.queue(QueuePage { limit: 8, after }).unwrap();
        if page.is_empty() {
            break;
        }
        rows.extend(page);
    }
    let order: Vec<_> = rows
        .iter()
        .map(|row| {
            (row.due.map_or(i64::MAX, |due| due.at.as_millis()), 4 - row.mood as i64, row.id)
        })
        .collect();
    assert_eq!(order.len(), 81);
    assert!(order.is_sorted());
    assert_eq!(file.open_count(500).unwrap(), OpenCount::Exactly(81));
    assert_eq!(file.open_count(80).unwrap(), OpenCount::MoreThan(80));
    assert_eq!(file.open_count(81).unwrap(), OpenCount::Exactly(81));
}

#[test]
fn drafts_are_kept_and_cleared_with_the_act_they_became() {
    let (_folder, path) = folder();
    let (mut file, case) = worked(&path);
    file.save_draft(case, DraftKind::Reply, "马", &[], at(1)).unwrap();
    file.save_draft(case, DraftKind::Reply, "马上", &["sorry".into(), "plan".into()], at(2))
        .unwrap();
    file.save_draft(case, DraftKind::Note, "老客户", &[], at(3)).unwrap();
    assert_eq!(file.draft(case, DraftKind::Reply).unwrap().unwrap().body, "马上");
    let mut sending = act(Some(case), 8, vec![Event::MoodSet { mood: Mood::Calm }]);
    sending.clear_draft = Some(DraftKind::Reply);
    append(&mut file, sending);
    assert_eq!(file.draft(case, DraftKind::Reply).unwrap(), None);
    assert_eq!(file.drafts(case).unwrap().len(), 1);
    file.save_draft(case, DraftKind::Note, "", &[], at(4)).unwrap();
    assert_eq!(file.drafts(case).unwrap(), []);
    file.pin(&playbook(), "{}").unwrap();
    file.pin(&playbook(), "{\"other\":1}").unwrap();
    assert_eq!(file.pinned(&playbook()).unwrap().as_deref(), Some("{}"));
}

#[test]
fn a_reply_taken_back_is_marked_and_no_longer_compared_with_what_comes_in() {
    let (_folder, path) = folder();
    let (mut file, case) = worked(&path);
    let all = || (Stamp::from_millis(i64::MIN), Stamp::from_millis(i64::MAX));
    let (from, to) = all();
    let overlap = file.overlap(case, from, to).unwrap();
    assert_eq!(
        overlap.iter().map(|o| (o.no.0, o.ours)).collect::<Vec<_>>(),
        [(1, false), (2, false), (3, true)]
    );
    let back = Event::ReplyRetracted { no: MessageNo(3), waiting_since: Some(at(0)) };
    append(&mut file, act(Some(case), 8, vec![back]));
    assert_eq!(file.overlap(case, from, to).unwrap().len(), 2);
    let page = file.messages(case, Window::Newest, 1, 100).unwrap();
    assert!(page.messages[0].retracted);
    assert_eq!(file.verify(|_, _| {}).unwrap().finding, None);
}

#[test]
fn a_message_of_ten_megabytes_is_kept_whole_and_shown_in_part() {
    let (_folder, path) = folder();
    let mut file = CaseFile::open(&path, Access::Write).unwrap();
    let huge = format!("开头\u{0}\u{1b}[2J{}", "碎".repeat(10 << 20 >> 2));
    let events = vec![opened("张三", None), said(1, &[(Author::Buyer, 0, &huge)])];
    let (case, _) = append(&mut file, act(None, 0, events));
    let page = file.messages(case, Window::Newest, 60, 4_000).unwrap();
    let shown = &page.messages[0];
    assert!(shown.text.as_str().starts_with("开头碎"));
    assert_eq!(shown.cut, huge.chars().count() - 4_000);
    assert_eq!(file.message(case, MessageNo(1)).unwrap().unwrap().as_stored(), huge);
    assert_eq!(file.verify(|_, _| {}).unwrap().finding, None);
}

// What files can be instead.

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
    old.execute_batch(include_str!("../assets/migrations/0001_ledger.sql")).unwrap();
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

// What somebody else may do to a file.

/// Damages a good file and tells what is found first.
fn found_after(sql: &str) -> Finding {
    let (_folder, path) = folder();
    let (file, _) = worked(&path);
    let other = Connection::open(&path).unwrap();
    other
        .execute_batch("DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_removed;")
        .unwrap();
    other.execute_batch(sql).unwrap();
    file.verify(|_, _| {}).unwrap().finding.unwrap()
}

#[test]
fn verify_names_the_event_that_was_changed_or_removed() {
    let case = CaseId(1);
    let version = Version(4);
    let chain = Finding::Chain { seq: 4, case, version };
    for sql in [
        "UPDATE event SET body = replace(body, '今天', '明天') WHERE seq = 4",
        "UPDATE event SET at = at + 1 WHERE seq = 4",
        "UPDATE event SET agent = '别人' WHERE seq = 4",
        "UPDATE event SET hash = randomblob(32) WHERE seq = 4",
    ] {
        assert_eq!(found_after(sql), chain, "{sql}");
    }
    assert_eq!(
        found_after("DELETE FROM event WHERE seq = 5"),
        Finding::Gap { expected: 5, found: 6 }
    );
    assert_eq!(
        found_after("DELETE FROM event WHERE seq = 8"),
        Finding::Projection { case, table: "cases" }
    );
}

#[test]
fn verify_names_the_messages_that_were_changed() {
    let case = CaseId(1);
    let messages =
        |first, last| Finding::Messages { case, first: MessageNo(first), last: MessageNo(last) };
    for (sql, found) in [
        ("UPDATE message SET body = '没碎' WHERE no = 1", messages(1, 2)),
        ("UPDATE message SET author = 'agent' WHERE no = 2", messages(1, 2)),
        ("UPDATE message SET body = body || '。' WHERE no = 3", messages(3, 3)),
        ("UPDATE message SET retracted = 1 WHERE no = 3", messages(3, 3)),
        ("DELETE FROM message WHERE no = 3", messages(3, 3)),
        (
            "INSERT INTO message (case_id, no, at, author, ours, retracted, body)
             VALUES (1, 4, 0, 'buyer', 0, 0, '我没说过')",
            messages(4, 4),
        ),
    ] {
        assert_eq!(found_after(sql), found, "{sql}");
    }
}

#[test]
fn verify_names_the_table_that_says_something_else() {
    let case = CaseId(1);
    for (sql, table) in [
        ("UPDATE cases SET mood = 'angry'", "cases"),
        ("UPDATE cases SET due_at = 1", "cases"),
        ("UPDATE cases SET snippet = '谢谢'", "cases"),
        ("UPDATE buyer SET name = '李四'", "cases"),
        ("UPDATE fact SET value = 'false'", "fact"),
        ("DELETE FROM tick", "tick"),
        ("UPDATE promise SET status = 'kept'", "promise"),
        ("UPDATE timer SET due = due + 1", "timer"),
        ("UPDATE orders SET amount = 1", "orders"),
    ] {
        assert_eq!(found_after(sql), Finding::Projection { case, table }, "{sql}");
    }
    for (sql, table) in [
        ("INSERT INTO buyer (platform, name) VALUES ('jd', '没有人')", "buyer"),
        ("UPDATE agent SET since = 1", "agent"),
        (
            "PRAGMA foreign_keys = OFF; INSERT INTO tick (case_id, step, check_id)
             VALUES (7, 'calm', 'seen')",
            "tick",
        ),
    ] {
        assert_eq!(found_after(sql), Finding::Stray { table }, "{sql}");
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
