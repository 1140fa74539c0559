//! What happened on the case: read, with older events fetched at the end.

use crate::app::jobs::Waiting;
use crate::app::update::{answer::TIMELINE_PAGE, moves::moved};
use crate::app::{Action, Effect, Model, Overlay};
use crate::store::Job;

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let page = usize::from(model.metrics.overlay_rows);
    let Some(case) = model.case() else { return };
    let Some(Overlay::Timeline(timeline)) = model.overlays.last_mut() else { return };
    if action == Action::Accept {
        model.overlays.pop();
        return;
    }
    timeline.selected = moved(timeline.selected, action, timeline.events.len(), page);
    let at_end = timeline.selected + 1 >= timeline.events.len();
    let before = timeline.events.last().map(|event| event.version);
    if at_end && timeline.more && !model.jobs.has(&Waiting::Timeline(case)) {
        let id = model.jobs.begin(Waiting::Timeline(case));
        out.push(Effect::Store(id, Job::Timeline { case, before, limit: TIMELINE_PAGE }));
    }
}
