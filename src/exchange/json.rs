//! The shapes of `--json`: one document a command, named in its first key (`"redress.queue/2"`).
//!
//! The shapes are a promise to scripts: keys are only ever added; a key that changes its meaning
//! gets a new number in `format`. Times are RFC 3339 in UTC, amounts are fen, texts are clean.
//! Documents are filled by the command line from what the rooms below know.

mod act;
mod buyer;
mod case;
mod guard;
mod holidays;
mod import;
mod listen;
mod message;
mod money;
mod moved;
mod playbooks;
mod queue;
mod refusal;
mod settling;
mod shown;
mod step;
mod verify;

pub use act::ActDocument;
pub use buyer::{
    BuyerCaseRecord, BuyerDeedRecord, BuyerDocument, BuyerOrderRecord, BuyerPaymentRecord,
    LikeScriptRecord, SimilarRecord,
};
pub use case::{
    CaseDocument, CaseRecord, CheckRecord, ClosingRecord, FactRecord, OrderRecord, PromiseRecord,
    SentRecord, TimerRecord, VisitRecord,
};
pub use guard::{ContextInput, GuardDocument, GuardInput, GuardRecord, RewriteRecord};
pub use holidays::{HolidayYear, HolidaysDocument};
pub use import::{BadRowRecord, ImportDocument, SidesRecord};
pub use listen::{
    BurstRecord, IssueRecord, ListenDocument, ListenInput, ReasonRecord, RepeatedRecord, SaidInput,
};
pub use message::MessageRecord;
pub use money::{ExposureRecord, MoneyRecord};
pub use moved::{LostFact, MoveDocument, ReopenedRecord};
pub use playbooks::{
    AskRecord, ChangeRecord, DiagnosticRecord, DidRecord, DifferenceDocument, EndRecord,
    FactsError, FailureRecord, PlaybookRecord, PlaybooksDocument, RefusedRecord, Script,
    ScriptFindingRecord, ShelfFaultRecord, SimulationDocument, StayRecord, TestRecord,
    TestedRecord, TestsDocument, read_facts,
};
pub use queue::{DueRecord, QueueDocument, QueueRecord};
pub use refusal::{MissingRecord, RefusalDocument};
pub use settling::{
    ApprovalRecord, ChosenRecord, MarkRecord, OfferRecord, OptionRecord, PaymentRecord,
    PointRecord, SettlingRecord, VerdictRecord, WishRecord,
};
pub use shown::Shown;
pub use step::{
    GroupMember, LockedRecord, ReplyRecord, StepCheck, StepExhibit, StepFact, StepGroup, StepRecord,
};
pub use verify::{FindingRecord, VerifyDocument};

use serde::Serialize;

/// A document as one line of JSON, without a line end.
///
/// # Errors
/// The serde error; none is known to occur for the documents in here.
pub fn to_line<T: Serialize>(document: &T) -> Result<String, serde_json::Error> {
    serde_json::to_string(document)
}

#[cfg(test)]
mod tests;
