//! Folded cases kept in memory, so that an act on a case with a long history does not read it all
//! again. A kept case is brought up to date from the ledger before it is used: events are never
//! changed, so what was folded once stays true.

use super::error::Inner;
use super::ledger;
use crate::domain::{CaseId, CaseState};
use rusqlite::Connection;
use std::collections::HashMap;

/// More cases than a person has in hand at a time.
const KEPT: usize = 64;

/// The kept cases and when each was last used.
#[derive(Debug, Default)]
pub(super) struct States {
    kept: HashMap<CaseId, (CaseState, u64)>,
    uses: u64,
}

impl States {
    /// Takes a case out, brought up to date; `put` it back when it is still true.
    pub(super) fn take(&mut self, conn: &Connection, case: CaseId) -> Inner<Option<CaseState>> {
        let base = self.kept.remove(&case).map(|(state, _use)| state);
        ledger::fold_from(conn, case, base)
    }

    /// Keeps a case, and lets go of the one not used for longest when there are too many.
    pub(super) fn put(&mut self, state: CaseState) {
        self.uses += 1;
        self.kept.insert(state.id, (state, self.uses));
        if self.kept.len() > KEPT {
            let oldest = self.kept.iter().min_by_key(|(_, (_, last_use))| *last_use);
            if let Some(oldest) = oldest.map(|(case, _)| *case) {
                self.kept.remove(&oldest);
            }
        }
    }

    /// A case as it stands now.
    pub(super) fn get(&mut self, conn: &Connection, case: CaseId) -> Inner<Option<CaseState>> {
        let state = self.take(conn, case)?;
        if let Some(state) = &state {
            self.put(state.clone());
        }
        Ok(state)
    }

    /// Forgets everything: after a transaction that was not committed.
    pub(super) fn clear(&mut self) {
        self.kept.clear();
    }
}
