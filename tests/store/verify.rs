//! What somebody else may do to a file, and how it is found out.

use super::bench::{folder, worked};
use redress::domain::*;
use redress::store::Finding;
use rusqlite::Connection;

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
