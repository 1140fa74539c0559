//! What the buyer's words tell, and which replies fit. Proposals only: the agent's word wins.
//!
//! Owns the order and the reasons of suggestions and the first reading of a buyer's words. Knows no
//! file, no screen and no clock; offline, without a language model, the same every time.

mod fold;
mod guard;
mod hear;
mod listen;
mod pledge;
mod signals;
mod suggest;

pub use fold::Folded;
pub use guard::{Context, Finding, Guard, Record, Rewrite};
pub use hear::{Heard, hear};
pub use listen::{Burst, Likely, Reading, Reason, Repeated, Told, Utterance};
pub use pledge::{PledgeFound, pledges};
pub use signals::{
    Hint, PatternError, Side, Sign, Signal, SignalFault, Signals, Tells, Threat, Topic,
};
pub use suggest::{Because, Suggestion, suggest};
