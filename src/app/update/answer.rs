//! What the case file answers.

use super::{cases, commit, paste};
use crate::app::jobs::Waiting;
use crate::app::notice::Notice;
use crate::app::{Effect, JobId, Model, Overlay};
use crate::store::{Answer, OpenCount, Outcome, StoreError};

/// How many events the timeline loads at a time.
pub(super) const TIMELINE_PAGE: u32 = 100;

/// Takes an answer in. An answer nobody waits for any more is dropped.
pub(super) fn answered(
    model: &mut Model,
    id: JobId,
    answer: Result<Answer, StoreError>,
    out: &mut Vec<Effect>,
) {
    let Some(waiting) = model.jobs.end(id) else { return };
    let answer = match answer {
        Ok(answer) => answer,
        Err(error) => return failed(model, &waiting, &error),
    };
    match (waiting, answer) {
        (Waiting::Queue, Answer::Queue { rows, more, open }) => {
            model.queue.open = open_count(open);
            cases::queue_arrived(model, rows, more, out);
        }
        (Waiting::Case(_), Answer::Case(case)) => {
            if let Some(case) = case
                && cases::is_news(model, &case.state)
            {
                cases::case_arrived(model, *case, out);
            }
        }
        (Waiting::Older(case), Answer::Messages { page, .. }) => {
            cases::older_arrived(model, case, page)
        }
        (Waiting::Newer(case), Answer::Messages { page, .. }) => {
            cases::newer_arrived(model, case, page)
        }
        (Waiting::Act(case, after), Answer::Append(Outcome::Appended { records, .. })) => {
            commit::appended(model, case, &records, after, out);
        }
        (Waiting::Act(case, _), Answer::Append(Outcome::Conflict { since, .. })) => {
            commit::conflict(model, case, &since, out);
        }
        (Waiting::Draft(case), Answer::DraftSaved { .. }) => {
            if let Some(open) = model.open.as_mut().filter(|open| open.state.id == case) {
                open.saved = open.edited_at.is_none();
            }
        }
        (Waiting::Timeline(case), Answer::Timeline { records, .. }) => {
            if model.case() == Some(case)
                && let Some(Overlay::Timeline(timeline)) = model.overlays.last_mut()
            {
                timeline.more = records.len() >= TIMELINE_PAGE as usize;
                timeline.events.extend(records);
            }
        }
        (Waiting::Located, Answer::Located(found)) => paste::located(model, found, out),
        (Waiting::Look, Answer::Looked { changed }) => {
            if changed {
                cases::changed_elsewhere(model, out);
            }
        }
        // An answer of another kind than asked for: the store's fault, and nothing to show.
        (
            Waiting::Queue
            | Waiting::Case(_)
            | Waiting::Older(_)
            | Waiting::Newer(_)
            | Waiting::Act(..)
            | Waiting::Draft(_)
            | Waiting::Timeline(_)
            | Waiting::Located
            | Waiting::Look,
            _other_answer,
        ) => {}
    }
}

fn failed(model: &mut Model, waiting: &Waiting, error: &StoreError) {
    if let Waiting::Draft(case) = waiting
        && let Some(open) = model.open.as_mut().filter(|open| open.state.id == *case)
    {
        // Not saved is not saved: the next pause in typing tries again.
        open.saved = false;
        open.edited_at = Some(model.now);
    }
    let text = crate::app::words::store_error(error, &model.strings);
    model.say(&Notice::Store(text));
}

fn open_count(count: OpenCount) -> (u32, bool) {
    match count {
        OpenCount::Exactly(n) => (n, false),
        OpenCount::MoreThan(n) => (n, true),
    }
}
