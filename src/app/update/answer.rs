//! What the case file answers.

use super::{cases, commit, draft, overlays, paste};
use crate::app::jobs::Waiting;
use crate::app::notice::Notice;
use crate::app::{BoardKind, Effect, JobId, Model, Overlay};
use crate::desk::Refusal;
use crate::domain::Recorded;
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
        (Waiting::Case { case, ours }, Answer::Case(answer)) => {
            cases::case_answered(model, case, ours, answer, out);
        }
        (Waiting::Older(case), Answer::Messages { page, .. }) => {
            cases::older_arrived(model, case, page, out);
        }
        (Waiting::Newer(case), Answer::Messages { page, .. }) => {
            cases::newer_arrived(model, case, page);
        }
        (Waiting::Act(case, after), Answer::Append(Outcome::Appended { records, .. })) => {
            commit::appended(model, case, &records, after, out);
        }
        (Waiting::Act(case, after), Answer::Append(Outcome::Conflict { since, .. })) => {
            commit::conflict(model, case, &since, &after, out);
        }
        (Waiting::Draft(case, _), Answer::DraftSaved { .. }) => draft::saved(model, case),
        (Waiting::Timeline(case), Answer::Timeline { records, .. }) => {
            if model.case() == Some(case)
                && let Some(Overlay::Timeline(timeline)) = model.overlays.last_mut()
            {
                timeline.more = records.len() >= TIMELINE_PAGE as usize;
                // The page may have been asked for twice.
                let oldest = timeline.events.last().map(|event| event.version);
                let older = |event: &Recorded| oldest.is_none_or(|oldest| event.version < oldest);
                timeline.events.extend(records.into_iter().filter(older));
            }
        }
        (Waiting::Restore(case), Answer::Restored { redo, to, .. }) => {
            if model.case() == Some(case) {
                match to {
                    Some((to, records)) => overlays::restore_arrived(model, redo, to, &records),
                    None => model.say(&Notice::Refused(Refusal::NothingToUndo)),
                }
            }
        }
        (Waiting::Buyer(case), Answer::Buyer(found)) => {
            if model.case() == Some(case) {
                overlays::buyer_arrived(model, found);
            }
        }
        (Waiting::Views, Answer::Views(found)) => {
            if let Some(Overlay::Board(board)) = model.overlays.last_mut()
                && let BoardKind::Views { saved, .. } = &mut board.kind
            {
                *saved = found;
                let last = saved.len();
                board.selected = board.selected.min(last);
            }
        }
        (Waiting::Queue, Answer::Found(found)) => {
            cases::found(model, found, out);
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
            | Waiting::Case { .. }
            | Waiting::Older(_)
            | Waiting::Newer(_)
            | Waiting::Act(..)
            | Waiting::Draft(..)
            | Waiting::Timeline(_)
            | Waiting::Located
            | Waiting::Restore(_)
            | Waiting::Buyer(_)
            | Waiting::Views
            | Waiting::Look,
            _other_answer,
        ) => {}
    }
}

fn failed(model: &mut Model, waiting: &Waiting, error: &StoreError) {
    match waiting {
        Waiting::Draft(case, kind) => draft::not_saved(model, *case, *kind),
        Waiting::Act(case, after) => commit::not_done(model, *case, after),
        Waiting::Case { case, .. } => {
            model.jobs.opening.take_if(|opening| opening == case);
        }
        Waiting::Queue
        | Waiting::Older(_)
        | Waiting::Newer(_)
        | Waiting::Timeline(_)
        | Waiting::Located
        | Waiting::Restore(_)
        | Waiting::Buyer(_)
        | Waiting::Views
        | Waiting::Look => {}
    }
    let text = crate::app::words::store_error(error, model.strings);
    model.say(&Notice::Store(text));
}

fn open_count(count: OpenCount) -> (u32, bool) {
    match count {
        OpenCount::Exactly(n) => (n, false),
        OpenCount::MoreThan(n) => (n, true),
    }
}
