//! What an agent may do: one command a file, each a pure decision.
//!
//! `decide(state, command, desk) -> Result<Vec<Event>, Refusal>`. Keys, palette, command line,
//! import and demo all end here; there is no second way to send or to close. Knows no clock, no
//! SQL, no screen: the state, the playbook, the policy and the time are handed in.

mod advance;
mod aftercare;
mod answers;
mod back;
mod buyer_type;
mod check;
mod choose;
mod clocks;
mod close;
mod command;
mod dates;
mod decide;
mod enter;
mod exhibit;
mod fresh;
mod gaps;
mod guarded;
mod issue;
mod mood;
mod moved;
mod note;
mod open;
mod order;
mod owed;
mod policy;
mod promise;
mod receive;
mod record;
mod refusal;
mod reopen;
mod retract;
mod send;
mod settle;
mod settling;
pub mod simulate;
mod skip;
mod snooze;
mod task;
#[cfg(test)]
mod tests;
mod undo;

pub use aftercare::{ClosingWant, is_paid, reminders};
pub use answers::goods_known;
pub use command::{AskAgain, Command, Handover, Pledge, Reply};
pub use dates::{counted_from, counted_words, look_again};
pub use decide::{Desk, PaidElsewhere, decide};
pub use fresh::{Known, Sifted, fresh, sift};
pub use guarded::known;
pub use moved::{MoveReport, moved};
pub use open::{Opening, open};
pub use owed::{later_id, owed_replies};
pub use policy::Policy;
pub use refusal::{Named, Refusal, Stopped, Way};
pub use send::pledge;
pub use settling::{
    Figures, Flag, Ladder, Settle, SettlingRefusal, TEXTS, carried_text, carried_title, figures,
    flags, ladder, offer_id, own_limit, payer, points, sorted, turn,
};
