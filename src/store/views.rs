//! Views of the queue that were saved: filters, as they are typed. Not history: they can be let go of.

use super::error::Inner;
use rusqlite::Connection;

pub(super) const ALL: &str = "SELECT filter FROM view WHERE filter > '' ORDER BY filter LIMIT 50";

/// The saved views, in the order of their words.
pub(super) fn all(conn: &Connection) -> Inner<Vec<String>> {
    let mut statement = conn.prepare_cached(ALL)?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Saves a view, or lets go of it.
pub(super) fn save(conn: &Connection, filter: &str, keep: bool) -> Inner<()> {
    let sql = if keep {
        "INSERT INTO view (filter) VALUES (?1) ON CONFLICT DO NOTHING"
    } else {
        "DELETE FROM view WHERE filter = ?1"
    };
    conn.prepare_cached(sql)?.execute([filter])?;
    Ok(())
}
