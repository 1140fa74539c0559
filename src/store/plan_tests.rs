//! Every statement a screen runs uses an index for all it does: no scan, no sorting.

use super::open::{self, Access};
use super::{draft, find, glance, habit, ledger, messages, project, queue, similar, views};
use rusqlite::Connection;
use rusqlite::types::Null;

#[test]
fn no_screen_scans_or_sorts() {
    let folder = tempfile::tempdir().unwrap();
    let conn = open::open(&folder.path().join("plans"), Access::Write).unwrap().conn;
    for sql in [
        queue::PAGE,
        queue::COUNT,
        ledger::AFTER,
        ledger::BACKWARDS,
        messages::BEFORE,
        messages::AFTER,
        messages::ANY_FROM,
        messages::ANY_UP_TO,
        messages::ONE,
        draft::OF_CASE,
        draft::PINNED,
        find::BY_KEY,
        find::BUYER,
        find::OPEN_OF_BUYER,
        find::CLOSED_OF_BUYER,
        find::HISTORY,
        find::OVERLAP,
        glance::COUNTS,
        glance::PAID,
        glance::PAYMENTS,
        glance::ORDERS,
        glance::DEEDS,
        similar::ALIKE,
        similar::SAID,
        similar::USED,
        views::ALL,
        habit::NEWEST,
        find::PAID_ELSEWHERE,
        project::RETRACT,
        project::NEWEST_OF_BUYER,
        project::READ_CASE,
    ] {
        let plan = plan(&conn, sql);
        let inner = plan.as_str();
        assert!(inner.contains("SEARCH"), "{sql}\n{plan}");
        assert!(!inner.contains("SCAN") && !inner.contains("TEMP B-TREE"), "{sql}\n{plan}");
    }
}

/// The queue is one range of one index, read in its order, whatever is in the file.
#[test]
fn the_queue_is_one_range_of_one_index() {
    let folder = tempfile::tempdir().unwrap();
    let conn = open::open(&folder.path().join("plans"), Access::Write).unwrap().conn;
    let plan = plan(&conn, queue::PAGE);
    let steps: Vec<&str> = plan.lines().collect();
    assert_eq!(steps.len(), 2, "{plan}");
    assert!(steps[0].starts_with("SEARCH c USING INDEX cases_queue"), "{plan}");
    assert!(steps[1].starts_with("SEARCH b USING INTEGER PRIMARY KEY"), "{plan}");
}

/// What a statement does, a line for each table; what is no table left out.
pub(super) fn plan(conn: &Connection, sql: &str) -> String {
    let mut explain = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let nothing = vec![Null; explain.parameter_count()];
    let plan: Vec<String> = explain
        .query_map(rusqlite::params_from_iter(nothing), |row| row.get(3))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    plan.join("\n").replace("SCAN (subquery-1)", "").replace("SCAN CONSTANT ROW", "")
}
