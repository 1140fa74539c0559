//! Any reply found by typing: adopted, unless the desk would refuse it anyway.

use crate::app::notice::Notice;
use crate::app::update::{guide, moves::moved};
use crate::app::{Action, Model, Overlay};
use crate::desk::Refusal;

pub(super) fn act(model: &mut Model, action: Action) {
    let page = usize::from(model.metrics.overlay_rows);
    let Some(Overlay::ReplySearch(search)) = model.overlays.last_mut() else { return };
    let found = search.found();
    if action != Action::Accept {
        search.selected = moved(search.selected, action, found.len(), page);
        return;
    }
    let Some(chosen) = found.get(search.selected) else { return };
    let (reply, held) = (chosen.reply.clone(), chosen.held);
    if held {
        return model.say(&Notice::Refused(Refusal::Held(vec![reply.title])));
    }
    if let Some(why) = guide::unfit(model, &reply) {
        return model.say(&Notice::Refused(Refusal::Unfit { reply: reply.title, why }));
    }
    model.overlays.pop();
    guide::adopt(model, &reply);
}
