//! What the end of a case rests on: recorded piece by piece, and what is still wanting of it.

use super::{AskAgain, Desk, Refusal, clocks};
use crate::domain::{
    Aggravator, CaseState, Cause, CloseResult, Event, ExhibitNo, FollowUpResult, MessageNo,
    PaidWhat, ReturnReason, Span, Stamp,
};

/// What is wanting before a case can be closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClosingWant {
    /// Work others still do: what, of each.
    Tasks(Vec<String>),
    /// Who answers for it, before something is settled that somebody answers for.
    Verdict,
    /// What was done.
    Deed,
    /// What proves it.
    Proof,
    /// The buyer's word that it is good so.
    Confirmation,
    /// Reminders without an answer.
    Reminders {
        /// So many were sent.
        sent: u32,
        /// So many are wanted.
        of: u32,
    },
    /// Why it came to the complaint.
    Cause,
    /// What is learned.
    Lesson,
    /// When the buyer is asked again.
    FollowUp,
}

impl ClosingWant {
    /// A short name, stable in the ledger and in `--json`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Tasks(_) => "tasks",
            Self::Verdict => "verdict",
            Self::Deed => "deed",
            Self::Proof => "proof",
            Self::Confirmation => "confirmation",
            Self::Reminders { .. } => "reminders",
            Self::Cause => "cause",
            Self::Lesson => "lesson",
            Self::FollowUp => "follow-up",
        }
    }
}

/// What is wanting before the case can be closed with that result.
pub(super) fn wanting(case: &CaseState, result: CloseResult, desk: &Desk<'_>) -> Vec<ClosingWant> {
    let (sheet, rules) = (&case.sheet, &desk.policy.closing);
    let mut wants = Vec::new();
    let tasks: Vec<String> = case.open_tasks().iter().map(|task| task.what.clone()).collect();
    if !tasks.is_empty() {
        wants.push(ClosingWant::Tasks(tasks));
    }
    let (done, learned) = match result {
        CloseResult::Settled | CloseResult::Unanswered => (true, true),
        CloseResult::Ruled | CloseResult::Refused => (false, true),
        CloseResult::Void => (false, false),
    };
    if done && rules.verdict && is_answered_for(case) && case.settling.verdict.is_none() {
        wants.push(ClosingWant::Verdict);
    }
    if done && rules.proof {
        let proves = |deed: &crate::domain::Deed| {
            !deed.proof.is_empty() || deed.exhibit.is_some_and(|no| holds(case, no))
        };
        let paid = is_paid(case);
        let number = paid && case.settling.paid().any(|payment| !payment.proof.is_empty());
        if sheet.deeds.is_empty() && !paid {
            wants.push(ClosingWant::Deed);
        } else if !number && !sheet.deeds.iter().any(proves) {
            wants.push(ClosingWant::Proof);
        }
    }
    if rules.confirmation && result == CloseResult::Settled && !sheet.is_confirmed() {
        wants.push(ClosingWant::Confirmation);
    }
    let sent = reminders(case, rules.apart);
    if rules.confirmation && result == CloseResult::Unanswered && sent < rules.reminders {
        wants.push(ClosingWant::Reminders { sent, of: rules.reminders });
    }
    if learned && rules.cause && sheet.causes.is_empty() {
        wants.push(ClosingWant::Cause);
    }
    if learned && rules.lesson && sheet.lesson.is_none() {
        wants.push(ClosingWant::Lesson);
    }
    if done && rules.follow_up_days > 0 && sheet.follow_up.is_none() {
        wants.push(ClosingWant::FollowUp);
    }
    wants
}

/// Whether something was agreed or paid besides words: that presumes that somebody answers for it, and
/// whoever closes the case says who, if only that it could not be cleared up. Goods that come back because
/// they merely do not suit are nobody's fault.
fn is_answered_for(case: &CaseState) -> bool {
    let reason = case.settling.returning.reason;
    let unfaulted = matches!(reason, Some(ReturnReason::NoReason | ReturnReason::DoesNotSuit));
    if unfaulted && case.settling.agreed().is_some_and(|option| option.remedy.takes_goods_back()) {
        return false;
    }
    let agreed = case.settling.agreed().is_some_and(|option| option.remedy.is_more_than_words());
    agreed || case.settling.paid().any(|payment| payment.what != PaidWhat::Platform)
}

/// Whether the payments on record are the settlement carried out: what was agreed is money and all of
/// it was paid, or nothing else was agreed. Then nobody writes down again that it was done.
#[must_use]
pub fn is_paid(case: &CaseState) -> bool {
    let (settling, sum) = (&case.settling, case.settling.paid_sum());
    match settling.agreed() {
        Some(option) => option.remedy.gives_money() && sum.0 > 0 && sum >= option.give,
        None => sum.0 > 0,
    }
}

/// How many times the buyer was reminded since ours was the last word: replies at least so far apart.
#[must_use]
pub fn reminders(case: &CaseState, apart: Span) -> u32 {
    let Some(mut last) = case.tally.silent_since else { return 0 };
    let mut count = 0_u32;
    for sent in case.sent.iter().filter(|sent| !sent.retracted && !sent.statement) {
        if sent.at > last && sent.at.since(last) >= apart {
            count = count.saturating_add(1);
            last = sent.at;
        }
    }
    count
}

fn holds(case: &CaseState, no: ExhibitNo) -> bool {
    case.exhibit(no).is_some_and(|exhibit| !exhibit.dropped)
}

/// Decides the event of recording what was done.
pub(super) fn did(
    case: &CaseState,
    what: String,
    proof: String,
    exhibit: Option<ExhibitNo>,
) -> Result<Vec<Event>, Refusal> {
    if what.trim().is_empty() {
        return Err(Refusal::Blank);
    }
    match exhibit {
        Some(no) if !holds(case, no) => Err(Refusal::NoSuchExhibit(no)),
        Some(_) | None => Ok(vec![Event::DeedDone { what, proof, exhibit }]),
    }
}

/// Decides the event of recording the buyer's word.
pub(super) fn confirm(
    case: &CaseState,
    satisfied: bool,
    words: String,
    message: Option<MessageNo>,
) -> Result<Vec<Event>, Refusal> {
    match message {
        Some(no) if no.0 == 0 || no > case.tally.last_no => Err(Refusal::NoSuchMessage(no)),
        // Whose word it is has to be seen: the words, or the message that has them.
        None if words.trim().is_empty() => Err(Refusal::Blank),
        Some(_) | None => Ok(vec![Event::BuyerConfirmed { satisfied, words, message }]),
    }
}

/// Decides the event of naming why it came to the complaint.
pub(super) fn cause(
    case: &CaseState,
    causes: Vec<Cause>,
    aggravators: Vec<Aggravator>,
) -> Result<Vec<Event>, Refusal> {
    if causes.is_empty() {
        return Err(Refusal::Blank);
    }
    if case.sheet.causes == causes && case.sheet.aggravators == aggravators {
        return Err(Refusal::NothingNew);
    }
    Ok(vec![Event::CauseSet { causes, aggravators }])
}

/// Decides the event of writing down what is learned.
pub(super) fn lesson(
    case: &CaseState,
    words: String,
    skipped: bool,
) -> Result<Vec<Event>, Refusal> {
    if words.trim().is_empty() {
        return Err(if skipped { Refusal::WordsWanted } else { Refusal::Blank });
    }
    let same = |known: &crate::domain::Lesson| known.words == words && known.skipped == skipped;
    if case.sheet.lesson.as_ref().is_some_and(same) {
        return Err(Refusal::NothingNew);
    }
    Ok(vec![Event::LessonSet { words, skipped }])
}

/// Decides the events of asking the buyer again. A buyer who is not content has the same case open
/// again.
pub(super) fn ask_again(
    case: &CaseState,
    about: AskAgain,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    match about {
        AskAgain::Plan { due, script } => {
            if due <= desk.now {
                return Err(Refusal::PastDue(due));
            }
            if script.trim().is_empty() {
                return Err(Refusal::Blank);
            }
            Ok(vec![Event::FollowUpPlanned { due, script }])
        }
        AskAgain::Skip { reason } if reason.trim().is_empty() => Err(Refusal::WordsWanted),
        AskAgain::Skip { reason } => Ok(vec![Event::FollowUpSkipped { reason }]),
        AskAgain::Done { result, words } => {
            if case.sheet.follow_up_due().is_none() {
                return Err(Refusal::NoFollowUp);
            }
            let reason = words.clone();
            let mut events = vec![Event::FollowUpDone { result, words }];
            if result == FollowUpResult::Unsatisfied && !case.is_open() {
                events.push(Event::CaseReopened { reason });
                events.extend(clocks::start_step(desk, case, &case.step));
                let since: Stamp = case.tally.waiting_since.unwrap_or(desk.now);
                events.push(clocks::start_answer(since, desk));
            }
            Ok(events)
        }
    }
}
