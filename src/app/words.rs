//! The console's own sentences, in the screen's language: notices, refusals, failures.

mod refusal;
mod store_error;

pub use refusal::refusal;
pub(in crate::app) use refusal::wrong_kind;
pub use store_error::store_error;

use super::notice::Notice;
use crate::domain::{StepReason, FactKind, Mood, SendWay};
use crate::i18n::{Strings, fill};

/// A notice as a sentence.
pub(super) fn notice(notice: &Notice, strings: &Strings) -> String {
    let texts = &strings.notice;
    match notice {
        Notice::Sent(SendWay::Osc52) => texts.sent_osc52.clone(),
        Notice::Sent(SendWay::Tool) => texts.sent_tool.clone(),
        Notice::Sent(SendWay::Recorded) => texts.sent_recorded.clone(),
        Notice::CopyFailed(why) => fill(&texts.clipboard_failed, &[("why", why)]),
        Notice::CopyTooLong => texts.clipboard_too_long.clone(),
        Notice::Retracted => texts.retracted.clone(),
        Notice::Noted => texts.note_saved.clone(),
        Notice::Moved(step, reason) => {
            let text = match reason {
                StepReason::Forward | StepReason::Moved => &texts.advanced,
                StepReason::Skipped => &texts.skipped,
                StepReason::Back => &texts.back,
                StepReason::Calming => &texts.calmed,
            };
            fill(text, &[("step", step)])
        }
        Notice::Recorded { fact, value } => {
            fill(&texts.fact_recorded, &[("fact", fact), ("value", value)])
        }
        Notice::Promised => texts.promise_kept.clone(),
        Notice::Broken => texts.promise_broken.clone(),
        Notice::Felt(mood) => fill(&texts.mood_set, &[("mood", &mood_name(*mood, strings))]),
        Notice::Closed(result) => {
            fill(&texts.closed, &[("result", &close_result(*result, strings))])
        }
        Notice::Reopened => texts.reopened.clone(),
        Notice::Chosen(name) => fill(&texts.playbook_chosen, &[("name", name)]),
        Notice::Imported { messages, cases } => {
            fill(&texts.imported, &[("n", messages), ("cases", cases)])
        }
        Notice::NothingNew => texts.nothing_new.clone(),
        Notice::Told(why) | Notice::ImportFailed(why) | Notice::Store(why) => why.clone(),
        Notice::Conflict(what) => fill(&texts.conflict, &[("what", what)]),
        Notice::Refused(why) => refusal(why, strings),
        Notice::InputMethod => texts.ime_hint.clone(),
        Notice::ReadOnly => texts.read_only.clone(),
        Notice::NoCase => strings.refusal.no_case.clone(),
        Notice::HowToQuit => fill(&texts.quit_hint, &[("key", &"^Q")]),
        Notice::NothingToUndo => texts.nothing_to_undo.clone(),
    }
}

/// `true` and `false` as a person reads them.
pub(super) fn yes_no(id: &str, strings: &Strings) -> String {
    let texts = &strings.fact_form;
    if id == "true" { texts.yes.clone() } else { texts.no.clone() }
}

/// How a mood is called.
#[must_use]
pub fn mood_name(mood: Mood, strings: &Strings) -> String {
    let names = &strings.mood;
    match mood {
        Mood::Calm => &names.calm,
        Mood::Uneasy => &names.uneasy,
        Mood::Disappointed => &names.disappointed,
        Mood::Angry => &names.angry,
        Mood::Abusive => &names.abusive,
    }
    .clone()
}

/// How a result is called.
#[must_use]
pub fn close_result(result: crate::domain::CloseResult, strings: &Strings) -> String {
    use crate::domain::CloseResult;
    let names = &strings.close_result;
    match result {
        CloseResult::Settled => &names.settled,
        CloseResult::Unanswered => &names.unanswered,
        CloseResult::Ruled => &names.ruled,
        CloseResult::Refused => &names.refused,
        CloseResult::Void => &names.void,
    }
    .clone()
}

/// What another window did, in a few words: who, and the last thing.
pub(super) fn happened(events: &[crate::domain::Recorded]) -> String {
    let told: Vec<_> = super::notice::worth_telling(events).collect();
    told.last().map_or_else(String::new, |last| format!("{} · {}", last.agent, last.event.kind()))
}
