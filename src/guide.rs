//! What the buyer's words tell, and which replies fit. Proposals only: the agent's word wins.
//!
//! Owns the order and the reasons of suggestions, the reading of a conversation, and what a draft
//! must not say. Knows no file, no screen and no clock; offline, without a language model, the same
//! every time.

mod alike;
mod asked;
mod fold;
mod guard;
mod habit;
mod heard;
mod initials;
mod listen;
mod pledge;
mod scene;
mod signals;
mod suggest;
mod wits;

pub use alike::{alike, like_scripts, without_names};
pub use asked::{AskedAlready, asked_already};
pub use fold::Folded;
pub use guard::{Context, Finding, Guard, Record, Rewrite};
pub use habit::{Habit, Technique};
pub use heard::{Heard, HeardIssue, HeardReason, HeardTold};
pub use initials::initials;
pub use listen::{Burst, Likely, Reading, Reason, Repeated, Told, Utterance};
pub use pledge::{Awaited, PledgeFound, pledges, said_time};
pub use scene::{Known, Scene, Spoken};
pub use signals::{
    Hint, PatternError, Side, Sign, Signal, SignalFault, Signals, Tells, Threat, Topic,
};
pub use suggest::{Because, Hinge, Moment, Suggestion, owing, suggest};
pub use wits::{OwnFile, Wits};
