//! What a complaint is made of: cases, messages, facts, promises, timers, events and the fold that
//! rebuilds a case from them.
//!
//! Owns the words everybody else uses. Knows nothing above it: no file, no screen, no clock, no
//! playbook; time, text and identity are handed in.

mod acts;
mod aftercare;
mod agent;
mod buyer_type;
mod calendar;
mod case;
pub mod cells;
mod chain;
mod clean;
mod clock;
mod conversation;
mod due;
mod event;
mod exhibit;
mod fact;
mod filter;
mod fold;
mod id;
mod issue;
mod message;
mod money;
mod mood;
mod nearest;
mod order;
mod owed;
mod platform;
mod promise;
mod reconcile;
mod refs;
mod restore;
mod settling;
mod snooze;
mod task;
mod timer;
mod tone;
mod way;
mod words;

pub use acts::{ActMark, Acts};
pub use aftercare::{
    Aggravator, Cause, ClosingSheet, Confirmation, Deed, FollowUp, FollowUpResult, Lesson,
};
pub use agent::AgentName;
pub use buyer_type::BuyerType;
pub use calendar::Calendar;
pub use case::{CaseState, Closing, Judged, MovedPromise, Sent, Stage, Tally};
pub use chain::{Digest, EMPTY_CHAIN, link};
pub use clean::{CleanText, RawText};
pub use clock::{Span, Stamp};
pub use conversation::Conversation;
pub use due::{Due, DueKind, Running};
pub use event::{EVENT_FORMAT, Event, Recorded};
pub use exhibit::Exhibit;
pub use fact::{Fact, FactKind, FactParseError, FactStatus, FactValue};
pub use filter::{Filter, FilterError, Seen};
pub use fold::{FoldError, fold};
pub use id::{
    CaseId, CheckId, EndingId, ExhibitKind, ExhibitNo, FactId, GroupId, MessageNo, PlaybookId,
    PromiseNo, ReplyId, StepId, TaskNo, TimerId, Version,
};
pub use issue::Issue;
pub use message::{Author, Body, Message, NewMessage, SendWay, Stretch};
pub use money::Fen;
pub use mood::Mood;
pub use nearest::nearest;
pub use order::{BuyerName, Order, OrderNo};
pub use owed::Owed;
pub use platform::Platform;
pub use promise::{After, Promise, PromiseStatus};
pub use reconcile::{OrderLine, Reconciled, Share, read_lines, reconcile};
pub use refs::{CloseResult, PlaybookRef, StepReason};
pub use settling::{
    Accessories, Approval, ApprovalNo, FreightPayer, Gift, Judgement, Mark, Offer, Packing, Paid,
    PaidWhat, PaymentNo, Picked, Point, PointAnswer, Proposal, ProposalNo, ProposalsOffered,
    Reckoning, Remedy, Resale, Restated, ReturnCheck, ReturnReason, Ruling, Settling, SettlingDeed,
    Tags, Verdict, Wish, Wished, Worn,
};
pub use snooze::Snooze;
pub use task::{Department, Task, TaskStatus};
pub use timer::{Level, Timer, TimerEnd, TimerScope};
pub use tone::Tone;
pub use way::{Detour, Visit};
pub use words::{Lang, Words};
