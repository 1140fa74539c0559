//! Windows on a conversation: pages in the order things were said, never the whole of it.

use super::error::Inner;
use crate::domain::{Author, CaseId, CleanText, Message, MessageNo, RawText, Stamp};
use rusqlite::{Connection, OptionalExtension, Row, params};

pub(super) const BEFORE: &str = "SELECT no, author, speaker, at, body, retracted FROM message
     WHERE case_id = ?1 AND (at, no) < (?2, ?3) ORDER BY at DESC, no DESC LIMIT ?4";
pub(super) const AFTER: &str = "SELECT no, author, speaker, at, body, retracted FROM message
     WHERE case_id = ?1 AND (at, no) > (?2, ?3) ORDER BY at, no LIMIT ?4";
pub(super) const ANY_FROM: &str = "SELECT EXISTS (SELECT 1 FROM message
     WHERE case_id = ?1 AND (at, no) >= (?2, ?3))";
pub(super) const ANY_UP_TO: &str = "SELECT EXISTS (SELECT 1 FROM message
     WHERE case_id = ?1 AND (at, no) <= (?2, ?3))";
pub(super) const ONE: &str = "SELECT body FROM message WHERE case_id = ?1 AND no = ?2";

/// Which part of a conversation is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// Its end.
    Newest,
    /// What was said before a message.
    Before(Stamp, MessageNo),
    /// What was said after a message.
    After(Stamp, MessageNo),
}

/// A part of a conversation, oldest message first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MessagePage {
    /// The messages.
    pub messages: Vec<Message>,
    /// Whether something was said before them.
    pub more_before: bool,
    /// Whether something was said after them.
    pub more_after: bool,
}

/// A window on a conversation. Of each text no more than `text_limit` characters are given.
pub(super) fn page(
    conn: &Connection,
    case: CaseId,
    window: Window,
    limit: u32,
    text_limit: usize,
) -> Inner<MessagePage> {
    let (sql, at, no) = match window {
        Window::Newest => (BEFORE, i64::MAX, i64::MAX),
        Window::Before(at, no) => (BEFORE, at.as_millis(), i64::from(no.0)),
        Window::After(at, no) => (AFTER, at.as_millis(), i64::from(no.0)),
    };
    let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(params![case.0, at, no, i64::from(limit) + 1])?;
    let mut messages = Vec::new();
    let mut more = false;
    while let Some(row) = rows.next()? {
        if messages.len() == wanted {
            more = true;
            break;
        }
        messages.push(message(row, text_limit)?);
    }
    let beyond = |sql| -> Inner<bool> {
        Ok(conn.prepare_cached(sql)?.query_row(params![case.0, at, no], |row| row.get(0))?)
    };
    let (more_before, more_after) = match window {
        Window::Newest => (more, false),
        Window::Before(..) => (more, beyond(ANY_FROM)?),
        Window::After(..) => (beyond(ANY_UP_TO)?, more),
    };
    if sql == BEFORE {
        messages.reverse();
    }
    Ok(MessagePage { messages, more_before, more_after })
}

/// The whole text of one message.
pub(super) fn one(conn: &Connection, case: CaseId, no: MessageNo) -> Inner<Option<RawText>> {
    Ok(conn
        .prepare_cached(ONE)?
        .query_row(params![case.0, no.0], |row| row.get::<_, String>(0))
        .optional()?
        .map(RawText::new))
}

fn message(row: &Row<'_>, text_limit: usize) -> Inner<Message> {
    let (start, cut) = cut(row.get_ref(4)?.as_str().unwrap_or_default(), text_limit);
    Ok(Message {
        no: MessageNo(row.get(0)?),
        author: author(row, 1)?,
        speaker: row.get(2)?,
        at: Stamp::from_millis(row.get(3)?),
        text: CleanText::new(start),
        cut,
        retracted: row.get(5)?,
    })
}

/// Who said it; a word nobody knows can only come from a damaged file, and is nobody's.
pub(super) fn author(row: &Row<'_>, column: usize) -> Inner<Author> {
    Ok(Author::from_name(row.get_ref(column)?.as_str().unwrap_or_default())
        .unwrap_or(Author::System))
}

/// The first `limit` characters and how many are left out.
pub(super) fn cut(text: &str, limit: usize) -> (&str, usize) {
    let Some((at, _first_left_out)) = text.char_indices().nth(limit) else {
        return (text, 0);
    };
    let (start, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    (start, rest.chars().count())
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(cut("杯子碎了", 2), ("杯子", 2));
        assert_eq!(cut("杯子碎了", 4), ("杯子碎了", 0));
        assert_eq!(cut("", 0), ("", 0));
    }
}
