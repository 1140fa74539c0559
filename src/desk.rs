//! What an agent may do: one command a file, each a pure decision.
//!
//! `decide(state, command, desk) -> Result<Vec<Event>, Refusal>`. Keys, palette, command line,
//! import and demo all end here; there is no second way to send or to close. Knows no clock, no
//! SQL, no screen: the state, the playbook, the policy and the time are handed in.

mod policy;

pub use policy::Policy;
