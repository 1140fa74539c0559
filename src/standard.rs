//! Law, platform and shop rules with their source and dates, the sums they lead to, what proves
//! something, what had better not be said, and the guards a playbook can name.
//!
//! Owns which rule stands above which, how firmly a rule may be cited, and exact arithmetic in fen.
//! Knows no case, no playbook and no screen; today's date is handed in. Every file is read when it
//! is asked for, none before the first frame.

pub mod calculate;
mod citation;
mod entries;
mod entry;
mod evidence;
mod fault;
mod fold;
mod guards;
pub mod money;
mod read;
mod shelf;
mod shelves;
mod wording;

pub use citation::{Citation, Firmness, Force, STALE_AFTER_DAYS};
pub use entry::{Level, Quantity, Standard, StandardId, Status, Unit};
pub use evidence::{Evidence, EvidenceKind, EvidencePack, OneOf, Prover};
pub use fault::{Place, StandardFault};
pub use guards::{Guard, GuardEffect, Guards};
pub use shelf::Standards;
pub use shelves::{
    OwnShelf, Shelf, evidence_with, guards_with, own_faults, standards_with, wording_with,
};
pub use wording::{Counts, Doubt, Hit, Watch, Wording, WordingCategory, WordingLevel, WordingRule};
