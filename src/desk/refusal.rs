//! Why an act is refused, and the way out. Not an error: nothing went wrong.

use super::{ClosingWant, Pledge, SettlingRefusal};
use crate::domain::{
    CloseResult, ExhibitNo, FactKind, MessageNo, PlaybookId, PromiseNo, Stamp, TaskNo,
};
use crate::playbook::{Gap, Missing, Unfit};

/// Why an act is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The case is closed.
    CaseClosed,
    /// The case is open already.
    CaseOpen,
    /// There is nothing to send or to write.
    Empty,
    /// Nothing was filled in where something is to be recorded.
    Blank,
    /// The text still has gaps where values are missing.
    Gaps(Vec<Gap>),
    /// The buyer is too upset for explanations and offers; the replies' ids.
    Held(Vec<String>),
    /// There is no reply that could still be taken back.
    NothingToRetract,
    /// The reply's undo window is over since then.
    UndoOver {
        /// Which reply.
        no: MessageNo,
        /// When it ended.
        since: Stamp,
    },
    /// The step still wants this.
    Missing(Vec<Missing>),
    /// The playbook ends here: the case can be closed.
    AtEnd,
    /// There is no step before this one.
    AtStart,
    /// The case stands at calming already.
    AlreadyCalming,
    /// The step is not optional.
    NotOptional,
    /// The check is done by what is on record, never by hand; what it says.
    TicksItself(String),
    /// The playbook has no such step, check, fact, reply, and this is the nearest name it has.
    Unknown {
        /// What was asked for.
        what: Named,
        /// Its name.
        name: String,
        /// The nearest known name.
        nearest: Option<String>,
    },
    /// The fact is of another kind.
    WrongKind {
        /// The fact.
        fact: String,
        /// The kind it has.
        kind: FactKind,
    },
    /// The fact has no such value; these are the declared ones.
    NoSuchValue {
        /// The fact.
        fact: String,
        /// The declared values.
        values: Vec<String>,
    },
    /// The case has no such message.
    NoSuchMessage(MessageNo),
    /// The case has no such promise, or it is settled already.
    NoSuchPromise {
        /// The number asked for.
        no: PromiseNo,
        /// Those that are open.
        open: Vec<PromiseNo>,
    },
    /// A step of the playbook that cannot be taken up from here: only those of the same group can.
    NotInGroup(String),
    /// A date that has passed cannot be promised.
    PastDue(Stamp),
    /// Promises are still open.
    OpenPromises(Vec<(PromiseNo, String)>),
    /// The playbook is not at its end, so the case is not settled.
    NotAtEnd,
    /// This result wants a word on why.
    WordsWanted,
    /// The playbook ends here with another result.
    EndsOtherwise(CloseResult),
    /// The case cannot be closed here before this reply was sent.
    ReplyWanted(String),
    /// An offer waits for a smaller one: that was not sent yet, or it suffices.
    Rung {
        /// The reply.
        reply: String,
        /// The one before it.
        before: String,
    },
    /// A reply whose condition does not hold: it would say what is not so.
    Unfit {
        /// The reply.
        reply: String,
        /// What does not hold.
        why: Unfit,
    },
    /// The case goes on with another playbook, which is to be chosen.
    HandOver(PlaybookId),
    /// The fact follows from others and is never recorded.
    Computed(String),
    /// The case has no such exhibit, or it is dropped already.
    NoSuchExhibit(ExhibitNo),
    /// A task wants somebody who does it, and what.
    OwnerWanted,
    /// A task is handed over once the agent has said what they tried.
    TriedWanted,
    /// The case has no such task, or it is done already.
    NoSuchTask {
        /// The number asked for.
        no: TaskNo,
        /// Those that are open.
        open: Vec<TaskNo>,
    },
    /// The buyer waits for an answer, so the case is not laid aside.
    BuyerWaits,
    /// A time is wanted, or the buyer's next word.
    WhenWanted,
    /// Something is wanting before the case can be closed.
    NotClosable(Vec<ClosingWant>),
    /// There is no act to take back, or to do again.
    NothingToUndo,
    /// The newest act let something in or out: it stands.
    CannotUndo,
    /// The time for taking the act back is over since then.
    ActTooOld(Stamp),
    /// No asking again is planned.
    NoFollowUp,
    /// The words promise this: it is to be said whether each counts.
    Pledges(Vec<Pledge>),
    /// What is worked out, agreed or paid does not allow it.
    Settling(SettlingRefusal),
    /// Nothing of it is new.
    NothingNew,
    /// The guard found what must not be sent, the worst first.
    Guarded(Vec<Stopped>),
    /// The playbook's step cannot be read: a condition fails.
    BrokenStep(String),
}

/// What the guard stops a reply for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stopped {
    /// The rule.
    pub rule: String,
    /// The words.
    pub words: String,
    /// Why they must not be sent, in the desk's language.
    pub why: String,
    /// What to say instead; empty when they are better left out.
    pub better: Option<String>,
    /// Whether no reason lets them pass.
    pub firm: bool,
}

/// What a name was meant to name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A step.
    Step,
    /// A check.
    Check,
    /// A fact.
    Fact,
    /// A scripted reply.
    Reply,
}

/// The way out of a refusal: what to do instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Reopen the case first.
    Reopen,
    /// Write or adopt something first.
    Write,
    /// Record the missing facts.
    Record,
    /// Calm the buyer, or judge the mood anew.
    Calm,
    /// Write a correcting reply.
    Correct,
    /// Say it in other words, or say why it is to go out all the same.
    Reword,
    /// Tick, record, or go back.
    Complete,
    /// Close the case.
    Close,
    /// Look at the names the playbook has.
    Look,
    /// Settle the promises: kept, broken, or another date.
    Settle,
    /// Choose another result, or go on with the steps.
    Finish,
    /// Choose the other playbook.
    Choose,
    /// Record what is wanting, or close for a reason.
    Wanting,
    /// Do it anew, the other way.
    Anew,
    /// Plan it first.
    Plan,
    /// Say which of the promises count.
    Pledge,
    /// Work out first what is wanted: wish, options, figures, the look at the goods.
    Settling,
    /// Ask whoever may decide, and wait.
    Approve,
    /// Give another value or date.
    Other,
    /// Nothing needs doing.
    Nothing,
}

impl Refusal {
    /// The way out.
    #[must_use]
    pub const fn way(&self) -> Way {
        match self {
            Self::CaseClosed => Way::Reopen,
            Self::CaseOpen | Self::AlreadyCalming | Self::NothingNew | Self::AtStart => {
                Way::Nothing
            }
            Self::Empty | Self::ReplyWanted(_) | Self::Rung { .. } | Self::Unfit { .. } => {
                Way::Write
            }
            Self::Gaps(_) => Way::Record,
            Self::Guarded(_) => Way::Reword,
            Self::Held(_) => Way::Calm,
            Self::NothingToRetract | Self::UndoOver { .. } => Way::Correct,
            Self::Missing(_) | Self::NotOptional => Way::Complete,
            Self::TicksItself(_) => Way::Settling,
            Self::AtEnd => Way::Close,
            Self::Unknown { .. } | Self::NotInGroup(_) | Self::BrokenStep(_) => Way::Look,
            Self::WrongKind { .. }
            | Self::NoSuchValue { .. }
            | Self::NoSuchMessage(_)
            | Self::NoSuchPromise { .. }
            | Self::PastDue(_)
            | Self::Computed(_)
            | Self::NoSuchExhibit(_)
            | Self::WordsWanted
            | Self::Blank => Way::Other,
            Self::OpenPromises(_) => Way::Settle,
            Self::OwnerWanted | Self::TriedWanted | Self::WhenWanted | Self::NoSuchTask { .. } => {
                Way::Other
            }
            Self::BuyerWaits => Way::Write,
            Self::NotClosable(_) => Way::Wanting,
            Self::NothingToUndo => Way::Nothing,
            Self::CannotUndo | Self::ActTooOld(_) => Way::Anew,
            Self::NoFollowUp => Way::Plan,
            Self::Pledges(_) => Way::Pledge,
            Self::NotAtEnd | Self::EndsOtherwise(_) => Way::Finish,
            Self::HandOver(_) => Way::Choose,
            Self::Settling(why) => why.way(),
        }
    }

    /// A short name, stable in `--json`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::CaseClosed => "case-closed",
            Self::CaseOpen => "case-open",
            Self::Empty => "empty",
            Self::Blank => "blank",
            Self::Gaps(_) => "gaps",
            Self::Held(_) => "held",
            Self::NothingToRetract => "nothing-to-retract",
            Self::UndoOver { .. } => "undo-over",
            Self::Missing(_) => "missing",
            Self::AtEnd => "at-end",
            Self::AtStart => "at-start",
            Self::AlreadyCalming => "already-calming",
            Self::NotOptional => "not-optional",
            Self::TicksItself(_) => "ticks-itself",
            Self::Unknown { .. } => "unknown",
            Self::WrongKind { .. } => "wrong-kind",
            Self::NoSuchValue { .. } => "no-such-value",
            Self::NoSuchMessage(_) => "no-such-message",
            Self::NoSuchPromise { .. } => "no-such-promise",
            Self::NotInGroup(_) => "not-in-group",
            Self::PastDue(_) => "past-due",
            Self::OpenPromises(_) => "open-promises",
            Self::NotAtEnd => "not-at-end",
            Self::EndsOtherwise(_) => "ends-otherwise",
            Self::ReplyWanted(_) => "reply-wanted",
            Self::Rung { .. } => "rung",
            Self::Unfit { .. } => "unfit",
            Self::HandOver(_) => "hand-over",
            Self::Computed(_) => "computed",
            Self::NoSuchExhibit(_) => "no-such-exhibit",
            Self::WordsWanted => "words-wanted",
            Self::OwnerWanted => "owner-wanted",
            Self::TriedWanted => "tried-wanted",
            Self::NoSuchTask { .. } => "no-such-task",
            Self::BuyerWaits => "buyer-waits",
            Self::WhenWanted => "when-wanted",
            Self::NotClosable(_) => "not-closable",
            Self::NothingToUndo => "nothing-to-undo",
            Self::CannotUndo => "cannot-undo",
            Self::ActTooOld(_) => "act-too-old",
            Self::NoFollowUp => "no-follow-up",
            Self::Pledges(_) => "pledges",
            Self::Settling(why) => why.name(),
            Self::NothingNew => "nothing-new",
            Self::Guarded(_) => "guarded",
            Self::BrokenStep(_) => "broken-step",
        }
    }
}

/// The known name most like a mistyped one, if one is close enough to be meant.
pub(super) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    crate::domain::nearest(name, known).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use crate::playbook::REFUSALS;
    use std::collections::BTreeSet;

    #[test]
    fn the_codes_are_those_a_playbook_may_name() {
        fn names(source: &'static str) -> impl Iterator<Item = &'static str> {
            let names = source.split("fn name(").nth(1).unwrap().split("\n    }\n").next().unwrap();
            names.split("=> \"").skip(1).filter_map(|rest| rest.split('"').next())
        }
        let own = names(include_str!("refusal.rs"));
        let here: Vec<&str> = own.chain(names(include_str!("settling/refusal.rs"))).collect();
        assert_eq!(here.iter().collect::<BTreeSet<_>>(), REFUSALS.iter().collect());
        assert_eq!(here.len(), REFUSALS.len());
    }
}
