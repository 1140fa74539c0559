//! What was found in the draft: each rewrite taken with a key, and sent all the same with a reason.

use crate::app::notice::Notice;
use crate::app::update::{draft, guide, moves::moved};
use crate::app::{Action, Effect, Field, Model, Overlay, Overrule};
use crate::desk::Refusal;
use crate::standard::WordingLevel;

pub(super) fn act(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let Some(open) = &model.open else { return };
    let count = open.findings().count();
    let firm = open.findings().any(|one| one.firm && one.level == WordingLevel::Block);
    let blocks = open.findings().any(|one| one.level == WordingLevel::Block);
    let page = usize::from(model.metrics.overlay_rows);
    let Some(Overlay::Findings(list)) = model.overlays.last_mut() else { return };
    match action {
        Action::Accept => {
            let place = list.selected;
            let rewrite = model.open.as_ref().and_then(|open| guide::rewrite_of(open, place));
            match rewrite {
                Some(rewrite) => {
                    model.overlays.pop();
                    guide::rewrite(model, rewrite, out);
                }
                None => model.say(&Notice::NoRewrite),
            }
        }
        Action::Toggle if firm => model.say(&Notice::NeverSent),
        Action::Toggle if blocks => {
            super::instead(model, Overlay::Overrule(Overrule { reason: Field::default() }));
        }
        Action::Toggle => model.say(&Notice::NothingStops),
        action => list.selected = moved(list.selected, action, count, page),
    }
}

/// The reason for sending what the guard would stop.
pub(super) fn overrule(model: &mut Model, action: Action, out: &mut Vec<Effect>) {
    let Some(Overlay::Overrule(form)) = model.overlays.last_mut() else { return };
    if action != Action::Accept {
        return;
    }
    let reason = form.reason.input.text().trim().to_owned();
    if reason.is_empty() {
        let why = Notice::Refused(Refusal::WordsWanted);
        let text = crate::app::words::notice(&why, model.strings, &model.keymap);
        form.reason.complaint = Some(text);
        return;
    }
    model.overlays.pop();
    draft::send_though(model, Some(reason), out);
}
