//! What is written is there, whole or not at all.

use super::bench::{act, append, at, folder, opened, playbook, said, worked};
use redress::domain::*;
use redress::store::{
    Access, CaseFile, DraftKind, OpenCount, OpenNotice, Outcome, QueuePage, StoreError, Window,
};
use rusqlite::Connection;
use std::fs;

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
