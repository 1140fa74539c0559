//! Making everything again from the ledger and comparing it with what the file says.
//!
//! In this order: the file itself, the chain, then case by case the fold, the texts and every
//! projection. Stops at the first thing that does not hold, and names it.

mod case;

use super::error::{Fault, Inner, StoreError};
use super::ledger;
use crate::domain::{
    AgentName, CaseId, Digest, EMPTY_CHAIN, FoldError, MessageNo, Recorded, Stamp, Version, link,
};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// What was looked at, and the first thing that does not hold.
#[derive(Debug, Clone, PartialEq)]
pub struct VerifyReport {
    /// Events whose hash was made again.
    pub events: u64,
    /// Cases folded and compared.
    pub cases: u64,
    /// Messages whose text was hashed again.
    pub messages: u64,
    /// The hash at the end of the chain, to be noted down elsewhere.
    pub head: Digest,
    /// What does not hold; nothing in a sound file.
    pub finding: Option<Finding>,
}

/// A thing that does not hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    /// The file's own structure is damaged.
    File {
        /// What `SQLite` says.
        says: String,
    },
    /// An event is missing from the ledger.
    Gap {
        /// The number that should follow.
        expected: i64,
        /// The number found.
        found: i64,
    },
    /// An event, or one before it, was changed: its hash does not follow.
    Chain {
        /// Its number in the ledger.
        seq: i64,
        /// Its case.
        case: CaseId,
        /// Its number within the case.
        version: Version,
    },
    /// An event cannot be read.
    Unreadable {
        /// Its case.
        case: CaseId,
        /// Its number within the case.
        version: Version,
    },
    /// The events do not make a case.
    Fold(FoldError),
    /// Messages are missing, too many, or not what was received or sent.
    Messages {
        /// The case.
        case: CaseId,
        /// The first of them.
        first: MessageNo,
        /// The last of them.
        last: MessageNo,
    },
    /// A table says something else than the ledger.
    Projection {
        /// The case.
        case: CaseId,
        /// The table.
        table: &'static str,
    },
    /// A table has rows for things the ledger does not know.
    Stray {
        /// The table.
        table: &'static str,
    },
}

/// Why looking stopped: something does not hold, or the file cannot be read.
enum Stop {
    Found(Finding),
    Fault(Fault),
}

impl<E: Into<Fault>> From<E> for Stop {
    fn from(error: E) -> Self {
        match error.into() {
            Fault::Told(StoreError::Unreadable { case, version, .. }) => {
                Self::Found(Finding::Unreadable { case, version })
            }
            Fault::Told(StoreError::Unfit(error)) => Self::Found(Finding::Fold(error)),
            fault @ (Fault::Sql(_) | Fault::Told(_)) => Self::Fault(fault),
        }
    }
}

/// Tables whose rows belong to a case.
const CHILDREN: [&str; 7] = ["orders", "message", "fact", "tick", "promise", "timer", "draft"];

type Check<T> = Result<T, Stop>;

const CHAIN: &str =
    "SELECT seq, case_id, version, at, agent, format, body, hash FROM event ORDER BY seq";
const BY_CASE: &str =
    "SELECT case_id, version, at, agent, format, body FROM event ORDER BY case_id, version";

/// Looks at everything, within one snapshot.
pub(super) fn verify(conn: &Connection, progress: &mut dyn FnMut(u64, u64)) -> Inner<VerifyReport> {
    let mut report =
        VerifyReport { events: 0, cases: 0, messages: 0, head: EMPTY_CHAIN, finding: None };
    conn.execute_batch("BEGIN")?;
    let looked = look(conn, progress, &mut report);
    conn.execute_batch("COMMIT")?;
    match looked {
        Ok(()) => {}
        Err(Stop::Found(finding)) => report.finding = Some(finding),
        Err(Stop::Fault(fault)) => return Err(fault),
    }
    Ok(report)
}

fn look(
    conn: &Connection,
    progress: &mut dyn FnMut(u64, u64),
    report: &mut VerifyReport,
) -> Check<()> {
    let total = ledger::head(conn)?.seq;
    // Every event is read twice: once for the chain, once for its case.
    let total = u64::try_from(total).unwrap_or(0).saturating_mul(2);
    structure(conn)?;
    let agents = chain(conn, total, progress, report)?;
    cases(conn, total, progress, report)?;
    strays(conn, report, &agents)
}

fn structure(conn: &Connection) -> Check<()> {
    let says: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if says == "ok" { Ok(()) } else { Err(Stop::Found(Finding::File { says })) }
}

/// Makes the chain again; gives who acted, and since when.
fn chain(
    conn: &Connection,
    total: u64,
    progress: &mut dyn FnMut(u64, u64),
    report: &mut VerifyReport,
) -> Check<BTreeMap<String, i64>> {
    let mut agents = BTreeMap::new();
    let mut statement = conn.prepare(CHAIN)?;
    let mut rows = statement.query([])?;
    let mut expected = 1;
    while let Some(row) = rows.next()? {
        let found: i64 = row.get(0)?;
        if found != expected {
            return Err(Stop::Found(Finding::Gap { expected, found }));
        }
        let (case, version) = (CaseId(row.get(1)?), Version(row.get(2)?));
        let at: i64 = row.get(3)?;
        let agent = row.get_ref(4)?.as_str().unwrap_or_default();
        let body = row.get_ref(6)?.as_str().unwrap_or_default();
        let stamp = Stamp::from_millis(at);
        let hash = link(report.head, case, version, stamp, agent, row.get(5)?, body);
        if hash != Digest(row.get(7)?) {
            return Err(Stop::Found(Finding::Chain { seq: found, case, version }));
        }
        if !agents.contains_key(agent) {
            agents.insert(agent.to_owned(), at);
        }
        report.head = hash;
        report.events += 1;
        tell(progress, report.events, total);
        expected += 1;
    }
    Ok(agents)
}

/// Compares case by case.
fn cases(
    conn: &Connection,
    total: u64,
    progress: &mut dyn FnMut(u64, u64),
    report: &mut VerifyReport,
) -> Check<()> {
    let mut statement = conn.prepare(BY_CASE)?;
    let mut rows = statement.query([])?;
    let mut current: Option<case::Remade> = None;
    let mut done = report.events;
    while let Some(row) = rows.next()? {
        let (case, version) = (CaseId(row.get(0)?), Version(row.get(1)?));
        let body = row.get_ref(5)?.as_str().unwrap_or_default();
        let recorded = Recorded {
            case,
            version,
            at: Stamp::from_millis(row.get(2)?),
            agent: AgentName::new(row.get_ref(3)?.as_str().unwrap_or_default()),
            event: ledger::decode(case, version, row.get(4)?, body)?,
        };
        match &mut current {
            Some(remade) if remade.case() == case => remade.apply(&recorded)?,
            Some(_) | None => {
                if let Some(remade) = current.take() {
                    finish(conn, &remade, report)?;
                }
                current = Some(case::Remade::opened(&recorded)?);
            }
        }
        done += 1;
        tell(progress, done, total);
    }
    match &current {
        Some(remade) => finish(conn, remade, report),
        None => Ok(()),
    }
}

fn finish(conn: &Connection, remade: &case::Remade, report: &mut VerifyReport) -> Check<()> {
    report.messages += remade.compare(conn)?;
    report.cases += 1;
    Ok(())
}

/// Rows the ledger knows nothing of.
fn strays(conn: &Connection, report: &VerifyReport, agents: &BTreeMap<String, i64>) -> Check<()> {
    let count = |sql| -> Check<u64> {
        let counted: i64 = conn.query_row(sql, [], |row| row.get(0))?;
        Ok(u64::try_from(counted).unwrap_or(0))
    };
    let stray = |table| Err(Stop::Found(Finding::Stray { table }));
    if count("SELECT count(*) FROM cases")? != report.cases {
        return stray("cases");
    }
    if count("SELECT count(*) FROM pragma_foreign_key_check")? > 0 {
        let table: String =
            conn.query_row("SELECT \"table\" FROM pragma_foreign_key_check", [], |r| r.get(0))?;
        return stray(CHILDREN.into_iter().find(|known| *known == table).unwrap_or("cases"));
    }
    if count("SELECT count(*) FROM buyer WHERE id NOT IN (SELECT buyer_id FROM cases)")? > 0 {
        return stray("buyer");
    }
    let mut statement = conn.prepare("SELECT name, since FROM agent ORDER BY name")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    if rows.collect::<Result<BTreeMap<String, i64>, _>>()? != *agents {
        return stray("agent");
    }
    Ok(())
}

/// Telling for each event would cost more than some events do.
fn tell(progress: &mut dyn FnMut(u64, u64), done: u64, total: u64) {
    const EVERY: u64 = 1_024;
    if done.is_multiple_of(EVERY) || done == total {
        progress(done, total);
    }
}
