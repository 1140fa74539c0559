//! One connection to a case file and what can be asked of it.

use super::append::{self, Act, Outcome};
use super::batch::Batch;
use super::draft::{self, Draft, DraftKind};
use super::error::{Inner, StoreError};
use super::find::{self, EarlierCase, Overlap};
use super::glance::{self, Glance};
use super::messages::{self, MessagePage, Window};
use super::open::{self, Access, OpenNotice};
use super::queue::{self, Found, OpenCount, QueuePage, QueueRow};
use super::states::States;
use super::verify::{self, VerifyReport};
use super::{backup, habit, ledger, views};
use crate::desk::PaidElsewhere;
use crate::domain::{
    BuyerName, CaseId, CaseState, Filter, MessageNo, OrderNo, Platform, PlaybookRef, RawText,
    Recorded, ReplyId, Stamp, Version,
};
use crate::guide::Habit;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::{Path, PathBuf};

/// A case file, open. Not shared between threads: each opens its own.
#[derive(Debug)]
pub struct CaseFile {
    pub(super) conn: Connection,
    path: PathBuf,
    access: Access,
    notices: Vec<OpenNotice>,
    states: States,
    /// Whether it is sure that changes go into the WAL first.
    wal: bool,
}

impl CaseFile {
    /// Opens a file; for writing it is made when it is not there.
    ///
    /// # Errors
    /// [`StoreError`] tells a missing folder, a foreign, damaged or unwritable file apart.
    pub fn open(path: &Path, access: Access) -> Result<Self, StoreError> {
        let opened = open::open(path, access)?;
        Ok(Self {
            conn: opened.conn,
            path: path.to_owned(),
            access: opened.access,
            notices: opened.notices,
            states: States::default(),
            wal: false,
        })
    }

    /// The same, but for reading only from here on.
    ///
    /// # Errors
    /// [`StoreError`] when the connection does not take that.
    pub(super) fn for_reading(mut self) -> Result<Self, StoreError> {
        self.told(self.conn.execute_batch("PRAGMA query_only = ON").map_err(Into::into))?;
        self.access = Access::Read;
        Ok(self)
    }

    /// What a person should be told about the file.
    #[must_use]
    pub fn notices(&self) -> &[OpenNotice] {
        &self.notices
    }

    /// Whether acts can be written; not so in a newer program's file.
    #[must_use]
    pub fn is_writable(&self) -> bool {
        self.access == Access::Write
    }

    /// Where the file lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes an act; on the disk when this returns.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was written then.
    pub fn append(&mut self, act: Act) -> Result<Outcome, StoreError> {
        self.write(|tx, states| append::append(tx, states, &mut None, act))
    }

    /// Writes many acts in one transaction, all or none.
    ///
    /// # Errors
    /// [`StoreError`], or what `work` returns; nothing was written then.
    pub fn batch<T>(
        &mut self,
        work: impl FnOnce(&mut Batch<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.batch_unless(work)
    }

    /// Like [`Self::batch`], for work that can give up for reasons of its own.
    ///
    /// # Errors
    /// What `work` returns, or a [`StoreError`] in its clothes; nothing was written then.
    pub fn batch_unless<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut Batch<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let path = self.path.clone();
        let mut gave_up = None;
        let written = self.write(|tx, states| {
            work(&mut Batch { tx, states, path: &path, head: None }).map_err(|reason| {
                gave_up = Some(reason);
                // Only rolls back; the caller gets its own reason.
                StoreError::Stopped.into()
            })
        });
        written.map_err(|error| gave_up.unwrap_or_else(|| error.into()))
    }

    /// A case as its events make it.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read or the events do not make a case.
    pub fn load(&self, case: CaseId) -> Result<Option<CaseState>, StoreError> {
        self.told(ledger::fold_from(&self.conn, case, None))
    }

    /// A case as it stood when it had so many events.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read or the events do not make a case.
    pub fn load_at(&self, case: CaseId, version: Version) -> Result<Option<CaseState>, StoreError> {
        self.told(ledger::fold_until(&self.conn, case, version))
    }

    /// Like [`Self::load`], but reads only what happened since the case was last asked for.
    pub(super) fn recall(&mut self, case: CaseId) -> Result<Option<CaseState>, StoreError> {
        self.states.get(&self.conn, case).map_err(|fault| fault.at(&self.path))
    }

    /// A page of the queue.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn queue(&self, page: QueuePage) -> Result<Vec<QueueRow>, StoreError> {
        self.told(queue::page(&self.conn, page))
    }

    /// The cases of a page that a filter wants, among the next `look` of the queue.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn queue_of(
        &self,
        filter: &Filter,
        now: Stamp,
        page: QueuePage,
        look: u32,
    ) -> Result<Found, StoreError> {
        self.told(queue::filtered(&self.conn, filter, now, (page, look)))
    }

    /// How many cases are open, counted no further than `at_most`.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn open_count(&self, at_most: u32) -> Result<OpenCount, StoreError> {
        self.told(queue::open_count(&self.conn, at_most))
    }

    /// A window on a conversation; of each text no more than `text_limit` characters.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn messages(
        &self,
        case: CaseId,
        window: Window,
        limit: u32,
        text_limit: usize,
    ) -> Result<MessagePage, StoreError> {
        self.told(messages::page(&self.conn, case, window, limit, text_limit))
    }

    /// The whole text of one message.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn message(&self, case: CaseId, no: MessageNo) -> Result<Option<RawText>, StoreError> {
        self.told(messages::one(&self.conn, case, no))
    }

    /// What happened to a case before a version, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn timeline(
        &self,
        case: CaseId,
        before: Option<Version>,
        limit: u32,
    ) -> Result<Vec<Recorded>, StoreError> {
        self.told(ledger::backwards(&self.conn, case, before, limit))
    }

    /// What a case has from a stretch of time, both ends included.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn overlap(
        &self,
        case: CaseId,
        from: Stamp,
        to: Stamp,
    ) -> Result<Vec<Overlap>, StoreError> {
        self.told(find::overlap(&self.conn, case, from, to))
    }

    /// The case a conversation belongs to: the one of that key, open or closed; else an open case
    /// of that buyer on that platform which is not about another order.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn find_case(
        &self,
        key: Option<&str>,
        platform: Platform,
        buyer: &BuyerName,
        order: Option<&OrderNo>,
    ) -> Result<Option<CaseId>, StoreError> {
        self.told(find::case(&self.conn, key, platform, buyer, order))
    }

    /// The newest closed case of a buyer that can be about the same thing: neither another key nor
    /// another order tells them apart.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn newest_closed(
        &self,
        key: Option<&str>,
        platform: Platform,
        buyer: &BuyerName,
        order: Option<&OrderNo>,
    ) -> Result<Option<CaseId>, StoreError> {
        self.told(find::newest_closed(&self.conn, key, platform, buyer, order))
    }

    /// A buyer's cases but `except`, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn buyer_history(
        &self,
        platform: Platform,
        buyer: &BuyerName,
        except: Option<CaseId>,
        limit: u32,
    ) -> Result<Vec<EarlierCase>, StoreError> {
        self.told(find::history(&self.conn, platform, buyer, except, limit))
    }

    /// How many other cases of its buyer the file has, as far as that matters.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn earlier_cases(&self, state: &CaseState) -> Result<u32, StoreError> {
        const MANY: u32 = 50;
        let others = self.buyer_history(state.platform, &state.buyer, Some(state.id), MANY)?;
        Ok(u32::try_from(others.len()).unwrap_or(MANY))
    }

    /// The buyer of a case at a glance.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn glance(&self, state: &CaseState) -> Result<Glance, StoreError> {
        self.told(glance::glance(&self.conn, state))
    }

    /// The views of the queue that were saved, as they are typed.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn views(&self) -> Result<Vec<String>, StoreError> {
        self.told(views::all(&self.conn))
    }

    /// Saves a view of the queue, or lets go of it.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be written.
    pub fn save_view(&mut self, filter: &str, keep: bool) -> Result<(), StoreError> {
        self.write(|tx, _states| views::save(tx, filter, keep))
    }

    /// What other cases paid on the order of a case.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn paid_elsewhere(&self, state: &CaseState) -> Result<Vec<PaidElsewhere>, StoreError> {
        match &state.order {
            Some(order) => self.told(find::paid_elsewhere(&self.conn, &order.no, state.id)),
            None => Ok(Vec::new()),
        }
    }

    /// What the shop sent lately.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn habits(&self) -> Result<Vec<Habit>, StoreError> {
        self.told(habit::habits(&self.conn))
    }

    /// The drafts of a case.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn drafts(&self, case: CaseId) -> Result<Vec<Draft>, StoreError> {
        self.told(draft::of_case(&self.conn, case))
    }

    /// The draft of a case and kind.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn draft(&self, case: CaseId, kind: DraftKind) -> Result<Option<Draft>, StoreError> {
        Ok(self.drafts(case)?.into_iter().find(|draft| draft.kind == kind))
    }

    /// Saves a draft over the one before; an empty one is cleared.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be written.
    pub fn save_draft(
        &mut self,
        case: CaseId,
        kind: DraftKind,
        body: &str,
        adopted: &[ReplyId],
        at: Stamp,
    ) -> Result<(), StoreError> {
        self.write(|tx, _states| draft::save(tx, case, kind, body, adopted, at))
    }

    /// Clears a draft.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be written.
    pub fn clear_draft(&mut self, case: CaseId, kind: DraftKind) -> Result<(), StoreError> {
        self.write(|tx, _states| draft::clear(tx, case, kind))
    }

    /// Keeps a playbook's sources, as JSON; a version kept already stays as it is.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be written.
    pub fn pin(&mut self, playbook: &PlaybookRef, sources: &str) -> Result<(), StoreError> {
        self.write(|tx, _states| draft::pin(tx, playbook, sources))
    }

    /// The sources kept of a playbook.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn pinned(&self, playbook: &PlaybookRef) -> Result<Option<String>, StoreError> {
        self.told(draft::pinned(&self.conn, playbook))
    }

    /// Makes everything again from the ledger and names the first thing that does not hold.
    /// `progress` hears how much is done, of how much.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read at all.
    pub fn verify(&self, mut progress: impl FnMut(u64, u64)) -> Result<VerifyReport, StoreError> {
        self.told(verify::verify(&self.conn, &mut progress))
    }

    /// Copies the file, while it is in use, to one that must not exist.
    ///
    /// # Errors
    /// [`StoreError`]; no half copy is left then.
    pub fn backup(&self, to: &Path) -> Result<(), StoreError> {
        backup::copy(&self.conn, to)
    }

    /// A number that changes when another connection commits.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn data_version(&self) -> Result<i64, StoreError> {
        self.told(
            self.conn
                .prepare_cached("PRAGMA data_version")
                .and_then(|mut statement| statement.query_row([], |row| row.get(0)))
                .map_err(Into::into),
        )
    }

    /// Moves committed pages from the WAL into the file, as far as that disturbs nobody.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be written.
    pub fn checkpoint(&self) -> Result<(), StoreError> {
        self.told(checkpoint(&self.conn))
    }

    /// Commits of this connection never checkpoint: somebody else does.
    pub(super) fn leave_checkpoints_to_others(&self) -> Result<(), StoreError> {
        self.told(self.conn.execute_batch("PRAGMA wal_autocheckpoint = 0").map_err(Into::into))
    }

    /// One consistent look at several things.
    pub(super) fn snapshot<T>(
        &mut self,
        look: impl FnOnce(&mut Self) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.told(run(&self.conn, "BEGIN"))?;
        let seen = look(self);
        self.told(run(&self.conn, "COMMIT"))?;
        seen
    }

    /// One write transaction. Waiting for another program's lock happens here.
    fn write<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>, &mut States) -> Inner<T>,
    ) -> Result<T, StoreError> {
        if self.access == Access::Read {
            return Err(StoreError::ReadOnly { path: self.path.clone() });
        }
        if !self.wal {
            open::patiently(&self.path, || open::set_up_wal(&self.conn))?;
            self.wal = true;
        }
        let (conn, states, path) = (&self.conn, &mut self.states, &self.path);
        let begin = TransactionBehavior::Immediate;
        // Once begun, an immediate transaction has the file to itself: only beginning can be busy.
        let tx = open::patiently(path, || Ok(Transaction::new_unchecked(conn, begin)?))?;
        let done = work(&tx, states).and_then(|done| {
            tx.commit()?;
            Ok(done)
        });
        if done.is_err() {
            states.clear();
        }
        done.map_err(|fault| fault.at(path))
    }

    fn told<T>(&self, result: Inner<T>) -> Result<T, StoreError> {
        result.map_err(|fault| fault.at(&self.path))
    }
}

/// Runs a statement that is kept prepared.
fn run(conn: &Connection, sql: &str) -> Inner<()> {
    conn.prepare_cached(sql)?.execute([])?;
    Ok(())
}

/// A PASSIVE checkpoint: it waits for nobody and nobody waits for it.
pub(super) fn checkpoint(conn: &Connection) -> Inner<()> {
    conn.prepare_cached("PRAGMA wal_checkpoint(PASSIVE)")?.query_row([], |_counts| Ok(()))?;
    Ok(())
}

#[cfg(test)]
mod tests;
