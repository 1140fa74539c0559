//! What the shop sent lately: the newest scripted replies, counted. One index range with a bound.

use super::error::Inner;
use crate::domain::{ReplyId, Stamp};
use crate::guide::Habit;
use rusqlite::{Connection, params};
use std::collections::HashMap;

pub(super) const NEWEST: &str = "SELECT reply, at FROM used WHERE at > 0 ORDER BY at DESC LIMIT ?1";

/// As many replies back as a habit is made of.
const BACK: u32 = 300;

/// What was sent, by reply; the one used last first.
pub(super) fn habits(conn: &Connection) -> Inner<Vec<Habit>> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut habits: Vec<Habit> = Vec::new();
    let mut statement = conn.prepare_cached(NEWEST)?;
    let mut rows = statement.query(params![BACK])?;
    while let Some(row) = rows.next()? {
        let reply = row.get_ref(0)?.as_str().unwrap_or_default();
        let known = places.get(reply).and_then(|place| habits.get_mut(*place));
        if let Some(habit) = known {
            habit.times += 1;
        } else {
            places.insert(reply.to_owned(), habits.len());
            let last = Stamp::from_millis(row.get(1)?);
            habits.push(Habit { reply: ReplyId::from(reply), times: 1, last });
        }
    }
    Ok(habits)
}
