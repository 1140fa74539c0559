//! What only the connection itself can bring about.

use super::*;
use crate::domain::*;

fn received(texts: &[&str]) -> Event {
    let messages = texts.iter().map(|text| NewMessage {
        author: Author::Buyer,
        speaker: None,
        at: Stamp::from_millis(1),
        timed: true,
        text: RawText::new(*text),
    });
    let stretch = Stretch::new(MessageNo(1), messages.collect()).unwrap();
    Event::MessagesReceived { stretch }
}

fn act(case: Option<CaseId>, expected: Version, event: Event) -> Act {
    let events = vec![event];
    let (agent, at) = (AgentName::new("小林"), Stamp::from_millis(2));
    Act { case, expected, events, agent, at, clear_draft: None, pin: None }
}

#[test]
fn a_full_disk_loses_nothing_that_was_committed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.redress");
    let mut file = CaseFile::open(&path, Access::Write).unwrap();
    let opened = Event::CaseOpened {
        key: None,
        platform: Platform::Shop,
        buyer: BuyerName::new("张三"),
        issue: Issue::default(),
        playbook: PlaybookRef { id: PlaybookId::from("core"), version: "0".into() },
        step: StepId::from("calm"),
    };
    file.append(act(None, Version(0), opened)).unwrap();
    let case = CaseId(1);
    let before = file.load(case).unwrap();

    // No more pages than there are: what a full disk says, `SQLite` then says as well.
    file.conn.execute_batch("PRAGMA max_page_count = 1").unwrap();
    let huge = "碎".repeat(1 << 20);
    let error = file.append(act(Some(case), Version(1), received(&[&huge]))).unwrap_err();
    assert_eq!(error, StoreError::DiskFull { path: path.clone() });
    assert_eq!(file.load(case).unwrap(), before);
    assert_eq!(file.verify(|_, _| {}).unwrap().finding, None);

    file.conn.execute_batch("PRAGMA max_page_count = 1000000").unwrap();
    file.append(act(Some(case), Version(1), received(&["碎了"]))).unwrap();
    assert_eq!(file.verify(|_, _| {}).unwrap().finding, None);
}

#[test]
fn acts_go_into_the_wal_whatever_another_program_made_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.redress");
    drop(CaseFile::open(&path, Access::Write).unwrap());
    let mode = |conn: &Connection, sql: &str| -> String {
        conn.query_row(sql, [], |row| row.get(0)).unwrap()
    };
    let other = Connection::open(&path).unwrap();
    assert_eq!(mode(&other, "PRAGMA journal_mode = DELETE"), "delete");
    drop(other);
    // Left behind by a crash: it looks as if there were a WAL.
    std::fs::write(folder.path().join("shop.redress-shm"), "").unwrap();

    let mut file = CaseFile::open(&path, Access::Write).unwrap();
    file.pin(&PlaybookRef { id: PlaybookId::from("core"), version: "0".into() }, "{}").unwrap();
    assert_eq!(mode(&file.conn, "PRAGMA journal_mode"), "wal");
}
