//! The threads, from outside.

use super::*;
use crate::domain::*;
use crate::store::{Act, DraftKind, Outcome, QueuePage, Window};
use rusqlite::trace::{TraceEvent, TraceEventCodes};
use std::cell::RefCell;
use std::time::Duration;

fn at(seconds: i64) -> Stamp {
    Stamp::from_millis(1_700_000_000_000).plus(Span::seconds(seconds))
}

fn opening(buyer: &str, messages: u32, from: i64) -> Act {
    let messages = (0..messages).map(|i| NewMessage {
        author: Author::Buyer,
        speaker: None,
        at: at(from + i64::from(i)),
        timed: true,
        text: RawText::new(format!("第{i}句")),
    });
    let playbook = PlaybookRef { id: PlaybookId::from("core"), version: "0123456789ab".into() };
    let opened = Event::CaseOpened {
        key: None,
        platform: Platform::Taobao,
        buyer: BuyerName::new(buyer),
        issue: Issue::default(),
        playbook: playbook.clone(),
        step: StepId::from("calm"),
    };
    let stretch = Stretch::new(MessageNo(1), messages.collect()).unwrap();
    Act {
        case: None,
        expected: Version(0),
        events: vec![opened, Event::MessagesReceived { stretch }],
        agent: AgentName::new("小林"),
        at: at(from),
        clear_draft: None,
        pin: Some((playbook, "{\"core.toml\":\"\"}".into())),
    }
}

fn answer(worker: &Worker, id: u64) -> Answer {
    let (answered, answer) = worker.answers().recv_timeout(Duration::from_secs(20)).unwrap();
    assert_eq!(answered, JobId(id));
    answer.unwrap()
}

#[test]
fn jobs_are_answered_with_what_was_committed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.redress");
    let (mut worker, notices) = Worker::start(&path).unwrap();
    assert_eq!(notices, [OpenNotice::Created]);

    worker.ask(JobId(1), Job::Append(opening("张三", 70, 0)));
    let Answer::Append(Outcome::Appended { case, records }) = answer(&worker, 1) else {
        panic!("appended")
    };
    assert_eq!(records.len(), 2);

    let draft = Job::SaveDraft {
        case,
        kind: DraftKind::Reply,
        body: "马上".into(),
        adopted: vec!["sorry".into()],
        at: at(90),
    };
    worker.ask(JobId(2), draft);
    assert_eq!(answer(&worker, 2), Answer::DraftSaved { case, kind: DraftKind::Reply, at: at(90) });

    worker.ask(JobId(3), Job::Case { case, messages: 60, text_limit: 2, next: None });
    let Answer::Case(Some(opened)) = answer(&worker, 3) else { panic!("a case") };
    assert_eq!(opened.state.tally.buyer, 70);
    assert_eq!(opened.messages.messages.len(), 60);
    assert!(opened.messages.more_before && !opened.messages.more_after);
    assert_eq!(opened.messages.messages[59].text.as_str(), "第6");
    assert_eq!(opened.messages.messages[59].cut, 2);
    assert_eq!(opened.drafts[0].body, "马上");
    assert_eq!(opened.pinned.as_deref(), Some("{\"core.toml\":\"\"}"));

    worker.ask(JobId(4), Job::Queue(QueuePage { limit: 50, after: None }));
    let Answer::Queue { rows, more, .. } = answer(&worker, 4) else { panic!("a queue") };
    assert_eq!((rows.len(), more), (1, false));
    assert_eq!(rows[0].snippet.as_ref().unwrap().as_str(), "第69句");

    worker.ask(JobId(5), Job::Message { case, no: MessageNo(70) });
    let text = Some(RawText::new("第69句"));
    assert_eq!(answer(&worker, 5), Answer::Message { case, no: MessageNo(70), text });

    let missing = Job::Case { case: CaseId(99), messages: 1, text_limit: 1, next: None };
    worker.ask(JobId(6), missing);
    assert_eq!(answer(&worker, 6), Answer::Case(None));
}

#[test]
fn a_case_read_ahead_is_never_older_than_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.redress");
    let mut here = CaseFile::open(&path, Access::Write).unwrap();
    let mut there = CaseFile::open(&path, Access::Write).unwrap();
    let Outcome::Appended { case, .. } = there.append(opening("张三", 3, 0)).unwrap() else {
        panic!("appended")
    };
    let asked = |next| Job::Case { case, messages: 60, text_limit: 4_000, next };
    let wanted = ahead::Ahead::wanted(&asked(Some(case))).unwrap();
    let mut ahead = ahead::Ahead::default();

    ahead.read(&mut here, wanted);
    let read = ahead.take(&here, &asked(None)).expect("nothing was written since");
    assert_eq!(read, reader::answer(&mut here, asked(None)).unwrap());
    assert_eq!(ahead.take(&here, &asked(None)), None, "it is given once");

    ahead.read(&mut here, wanted);
    there.save_draft(case, DraftKind::Note, "嗯", &[], at(9)).unwrap();
    assert_eq!(ahead.take(&here, &asked(None)), None, "something was written since");

    ahead.read(&mut here, wanted);
    let fewer = Job::Case { case, messages: 5, text_limit: 4_000, next: None };
    assert_eq!(ahead.take(&here, &fewer), None, "something else is asked for");
}

#[test]
fn before_the_threads_run_a_screen_is_read_where_it_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.redress");
    let (mut worker, notices) = Worker::open(&path).unwrap();
    assert_eq!(notices, [OpenNotice::Created]);
    worker.ask(JobId(1), Job::Case { case: CaseId(1), messages: 60, text_limit: 2, next: None });
    let here = worker.answers().try_recv().expect("answered when asking came back");
    assert_eq!(here, (JobId(1), Ok(Answer::Case(None))));

    // What writes wakes the threads, and what is read then comes from them.
    worker.ask(JobId(2), Job::Append(opening("张三", 1, 0)));
    answer(&worker, 2);
    worker.wake().unwrap();
    worker.ask(JobId(3), Job::Case { case: CaseId(1), messages: 60, text_limit: 2, next: None });
    let Answer::Case(Some(opened)) = answer(&worker, 3) else { panic!("a case") };
    assert_eq!(opened.state.tally.buyer, 1);
}

#[test]
fn a_look_tells_of_other_windows_only() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.redress");
    let (mut here, _) = Worker::start(&path).unwrap();
    here.ask(JobId(1), Job::Append(opening("张三", 1, 0)));
    answer(&here, 1);
    // What others wrote before the first look was never seen by this connection.
    here.ask(JobId(2), Job::Look);
    assert_eq!(answer(&here, 2), Answer::Looked { changed: true });
    here.ask(JobId(5), Job::Append(opening("王五", 1, 0)));
    answer(&here, 5);
    here.ask(JobId(6), Job::Look);
    assert_eq!(answer(&here, 6), Answer::Looked { changed: false });

    let (mut there, _) = Worker::start(&path).unwrap();
    there.ask(JobId(1), Job::Append(opening("李四", 1, 0)));
    answer(&there, 1);
    here.ask(JobId(3), Job::Look);
    assert_eq!(answer(&here, 3), Answer::Looked { changed: true });
    here.ask(JobId(4), Job::Look);
    assert_eq!(answer(&here, 4), Answer::Looked { changed: false });
}

#[test]
fn closing_finishes_what_was_asked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.redress");
    let (mut worker, _) = Worker::start(&path).unwrap();
    for i in 0..150 {
        worker.ask(JobId(i), Job::Append(opening("张三", 1, 0)));
    }
    drop(worker);
    assert!(!path.with_extension("redress-wal").exists(), "the WAL was folded into the file");
    let file = CaseFile::open(&path, Access::Read).unwrap();
    assert_eq!(file.verify(|_, _| {}).unwrap().cases, 150);
}

#[test]
fn located_conversations_bring_what_is_here_already() {
    let folder = tempfile::tempdir().unwrap();
    let (mut worker, _) = Worker::start(&folder.path().join("shop.redress")).unwrap();
    worker.ask(JobId(1), Job::Append(opening("张三", 3, 0)));
    answer(&worker, 1);
    let conversation = |buyer: &str| Conversation {
        key: None,
        platform: Platform::Taobao,
        buyer: BuyerName::new(buyer),
        order: None,
        messages: Vec::new(),
    };
    let conversations = vec![conversation("张三"), conversation("王五")];
    worker.ask(JobId(2), Job::Locate { conversations });
    let Answer::Located(located) = answer(&worker, 2) else { panic!("located") };
    assert_eq!(located[0].state.as_ref().unwrap().id, CaseId(1));
    assert_eq!(located[0].overlap.len(), 3);
    assert!(!located[0].overlap[0].ours);
    assert_eq!((located[1].state.as_ref(), located[1].overlap.len()), (None, 0));
}

thread_local! {
    static RUN: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// How many statements the reader thread runs for one job. None of them may scan or sort.
fn statements(file: &mut CaseFile, job: Job) -> usize {
    file.conn.trace_v2(
        TraceEventCodes::SQLITE_TRACE_STMT,
        Some(|event| {
            if let TraceEvent::Stmt(statement, _) = event {
                RUN.with_borrow_mut(|run| run.push(statement.sql().to_string()));
            }
        }),
    );
    RUN.take();
    reader::answer(file, job).unwrap();
    file.conn.trace_v2(TraceEventCodes::empty(), None);
    let run = RUN.take();
    for sql in run.iter().filter(|sql| sql.starts_with("SELECT")) {
        let plan = super::super::plan_tests::plan(&file.conn, sql);
        assert!(!plan.contains("SCAN") && !plan.contains("TEMP B-TREE"), "{sql}\n{plan}");
    }
    run.len()
}

#[test]
fn screens_take_few_statements_however_long_the_history() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.redress");
    let mut file = CaseFile::open(&path, Access::Write).unwrap();
    file.batch(|batch| {
        for i in 0..41 {
            batch.append(opening("张三", if i == 40 { 2_000 } else { 3 }, i * 10))?;
        }
        Ok(())
    })
    .unwrap();
    let case = CaseId(41);
    let opened =
        statements(&mut file, Job::Case { case, messages: 60, text_limit: 4_000, next: None });
    assert!((1..=12).contains(&opened), "{opened}");
    let before = Window::Before(at(1_000), MessageNo(500));
    let scroll = Job::Messages { case, window: before, limit: 60, text_limit: 4_000 };
    let scrolled = statements(&mut file, scroll);
    assert!((1..=2).contains(&scrolled), "{scrolled}");
    let queued = statements(&mut file, Job::Queue(QueuePage { limit: 50, after: None }));
    assert!((1..=4).contains(&queued), "{queued}");
    let glanced = statements(&mut file, Job::Buyer { case });
    assert!((1..=12).contains(&glanced), "{glanced}");
}
