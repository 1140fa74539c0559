//! One case made again from its events and compared with every table.

use super::super::project::{self, Row};
use super::super::{error::Inner, messages};
use super::{Check, Finding, Stop};
use crate::domain::{
    AgentName, Author, CaseId, CaseState, Digest, Event, FoldError, MessageNo, OrderNo, Recorded,
    Stamp, Stretch,
};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use std::collections::BTreeMap;

const MESSAGES: &str = "SELECT no, author, speaker, at, body, ours, retracted FROM message
     WHERE case_id = ?1 ORDER BY no";
const ORDERS: &str = "SELECT no, title, amount FROM orders WHERE case_id = ?1 ORDER BY no";

/// A case, and what its events say about tables that do not follow from its state alone.
pub(super) struct Remade {
    state: CaseState,
    orders: BTreeMap<OrderNo, Row>,
    said: Vec<Said>,
}

/// What one event says about the message table.
enum Said {
    /// Messages received.
    Stretch(Stretch),
    /// A message written here.
    Written { no: MessageNo, author: Author, body: Digest, agent: AgentName, at: Stamp },
}

/// A row of the message table.
struct Line {
    no: MessageNo,
    author: Author,
    speaker: Option<String>,
    at: Stamp,
    body: String,
    ours: bool,
    retracted: bool,
}

impl Remade {
    /// The case after its first event.
    pub(super) fn opened(first: &Recorded) -> Result<Self, FoldError> {
        let state = CaseState::opened(first)?;
        Ok(Self { state, orders: BTreeMap::new(), said: Vec::new() })
    }

    pub(super) fn case(&self) -> CaseId {
        self.state.id
    }

    /// The case after one more event.
    pub(super) fn apply(&mut self, recorded: &Recorded) -> Result<(), FoldError> {
        self.state.apply(recorded)?;
        if let Event::OrderNoted { order } = &recorded.event {
            self.orders.insert(order.no.clone(), project::order_row(order));
        }
        if let Event::MessagesReceived { stretch } = &recorded.event {
            self.said.push(Said::Stretch(stretch.clone()));
        }
        if let Some((no, author, body)) = recorded.event.written() {
            let (agent, at) = (recorded.agent.clone(), recorded.at);
            self.said.push(Said::Written { no, author, body: body.digest(), agent, at });
        }
        Ok(())
    }

    /// Compares with every table; gives how many messages the case has.
    pub(super) fn compare(&self, conn: &Connection) -> Check<u64> {
        let lines = lines(conn, self.case())?;
        self.compare_messages(&lines)?;
        self.compare_case(conn)?;
        for table in project::TABLES {
            let found = rows(conn, table.select, self.case())?;
            self.same(table.name, found == (table.rows)(&self.state))?;
        }
        let orders: Vec<Row> = self
            .orders
            .iter()
            .map(|(no, row)| {
                std::iter::once(project::text(no.as_str())).chain(row.iter().cloned()).collect()
            })
            .collect();
        self.same("orders", rows(conn, ORDERS, self.case())? == orders)?;
        Ok(lines.len() as u64)
    }

    fn compare_messages(&self, lines: &[Line]) -> Check<()> {
        let case = self.case();
        let wrong = |first, last| Err(Stop::Found(Finding::Messages { case, first, last }));
        let mut rest = lines;
        for said in &self.said {
            let (first, count) = match said {
                Said::Stretch(stretch) => (stretch.first, stretch.count),
                Said::Written { no, .. } => (*no, 1),
            };
            let last = MessageNo(first.0.saturating_add(count.saturating_sub(1)));
            let Some((these, others)) = rest.split_at_checked(count as usize) else {
                return wrong(first, last);
            };
            rest = others;
            let in_order = these.iter().zip(first.0..).all(|(line, no)| line.no.0 == no);
            let holds = match said {
                Said::Stretch(stretch) => holds_stretch(stretch, these),
                Said::Written { no, author, body, agent, at } => these.iter().all(|line| {
                    let retracted = self.state.struck.contains(no)
                        || self.state.sent.iter().any(|sent| sent.no == *no && sent.retracted);
                    line.ours
                        && line.author == *author
                        && line.at == *at
                        && line.speaker.as_deref() == Some(agent.as_str())
                        && line.retracted == retracted
                        && Digest::of(line.body.as_bytes()) == *body
                }),
            };
            if !(in_order && holds) {
                return wrong(first, last);
            }
        }
        match (rest.first(), rest.last()) {
            (Some(first), Some(last)) => wrong(first.no, last.no),
            (None | Some(_), _) => Ok(()),
        }
    }

    fn compare_case(&self, conn: &Connection) -> Check<()> {
        let state = &self.state;
        let found = one_row(conn, project::READ_CASE, self.case())?;
        let snippet = project::newest_of_buyer(conn, self.case())?;
        let mut expected: Row = project::standing(state).into();
        expected.extend(project::rest(state));
        expected.push(project::optional_text(state.key.as_deref()));
        expected.push(project::optional_text(snippet.as_deref()));
        expected.push(project::text(state.platform.name()));
        expected.push(project::text(state.buyer.as_str()));
        self.same("cases", found == Some(expected))
    }

    fn same(&self, table: &'static str, same: bool) -> Check<()> {
        if same {
            return Ok(());
        }
        Err(Stop::Found(Finding::Projection { case: self.case(), table }))
    }
}

fn holds_stretch(stretch: &Stretch, lines: &[Line]) -> bool {
    let digest = Stretch::digest_of(
        lines
            .iter()
            .map(|line| (line.author, line.speaker.as_deref(), line.at, line.body.as_str())),
    );
    digest == stretch.digest && lines.iter().all(|line| !line.ours && !line.retracted)
}

fn lines(conn: &Connection, case: CaseId) -> Inner<Vec<Line>> {
    let mut statement = conn.prepare_cached(MESSAGES)?;
    let mut rows = statement.query([case.0])?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        lines.push(Line {
            no: MessageNo(row.get(0)?),
            author: messages::author(row, 1)?,
            speaker: row.get(2)?,
            at: Stamp::from_millis(row.get(3)?),
            body: row.get(4)?,
            ours: row.get(5)?,
            retracted: row.get(6)?,
        });
    }
    Ok(lines)
}

fn rows(conn: &Connection, sql: &str, case: CaseId) -> Inner<Vec<Row>> {
    let mut statement = conn.prepare_cached(sql)?;
    let width = statement.column_count();
    let found = statement.query_map([case.0], |row| (0..width).map(|i| row.get(i)).collect())?;
    Ok(found.collect::<Result<Vec<Vec<Value>>, _>>()?)
}

fn one_row(conn: &Connection, sql: &str, case: CaseId) -> Inner<Option<Row>> {
    let mut statement = conn.prepare_cached(sql)?;
    let width = statement.column_count();
    Ok(statement.query_row([case.0], |row| (0..width).map(|i| row.get(i)).collect()).optional()?)
}
