//! Law, platform and shop rules with their source and dates, and the sums they lead to.
//!
//! Owns which rule stands above which, how firmly a rule may be cited, and exact arithmetic in fen.
//! Knows no case, no playbook and no screen; today's date is handed in.

pub mod calculate;
mod citation;
mod entry;
mod fault;
mod read;
mod shelf;

pub use citation::{Citation, Firmness, Force, STALE_AFTER_DAYS};
pub use entry::{Level, Standard, StandardId, Status};
pub use fault::{Place, StandardFault};
pub use shelf::Standards;
