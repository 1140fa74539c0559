//! Many acts in one transaction: imports and demo files.

use super::append::{self, Act, Outcome};
use super::error::StoreError;
use super::find::{self, Overlap};
use super::ledger::Head;
use super::states::States;
use crate::domain::{BuyerName, CaseId, CaseState, OrderNo, Platform, Stamp};
use rusqlite::Transaction;
use std::path::Path;

/// A transaction that is committed when its closure returns `Ok`, and forgotten otherwise.
#[derive(Debug)]
pub struct Batch<'a> {
    pub(super) tx: &'a Transaction<'a>,
    pub(super) states: &'a mut States,
    pub(super) path: &'a Path,
    pub(super) head: Option<Head>,
}

impl Batch<'_> {
    /// Adds an act. A conflict writes nothing and leaves the rest of the batch alone.
    ///
    /// # Errors
    /// [`StoreError`]; the batch must then be given up by returning it.
    pub fn append(&mut self, act: Act) -> Result<Outcome, StoreError> {
        append::append(self.tx, self.states, &mut self.head, act)
            .map_err(|fault| fault.at(self.path))
    }

    /// A case as it stands within the batch.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn load(&mut self, case: CaseId) -> Result<Option<CaseState>, StoreError> {
        self.states.get(self.tx, case).map_err(|fault| fault.at(self.path))
    }

    /// The case a conversation belongs to; see [`super::CaseFile::find_case`].
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
        find::case(self.tx, key, platform, buyer, order).map_err(|fault| fault.at(self.path))
    }

    /// The newest closed case of a buyer; see [`super::CaseFile::newest_closed`].
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
        find::newest_closed(self.tx, key, platform, buyer, order)
            .map_err(|fault| fault.at(self.path))
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
        find::overlap(self.tx, case, from, to).map_err(|fault| fault.at(self.path))
    }
}
