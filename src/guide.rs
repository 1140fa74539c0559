//! What the buyer's words tell, and which replies fit. Proposals only: the agent's word wins.
//!
//! Owns the order and the reasons of suggestions and the first reading of a buyer's words. Knows no
//! file, no screen and no clock; offline, without a language model, the same every time.

mod hear;
mod suggest;

pub use hear::{Heard, hear};
pub use suggest::{Because, Suggestion, suggest};
