//! A case played through without a file: through the very decisions the console takes.
//!
//! Owns the playing, the checking of what a `[[test]]` expects, and what of a playbook no test
//! reaches. Pure: time and texts are handed in; nothing is stored and nothing is printed.

mod coverage;
mod mismatch;
mod player;
mod rehearse;
mod tools;
mod walk;

pub use coverage::{Reach, unreached};
pub use mismatch::{Failure, Mismatch};
pub use player::{Ground, Player, deed_name, deed_subject};
pub use rehearse::{Rehearsed, rehearse};
pub use tools::tool_acts;
pub use walk::{Did, Finish, Said, Stay, Walk, walk};
