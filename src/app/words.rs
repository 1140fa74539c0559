//! From the domain's words to the screen's: the one place where an enum becomes a text, and the
//! console's own sentences: notices, refusals, failures.

mod change;
mod clock;
mod condition;
mod deed;
mod due;
mod event;
mod fault;
mod filter;
mod glance;
mod graph;
mod guide;
mod moved;
mod names;
mod reason;
mod reconciled;
mod refusal;
mod rule;
mod settling;
mod store_error;

pub use change::change;
pub use clock::{Clock, Urgency};
pub use condition::condition;
pub use deed::deed;
pub use due::{promise_due, reply_promise_due};
pub use event::event;
pub use fault::{shelf_fault, shelf_message};
pub use filter::filter_error;
pub use glance::glance_flag;
pub use graph::{graph, outline};
pub use guide::{level, threat, told};
pub use moved::moved;
pub use names::{
    aggravator, author, buyer_type, cause, cause_area, clock_name, department, due_kind, due_say,
    exhibit, follow_result, issue, mood, platform, result, status, value, wanted,
};
pub use reason::{because, standing};
pub use reconciled::reconciled;
pub use refusal::{closing_want, missing, named, refusal};
pub(in crate::app) use refusal::{refusal_by_keys, wrong_kind};
pub use rule::{rule, rule_name};
pub(in crate::app) use settling::unfit;
pub use settling::{
    asked, desk_row, field, flag, form_choice, mark, option, paid_what, payer, piece, piece_value,
    remedy, verdict, wish,
};
pub use store_error::store_error;

use super::notice::Notice;
use super::{Action, Keymap, Model};
use crate::domain::{Event, FactKind, Recorded, SendWay, StepReason};
use crate::i18n::{Strings, fill};

/// A notice as a sentence.
pub(super) fn notice(notice: &Notice, strings: &Strings, keymap: &Keymap) -> String {
    let texts = &strings.notice;
    let key = |action: Action| {
        keymap.chords(action).first().map(|chord| chord.short()).unwrap_or_default()
    };
    match notice {
        Notice::Sent(SendWay::Osc52) => texts.sent_osc52.to_owned(),
        Notice::Sent(SendWay::Tool) => texts.sent_tool.to_owned(),
        Notice::Sent(SendWay::Recorded) => texts.sent_recorded.to_owned(),
        Notice::CopyFailed(why) => fill(texts.clipboard_failed, &[("why", why)]),
        Notice::CopyTooLong => texts.clipboard_too_long.to_owned(),
        Notice::Retracted => texts.retracted.to_owned(),
        Notice::Noted => texts.note_saved.to_owned(),
        Notice::Moved(step, reason) => {
            let text = match reason {
                StepReason::Forward
                | StepReason::Moved
                | StepReason::Again
                | StepReason::Entered
                | StepReason::Reopened => &texts.advanced,
                StepReason::Skipped => &texts.skipped,
                StepReason::Back | StepReason::Undone => &texts.back,
                StepReason::Calming => &texts.calmed,
            };
            fill(text, &[("step", step)])
        }
        Notice::Recorded { fact, value } => {
            fill(texts.fact_recorded, &[("fact", fact), ("value", value)])
        }
        Notice::OpenAgain { done, steps } => {
            let list = steps.join(strings.refusal.list_mark);
            let values: [(&str, &dyn std::fmt::Display); 2] =
                [("list", &list), ("key", &key(Action::Advance))];
            let done = self::notice(done, strings, keymap);
            format!("{done}{}", fill(texts.open_again, &values))
        }
        Notice::Stated(SendWay::Osc52 | SendWay::Tool) => texts.stated.to_owned(),
        Notice::Stated(SendWay::Recorded) => texts.stated_recorded.to_owned(),
        Notice::Typed(Some(kind)) => fill(texts.type_set, &[("type", &buyer_type(strings, *kind))]),
        Notice::Typed(None) => texts.type_unset.to_owned(),
        Notice::Collected(what) => fill(texts.collected, &[("what", what)]),
        Notice::Dropped(what) => fill(texts.dropped, &[("what", what)]),
        Notice::Pledged => texts.promise_made.to_owned(),
        Notice::NoOtherStep => texts.no_other_step.to_owned(),
        Notice::Named(title) => fill(texts.issue_set, &[("issue", title)]),
        Notice::NoProposal => texts.no_proposal.to_owned(),
        Notice::NothingFound => texts.nothing_found.to_owned(),
        Notice::NoRewrite => texts.no_rewrite.to_owned(),
        Notice::NeverSent => texts.never_sent.to_owned(),
        Notice::NothingStops => texts.nothing_stops.to_owned(),
        Notice::Newest => texts.newest.to_owned(),
        Notice::Upgraded(name) => fill(texts.upgraded, &[("name", name)]),
        Notice::Reloaded { all, own } => fill(texts.reloaded, &[("n", all), ("own", own)]),
        Notice::ReloadedBroken { broken, first } => {
            fill(texts.reloaded_broken, &[("n", broken), ("first", first)])
        }
        Notice::Promised => texts.promise_kept.to_owned(),
        Notice::Broken => texts.promise_broken.to_owned(),
        Notice::Felt(felt) => fill(texts.mood_set, &[("mood", &mood(strings, *felt))]),
        Notice::Closed(result) => {
            fill(texts.closed, &[("result", &self::result(strings, *result))])
        }
        Notice::Reopened => texts.reopened.to_owned(),
        Notice::Chosen(name) => fill(texts.playbook_chosen, &[("name", name)]),
        Notice::Imported { messages, cases } => {
            fill(texts.imported, &[("n", messages), ("cases", cases)])
        }
        Notice::NothingNew => texts.nothing_new.to_owned(),
        Notice::Done(why)
        | Notice::Said(why)
        | Notice::Told(why)
        | Notice::ImportFailed(why)
        | Notice::Store(why) => why.clone(),
        Notice::Conflict(what) => fill(texts.conflict, &[("what", what)]),
        Notice::Refused(why) => refusal_by_keys(why, strings, keymap),
        Notice::InputMethod => texts.ime_hint.to_owned(),
        Notice::ReadOnly => texts.read_only.to_owned(),
        Notice::NoCase => strings.refusal.no_case.to_owned(),
        Notice::HowToQuit => fill(texts.quit_hint, &[("key", &key(Action::Quit))]),
        Notice::NothingToUndo => texts.nothing_to_undo.to_owned(),
    }
}

/// `true` and `false` as a person reads them.
pub(super) fn yes_no(id: &str, strings: &Strings) -> String {
    let texts = &strings.fact_form;
    if id == "true" { texts.yes.to_owned() } else { texts.no.to_owned() }
}

/// What another window did, in a few words: who, and the last thing worth telling.
pub(super) fn happened(events: &[Recorded], model: &Model) -> String {
    let told: Vec<&Recorded> = worth_telling(events).collect();
    let open = model.open.as_ref();
    told.last().map_or_else(String::new, |last| {
        let evidence = model.evidence.as_deref();
        let clock = Clock::of(model);
        let what = event(model.strings, model.lang, clock, open, evidence, &last.event);
        format!("{} · {what}", last.agent)
    })
}

/// The events of another window worth telling, without bookkeeping.
fn worth_telling(events: &[Recorded]) -> impl Iterator<Item = &Recorded> {
    events.iter().filter(|recorded| {
        !matches!(
            recorded.event,
            Event::TimerStarted { .. }
                | Event::TimerPaused { .. }
                | Event::TimerResumed { .. }
                | Event::TimerStopped { .. }
        )
    })
}
