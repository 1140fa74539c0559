//! What was heard in the conversation: proposals to agree to, and the words that told it.

use crate::app::update::{cases, focus, guide, moves::moved};
use crate::app::{Action, Effect, Model, Overlay, Pane};

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let Some(open) = &model.open else { return };
    let proposals = open.proposals();
    let reasons = open.heard().map_or(0, |heard| heard.reasons.len());
    let page = usize::from(model.metrics.overlay_rows);
    let Some(Overlay::Heard(list)) = model.overlays.last_mut() else { return };
    if action != Action::Accept {
        list.selected = moved(list.selected, action, proposals.len() + reasons, page);
        return;
    }
    let place = list.selected;
    match place.checked_sub(proposals.len()) {
        None => {
            if let Some(proposal) = proposals.into_iter().nth(place) {
                guide::take(model, proposal, out);
            }
        }
        Some(place) => {
            let heard = open.heard().and_then(|heard| heard.reasons.get(place));
            let Some(no) = heard.and_then(|reason| open.message_of(reason)) else { return };
            model.overlays.pop();
            focus::to(model, Pane::Conversation);
            cases::look_at(model, no);
        }
    }
}
