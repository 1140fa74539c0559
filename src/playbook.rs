//! The playbook language: what to do with a complaint, in what order, under which conditions and
//! in which words.
//!
//! Owns the file format, the merge with a parent, the diagnostics and the engine that tells where a
//! case stands. Pure: no clock, no file system, no screen; it must not know `desk` or `store`, and
//! it knows no complaint vocabulary. Same playbook, same situation, same answer.

mod book;
mod call;
mod check;
mod compile;
mod condition;
mod diagnostic;
mod difference;
mod due;
mod examine;
mod fact_type;
mod graph;
mod group;
mod help;
mod json_schema;
mod ladder;
mod library;
mod merge;
mod missing;
mod parent;
mod pin;
mod present;
mod read;
mod refusals;
mod rehearse;
mod reopen;
mod replies;
mod route;
mod schema;
mod scope;
mod situation;
mod source;
mod spot;
mod survey;
mod template;
#[cfg(test)]
mod tests;
mod value;

pub use book::{
    Act, Again, Branch, CaseTimer, Check, Choice, Deed, Ending, Escalation, Evidence, ExhibitWant,
    Expectation, FactDecl, Group, Ladder, Need, Overlay, OverlayFor, Playbook, PromiseRule,
    Rehearsal, Repeat, Reply, ReplyKind, Setting, Step, StepOverlay, StepTimer, Tones, ToolDeed,
    Trigger, WARNINGS, Within,
};
pub use condition::names::OWN_REPLIES;
pub use condition::{Condition, ConditionError};
pub use diagnostic::{Code, Diagnostic, Paint, Place, Severity, Thing};
pub use difference::{Change, ChangeKind, Part, difference};
pub use due::{DueRule, dependent as dependent_words, spoken as due_words};
pub use graph::{End, Frame, FrameKind, Graph, Node, NodeKind, Way, WayKind};
pub use group::{GroupStep, GroupView};
pub use help::{Manual, Page};
pub use json_schema::json_schema;
pub use library::{Entry, Library, Usable, Work};
pub use missing::Missing;
pub use pin::Pin;
pub use present::Present;
pub use refusals::REFUSALS;
pub use replies::{Meant, PromiseView, ReplyView, Unfit};
pub use route::{Course, Next};
pub use situation::{Shop, Situation};
pub use source::{Origin, Source, Text};
pub use survey::{CheckView, ExhibitView, FactView, StepView};
pub use template::{Gap, Rendered, Template, said as value_said, shown as value_words};
