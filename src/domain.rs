//! What a complaint is made of: cases, messages, facts, promises, timers, events and the fold that
//! rebuilds a case from them.
//!
//! Owns the words everybody else uses. Knows nothing above it: no file, no screen, no clock, no
//! playbook; time, text and identity are handed in.

mod agent;
mod buyer_type;
mod calendar;
mod case;
pub mod cells;
mod chain;
mod clean;
mod clock;
mod conversation;
mod event;
mod exhibit;
mod fact;
mod fold;
mod id;
mod issue;
mod message;
mod money;
mod mood;
mod order;
mod platform;
mod promise;
mod refs;
mod timer;
mod tone;
mod way;
mod words;

pub use agent::AgentName;
pub use buyer_type::BuyerType;
pub use calendar::Calendar;
pub use case::{CaseState, Closing, Due, DueKind, Judged, Sent, Stage, Tally};
pub use chain::{Digest, EMPTY_CHAIN, link};
pub use clean::{CleanText, RawText};
pub use clock::{Span, Stamp};
pub use conversation::Conversation;
pub use event::{EVENT_FORMAT, Event, Recorded};
pub use exhibit::Exhibit;
pub use fact::{Fact, FactKind, FactParseError, FactStatus, FactValue};
pub use fold::{FoldError, fold};
pub use id::{
    CaseId, CheckId, EndingId, ExhibitKind, ExhibitNo, FactId, GroupId, MessageNo, PlaybookId,
    PromiseNo, ReplyId, StepId, TimerId, Version,
};
pub use issue::Issue;
pub use message::{Author, Body, Message, NewMessage, SendWay, Stretch};
pub use money::Fen;
pub use mood::Mood;
pub use order::{BuyerName, Order, OrderNo};
pub use platform::Platform;
pub use promise::{After, Promise, PromiseStatus};
pub use refs::{CloseResult, PlaybookRef, StepReason};
pub use timer::{Level, Timer, TimerEnd};
pub use tone::Tone;
pub use way::{Detour, Visit};
pub use words::{Lang, Words};
