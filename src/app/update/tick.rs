//! Time passes: sentences go, drafts are saved, the file is looked at.

use super::draft;
use crate::app::jobs::Waiting;
use crate::app::{Effect, Model};
use crate::domain::{Span, Stamp};
use crate::store::Job;

/// How often the file is looked at for another window's acts.
const LOOK_EVERY: Span = Span::millis(1_000);

/// How often the step is surveyed while nothing else happens.
const SURVEY_EVERY: Span = Span::minutes(1);

/// It is now that late.
pub(super) fn tick(model: &mut Model, now: Stamp, out: &mut Vec<Effect>) {
    model.now = model.now.max(now);
    if model.toast.as_ref().is_some_and(|toast| toast.until <= model.now) {
        model.toast = None;
    }
    // The clocks of the panes go by the minute.
    if minute(model.now) != minute(model.panes_at) {
        model.panes_changed();
    }
    if model.rings() {
        out.push(Effect::Bell);
    }
    draft::save_when_due(model, out);
    // Replies name times, and conditions may: at least each minute they are looked at again.
    // What the buyer is owed a word on stands on top of them from the moment it is owed.
    let owed = model.open.as_ref().is_some_and(|open| open.state.owed(model.now) != open.owed);
    if owed || model.now.since(model.surveyed_at) >= SURVEY_EVERY {
        model.panes_changed();
        model.survey();
    }
    let looked = model.looked_at.unwrap_or_default();
    if model.now.since(looked) >= LOOK_EVERY && !model.jobs.has(&Waiting::Look) {
        model.looked_at = Some(model.now);
        let id = model.jobs.begin(Waiting::Look);
        out.push(Effect::Store(id, Job::Look));
    }
}

const fn minute(at: Stamp) -> i64 {
    at.as_millis().div_euclid(60_000)
}
