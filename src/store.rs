//! The case file: the only place that speaks SQL.
//!
//! Owns opening, migrating, appending, the queries of the screens, drafts, verification, backup and
//! the threads that do these. A file is a ledger of events; its other tables are projections that
//! are written in the same transaction and can be made again. Must not know the console, the desk
//! or any sentence a person reads: it hands out typed answers and typed errors.

mod append;
mod backup;
mod batch;
mod draft;
mod error;
mod file;
mod find;
mod glance;
mod habit;
mod ledger;
mod messages;
mod migrate;
mod open;
mod place;
#[cfg(test)]
mod plan_tests;
mod project;
mod queue;
#[cfg(test)]
mod replay_tests;
mod similar;
mod states;
pub mod thread;
mod verify;
mod views;
mod worker;

pub use append::{Act, Outcome};
pub use batch::Batch;
pub use draft::{Draft, DraftKind};
pub use error::{Cause, StoreError};
pub use file::CaseFile;
pub use find::{EarlierCase, Overlap};
pub use glance::{Glance, GlanceDeed, GlanceFlag, GlanceOrder, GlancePayment};
pub use messages::{MessagePage, Window};
pub use open::{Access, OpenNotice};
pub use queue::{Found, OpenCount, QueueKey, QueuePage, QueueRow};
pub use similar::SimilarCase;
pub use verify::{Finding, VerifyReport};
pub use worker::{Answer, Job, JobId, Located, OpenedCase, Worker};
